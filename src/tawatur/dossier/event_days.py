"""What is said to have happened on which day: the claims of a story under the days that their own words name."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from tawatur.dossier.parts import ClaimView, Report
from tawatur.model import TimeExpression

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T.*)?")


@dataclass(frozen=True, slots=True)
class EventDay:
    """A day (ISO 8601) and the claims that tell of it, the most widely carried first."""

    day: str
    claims: tuple[ClaimView, ...]


def event_days(views: Report) -> tuple[EventDay, ...]:
    """The days of a story in their order.

    A claim stands under the day that most of its outlets name within its words, of equals the earliest; comment and
    predictions stand under none, nor does a claim whose words name no single day.
    """
    dates: dict[str, list[TimeExpression]] = defaultdict(list)
    for date in views.index.dossier.dates:
        if date.basis != "unresolved" and date.value and _DAY.fullmatch(date.value):
            dates[date.article].append(date)
    found: dict[str, list[ClaimView]] = defaultdict(list)
    for view in views.claims:
        if view.shown.kind not in {"comment", "prediction"} and (day := _day(views, view, dates)):
            found[day].append(view)
    return tuple(EventDay(day, tuple(found[day])) for day in sorted(found))


def _day(views: Report, view: ClaimView, dates: dict[str, list[TimeExpression]]) -> str | None:
    named: dict[str, set[str]] = defaultdict(set)
    for member in view.members:
        for date in dates[member.article]:
            if member.content[0] <= date.span[0] and date.span[1] <= member.content[1]:
                named[str(date.value)[:10]].add(views.index.outlet_of(member))
    return min(named, key=lambda day: (-len(named[day]), day), default=None)
