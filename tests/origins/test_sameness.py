from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tawatur.model import Account, Claim, Kind, Link
from tawatur.origins import judge
from tawatur.settings import DEFAULT
from tawatur.stories import resolve_sources
from tests.stories.invented import account, said


def of_kind(made: Account, kind: Kind) -> Account:
    return replace(made, statements=tuple(replace(s, kind=kind) for s in made.statements))


MINISTER = account("a", said(("وزير الزراعة الأردني سالم المرعي", "person"), "السوق مغلقة"))
MAYOR = account("b", said(("رئيس البلدية هدى النجار", "person"), "أغلقت السوق أبوابها اليوم"))
OWNER = account("c", said(("مصطفى الحداد", "person"), "المحال كلها موصدة"))


def interval(accounts: Sequence[Account], *scores: float) -> Claim:
    """The claim of all statements, held together in a row by links of these scores."""
    sources, resolved = resolve_sources(accounts)
    ids = [s.id for a in accounts for s in a.statements]
    links = tuple(Link(a, b, score, ()) for a, b, score in zip(ids, ids[1:], scores, strict=False))
    (out,) = judge([Claim("c01", tuple(ids), links)], resolved, sources, (), DEFAULT)
    return out


@pytest.mark.parametrize(("score", "low"), [(0.9, 2), (0.4, 1)])
def test_two_statements_alone_corroborate_only_when_they_surely_say_the_same(score: float, low: int) -> None:
    out = interval([MINISTER, MAYOR], score)
    assert out.independent == (low, 2)
    assert ("origins.same_unsure" in {reason.code for reason in out.reasons}) == (low == 1)


def test_a_third_statement_makes_a_claim_firmer() -> None:
    assert interval([MINISTER, MAYOR, OWNER], 0.4, 0.4).independent == (3, 3)


def test_stances_of_two_are_seldom_one() -> None:
    stances = [of_kind(made, "position") for made in (MINISTER, MAYOR, OWNER)]
    assert interval(stances, 0.6, 0.6).independent == (1, 3)
    assert interval(stances, 0.8, 0.8).independent == (3, 3)


def test_the_weakest_link_on_the_way_counts() -> None:
    assert interval([MINISTER, MAYOR, OWNER], 0.9, 0.1).independent == (2, 3)


def test_a_claim_without_links_is_taken_at_its_word() -> None:
    assert interval([MINISTER, MAYOR]).independent == (2, 2)


def test_speakers_of_one_statement_vouch_for_one_thing() -> None:
    both = account("d", said(("الجيش الأردني والشرطة الأردنية", "organisation"), "السوق مغلقة"))
    echo = account("e", said(("الجيش الأردني والشرطة الأردنية", "organisation"), "أغلقت السوق"))
    assert interval([both, echo], 0.3).independent == (2, 2)
