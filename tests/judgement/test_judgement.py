"""Judgements on the sample story, put through the whole pipeline."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur.judgement import Judged, Judgement, OneClaim, OneOrigin, Place, SpeakerIs
from tawatur.model import Account, Article, Claim, Dossier, Statement
from tawatur.pipeline import build_from_accounts
from tawatur.reading import read
from tawatur.samples import story
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts

AT = "2031-05-06T08:00:00Z"


@pytest.fixture(scope="module")
def accounts() -> tuple[Account, ...]:
    return tuple(read_accounts(read([str(story())]).articles, DEFAULT))


@pytest.fixture(scope="module")
def before(accounts: tuple[Account, ...]) -> Dossier:
    return build_from_accounts(accounts)


def made(accounts: tuple[Account, ...], *judgements: Judgement) -> Dossier:
    return build_from_accounts(accounts, judged=[Judged(n, "ليلى", AT, one) for n, one in enumerate(judgements, 1)])


def text_of(dossier: Dossier, id: str) -> str:
    return next(a.text for a in dossier.articles if a.id == id)


def place(dossier: Dossier, statement: Statement) -> Place:
    words = text_of(dossier, statement.article)[slice(*statement.content)]
    return Place(statement.article, statement.content, words)


def claim_of(dossier: Dossier, statement: str) -> Claim:
    return next(claim for claim in dossier.claims if statement in claim.members)


def attributed(dossier: Dossier) -> Statement:
    return next(s for s in dossier.statements if len(s.chain) > 1 and s.explicitness == "explicit")


def test_without_judgements_nothing_changes(accounts: tuple[Account, ...], before: Dossier) -> None:
    assert made(accounts) == before


def test_a_right_speaker_is_certain(accounts: tuple[Account, ...], before: Dossier) -> None:
    said = attributed(before)
    after = made(accounts, SpeakerIs(place(before, said), "right"))
    found = next(s for s in after.statements if s.id == said.id)
    assert found.confidence == 1.0
    assert found.chain == said.chain
    assert found.reasons[-1].code == "judgement.speaker_right"
    assert after.findings[0].reason.values == ("1", "ليلى")


def test_a_wrong_speaker_without_a_better_one_is_no_origin(accounts: tuple[Account, ...], before: Dossier) -> None:
    lone = next(c for c in before.claims if c.independent == (1, 1) and len(c.members) == 1)
    said = next(s for s in before.statements if s.id == lone.members[0])
    after = made(accounts, SpeakerIs(place(before, said), "wrong"))
    assert claim_of(after, said.id).independent[1] == 0


def test_a_wrong_speaker_is_replaced_by_the_words_that_name_the_right_one(
    accounts: tuple[Account, ...], before: Dossier
) -> None:
    said = attributed(before)
    other = next(
        s for s in before.statements if s.article == said.article and s.source and s.chain[-1] != said.chain[-1]
    )
    assert other.source
    words = text_of(before, other.article)[slice(*other.source)]
    judgement = SpeakerIs(place(before, said), "wrong", Place(other.article, other.source, words))
    found = next(s for s in made(accounts, judgement).statements if s.id == said.id)
    assert found.chain[-1] == other.chain[-1]
    assert found.confidence == 1.0


def test_the_outlets_own_voice(accounts: tuple[Account, ...], before: Dossier) -> None:
    said = attributed(before)
    found = next(
        s for s in made(accounts, SpeakerIs(place(before, said), "wrong", own=True)).statements if s.id == said.id
    )
    assert (len(found.chain), found.explicitness, found.source) == (1, "none", None)


def test_statements_judged_apart_part_and_those_judged_one_join(accounts: tuple[Account, ...], before: Dossier) -> None:
    many = next(c for c in before.claims if len(c.members) == 3)
    a, b, _ = (next(s for s in before.statements if s.id == m) for m in many.members)
    apart = made(accounts, OneClaim(place(before, a), place(before, b), "wrong"))
    assert claim_of(apart, a.id) != claim_of(apart, b.id)
    assert sorted(m for c in apart.claims for m in c.members) == sorted(s.id for s in apart.statements)
    assert [c.id for c in apart.claims] == [f"c{n:02}" for n in range(1, len(apart.claims) + 1)]

    lone = [c for c in before.claims if len(c.members) == 1][:2]
    x, y = (next(s for s in before.statements if s.id == c.members[0]) for c in lone)
    one = made(accounts, OneClaim(place(before, x), place(before, y), "right"))
    assert claim_of(one, x.id) == claim_of(one, y.id)
    assert any(link.reasons[0].code == "judgement.one_claim" for link in claim_of(one, x.id).links)


def test_the_later_judgement_on_a_pair_counts(accounts: tuple[Account, ...], before: Dossier) -> None:
    many = next(c for c in before.claims if len(c.members) == 3)
    a, b, _ = (next(s for s in before.statements if s.id == m) for m in many.members)
    pair = place(before, a), place(before, b)
    after = made(accounts, OneClaim(*pair, "wrong"), OneClaim(*pair, "right"))
    assert claim_of(after, a.id) == claim_of(after, b.id)


def test_ties_as_people_judge_them(accounts: tuple[Account, ...], before: Dossier) -> None:
    claim = next(c for c in before.claims if len(c.roots) > 1)
    names = {s.id: s.name for s in before.sources}
    a, b = (names[root] for root in claim.roots[:2])
    assert claim_of(made(accounts, OneOrigin(a, b, "right")), claim.members[0]).independent == (1, 1)
    assert claim_of(made(accounts, OneOrigin(a, b, "wrong")), claim.members[0]).independent == (2, 2)
    assert claim_of(made(accounts, OneOrigin(a, b, "unsure")), claim.members[0]).independent == (1, 2)


def test_a_judgement_survives_another_reading_of_a_longer_text(before: Dossier) -> None:
    said = attributed(before)
    old = next(a for a in before.articles if a.id == said.article)
    more = "مقدمة جديدة أضيفت إلى الخبر في وقت لاحق.\n"
    title = old.title[1] + 1 if old.title else 0
    text = old.text[:title] + more + old.text[title:]
    changed = tuple(replace(a, text=text, chrome=()) if a.id == old.id else a for a in before.articles)
    after = made(tuple(read_accounts(changed, DEFAULT)), SpeakerIs(place(before, said), "right"))
    found = [s for s in after.statements if s.reasons and s.reasons[-1].code == "judgement.speaker_right"]
    assert [text[slice(*s.content)] for s in found] == [place(before, said).words]


def test_words_that_are_gone_are_told(accounts: tuple[Account, ...]) -> None:
    gone = Place("nowhere", (0, 4), "كلام")
    after = made(
        accounts, SpeakerIs(gone, "right"), OneClaim(gone, gone, "right"), OneOrigin("لا أحد", "غيره", "right")
    )
    assert after.findings[0].reason.code == "pipeline.judgements_unplaced"
    assert after.findings[0].reason.values == ("3",)


def test_an_article_without_statements_is_no_trouble() -> None:
    bare = Account(Article("a", "منبر", "نص"), (), (), ())
    after = build_from_accounts([bare], judged=[Judged(1, "x", AT, SpeakerIs(Place("a", (0, 2), "نص"), "right"))])
    assert after.findings[0].reason.code == "pipeline.single_article" or after.findings
