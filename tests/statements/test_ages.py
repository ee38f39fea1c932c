"""How old what a date tells of is, as it counts for the kind of a statement."""

from __future__ import annotations

from datetime import date

import pytest

from tawatur.model import Reason, TimeExpression
from tawatur.statements.ages import age_of, ages

PUBLISHED = date(2018, 4, 20)


@pytest.mark.parametrize(
    ("value", "age"),
    [
        ("2018-04-20", "today"),
        ("2018-04-19T14:30", "yesterday"),
        ("2018-04-17", "days"),
        ("2018-04-11", "week"),
        ("2018-04-09/2018-04-19", "weeks"),
        ("2017-12-31", "long ago"),
        ("2018-04-21", "to come"),
        ("2018-W16", "week"),
        ("2018-04", "this month"),
        ("2018-03", "last month"),
        ("2017-11", "months"),
        ("2018-06", "month to come"),
        ("2018", "this year"),
        ("2017", "last year"),
        ("2003", "years"),
        ("2020", "year to come"),
        ("T10:30", None),
    ],
)
def test_age_of_a_value(value: str, age: str | None) -> None:
    assert age_of(value, PUBLISHED) == age


def test_only_what_is_placed_has_an_age() -> None:
    why = Reason("time.absolute")
    placed = TimeExpression("a", (0, 4), "2018-04-20", "absolute", why)
    dates = [placed, TimeExpression("a", (9, 12), None, "unresolved", why)]
    assert ages(dates, "2018-04-20T08:00:00Z") == [((0, 4), "today")]
    assert ages(dates, None) == []
    assert ages(dates, "امس") == []
