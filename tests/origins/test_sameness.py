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


MINISTER_SAID = "وزير الزراعة الأردني سالم المرعي", "السوق مغلقة"
MAYOR_SAID = "رئيس البلدية هدى النجار", "أغلقت السوق أبوابها اليوم"
MINISTER = account("a", said((MINISTER_SAID[0], "person"), MINISTER_SAID[1]))
MAYOR = account("b", said((MAYOR_SAID[0], "person"), MAYOR_SAID[1]))
MAYOR_AGAIN = account("g", said((MAYOR_SAID[0], "person"), "أبواب السوق مغلقة منذ الصباح"))
OWNER = account("c", said(("مصطفى الحداد", "person"), "المحال كلها موصدة"))
FARMER = account("h", said(("ليلى الصباغ", "person"), "لا أحد يبيع شيئا"))
OWN_VOICE = account("i", said("السوق لم تفتح اليوم"))


def interval(accounts: Sequence[Account], *scores: float) -> Claim:
    """The claim of all statements, held together in a row by links of these scores."""
    sources, resolved = resolve_sources(accounts)
    ids = [s.id for a in accounts for s in a.statements]
    links = tuple(Link(a, b, score, ()) for a, b, score in zip(ids, ids[1:], scores, strict=False))
    (out,) = judge([Claim("c01", tuple(ids), links)], resolved, sources, (), DEFAULT)
    return out


def codes(claim: Claim) -> set[str]:
    return {reason.code for reason in claim.reasons if reason.code.startswith("origins.same_")}


@pytest.mark.parametrize(("score", "low"), [(0.9, 2), (0.4, 1)])
def test_two_statements_alone_corroborate_only_when_they_surely_say_the_same(score: float, low: int) -> None:
    out = interval([MINISTER, MAYOR], score)
    assert out.independent == (low, 2)
    assert codes(out) == ({"origins.same_few"} if low == 1 else set())


@pytest.mark.parametrize(("score", "low"), [(0.4, 3), (0.1, 1)])
def test_a_third_statement_makes_a_claim_firmer_where_they_hold_together(score: float, low: int) -> None:
    out = interval([MINISTER, MAYOR, OWNER], score, score)
    assert out.independent == (low, 3)
    assert codes(out) == ({"origins.same_unsure"} if low == 1 else set())


@pytest.mark.parametrize(("score", "low"), [(0.8, 1), (0.95, 4)])
def test_stances_of_two_are_seldom_one(score: float, low: int) -> None:
    stances = [of_kind(made, "position") for made in (MINISTER, MAYOR, OWNER, FARMER)]
    out = interval(stances, score, score, score)
    assert out.independent == (low, 4)
    assert codes(out) == ({"origins.same_stance"} if low == 1 else set())


def test_a_stance_and_what_is_told_need_four_statements() -> None:
    stance = of_kind(MINISTER, "position")
    assert interval([stance, MAYOR, MAYOR_AGAIN], 0.9, 0.9).independent == (1, 2)
    assert interval([stance, MAYOR, MAYOR_AGAIN, OWN_VOICE], 0.9, 0.9, 0.9).independent == (2, 2)


def test_two_statements_of_one_article_are_seldom_on_the_word_of_two() -> None:
    both = account("f", *(said((name, "person"), what) for name, what in (MINISTER_SAID, MAYOR_SAID)))
    out = interval([both, OWN_VOICE], 0.9, 0.9)
    assert out.independent == (1, 2)
    assert codes(out) == {"origins.same_article"}


def test_the_weakest_link_on_the_way_counts() -> None:
    assert interval([MINISTER, MAYOR, OWNER], 0.9, 0.1).independent == (2, 3)


def test_a_claim_without_links_is_taken_at_its_word() -> None:
    assert interval([MINISTER, MAYOR]).independent == (2, 2)


def test_speakers_of_one_statement_vouch_for_one_thing() -> None:
    both = account("d", said(("الجيش الأردني والشرطة الأردنية", "organisation"), "السوق مغلقة"))
    echo = account("e", said(("الجيش الأردني والشرطة الأردنية", "organisation"), "أغلقت السوق"))
    assert interval([both, echo], 0.3).independent == (2, 2)
