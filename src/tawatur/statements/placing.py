"""What is known while the dates of an article are placed, where an expression lies, and steps on the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from tawatur.model import DateBasis


@dataclass(slots=True)
class Told:
    """What the article has spoken of so far, and when it was published; `None` where nothing is known."""

    published: date | None
    day: date | None = None
    month: tuple[int, int] | None = None
    year: int | None = None
    dated: tuple[int, int] | None = None

    def note(self, unit: str, first: date) -> None:
        """Remember an expression that was placed."""
        self.year = first.year
        if unit in ("day", "month"):
            self.month = (first.year, first.month)
        if unit == "day":
            self.day = first


@dataclass(frozen=True, slots=True)
class Placed:
    """A place on the calendar: the unit that begins at `first`; `last` where it is an interval of days."""

    unit: str
    first: date
    basis: DateBasis
    last: date | None = None


def iso(unit: str, day: date) -> str:
    """A unit in ISO 8601: "2018-04-19", "2018-W16", "2018-04", "2018"."""
    if unit == "month":
        return f"{day.year:04}-{day.month:02}"
    if unit == "year":
        return f"{day.year:04}"
    if unit == "week":
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shifted(unit: str, day: date, count: int) -> date:
    """`day` moved by `count` units."""
    if unit == "month":
        return add_months(day, count)
    if unit == "year":
        return add_months(day, 12 * count)
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def end_of(unit: str, day: date) -> date:
    """The last day of the unit that holds `day`."""
    if unit == "year":
        return date(day.year, 12, 31)
    if unit == "month":
        return date(day.year, day.month, monthrange(day.year, day.month)[1])
    if unit == "week":
        return day + timedelta(days=6 - day.weekday())
    return day
