"""Calendar dates in words and digits: years, months and what stands behind them, days of a month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.number_words import after_clitics, is_digits
from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, kind_at, phrase
from tawatur.languages.ar.time_relative import read_relative_unit
from tawatur.languages.ar.time_words import hesitant, month_clitics, month_name, sense


def four_digits(words: Sequence[Word], i: int) -> int | None:
    """A year written as four digits at `i`."""
    if i < len(words) and len(words[i].folded) == 4 and words[i].folded.isascii() and words[i].folded.isdigit():
        value = int(words[i].folded)
        return value if 1000 <= value <= 2199 else None
    return None


def read_year(words: Sequence[Word], i: int, *, bare: bool) -> tuple[int, bool, int] | None:
    """`(year, whether Islamic, index after it)`: "عام 2011", "سنة 1439 هـ", and with `bare` the digits alone."""
    at = i
    hit = sense(words[i].folded, "unit") if i < len(words) else None
    if hit and hit[1]["unit"] == "year" and hit[1]["count"] == 1 and not words[i].folded.endswith("عاما"):
        at = i + 1
    elif not bare:
        return None
    year = four_digits(words, at) or (_early_year(words, at) if at > i else None)
    last = at + 1
    if is_form(words, last, "ق", "قبل") and is_form(words, last + 1, "م", "الميلاد"):
        return None
    if year is None and at > i and at < len(words) and not is_digits(words[at]):
        number = read_number(words, at)
        if number and number.exact and (1000 <= number.low <= 2199 or (100 < number.low < 1000 and number.low % 100)):
            year, last = int(number.low), number.last
    if year is None:
        return None
    islamic = False
    if is_form(words, last, "ه", "هجري", "هجريه", "للهجره"):
        islamic, last = True, last + 1
    elif is_form(words, last, "م", "ميلادي", "ميلاديه"):
        last += 1
    return (year, islamic, last) if islamic or year >= 1500 or at > i else None


def _early_year(words: Sequence[Word], i: int) -> int | None:
    """A year of three digits at `i`, where nothing is counted by it; one that begins "19" or "20" has lost a digit."""
    text = words[i].folded if i < len(words) else ""
    if len(text) != 3 or not text.isdigit() or text.startswith(("0", "19", "20")):
        return None
    following = words[i + 1].folded if i + 1 < len(words) else ""
    pause = not following[:1].isalnum() and following not in ("%", "٪", "$", ",", "/", "-")
    return int(words[i].folded) if pause or following in _AFTER_YEAR else None


_AFTER_YEAR = frozenset({"م", "ه", "هجري", "هجريه", "للهجره", "ميلادي", "ميلاديه", "في", "الي", "حتي"})


def read_modifier(words: Sequence[Word], i: int) -> tuple[dict[str, object], int]:
    """What stands behind a day or month about its year: "الماضي", "من العام نفسه", "العام الماضي", "2017"."""
    comma = is_form(words, i, "من", "،", ",")
    if (year := read_year(words, i + comma, bare=not comma or is_sign(words, i, ","))) is not None:
        return {"year": year[0], "islamic": year[1]} if year[1] else {"year": year[0]}, year[2]
    if entry := kind_at(words, i, "direction"):
        step, at = int(str(entry["step"])), i + 1
        more, last = read_modifier(words, at) if is_form(words, at, "من") else ({}, at)
        return {"step": step, **more}, last
    if kind_at(words, i, "same"):
        return {"same_year": True}, i + 1
    at = i + is_form(words, i, "من", "في")
    unit = kind_at(words, at, "unit")
    if unit and unit["unit"] == "year" and unit["count"] == 1:
        if entry := kind_at(words, at + 1, "direction"):
            return {"year_step": int(str(entry["step"]))}, at + 2
        if kind_at(words, at + 1, "same"):
            return {"same_year": True}, at + 2
    return {}, i


def read_month(words: Sequence[Word], i: int, *, company: bool = False) -> TimePhrase | None:
    """A month with what belongs to it: twin names, year, adjective. `company`: a day number stands before it."""
    first, at, opened = i, i, False
    if is_form(words, at, "شهر", "لشهر", "بشهر", "وشهر"):
        at, company = at + 1, company or not hesitant(words[at + 1].folded if at + 1 < len(words) else "x")
    named = at > i
    if is_sign(words, at, "(") and company:
        at, opened = at + 1, True
    name = month_name(words, at)
    if name is None:
        return None
    month, islamic, last = name
    doubtful = hesitant(words[at].folded) and last == at + 1
    sign = last
    while is_sign(words, sign, "/()-،") and sign < last + 3:
        sign += 1
    twin = month_name(words, sign) if not (sign > last and words[sign - 1].folded in "،") else None
    if twin and twin[0] == month and twin[1] == islamic:
        last, doubtful = twin[2], False
        if is_sign(words, last, ")"):
            last += 1
    elif opened:
        return None
    modifier, end = read_modifier(words, last)
    if is_form(words, end, "من") and is_form(words, end + 1, "كل"):
        return None  # what comes again every year has no place on the calendar
    if not modifier and company and (early := four_digits(words, last)) and not _noun(words, last + 1):
        # A year before 1500 is of the calendar that the month is of.
        modifier, end = {"year": early}, last + 1
    if doubtful and not company and not modifier and (islamic or not named):
        lead = i > 0 and sense(words[i - 1].folded, "year_lead") is not None
        if islamic or not lead:
            return None
    if islamic and not company and not modifier:
        return None
    clitics = "" if named else month_clitics(words[first].folded)
    return phrase(words, first, end, "month", clitics, **{"month": month, "islamic": islamic, **modifier})


def _noun(words: Sequence[Word], i: int) -> bool:
    return i < len(words) and words[i].folded[:1].isalpha() and words[i].folded not in _AFTER_YEAR


def _day_number(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    if i >= len(words):
        return None
    if is_digits(words[i]):
        text = words[i].folded
        return (int(text), i + 1) if len(text) <= 2 and text.isdigit() and 1 <= int(text) <= 31 else None
    if "ال" not in words[i].folded[:3]:
        return None
    found = read_ordinal(words, i)
    # Days are masculine: "الأيام الأولى من أغسطس" are several.
    if found and found[0] <= 10 and words[i].folded.endswith(("ه", "اولي")):
        return None
    return found if found and 1 <= found[0] <= 31 else None


def read_day_of_month(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "8 ديسمبر", "الثامن من ديسمبر 2017", "22 من الشهر نفسه", "12 و13 مارس", "15 الجاري", "أول أيار"."""
    number = _day_number(words, i) or _first_day(words, i)
    if number is None or _of_stretch(words, i) or is_form(words, i - 1 if i else 0, "كل"):
        return None
    day, at = number
    second, base = None, number[1]
    if is_form(words, at, "منه"):
        return phrase(words, i, at + 1, "day", day=day, shift=0, told=True)
    joined = at + is_sign(words, at, "-–/و") if is_sign(words, at, "-–و") else at
    if joined == at and is_form(words, at, "الي", "حتي"):
        joined = at + 1
    if joined > at and (second := _day_number(words, joined)):
        at = base = second[1]
    led = second is not None and i > 0 and words[i - 1].folded in ("من", "بين", "ومن", "وبين")
    # "from 4 to 22 in the coming month", but not what "rose from 4 to 22 last month".
    loose = led and not any(sense(w.folded, "change") for w in words[max(0, i - 9) : i])
    at += is_form(words, at, "من") or (loose and is_form(words, at, "في"))
    inner = read_month(words, at, company=True) or (read_relative_unit(words, at) if at > base or loose else None)
    if inner is None and (entry := kind_at(words, at, "direction")) and entry["step"] == 0 and at == base:
        inner = phrase(words, at, at + 1, "month", shift=0)
    if inner is None or inner.unit != "month":
        return None
    clitics = "و" if words[i].folded.startswith(("وال", "واول")) else ""
    start = after_clitics(words[i], clitics)
    whole = replace(inner, first=i, start=start, unit="day", day=day)
    if second:
        return replace(whole, until=replace(whole, day=second[0]))
    return whole


def _first_day(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """ "أول يناير": the first day, where a month's name stands right behind; "أول رمضان" is the first one since."""
    name = month_name(words, i + 1) if is_form(words, i, "اول", "واول") else None
    return (1, i + 1) if name and not name[1] else None


def _of_stretch(words: Sequence[Word], i: int) -> bool:
    """Whether an ordinal at `i` counts weeks or parts and not days: "الأسبوع الثالث من ديسمبر"."""
    return i > 0 and not is_digits(words[i]) and sense(words[i - 1].folded, "stretch") is not None


def read_day_alone(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A day of an unnamed month after "day" or a weekday: "يوم 15", "الجمعة 15"; nothing is counted by it."""
    number = _day_number(words, i)
    if number is None:
        return None
    following = words[number[1]].folded if number[1] < len(words) else ""
    if (following and following in "%٪$/-–:") or (following[:1].isalnum() and not sense(following, "after_day")):
        return None
    return phrase(words, i, number[1], "day", day=number[0])


def read_numeric(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "2018-04-19", "19/4/2018", "7/يوليو/2015"; two numbers alone only after "day" or "date" ("يوم 22/4")."""
    if not is_digits(words[i]):
        return None
    if is_sign(words, i + 1, "/-") and (named := _with_name(words, i)):
        return named
    parts, last = words[i].folded.split("."), i + 1
    if len(parts) != 3:
        if i + 4 >= len(words) or not is_sign(words, i + 1, "/-") or words[i + 1].folded != words[i + 3].folded:
            return _day_and_month(words, i)
        parts, last = [words[i + k].folded for k in (0, 2, 4)], i + 5
    if not all(p.isdigit() and len(p) in (1, 2, 4) for p in parts) or is_sign(words, last, "/"):
        return None
    a, b, c = map(int, parts)
    if len(parts[2]) == 4:
        day, month, year = (b, a, c) if b > 12 else (a, b, c)
    elif len(parts[0]) == 4:
        year, month, day = a, b, c
    else:
        return None
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
        return None
    return phrase(words, i, last, "day", year=year, month=month, day=day, islamic=year < 1500)


def _with_name(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "7/يوليو/2015", "10/شوال/1436هـ"."""
    name, day = month_name(words, i + 2), _day_number(words, i)
    if name is None or day is None or not is_sign(words, name[2], "/-"):
        return None
    year = read_year(words, name[2] + 1, bare=True) if name[2] + 1 < len(words) else None
    if year is None:
        return None
    return phrase(words, i, year[2], "day", year=year[0], month=name[0], day=day[0], islamic=name[1])


def _day_and_month(words: Sequence[Word], i: int) -> TimePhrase | None:
    if i == 0 or not is_sign(words, i + 1, "/") or words[i - 1].folded not in ("يوم", "بتاريخ", "تاريخ", "ليوم"):
        return None
    day, month = words[i].folded, words[i + 2].folded if i + 2 < len(words) else ""
    if not (day.isdigit() and month.isdigit() and 1 <= int(day) <= 31 and 1 <= int(month) <= 12):
        return None
    if is_sign(words, i + 3, "/-"):
        return None
    return phrase(words, i, i + 3, "day", month=int(month), day=int(day))


def read_year_phrase(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A year, the noun before it or not, as another expression's part."""
    read = read_year(words, i, bare=True)
    return phrase(words, i, read[2], "year", year=read[0], islamic=read[1]) if read else None
