"""The temporal expressions of Arabic news, read into their parts; nothing is placed on the calendar here.

A small grammar over words, after the normal forms of TIMEX3 (Pustejovsky et al. 2010, ISO-TimeML): a calendar date with
the parts it names, or a unit counted from the day of writing or from the time just spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.languages.ar.numbers import after_clitics, is_digits, read_number, read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_words import hesitant, month_clitics, month_name, sense


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """An expression at `words[first:last]`, from `start` to `end` in the text, and the parts that it names.

    `unit` is the finest part; `shift` counts units from the day of writing, or from the time just spoken of when
    `told`. `step` is what an adjective says of a named weekday, month or day (-1 past, 0 current, 1 coming),
    `year_step` the same of the year. `window` makes it the last (or next) `shift` units as a whole; `before`
    everything until its end.
    """

    first: int
    last: int
    start: int
    end: int
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    islamic: bool = False
    weekday: int | None = None
    shift: int | None = None
    told: bool = False
    step: int | None = None
    year_step: int | None = None
    same_year: bool = False
    edge: str = ""
    window: bool = False
    before: bool = False
    clock: tuple[int, int] | None = None
    greenwich: bool = False
    midnight: bool = False
    until: TimePhrase | None = None


def phrase(words: Sequence[Word], first: int, last: int, unit: str, clitics: str = "", **parts: object) -> TimePhrase:
    """The phrase over `words[first:last]`, its span begun after the clitics of its first word."""
    start = after_clitics(words[first], clitics.removesuffix("ال")) if clitics else words[first].start
    return TimePhrase(first, last, start, words[last - 1].end, unit, **parts)  # type: ignore[arg-type]


def spanning(
    words: Sequence[Word], inner: TimePhrase, first: int, last: int | None = None, **parts: object
) -> TimePhrase:
    """`inner` widened to begin at `words[first]`, without an "and" written onto it, and to end before `words[last]`."""
    last = inner.last if last is None else last
    lead = "و" if words[first].folded[:1] in "وف" and len(words[first].folded) > 3 and first < inner.first else ""
    start = inner.start if first == inner.first else after_clitics(words[first], lead)
    end = max(inner.end, words[last - 1].end)
    return replace(inner, first=first, last=last, start=start, end=end, **parts)  # type: ignore[arg-type]


def is_sign(words: Sequence[Word], i: int, signs: str) -> bool:
    """Whether `words[i]` exists and is one of the signs or one-letter words."""
    return i < len(words) and words[i].folded in signs and words[i].folded != ""


def _is(words: Sequence[Word], i: int, *forms: str) -> bool:
    return i < len(words) and words[i].folded in forms


def _kind(words: Sequence[Word], i: int, kind: str) -> dict[str, object] | None:
    hit = sense(words[i].folded, kind) if i < len(words) else None
    return hit[1] if hit else None


# Years, months, days ------------------------------------------------------------------------------------------------


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
    year = four_digits(words, at)
    last = at + 1
    if year is None and at > i and at < len(words) and not is_digits(words[at]):
        number = read_number(words, at)
        if number and number.exact and 1000 <= number.low <= 2199:
            year, last = int(number.low), number.last
    if year is None:
        return None
    islamic = False
    if _is(words, last, "ه", "هجري", "هجريه", "للهجره"):
        islamic, last = True, last + 1
    elif _is(words, last, "م", "ميلادي", "ميلاديه"):
        last += 1
    return (year, islamic, last) if islamic or year >= 1500 or at > i else None


def read_modifier(words: Sequence[Word], i: int) -> tuple[dict[str, object], int]:
    """What stands behind a day or month about its year: "الماضي", "من العام نفسه", "العام الماضي", "2017"."""
    if (year := read_year(words, i + _is(words, i, "من", "،"), bare=not _is(words, i, "من", "،"))) is not None:
        return {"year": year[0], "islamic": year[1]} if year[1] else {"year": year[0]}, year[2]
    if entry := _kind(words, i, "direction"):
        step, at = int(str(entry["step"])), i + 1
        more, last = read_modifier(words, at) if _is(words, at, "من") else ({}, at)
        return {"step": step, **more}, last
    if _kind(words, i, "same"):
        return {"same_year": True}, i + 1
    at = i + _is(words, i, "من", "في")
    unit = _kind(words, at, "unit")
    if unit and unit["unit"] == "year" and unit["count"] == 1:
        if entry := _kind(words, at + 1, "direction"):
            return {"year_step": int(str(entry["step"]))}, at + 2
        if _kind(words, at + 1, "same"):
            return {"same_year": True}, at + 2
    return {}, i


def read_month(words: Sequence[Word], i: int, *, company: bool = False) -> TimePhrase | None:
    """A month with what belongs to it: twin names, year, adjective. `company`: a day number stands before it."""
    first, at, opened = i, i, False
    if _is(words, at, "شهر", "لشهر", "بشهر", "وشهر"):
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
    if doubtful and not company and not modifier and (islamic or not named):
        lead = i > 0 and sense(words[i - 1].folded, "year_lead") is not None
        if islamic or not lead:
            return None
    if islamic and not company and not modifier:
        return None
    clitics = "" if named else month_clitics(words[first].folded)
    return phrase(words, first, end, "month", clitics, **{"month": month, "islamic": islamic, **modifier})


def _day_number(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    if i >= len(words):
        return None
    if is_digits(words[i]):
        text = words[i].folded
        return (int(text), i + 1) if len(text) <= 2 and text.isdigit() and 1 <= int(text) <= 31 else None
    if "ال" not in words[i].folded[:3]:
        return None
    found = read_ordinal(words, i)
    return found if found and 1 <= found[0] <= 31 else None


def read_day_of_month(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "8 ديسمبر", "الثامن من ديسمبر 2017", "22 من الشهر نفسه", "12 و13 مارس", "15 الجاري"."""
    number = _day_number(words, i)
    if number is None:
        return None
    day, at = number
    second, base = None, number[1]
    joined = at + is_sign(words, at, "-–/و") if is_sign(words, at, "-–و") else at
    if joined == at and _is(words, at, "الي", "حتي"):
        joined = at + 1
    if joined > at and (second := _day_number(words, joined)):
        at = base = second[1]
    at += _is(words, at, "من")
    inner = read_month(words, at, company=True) or (_relative_unit(words, at) if at > base else None)
    if inner is None and (entry := _kind(words, at, "direction")) and entry["step"] == 0 and at == base:
        inner = phrase(words, at, at + 1, "month", shift=0)
    if inner is None or inner.unit != "month":
        return None
    clitics = "و" if words[i].folded.startswith("وال") else ""
    start = after_clitics(words[i], clitics)
    whole = replace(inner, first=i, start=start, unit="day", day=day)
    if second:
        return replace(whole, until=replace(whole, day=second[0]))
    return whole


def read_numeric(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "2018-04-19", "19/4/2018", "19.4.2018"; two numbers alone are no date."""
    if not is_digits(words[i]):
        return None
    parts, last = words[i].folded.split("."), i + 1
    if len(parts) != 3:
        if i + 4 >= len(words) or not is_sign(words, i + 1, "/-") or words[i + 1].folded != words[i + 3].folded:
            return None
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


# Relative days and units --------------------------------------------------------------------------------------------


def read_weekday(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A weekday with the noun "day" before it, an adjective and a full date behind it."""
    at = i
    if _kind(words, i, "day_name") and i + 1 < len(words) and sense(words[i + 1].folded, "weekday"):
        at = i + 1
    hit = sense(words[at].folded, "weekday")
    if hit is None or (at > i and hit[0]):
        return None
    previous = words[i - 1].folded if i else ""
    if (at == i and sense(previous, "recurring")) or (at > i and previous == "كل"):
        return None
    clitics = hit[0] if at == i else ("و" if words[i].folded.startswith("و") else "")
    found = phrase(words, i, at + 1, "day", clitics, weekday=hit[1]["weekday"])
    if entry := _kind(words, at + 1, "direction"):
        found = spanning(words, found, i, at + 2, step=entry["step"])
    return _with_date(words, found)


def _with_date(words: Sequence[Word], found: TimePhrase) -> TimePhrase:
    """A weekday or "today" joined with the calendar date that explains it."""
    at = found.last
    while at < found.last + 3 and (is_sign(words, at, "،,(-–") or _is(words, at, "الموافق", "المصادف")):
        at += 1
    if at >= len(words):
        return found
    date = read_day_of_month(words, at) or read_numeric(words, at)
    if (
        date is None
        or date.until
        or (
            is_sign(words, at - 1, "،,-–(")
            and date.year is None
            and date.step is None
            and not (is_sign(words, at - 1, "("))
        )
    ):
        return found
    last = date.last + (is_sign(words, date.last, ")") and is_sign(words, at - 1, "("))
    merged = spanning(words, date, found.first, last, weekday=found.weekday)
    return replace(merged, start=found.start)


def read_day_word(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "اليوم", "أمس الأول", "أول من أمس", "بعد غد", with the weekday that may follow."""
    at, shift, first = i, None, i
    if _is(words, i, "يوم", "ويوم", "نهار", "ليوم"):
        at += 1
    if _is(words, at, "اول", "الاول", "واول"):
        back = at + 1 + _is(words, at + 1, "من")
        if _is(words, back, "امس"):
            shift, at = -2, back + 1
    elif _is(words, at, "بعد", "وبعد") and _is(words, at + 1, "غد", "الغد", "غدا"):
        shift, at = 2, at + 2
    clitics = "و" if words[first].folded.startswith("و") and shift is not None else ""
    if shift is None:
        hit = sense(words[at].folded, "day_word") if at < len(words) else None
        if hit is None or "لل" in hit[0] or hit[0] == "ل":
            return None
        shift, clitics = int(hit[1]["shift"]), hit[0] if at == i else ""
        if words[at].folded.endswith("الليله"):
            return None
        if words[at].folded.endswith("اليوم") and _not_today(words, at):
            return None
        if shift == -1 and _is(words, at + 1, "الاول"):
            shift, at = -2, at + 1
        at += 1
    found = phrase(words, first, at, "day", clitics, shift=shift)
    comma = at + is_sign(words, at, "(،")
    hit = sense(words[comma].folded, "weekday") if comma < len(words) else None
    if hit and not hit[0] and (comma == at or is_sign(words, comma + 1, ")،")):
        last = comma + 1 + (is_sign(words, at, "(") and is_sign(words, comma + 1, ")"))
        found = spanning(words, found, first, last, weekday=hit[1]["weekday"])
    return _with_date(words, found)


def _not_today(words: Sequence[Word], at: int) -> bool:
    """Whether "اليوم" is part of a name or says "the day" of something else."""
    nxt = words[at + 1].folded if at + 1 < len(words) else ""
    previous = words[at - 1].folded if at else ""
    if sense(nxt, "same") or sense(nxt, "neighbour") or sense(nxt, "direction"):
        return True
    if nxt.startswith("ال") and not sense(nxt, "weekday") and (read_ordinal(words, at + 1) or nxt.endswith("ي")):
        return True
    if sense(previous, "masthead") and previous.startswith("ال") and previous.endswith("ري"):
        return True
    if sense(previous, "masthead") and at >= 2:
        return words[at - 2].folded in _MASTHEAD_LEADS or words[at - 2].folded[:1] in "\"'«“#("
    return previous in _WHOLE_DAY


_WHOLE_DAY = frozenset({"طوال", "طيله", "طول", "نفس", "ذات", "ذلك", "هذا", "في", "نهايه", "بدايه"})
_MASTHEAD_LEADS = frozenset(
    {"قناه", "صحيفه", "موقع", "جريده", "شبكه", "وكاله", "تلفزيون", "لقناه", "لصحيفه", "عن", "لموقع"}
)


def _relative_unit(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الشهر الماضي", "هذا العام", "الأسبوع المقبل", "العام نفسه", "اليوم التالي"."""
    this = _is(words, i, "هذا", "هذه", "بهذا", "وهذا", "لهذا")
    at = i + this
    hit = sense(words[at].folded, "unit") if at < len(words) else None
    if (
        hit is None
        or hit[1]["count"] != 1
        or not words[at].folded.removeprefix("و").startswith(("ال", "لل", "بال", "فال"))
    ):
        return None
    unit = str(hit[1]["unit"])
    if unit in ("hour", "century"):
        return None
    clitics = "" if this else ("و" if words[at].folded.startswith("و") else "")
    if this:
        return phrase(words, i, at + 1, unit, clitics, shift=0) if unit != "day" else None
    if entry := _kind(words, at + 1, "direction"):
        last = at + 2
        step = int(str(entry["step"]))
        return phrase(words, i, last, unit, clitics, shift=step)
    if _is(words, at + 1, "قبل") and _kind(words, at + 2, "direction"):
        return phrase(words, i, at + 3, unit, clitics, shift=-2)
    if _kind(words, at + 1, "same"):
        return phrase(words, i, at + 2, unit, clitics, shift=0, told=True)
    if entry := _kind(words, at + 1, "neighbour"):
        return phrase(words, i, at + 2, unit, clitics, shift=entry["step"], told=True)
    return None


def read_counted(words: Sequence[Word], i: int) -> tuple[int, str, int] | None:
    """A number of units at `i` ("ثلاثة أيام", "يومين", "17 عاما"): `(number, unit, index after it)`."""
    if i >= len(words):
        return None
    unit = _kind(words, i, "unit")
    if unit and unit["count"] in (1, 2) and not words[i].folded.startswith("ال"):
        last = i + 1
        if unit["count"] == 1 and _is(words, last, "واحد", "واحده"):
            last += 1
        return int(str(unit["count"])), str(unit["unit"]), last
    number = read_number(words, i)
    if number is None or not number.exact or number.low != int(number.low) or number.low < 1:
        return None
    unit = _kind(words, number.last, "unit")
    if unit is None or unit["count"] == 2:
        return None
    return int(number.low), str(unit["unit"]), number.last + 1


def read_ago(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "قبل ثلاث سنوات", "قبلها بيوم", and "بعد يوم من" as newswires lead a second-day story."""
    first = words[i].folded
    around = sense(first, "around")
    if around and i + 1 < len(words) and words[i + 1].folded.startswith("ب"):
        unit = _kind(words, i + 1, "unit")
        if unit and unit["count"] in (1, 2) and unit["unit"] in ("day", "week", "month", "year"):
            shift = int(around[1]["step"]) * int(str(unit["count"]))
            return phrase(words, i, i + 2, str(unit["unit"]), around[0], shift=shift, told=True)
        return None
    ago = sense(first, "ago")
    if ago:
        counted = read_counted(words, i + 1 + _is(words, i + 1, "نحو", "حوالي", "قرابه"))
        if counted is None or counted[1] in ("hour", "century") or counted[0] > 3000:
            return None
        number, unit_name, last = counted
        # "before a day of X" speaks of another event.
        if _is(words, last, "من", "علي") and not _kind(words, last + 1, "day_word"):
            return None
        return phrase(words, i, last, unit_name, ago[0], shift=-number)
    if first in ("بعد", "وبعد") and _is(words, i + 1, "يوم"):
        last = i + 2 + _is(words, i + 2, "واحد")
        if _is(words, last, "من", "علي"):
            return phrase(words, i, last, "day", "و" if first == "وبعد" else "", shift=0, told=False, edge="morrow")
    return None


def read_window(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الأسبوعين الأخيرين", "الأيام الثلاثة الماضية", "السنوات الخمس المقبلة": the last or next units as a whole."""
    hit = sense(words[i].folded, "unit")
    if hit is None or hit[1]["count"] == 1 or "ال" not in hit[0]:
        return None
    count, at = int(hit[1]["count"]), i + 1
    if count == 0:
        number = read_number(words, at) if at < len(words) else None
        if number is None or not number.exact:
            return None
        count, at = int(number.low), number.last
    entry = _kind(words, at, "direction")
    if entry is None or not entry["step"] or hit[1]["unit"] == "century" or not 1 <= count <= 200:
        return None
    unit, shift = str(hit[1]["unit"]), int(str(entry["step"])) * count
    if unit == "hour":
        unit, shift = "day", int(str(entry["step"])) * max(1, round(count / 24))
    return phrase(words, i, at + 1, unit, hit[0].removesuffix("ال"), shift=shift, window=True)
