"""Where a date of the Islamic calendar lies on the common one, by the tables of Umm al-Qura (`hijridate`)."""

from __future__ import annotations

from datetime import date, timedelta

from tawatur.languages.ar.time_phrase import TimePhrase
from tawatur.model import DateBasis
from tawatur.statements.placing import Placed, Told


def place_islamic(phrase: TimePhrase, told: Told) -> Placed | None:
    """The place of a date of the Islamic calendar; the nearest year where none is named."""
    from hijridate import Gregorian, Hijri

    year, basis = phrase.year, "absolute"
    if year is None:
        if told.published is None or phrase.month is None:
            return None
        now, basis = told.published, "publication"
        current = Gregorian(now.year, now.month, now.day).to_hijri().year
        options = [_islamic_day(Hijri, y, phrase.month, phrase.day or 1) for y in (current - 1, current, current + 1)]
        step = phrase.step
        if step == 0:
            chosen = options[1]
        elif step == 1:
            chosen = next(d for d in options if d > now)
        elif step == -1:
            chosen = next(d for d in reversed(options) if d < now)
        else:
            chosen = min(options, key=lambda d: abs((d - now).days))
        year = current - 1 + options.index(chosen)
    first = _islamic_day(Hijri, year, phrase.month or 1, phrase.day or 1)
    told_basis: DateBasis = "absolute" if basis == "absolute" else "publication"
    if phrase.day is not None:
        return Placed("day", first, told_basis)
    if phrase.month is not None:
        following = (year, phrase.month + 1) if phrase.month < 12 else (year + 1, 1)
    else:
        following = (year + 1, 1)
    last = _islamic_day(Hijri, *following, 1) - timedelta(days=1)
    return Placed("interval", first, told_basis, last)


def _islamic_day(hijri: type, year: int, month: int, day: int) -> date:
    converted = hijri(year, month, day).to_gregorian()
    return date(converted.year, converted.month, converted.day)
