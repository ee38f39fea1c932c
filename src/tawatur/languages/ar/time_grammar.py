"""All temporal expressions of a run of words, longest first at every place.

`time_phrase` has the record; `time_dates`, `time_relative`, `time_days`, `time_periods`, `time_hours` and
`time_clock_spans` read the kinds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_clock_spans import read_clock_span
from tawatur.languages.ar.time_dates import four_digits, read_day_of_month, read_month, read_numeric, read_year
from tawatur.languages.ar.time_days import read_day, read_weekday
from tawatur.languages.ar.time_hours import read_day_part, read_night, read_timed
from tawatur.languages.ar.time_periods import counts_something, read_before_end, read_edge, read_larger, read_rest
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, phrase, spanning
from tawatur.languages.ar.time_relative import read_ago
from tawatur.languages.ar.time_words import LEADS, beginnings, can_begin, may_be_month, may_be_named, sense


def find_phrases(words: Sequence[Word]) -> list[TimePhrase]:
    """Every temporal expression in `words`, in order; only "the day after X" may hold another one."""
    found: list[TimePhrase] = []
    free = 0
    for i in beginnings(words):
        if i < free or _leads_nowhere(words, i):
            continue
        morrow = _read_morrow(words, i) if sense(words[i].folded, "morrow") else None
        if morrow:
            found.append(morrow)
            continue
        here = read_clock_span(words, i) or _read_interval(words, i) or _read_one(words, i)
        if here is not None:
            found.append(here)
            free = here.last
    return _share_week(words, _share_year(words, found))


def _leads_nowhere(words: Sequence[Word], i: int) -> bool:
    """Whether "from" or "between", as common as any word, stands before what begins no time."""
    return words[i].folded in LEADS and not (i + 1 < len(words) and can_begin(words[i + 1].folded))


def _share_year(words: Sequence[Word], found: list[TimePhrase]) -> list[TimePhrase]:
    """Give what "and" joins what the second has: "نوفمبر وديسمبر 2017", "الأحد والاثنين المقبلين"."""
    out = list(found)
    for k in range(len(out) - 2, -1, -1):
        here, following = out[k], out[k + 1]
        if here.until or [w.folded for w in words[here.last : following.first]] not in ([], ["و"]):
            continue
        told = here.year is not None or here.step is not None or here.year_step is not None or here.same_year
        if here.month and following.month and not told:
            parts = (following.year, following.step, following.year_step)
            out[k] = replace(here, year=parts[0], step=parts[1], year_step=parts[2])
        named = here.weekday is not None and following.weekday is not None and here.day is None
        if named and not told and following.step is not None and words[following.last - 1].folded.endswith("ين"):
            out[k] = replace(here, step=following.step)
    return out


def _share_week(words: Sequence[Word], found: list[TimePhrase]) -> list[TimePhrase]:
    """Put a weekday beside a week into it, and one that "or" joins: "الأسبوع المقبل يوم الثلاثاء أو الخميس"."""
    week: int | None = None
    out = list(found)
    for k in range(1, len(out)):
        before, here = out[k - 1], out[k]
        gap = [w.folded for w in words[before.last : here.first]]
        if before.unit == "week":
            named = before.told or before.edge or before.before or before.window
            week = None if named or gap else before.shift
        elif before.weekday is None or gap != ["او"]:
            week = None
        dated = here.day is not None or here.step is not None or here.nth is not None or here.week is not None
        if week is not None and here.weekday is not None and not dated:
            out[k] = replace(here, week=week, until=here.until and replace(here.until, week=week))
    return out


def _read_one(words: Sequence[Word], i: int) -> TimePhrase | None:
    if words[i].folded == "(" or words[i].folded in LEADS:
        return None
    return (
        read_timed(words, i)
        or read_night(words, i)
        or read_day_part(words, i)
        or read_edge(words, i)
        or read_day(words, i)
        or read_ago(words, i)
        or read_before_end(words, i)
        or read_rest(words, i)
        or read_larger(words, i)
    )


def _read_interval(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "من آب 2016 إلى آذار 2017", "بين 2011 و2013", "نوفمبر أو ديسمبر المقبلين"."""
    led = words[i].folded in LEADS
    if not led and not (may_be_month(words[i].folded) or words[i].folded[:1].isdigit()):
        return None  # without "from" only months and dates are joined
    at = i + led
    if at >= len(words) or (led and not may_be_named(words[at].folded)):
        return None
    first = _end_of_interval(words, at, bare=led)
    if first is None or first.until:
        return None
    joint = first.last
    if led:
        sign = is_sign(words, joint, "و-–")
        ok = sign or is_form(words, joint, "الي", "حتي", "ولغايه")
        at = joint + 1 if ok else joint
        if not ok and not (joint < len(words) and words[joint].folded.startswith("و")):
            return None
    elif _joins(words, joint, first):
        at = joint + 1
    else:
        return None
    second = _end_of_interval(words, at, bare=led) if at < len(words) else None
    if second is None or second.until or second.unit != first.unit or second.shift is not None:
        return None
    if first.unit == "day" and (first.weekday is None or second.weekday is None) and first.day is None:
        return None
    if first.unit == "month" or first.day is not None:
        shared = {"year": first.year or second.year, "step": second.step if first.step is None else first.step}
        if first.year_step is None:
            shared["year_step"] = second.year_step
        first = replace(
            first, year=shared["year"], step=shared["step"], year_step=shared.get("year_step", first.year_step)
        )
    start = first if not led else spanning(words, first, i)
    return replace(start, last=second.last, end=second.end, until=second)


def _joins(words: Sequence[Word], joint: int, first: TimePhrase) -> bool:
    """Whether a second date may follow without "from" or "between": "نوفمبر أو ديسمبر", "2 أكتوبر إلى 22 أكتوبر"."""
    if first.unit == "month":
        return is_form(words, joint, "او")
    dated = first.day is not None and first.month is not None
    return dated and (is_form(words, joint, "الي", "حتي") or is_sign(words, joint, "-–"))


def _end_of_interval(words: Sequence[Word], i: int, *, bare: bool) -> TimePhrase | None:
    found = read_day_of_month(words, i) or read_numeric(words, i) or read_month(words, i, company=bare)
    if found is None and bare:
        found = read_weekday(words, i)
    if found is None and bare:
        joined = words[i].folded.startswith("و")
        if (year := four_digits(words, i)) and 1500 <= year <= 2099 and not counts_something(words, i + 1, year):
            return phrase(words, i, i + 1, "year", year=year)
        read = read_year(words, i, bare=False)
        if read:
            return phrase(words, i, read[2], "year", "و" if joined else "", year=read[0], islamic=read[1])
    return found


def _read_morrow(words: Sequence[Word], i: int) -> TimePhrase | None:
    """ "غداة" and an event: the day after the day named with it, or else the day of writing."""
    for at in range(i + 1, min(i + 7, len(words))):
        if words[at].folded and words[at].folded in '.،؛:"()':
            break
        inner = read_day_part(words, at) or read_day(words, at)
        if inner and inner.unit == "day" and not inner.until:
            return spanning(words, inner, i, edge="next")
    last = min(i + 4, len(words))
    for at in range(i + 1, last):
        if not words[at].folded[:1].isalpha():
            last = at
            break
    if last <= i + 1:
        return None
    return phrase(words, i, last, "day", "و" if words[i].folded.startswith("و") else "", shift=0, edge="morrow")
