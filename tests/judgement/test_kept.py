from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.grouping import Story
from tawatur.judgement import OneClaim, OneOrigin, Place, SpeakerIs
from tawatur.model import Dossier, Statement
from tawatur.reading import read
from tawatur.samples import story
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.store import Archive, accounts, articles, dossiers, judgements, open_archive, stories
from tawatur.watching.dossiers import make_dossiers

STORY = "s:ferry"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    found = read([str(story())]).articles
    with open_archive(tmp_path / "desk.db") as opened:
        with opened.writing() as session:
            articles.add(session, found)
            accounts.save_accounts(session, read_accounts(found, DEFAULT))
            ids, outlets = tuple(a.id for a in found), tuple(dict.fromkeys(a.outlet for a in found))
            stories.save_stories(session, [Story(STORY, ids, outlets, "غرق عبّارة", 1.0, 2.0)])
        remade(opened)
        yield opened


def remade(archive: Archive) -> Dossier:
    make_dossiers(archive, DEFAULT, lambda _done, _all: None)
    with archive.reading() as session:
        found = dossiers.dossier(session, STORY)
    assert found
    return found


def place(dossier: Dossier, s: Statement) -> Place:
    text = next(a.text for a in dossier.articles if a.id == s.article)
    return Place(s.article, s.content, text[slice(*s.content)])


def test_a_judgement_changes_the_dossier_and_survives_another_reading(archive: Archive) -> None:
    before = remade(archive)
    said = next(s for s in before.statements if s.explicitness == "explicit")
    with archive.writing() as session:
        kept = judgements.add_judgement(session, "ليلى", SpeakerIs(place(before, said), "right"), ())
        assert stories.dirty(session) == [STORY]
    assert next(s for s in remade(archive).statements if s.id == said.id).confidence == 1.0
    with archive.reading() as session:
        texts = [articles.article(session, a.id) for a in before.articles]
    with archive.writing() as session:  # every article read anew, as by another version of the program
        accounts.save_accounts(session, read_accounts([a for a in texts if a], DEFAULT))
        stories.mark_dirty(session, [STORY])
    assert next(s for s in remade(archive).statements if s.id == said.id).confidence == 1.0
    with archive.writing() as session:
        assert judgements.withdraw(session, kept.number)
        assert not judgements.withdraw(session, kept.number)
    assert next(s for s in remade(archive).statements if s.id == said.id) == said


def test_every_kind_comes_back_as_it_was_given(archive: Archive) -> None:
    before = remade(archive)
    a, b = (place(before, s) for s in before.statements[:2])
    given = (
        SpeakerIs(a, "wrong", source=b),
        SpeakerIs(a, "wrong", own=True),
        OneClaim(a, b, "unsure"),
        OneOrigin("وزارة النقل", "الوزير", "right"),
    )
    with archive.writing() as session:
        kept = [judgements.add_judgement(session, "ليلى", one, [a.article], note="لأنه قال") for one in given]
        kept_rows = judgements.all_judgements(session)
        assert [row.judged for row in kept_rows] == kept
        assert judgements.judgements_of(session, [a.article]) == kept
        assert judgements.judgements_of(session, ["nowhere"]) == []
        assert judgements.judgement(session, kept[2].number) == kept_rows[2]
    assert tuple(one.judgement for one in kept) == given
    assert {one.note for one in kept} == {"لأنه قال"}
