from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tawatur.dossier.views import report
from tawatur.errors import ArchiveError
from tawatur.grouping import Story
from tawatur.model import Account, Dossier, Speaker
from tawatur.store import Archive
from tawatur.store import dossiers as stored
from tawatur.store.accounts import save_accounts
from tawatur.store.articles import add
from tawatur.store.checking import check
from tawatur.store.facets import story_facets
from tawatur.store.searching import search_claims
from tawatur.store.stories import dirty, save_stories
from tawatur.store.story_lines import StoryFilter, story_list
from tawatur.writing.json_dossier import to_json
from tests.invented_dossier import ferry, sample


def put(archive: Archive, made: Dossier, id: str) -> None:
    """The articles and statements of a dossier, and its story."""
    with archive.writing() as session:
        add(session, made.articles)
        save_accounts(session, [
            Account(a, tuple(s for s in made.statements if s.article == a.id),
                    (Speaker("src:هدى_السالم", "person", ("هدى السالم",)),), ())
            for a in made.articles
        ])  # fmt: skip
        outlets = tuple(dict.fromkeys(a.outlet for a in made.articles))
        save_stories(session, [Story(id, tuple(a.id for a in made.articles), outlets, "غرق", 1.0, 2.0)])


@pytest.fixture
def drowned(archive: Archive) -> Iterator[Archive]:
    """An archive with the story of the ferry, whose dossier is not made yet."""
    put(archive, ferry(), "s:n")
    return archive


def test_a_dossier_comes_back_as_the_very_text_it_is_written_as(drowned: Archive) -> None:
    with drowned.writing() as session:
        assert stored.dossier_json(session, "s:n") is None
        assert stored.save_dossier(session, "s:n", ferry())
    with drowned.reading() as session:
        assert stored.dossier_json(session, "s:n") == to_json(ferry())
        assert stored.dossier(session, "s:n") == ferry()
        assert dirty(session) == []
        assert check(session).problems == ()


def test_the_same_dossier_again_is_told_and_takes_the_mark_away(drowned: Archive) -> None:
    with drowned.writing() as session:
        stored.save_dossier(session, "s:n", ferry())
        before = story_list(session)
        session.connection.exec_driver_sql("UPDATE stories SET dirty = true")
        assert not stored.save_dossier(session, "s:n", ferry())
        assert story_list(session) == before
        less = replace(ferry(), relations=())
        assert stored.save_dossier(session, "s:n", less)
        assert stored.relations_of(session, "s:n") == []
        assert len(stored.claims_of(session, "s:n")) == 4


def test_claims_are_written_again_when_their_statements_were_read_anew(drowned: Archive) -> None:
    made = ferry()
    again = made.articles[0]
    read = Account(again, tuple(s for s in made.statements if s.article == again.id), (), ())
    with drowned.writing() as session:
        stored.save_dossier(session, "s:n", made)
        lines = stored.claims_of(session, "s:n")
        assert save_accounts(session, [read]) == ["n"]
        assert dirty(session) == ["s:n"]
        assert stored.claims_of(session, "s:n") != lines
        assert stored.save_dossier(session, "s:n", made)
        assert stored.claims_of(session, "s:n") == lines
        assert check(session).problems == ()


def test_claims_and_relations_are_rows(drowned: Archive) -> None:
    made = ferry()
    with drowned.writing() as session:
        stored.save_dossier(session, "s:n", made)
    with drowned.reading() as session:
        lines = stored.claims_of(session, "s:n")
        assert [(c.id, c.n_min, c.n_max, c.members, c.outlets) for c in sorted(lines, key=lambda c: c.id)] == [
            ("c01", 1, 2, 4, 3), ("c02", 1, 1, 1, 1), ("c03", 1, 1, 1, 1), ("c04", 0, 0, 1, 1)
        ]  # fmt: skip
        assert [(line.id, line.shown) for line in lines] == [(v.claim.id, v.shown.id) for v in report(made).claims]
        assert {line.id: line.text for line in lines}["c02"] == "12 راكباً قتلوا"
        assert stored.members_of(session, "s:n", "c01") == ["n.01", "j.01", "m.01", "m.02"]
        assert [row[:4] for row in stored.relations_of(session, "s:n")] == [("c02", "c03", "contradiction", "number")]
        line = story_list(session)[0]
        assert (line.claims, line.corroborated, line.conflicts, line.dirty) == (4, 0, 1, False)
        assert [s.id for s in story_list(session, StoryFilter(conflicting=True))] == ["s:n"]
        assert [(f.label, f.stories) for f in story_facets(session, "speaker")] == [("هدى السالم", 1)]
        by_speaker = StoryFilter(facets=(("speaker", story_facets(session, "speaker")[0].value),))
        assert [s.id for s in story_list(session, by_speaker)] == ["s:n"]


def test_claims_are_found_by_words_and_by_speaker(drowned: Archive) -> None:
    with drowned.writing() as session:
        stored.save_dossier(session, "s:n", ferry())
    with drowned.reading() as session:
        assert [(hit.claim.id, hit.statement) for hit in search_claims(session, "١٢ راكب")] == [("c02", "n.02")]
        assert [hit.claim.id for hit in search_claims(session, "العبارة غرقت")] == ["c01"]
        assert [hit.claim.id for hit in search_claims(session, "", speaker="السالم")] == ["c03"]


def test_what_is_lacking_is_told(drowned: Archive) -> None:
    with drowned.writing() as session, pytest.raises(ArchiveError, match="no story s:absent"):
        stored.save_dossier(session, "s:absent", ferry())
    with pytest.raises(ArchiveError, match="not in the archive"), drowned.writing() as session:
        stored.save_dossier(session, "s:n", sample())
    with drowned.reading() as session:
        assert stored.dossier_json(session, "s:n") is None


def test_a_real_dossier_with_corroboration(archive: Archive) -> None:
    made = sample()
    put(archive, made, "s:sample")
    with archive.writing() as session:
        stored.save_dossier(session, "s:sample", made)
        line = story_list(session)[0]
        views = report(made)
    assert line.conflicts == len(views.conflicts) > 0
    sure = [v for v in views.claims if v.claim.independent[0] >= 2 and len(v.outlets) > 1]
    assert line.corroborated == len(sure) > 0
