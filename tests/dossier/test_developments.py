from __future__ import annotations

from dataclasses import replace

from tawatur.dossier.developments import Development, developments
from tawatur.model import Dossier
from tests.dossier.test_figures import mine
from tests.invented_dossier import ferry, sample


def kinds(found: tuple[Development, ...]) -> list[tuple[str, str]]:
    return [(one.kind, one.claim) for one in found]


def without(dossier: Dossier, articles: set[str]) -> Dossier:
    """The dossier as if some articles had not come yet: their statements leave their claims."""
    gone = {s.id for s in dossier.statements if s.article in articles}
    claims = []
    for claim in dossier.claims:
        members = tuple(m for m in claim.members if m not in gone)
        if members:
            origins = tuple(o for o in claim.origins if not gone.issuperset(o.members))
            roots = tuple(root for origin in origins for root in origin.roots)
            claims.append(
                replace(claim, members=members, origins=origins, roots=roots, independent=(len(origins),) * 2)
            )
    left = {claim.id for claim in claims}
    return replace(
        dossier,
        articles=tuple(a for a in dossier.articles if a.id not in articles),
        statements=tuple(s for s in dossier.statements if s.id not in gone),
        claims=tuple(claims),
        relations=tuple(r for r in dossier.relations if {r.a, r.b} <= left and gone.isdisjoint(r.statements)),
    )


def test_the_same_dossier_holds_nothing_new() -> None:
    for dossier in (ferry(), sample(), mine()):
        assert developments(dossier, dossier) == ()


def test_without_an_earlier_one_everything_is_told() -> None:
    found = kinds(developments(None, mine()))
    assert ("corroborated", "c02") in found
    assert ("figure", "c02") in found


def test_a_second_origin_is_told_once() -> None:
    before, after = without(mine(), {"c"}), mine()
    found = developments(before, after)
    assert [one.claim for one in found if one.kind == "corroborated"] == ["c02"]
    assert found[0].words == "11 عاملاً قتلوا"
    assert found[0].reason.values == ("2", "2")


def test_a_claim_under_another_id_is_the_same_claim() -> None:
    dossier = mine()
    renamed = replace(dossier, claims=tuple(replace(c, id=f"x{c.id}") for c in dossier.claims), relations=())
    assert not [one for one in developments(dossier, renamed) if one.kind in ("corroborated", "lone")]


def test_a_second_figure_for_one_count_is_told() -> None:
    (toll,) = (one for one in developments(without(mine(), {"b", "c"}), without(mine(), {"c"})) if one.kind == "figure")
    assert (toll.reason.code, toll.reason.values[1:]) == ("dossier.new.figures_one", ("11",))


def test_a_figure_that_no_longer_stands_changes_the_toll() -> None:
    (toll,) = (one for one in developments(mine("divergent"), mine("update")) if one.kind == "figure")
    assert (toll.reason.code, toll.reason.values[1:]) == ("dossier.new.figure_one", ("11", "11"))
    (toll,) = (one for one in developments(mine("update"), mine("divergent")) if one.kind == "figure")
    assert toll.reason.values[1:] == ("11", "11", "9", "11")


def test_conflicts_are_told_with_both_sides_and_once() -> None:
    after = sample()
    first = next(r for r in after.relations if r.type != "update")
    before = replace(after, relations=tuple(r for r in after.relations if r != first))
    found = [one for one in developments(before, after) if one.kind == "conflict"]
    assert [(one.claim, one.other) for one in found] == [(first.a, first.b)]
    assert found[0].words
    assert found[0].other_words


def test_lone_claims_need_outlets_to_compare() -> None:
    after = sample()
    outlets = {a.outlet for a in after.articles}
    assert len(outlets) >= 3
    assert [one for one in developments(None, after) if one.kind == "lone"]
    two = without(after, {a.id for a in after.articles[2:]})
    assert not [one for one in developments(None, two) if one.kind == "lone"]


def test_words_are_those_of_the_articles() -> None:
    dossier = sample()
    texts = {a.id: a.text for a in dossier.articles}
    spans = {s.id: texts[s.article][slice(*s.content)] for s in dossier.statements}
    for one in developments(None, dossier):
        assert spans[one.statement] == one.words
        assert one.other_statement is None or spans[one.other_statement] == one.other_words
