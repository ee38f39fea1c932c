"""How old what a date tells of is when an article appears: the older it is, the likelier the background of the news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tawatur.model import Span, TimeExpression

Aged = tuple[Span, str]
"""The span of an expression of time, and how old it is (`age_of`)."""

_DAYS = ((0, "today"), (1, "yesterday"), (3, "days"), (10, "week"), (60, "weeks"))
_SAME_MONTH, _LAST_MONTH = 20, 50  # days from the middle of a month


def ages(dates: Sequence[TimeExpression], published: str | None) -> list[Aged]:
    """The expressions of time of an article that can be compared with its day of publication, each with its age."""
    day = _day(published)
    if day is None:
        return []
    found = [(d.span, age_of(d.value, day)) for d in dates if d.value is not None]
    return [(span, age) for span, age in found if age is not None]


def age_of(value: str, published: date) -> str | None:
    """How old the beginning of an ISO 8601 value of `TimeExpression` is, coarsely; None for one that is no date."""
    first = value.split("/")[0][:10]
    try:
        if len(first) == len("2018"):
            years = published.year - int(first)
            return "year to come" if years < 0 else ("this year", "last year")[years] if years < 2 else "years"
        if len(first) == len("2018-04"):
            days = (published - date(int(first[:4]), int(first[5:]), 15)).days
            return _month(days)
        days = (published - date.fromisoformat(first)).days
    except ValueError:
        return None
    if days < 0:
        return "to come"
    return next((name for limit, name in _DAYS if days <= limit), "long ago")


def _month(days: int) -> str:
    if abs(days) < _SAME_MONTH:
        return "this month"
    if days < 0:
        return "month to come"
    return "last month" if days < _LAST_MONTH else "months"


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
