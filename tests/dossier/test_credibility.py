from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur.dossier.credibility import Credibility, credibility
from tawatur.dossier.index import index
from tawatur.model import Dossier, RelationType
from tests.invented_dossier import ferry


def suggested(dossier: Dossier, claim: str) -> Credibility:
    found = index(dossier)
    return credibility(found, found.claims[claim])


def with_intervals(dossier: Dossier, **intervals: tuple[int, int]) -> Dossier:
    claims = (replace(c, independent=intervals.get(c.id, c.independent)) for c in dossier.claims)
    return replace(dossier, claims=tuple(claims))


def without_parties(dossier: Dossier) -> Dossier:
    return replace(dossier, sources=tuple(replace(s, party=False) for s in dossier.sources))


def all_parties(dossier: Dossier) -> Dossier:
    return replace(dossier, sources=tuple(replace(s, party=True) for s in dossier.sources))


@pytest.mark.parametrize(
    ("interval", "grade", "code"),
    [
        ((2, 3), 1, "confirmed"),
        ((3, 3), 1, "confirmed"),
        ((1, 2), 2, "perhaps"),
        ((0, 2), 2, "perhaps"),
        ((1, 1), 3, "one_origin"),
        ((0, 1), 3, "one_origin"),
        ((0, 0), 6, "nobody"),
    ],
)
def test_number_follows_the_interval_where_nothing_contradicts(
    interval: tuple[int, int], grade: int, code: str
) -> None:
    found = suggested(with_intervals(ferry(), c01=interval), "c01")
    assert (found.grade, found.reason.code) == (grade, f"credibility.{code}")


@pytest.mark.parametrize(
    ("ours", "theirs", "grade"),
    [((1, 1), (1, 1), 4), ((1, 2), (1, 1), 4), ((1, 1), (2, 2), 5), ((1, 3), (2, 2), 4), ((2, 2), (1, 1), 3),
     ((1, 1), (0, 0), 3)],
)  # fmt: skip
def test_contradiction_counts_the_origins_of_both_sides(
    ours: tuple[int, int], theirs: tuple[int, int], grade: int
) -> None:
    dossier = without_parties(with_intervals(ferry(), c02=ours, c03=theirs))
    assert suggested(dossier, "c02").grade == grade


def test_reason_names_the_claim_that_contradicts() -> None:
    assert suggested(ferry(), "c02").reason.values == ("c03",)


@pytest.mark.parametrize("type", ["divergent", "update"])
def test_answers_that_can_both_hold_are_no_contradiction(type: RelationType) -> None:
    dossier = without_parties(ferry())
    dossier = replace(dossier, relations=(replace(dossier.relations[0], type=type),))
    assert suggested(dossier, "c02").grade == 3


def test_later_report_that_replaces_a_claim_is_a_caveat() -> None:
    dossier = without_parties(ferry())
    late = tuple(replace(a, published="2031-03-06") if a.id == "j" else a for a in dossier.articles)
    dossier = replace(dossier, articles=late, relations=(replace(dossier.relations[0], type="update"),))
    assert [c.code for c in suggested(dossier, "c02").caveats] == ["credibility.superseded"]
    assert suggested(dossier, "c03").caveats == ()


def test_one_party_alone_cannot_be_judged() -> None:
    dossier = replace(ferry(), relations=())
    assert suggested(dossier, "c03") == Credibility(6, suggested(dossier, "c03").reason)
    assert suggested(dossier, "c03").reason.code == "credibility.party"


def test_parties_that_agree_are_not_confirmation() -> None:
    found = suggested(all_parties(with_intervals(ferry(), c01=(2, 2))), "c01")
    assert (found.grade, found.reason.code, found.caveats) == (2, "credibility.parties_agree", ())


def test_every_origin_a_party_is_always_told() -> None:
    dossier = all_parties(ferry())
    for claim in dossier.claims:
        if claim.roots:
            found = suggested(dossier, claim.id)
            codes = {found.reason.code, *(caveat.code for caveat in found.caveats)}
            assert codes & {"credibility.party", "credibility.parties_agree", "credibility.all_parties"}


@pytest.mark.parametrize("kind", ["comment", "prediction"])
def test_comment_and_predictions_cannot_be_judged(kind: str) -> None:
    dossier = ferry()
    turned = tuple(replace(s, kind=kind) for s in dossier.statements)  # type: ignore[arg-type]
    assert suggested(replace(dossier, statements=turned, relations=()), "c02").reason.code == f"credibility.{kind}"
