"""Where a temporal expression lies on the calendar, given when the article was published and what it spoke of before.

Underspecified dates are resolved as TIDES TIMEX2 and its successors do it (Ferro et al. 2005): by the adjective that
stands with them, else by the outlook of the sentence, else to the nearest past. A day of a month may lie a little
ahead.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from tawatur.languages.ar.time_phrase import TimePhrase
from tawatur.model import DateBasis
from tawatur.statements.hijri import place_islamic
from tawatur.statements.placing import Placed, Told, add_months, end_of, shifted

# A bare "24 June" is taken as coming when it is nearer than this many days; a sixth of a year on either side of six
# months keeps "16 October" read in March in the past.
AHEAD = 120


def place(phrase: TimePhrase, told: Told, outlook: int) -> Placed | None:
    """The place of the expression without its edge and clock; None when nothing anchors it.

    Raises ValueError or OverflowError for a day that no calendar has.
    """
    if phrase.of is not None:
        return _nth(phrase, phrase.of, told, outlook)
    if phrase.islamic:
        return place_islamic(phrase, told)
    if phrase.unit in ("season", "quarter", "half"):
        return _part_of_year(phrase, told, outlook)
    if phrase.unit == "decade" and phrase.year:
        return Placed("interval", date(phrase.year, 1, 1), "absolute", date(phrase.year + 9, 12, 31))
    if phrase.day is not None and phrase.month is None and phrase.shift is None:
        return _day_alone(phrase, told, outlook)
    if phrase.month is not None or phrase.year is not None:
        return _dated(phrase, told, outlook)
    if phrase.weekday is not None and phrase.shift is None:
        return _weekday(phrase, told, outlook)
    return _counted(phrase, told, outlook)


def _nth(phrase: TimePhrase, of: TimePhrase, told: Told, outlook: int) -> Placed | None:
    """The nth week or weekday of a month or year; a week belongs where its Thursday does, as in ISO 8601."""
    whole = place(of, told, outlook)
    if whole is None or phrase.nth is None:
        return None
    first = whole.first.replace(day=1) if whole.unit == "month" else whole.first.replace(month=1, day=1)
    last = end_of(whole.unit, first)
    weekday = 3 if phrase.unit == "week" else phrase.weekday or 0
    if phrase.nth > 0:
        day = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (phrase.nth - 1))
    else:
        day = last - timedelta(days=(last.weekday() - weekday) % 7)
    if not first <= day <= last:
        return None
    return Placed(phrase.unit, day - timedelta(days=3) if phrase.unit == "week" else day, whole.basis)


def _day_alone(phrase: TimePhrase, told: Told, outlook: int) -> Placed | None:
    """The nearest day of that number, of that weekday where one is named, on the side the sentence looks to."""
    if told.published is None or phrase.day is None:
        return None
    now = told.published
    months = [add_months(now.replace(day=1), k) for k in range(-3, 4)]
    days = [m.replace(day=phrase.day) for m in months if phrase.day <= monthrange(m.year, m.month)[1]]
    if phrase.weekday is not None:
        days = [d for d in days if d.weekday() == phrase.weekday]
        if not days:
            # Another number stands by the weekday.
            return _weekday(phrase, told, outlook)
        return Placed("day", min(days, key=lambda d: (abs((d - now).days), d)), "publication")
    sided = [d for d in days if (d >= now if outlook > 0 else d <= now)]
    return Placed("day", min(sided, key=lambda d: abs((d - now).days)), "publication") if sided else None


def _dated(phrase: TimePhrase, told: Told, outlook: int) -> Placed | None:
    year, basis = _year_of(phrase, told)
    if year is not None:
        return Placed(phrase.unit, date(year, phrase.month or 1, phrase.day or 1), basis)
    if phrase.month is None:
        return None
    if told.published is None:
        if told.dated is None or phrase.step is not None:
            return None
        return Placed(phrase.unit, date(told.dated[0], phrase.month, phrase.day or 1), "text")
    now, step = told.published, phrase.step
    if phrase.day is None:
        now = now.replace(day=1)
    if phrase.weekday is not None and step is None:
        # A weekday beside the date tells the year.
        for year in sorted(range(now.year - 3, now.year + 2), key=lambda y: abs((_of_year(y, phrase) - now).days)):
            if _of_year(year, phrase).weekday() == phrase.weekday:
                return Placed("day", _of_year(year, phrase), "publication")
    before, same, after = (_of_year(now.year + k, phrase) for k in (-1, 0, 1))
    past = same if same < now or (same == now and step is None) else before
    coming = same if same > now or (same == now and step is None) else after
    if step == 0:
        chosen = same
    elif step is not None:
        chosen = past if step < 0 else coming
    elif outlook:
        chosen = past if outlook < 0 else coming
    elif phrase.day is None:
        chosen = past
    else:
        chosen = coming if (coming - now).days <= min(AHEAD, (now - past).days) else past
    return Placed(phrase.unit, chosen, "publication")


def _of_year(year: int, phrase: TimePhrase) -> date:
    """The named day of a year; 29 February falls back where there is none."""
    month, day = phrase.month or 1, phrase.day or 1
    return date(year, month, min(day, 28) if (month, day) == (2, 29) and not _leap(year) else day)


def _leap(year: int) -> bool:
    return monthrange(year, 2)[1] == 29


def _year_of(phrase: TimePhrase, told: Told) -> tuple[int | None, DateBasis]:
    if phrase.year is not None:
        return phrase.year, "absolute"
    if phrase.year_step is not None and told.published:
        return told.published.year + phrase.year_step, "publication"
    if phrase.same_year and told.year:
        return told.year, "text"
    return None, "unresolved"


def _weekday(phrase: TimePhrase, told: Told, outlook: int) -> Placed | None:
    if told.published is None or phrase.weekday is None:
        return None
    now, step = told.published, phrase.step
    if phrase.week is not None:
        base = told.day if phrase.told and told.day else now
        monday = base - timedelta(days=base.weekday() - 7 * phrase.week)
        return Placed("day", monday + timedelta(days=phrase.weekday), "publication")
    back = (now.weekday() - phrase.weekday) % 7
    if step is not None and step < 0:
        day = now - timedelta(days=(back or 7) - 7 * (step + 1))
    elif step:
        day = now + timedelta(days=((7 - back) % 7 or 7) + 7 * (step - 1))
    elif outlook > 0 and back:
        day = now + timedelta(days=7 - back)
    else:
        day = now - timedelta(days=back)
    return Placed("day", day, "publication")


def _counted(phrase: TimePhrase, told: Told, outlook: int) -> Placed | None:
    if phrase.shift is None:
        return None
    # "The fifth of last month": months are counted, then the day taken.
    unit = "month" if phrase.day is not None else phrase.unit
    anchor, basis = told.published, "publication"
    if phrase.told:
        known = {
            "day": told.day,
            "month": told.month and date(*told.month, 1),
            "year": told.year and date(told.year, 1, 1),
        }
        spoken = known.get(unit, told.day)
        if spoken:
            basis = "publication" if spoken == anchor and phrase.clock else "text"
            anchor = spoken
    if anchor is None:
        return None
    target = shifted(unit, anchor.replace(day=1) if phrase.day is not None else anchor, phrase.shift)
    ended = phrase.unit == "week" and phrase.edge == "end" and not phrase.shift and not phrase.before
    if ended and outlook < 0 and anchor.weekday() < 4:
        target = shifted("week", target, -1)  # the week's end told of on a Monday is past
    if phrase.window:
        first, last = sorted((anchor, target))
        if phrase.unit in ("year",):
            return Placed("years", first, "publication", last)
        return Placed("interval", first, "publication", last)
    if phrase.day is not None and phrase.unit == "day":
        target = target.replace(day=phrase.day)
    if phrase.weekday is not None:
        # What is dated later than it was written speaks of a "today" some days back, of a later one by a night at most.
        off = (phrase.weekday - target.weekday() + 5) % 7 - 5
        target += timedelta(days=off)
    return Placed(phrase.unit, target, "text" if basis == "text" else "publication")


def _part_of_year(phrase: TimePhrase, told: Told, outlook: int) -> Placed | None:
    year, basis = _year_of(phrase, told)
    months = {"season": 3, "quarter": 3, "half": 6}[phrase.unit]
    if year is None:
        if told.published is None:
            return None
        basis = "publication"
        if phrase.shift is not None:
            year = told.published.year + phrase.shift
        elif phrase.step == 0:
            # Till summer, "this winter" is the one that began last year.
            year = told.published.year - (phrase.month == 12 and told.published.month < 7)
        else:
            whole = replace(phrase, unit="month", shift=None)
            found = _dated(whole, told, outlook)
            if found is None:
                return None
            year = found.first.year
    first = date(year, phrase.month or 1, 1)
    return Placed("months", first, basis, add_months(first, months - 1))
