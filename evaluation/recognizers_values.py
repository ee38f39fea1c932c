"""Whether what the readers find in a text is the value the Recognizers data expects.

The data normalises as an assistant for meetings does; where its convention is no matter of language, what both agree on
is compared:

- the last day of a stretch may be in it or after it (the data does both), and of stretches counted from the day of
  writing each end may differ by a day;
- a part of a day (its "morning" is 8 to 12) and "the end of the day" (its 23:59) are compared by the day, a week-end by
  the week, as its days differ by country;
- "early" and "late" in a period have no agreed ends: the period, or anything inside the part that the data gives;
- what is counted in weeks, months or years from the day of writing ("three months ago") is as precise as its unit;
- "since", "before", "after" are compared by the time they name; clock times to the minute; intervals of numbers without
  their ends being open or closed.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from evaluation.recognizers_data import Expected
from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import words
from tawatur.model import Article, TimeExpression
from tawatur.statements.counts import find_counts
from tawatur.statements.dates import find_dates
from tawatur.statements.quantities import find_quantities

SOME_DAY = "2016-11-07"
"""The day of writing where a row of mere clock times gives none."""
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "month": 2592000, "year": 31536000}
Days = tuple[date, date]


def right(value: Expected) -> bool:
    """Whether the readers find the value anywhere in its text."""
    if value.type in ("number", "ordinal"):
        return any(abs(float(o["value"]) - n) <= 1e-4 * abs(n) for o in value.options for n in _numbers(value))
    if value.type in ("percentage", "numberrange", "duration"):
        return _amount(value)
    article = Article("a", "a", value.text, published=(value.written or SOME_DAY)[:10])
    found = [e for e in find_dates(article) if e.value]
    return any(_same(e, article.text, option, value) for e in found for option in value.options)


def _numbers(value: Expected) -> list[float]:
    found, out, i = words(value.text), list[float](), 0
    while i < len(found):
        if value.type == "ordinal":
            ordinal = read_ordinal(found, i)
            i, got = (ordinal[1], float(ordinal[0])) if ordinal else (i + 1, None)
        else:
            number = read_number(found, i)
            i, got = (number.last, number.low) if number else (i + 1, None)
        if got is not None:
            out.append(got)
    return out


def _amount(value: Expected) -> bool:
    text = value.text
    if value.type == "numberrange":
        ends = [_ends(o["value"]) for o in value.options]
        return any((c.low, c.high) in ends for c in find_counts(words(text)))
    quantities = find_quantities(text, (0, len(text)))
    if value.type == "percentage":
        wanted = [float(o["value"].rstrip("%")) for o in value.options]
        return any(q.unit == "percent" and q.low == q.high and q.low in wanted for q in quantities)
    spoken = [q.low * SECONDS[q.unit] for q in quantities if q.low is not None and q.unit in SECONDS]
    wanted = [float(o.get("duration") or o["value"]) for o in value.options]
    return bool({sum(spoken), *spoken} & set(wanted))


def _ends(written: str) -> tuple[float | None, float | None]:
    low, high = written.strip("[]()").split(",")
    return (float(low) if low else None), (float(high) if high else None)


def _same(found: TimeExpression, text: str, option: dict[str, str], value: Expected) -> bool:
    ours = found.value or ""
    if value.type in ("time", "timerange"):
        return _clocks(ours) == [c[:5] for c in _ends_told(option)]
    days = _span(ours)
    if re.search(r"T(MO|AF|EV|NI|DT)$", value.timex) or value.timex.endswith("T23:59"):
        return days[0] == days[1] == _day(_ends_told(option)[0])
    if value.type in ("datetime", "datetimerange"):
        return [p[:16] for p in ours.split("/")] == [t[:16].replace(" ", "T") for t in _ends_told(option)]
    if value.type == "date":
        day = _day(_ends_told(option)[0])
        counted = text[slice(*found.span)].startswith(("قبل", "بعد", "منذ"))
        return days == (day, day) or (counted and "T" not in ours and days[0] <= day <= days[1])
    return _same_range(ours, days, option, value)


def _same_range(ours: str, days: Days, option: dict[str, str], value: Expected) -> bool:
    told = _ends_told(option)
    # A month of no year ("XXXX-03") is a whole month in the year of its resolution.
    whole = _span_of_timex((option.get("timex") or value.timex).replace("XXXX", told[0][:4]))
    if whole and days == whole:
        return True
    first = _day(told[0])
    if option.get("mod") or option.get("Mod") or len(told) < 2:
        return not whole and days[0] == first
    last = _day(told[1])
    if whole and (first, last - timedelta(1)) != whole:
        return first <= days[0] and days[1] < last
    ends = {days[1], days[1] + timedelta(1), _span(ours.split("/")[-1])[0] if "/" in ours else days[1]}
    if (days[0], True) == (first, last in ends):
        return True
    counted = re.search(r",P\d+[DWMY]\)$", value.timex) is not None and (value.written or "")[:10] in ours
    return counted and abs((days[0] - first).days) <= 1 and abs((days[1] - last).days) <= 1


def _ends_told(option: dict[str, str]) -> list[str]:
    """The one time or both ends that a resolution gives; days and clock times as written."""
    for keys in (("date",), ("dateTime",), ("time",), ("value",)):
        if keys[0] in option:
            return [option[keys[0]]]
    for first, last in (
        ("startDate", "endDate"),
        ("startDateTime", "endDateTime"),
        ("startTime", "endTime"),
        ("start", "end"),
    ):
        if first in option or last in option:
            return [option[k] for k in (first, last) if k in option]
    return ["0001-01-01", "0001-01-01"]


def _clocks(ours: str) -> list[str]:
    return [part.partition("T")[2][:5] for part in ours.split("/") if "T" in part]


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written[:10])
    except ValueError:
        return date(1, 1, 1)


def _span(ours: str) -> Days:
    """First and last day of one of our values."""
    parts = [_unit(part) for part in ours.split("/")]
    return parts[0][0], parts[-1][1]


def _span_of_timex(timex: str) -> Days | None:
    """First and last day of a normalised time that is one whole unit; a week-end is its week, a season its months."""
    timex = re.sub(r"-WE$", "", timex)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season[2]]
        first = date(int(season[1]), month, 1)
        return first, (first + timedelta(92)).replace(day=1) - timedelta(1)
    return _unit(timex) if re.fullmatch(r"\d{4}(-W\d\d|-\d\d){0,1}(-\d\d)?", timex) else None


def _unit(part: str) -> Days:
    part = part.partition("T")[0]
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", part):
        first = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return first, first + timedelta(6)
    numbers = [int(n) for n in part.split("-")]
    if len(numbers) == 3:
        return (day := date(*numbers)), day
    if len(numbers) == 2:
        first = date(numbers[0], numbers[1], 1)
        return first, (first + timedelta(31)).replace(day=1) - timedelta(1)
    return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
