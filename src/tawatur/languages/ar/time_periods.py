"""Stretches longer than a day: months, years, weeks, seasons, quarters, decades, and the edges of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_dates import four_digits, read_modifier, read_month, read_year, read_year_phrase
from tawatur.languages.ar.time_days import read_container, read_weekday
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, kind_at, phrase, spanning
from tawatur.languages.ar.time_relative import read_relative_unit, read_this_unit, read_window
from tawatur.languages.ar.time_words import sense


def read_larger(words: Sequence[Word], i: int) -> TimePhrase | None:
    """A month, year, week, season, quarter or decade."""
    return (
        read_nth_week(words, i)
        or read_relative_unit(words, i)
        or read_window(words, i)
        or read_month(words, i)
        or _read_plain_year(words, i)
        or _read_season(words, i)
        or _read_share_of_year(words, i)
        or _read_decade(words, i)
    )


def _read_plain_year(words: Sequence[Word], i: int) -> TimePhrase | None:
    hit = sense(words[i].folded, "unit")
    if hit and hit[1]["unit"] == "year" and hit[1]["count"] == 2:
        return _two_years(words, i)
    if (read := read_year(words, i, bare=False)) is not None:
        year, islamic, last = read
        clitics = (hit[0] if hit else "").removesuffix("ال")
        # The year of a document's number ("for the year") is the digits alone.
        first = i + 1 if clitics in ("ل", "لل", "ول") else i
        found = phrase(words, first, last, "year", clitics if first == i else "", year=year, islamic=islamic)
        closing = _closing_year(words, last)
        if closing:
            return replace(found, last=closing[1], end=words[closing[1] - 1].end, until=replace(found, year=closing[0]))
        return found
    bare_year = four_digits(words, i)
    if bare_year is None or not 1900 <= bare_year <= 2099:
        return None
    if (closing := _closing_year(words, i + 1)) and _in_brackets_or_led(words, i):
        found = phrase(words, i, closing[1], "year", year=bare_year)
        return replace(found, until=replace(found, year=closing[0]))
    # A season has a stroke or a hyphen, a plan a hyphen.
    reach = 1 if is_sign(words, i + 1, "/") else 50
    if closing and bare_year < closing[0] <= bare_year + reach and not counts_something(words, closing[1], closing[0]):
        found = phrase(words, i, closing[1], "year", year=bare_year)
        return replace(found, until=replace(found, year=closing[0]))
    if i == 0 or not sense(words[i - 1].folded, "year_lead") or counts_something(words, i + 1, bare_year):
        return None
    return phrase(words, i, i + 1, "year", year=bare_year)


def _in_brackets_or_led(words: Sequence[Word], i: int) -> bool:
    previous = words[i - 1].folded if i else ""
    return previous in ("(", "موسم", "لموسم", "دوره") or sense(previous, "year_lead") is not None


def _closing_year(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The second year of "1975-1990"."""
    if is_sign(words, i, "-–/") and (year := four_digits(words, i + 1)) and year >= 1500:
        return year, i + 2
    return None


def _two_years(words: Sequence[Word], i: int) -> TimePhrase | None:
    first = four_digits(words, i + 1)
    at = i + 2 + is_sign(words, i + 2, "و-–")
    second = four_digits(words, at) if first and at > i + 2 else None
    if first is None or second is None:
        return None
    found = phrase(words, i, at + 1, "year", year=first)
    return replace(found, until=replace(found, year=second))


def counts_something(words: Sequence[Word], i: int, year: int) -> bool:
    """Whether the number before `words[i]` counts a noun there; a round number is a year only at a pause."""
    if i >= len(words):
        return False
    nxt = words[i].folded
    if sense(nxt, "unit") and not nxt.startswith(("ال", "و")):
        return True
    if nxt in ("%", "٪", "$", "°") or sense(nxt, "counted_noun"):
        return True
    return year % 100 == 0 and nxt[:1].isalpha() and not sense(nxt, "year_lead") and not nxt.startswith("و")


def read_edge(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "مطلع شباط", "أواخر الشهر الماضي", "نهاية 2008", "منتصف العام"."""
    hit = sense(words[i].folded, "edge")
    if hit is None or "ال" in hit[0] or i + 1 >= len(words):
        return None
    edge = str(hit[1]["edge"])
    at = i + 1
    inner = read_month(words, at, company=True) or read_relative_unit(words, at) or _read_plain_year(words, at)
    if inner is None and (year := four_digits(words, at)) and 1900 <= year <= 2099:
        inner = phrase(words, at, at + 1, "year", year=year)
    if inner is None:
        units = ("week", "month", "year") if edge == "end" else ("month", "year")
        inner = read_this_unit(words, at, units) or _read_decade(words, at)
    if inner is None and edge == "end":
        inner = read_weekday(words, at)
    if inner is None or inner.until:
        return None
    first = i - 1 if i and is_form(words, i - 1, "عطله") and inner.unit == "week" else i
    return spanning(words, inner, first, edge=edge if inner.unit != "day" else "")


def read_rest(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "بقية العام", "باقي الأسبوع": from the day of writing to the end."""
    if not sense(words[i].folded, "rest") or i + 1 >= len(words):
        return None
    at = i + 1 + is_form(words, i + 1, "من")
    if at >= len(words):
        return None
    inner = read_relative_unit(words, at) or read_this_unit(words, at, ("week", "month", "year"))
    return spanning(words, inner, i, before=True) if inner and inner.shift == 0 and not inner.told else None


def read_before_end(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "قبل نهاية العام": from the day of writing to the end."""
    if not sense(words[i].folded, "ago") or i + 1 >= len(words):
        return None
    inner = read_edge(words, i + 1)
    return spanning(words, inner, i, before=True) if inner and inner.edge in ("end", "late") else None


def _read_season(words: Sequence[Word], i: int) -> TimePhrase | None:
    this = is_form(words, i, "هذا", "وهذا")
    hit = sense(words[i + this].folded, "season") if i + this < len(words) else None
    if hit is None:
        return None
    if this:
        return phrase(words, i, i + 2, "season", month=hit[1]["first"], step=0) if hit[0] == "ال" else None
    modifier, last = read_modifier(words, i + 1)
    if not modifier or modifier.keys() <= {"same_year"}:
        return None
    clitics = hit[0].removesuffix("ال")
    return phrase(words, i, last, "season", clitics, month=hit[1]["first"], **modifier)


def _read_share_of_year(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الربع الأول من 2018", "النصف الثاني من العام الماضي", "الربع الثالث لعام 2016", "النصف الأول من مارس"."""
    folded = words[i].folded.removeprefix("و").removeprefix("ب")
    if folded not in ("الربع", "النصف", "للربع", "للنصف") or i + 2 >= len(words):
        return None
    ordinal = read_ordinal(words, i + 1)
    count = 4 if folded.endswith("الربع") or folded == "للربع" else 2
    if is_form(words, i + 1, "الاخير"):
        ordinal = count, i + 2
    if ordinal is None or not 1 <= ordinal[0] <= count:
        return None
    at = ordinal[1] + is_form(words, ordinal[1], "من", "في")
    led = at > ordinal[1] or kind_at(words, at, "unit") is not None
    if at >= len(words) or not (led or four_digits(words, at)):
        return None
    inner = read_relative_unit(words, at) or read_year_phrase(words, at) or (read_this_unit(words, at) if led else None)
    if inner is None and led and count == 2:
        inner = read_month(words, at, company=True)
    if inner is None or inner.until or inner.islamic:
        return None
    if inner.unit == "month" and count == 2:
        return spanning(words, inner, i, edge="first half" if ordinal[0] == 1 else "second half")
    if inner.unit != "year":
        return None
    months = 12 // count
    unit = "quarter" if count == 4 else "half"
    return spanning(words, inner, i, unit=unit, month=1 + months * (ordinal[0] - 1))


def read_nth_week(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "الأسبوع الثالث من ديسمبر", "الأسبوع الأخير من عام 2015"."""
    hit = sense(words[i].folded, "unit")
    if hit is None or hit[1]["unit"] != "week" or hit[1]["count"] != 1 or "ال" not in hit[0] or i + 1 >= len(words):
        return None
    ordinal = (-1, i + 2) if is_form(words, i + 1, "الاخير") else read_ordinal(words, i + 1)
    inner = read_container(words, ordinal[1]) if ordinal else None
    if ordinal is None or inner is None or ordinal[0] > 53:
        return None
    return phrase(words, i, inner.last, "week", hit[0].removesuffix("ال"), nth=ordinal[0], of=inner)


def _read_decade(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "ثمانينيات القرن الماضي", "التسعينيات"."""
    hit = sense(words[i].folded, "decade")
    if hit is None:
        return None
    last, century = i + 1, 1900
    if is_form(words, last, "من"):
        last += 1
    if is_form(words, last, "القرن") and last + 1 < len(words):
        if kind_at(words, last + 1, "direction"):
            last += 2
        else:
            ordinal = read_ordinal(words, last + 1)
            if ordinal is None:
                return None
            century, last = (ordinal[0] - 1) * 100, ordinal[1]
    elif "ال" not in hit[0] or last > i + 1:
        return None
    year = century + int(hit[1]["decade"])
    return phrase(words, i, last, "decade", hit[0].removesuffix("ال"), year=year)
