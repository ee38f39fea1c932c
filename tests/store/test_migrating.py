from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select, text

from tawatur.errors import ArchiveError
from tawatur.grouping import Story
from tawatur.store import Archive, migrating, open_archive, opening, reindexing, schema
from tawatur.store.articles import add, article_keys, take
from tawatur.store.checking import check
from tawatur.store.facets import story_facets
from tawatur.store.migrating import HEAD, KNOWN, upgrade
from tawatur.store.searching import search
from tawatur.store.stories import save_stories
from tawatur.store.story_lines import StoryFilter, story_list
from tests.store.invented import article


def old_archive(where: str, at: str) -> Archive:
    """An archive as a program of an older revision made it."""
    archive = opening._unopened(where, create=True)
    upgrade(archive, at)
    return archive


def schema_of(archive: Archive) -> list[object]:
    """How the tables of an archive differ from those the program knows."""
    with archive.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        return list(compare_metadata(context, schema.metadata))


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in schema.metadata.tables


def test_the_revisions_lead_to_the_tables_that_the_program_knows(archive: Archive) -> None:
    assert schema_of(archive) == []


def test_the_list_of_revisions_is_that_of_the_folder() -> None:
    found = ScriptDirectory(str(Path(migrating.__file__).parent / "migrations"))
    assert tuple(reversed([script.revision for script in found.walk_revisions()])) == KNOWN
    assert found.get_current_head() == HEAD


def test_an_old_archive_is_upgraded_with_all_that_is_in_it(where: str) -> None:
    with old_archive(where, "0001") as old, old.writing() as session:
        for n, title in ((1, "غرق قارب في تونس"), (2, "غرق قارب قبالة تونس")):
            one = article(n, title=title, outlet="alef" if n == 1 else "beh")
            row = {
                "arrival": n,
                "id": one.id,
                "text": one.text,
                "outlet": one.outlet,
                "url": one.url,
                "end": len(title),
            }
            session.connection.execute(
                text(
                    "INSERT INTO articles (arrival, id, change, outlet, moment, language, published_basis, origin, url,"
                    " title_start, title_end, text_hash, text)"
                    " VALUES (:arrival, :id, :arrival, :outlet, 5, 'ar', 'meta', '', :url, 0, :end, '', :text)"
                ),
                row,
            )
        session.connection.execute(
            text(
                "INSERT INTO stories (number, id, change, dirty, first, last, n_members, n_outlets, n_claims,"
                " n_corroborated, n_conflicts, title, outlets)"
                " VALUES (1, 's:1', 3, false, 1, 2, 2, 2, 0, 0, 0, 'x', '[\"alef\",\"beh\"]')"
            )
        )
        session.connection.execute(text("INSERT INTO story_members VALUES (1, 0, 1), (1, 1, 2)"))
        session.connection.execute(text("INSERT INTO counters VALUES ('articles', 2), ('changes', 3), ('stories', 1)"))
    with open_archive(where) as archive:
        assert schema_of(archive) == []
        with archive.writing() as session:
            table = schema.article_keys.c
            keys = set(session.connection.execute(select(table.key).where(table.article == 1)).scalars())
            assert keys == set(article_keys(article(1, title="غرق قارب في تونس")))
            assert [(f.value, f.stories) for f in story_facets(session, "outlet")] == [
                ("alef", 1),
                ("beh", 1),
            ]
            assert [(f.value, f.label) for f in story_facets(session, "place")] == [("TN", "تونس")]
            assert [s.id for s in story_list(session, StoryFilter(facets=(("place", "TN"),)))] == ["s:1"]
            assert [hit.id for hit in search(session, "تونس").hits] == ["boat2", "boat1"]  # indexed by the upgrade
            # It goes on as any other: the same article is known again.
            assert take(session, article(1, title="غرق قارب في تونس")).kind == "same"
            assert take(session, article(3)).arrival == 3


def test_a_file_is_copied_before_its_upgrade(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    old_archive(str(path), "0001").close()
    with open_archive(path):
        pass
    kept = tmp_path / f"a.db.before-{HEAD}-from-0001"
    assert opening.revision_of(kept) == "0001"
    assert opening.revision_of(path) == HEAD


def test_an_upgrade_that_fails_leaves_the_archive_as_it_was(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old_archive(where, "0001").close()

    def broken(_session: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(migrating, "reindex", broken)
    with pytest.raises(ZeroDivisionError):
        open_archive(where)
    assert opening.revision_of(where) == "0001"
    monkeypatch.undo()
    with open_archive(where) as archive:
        assert schema_of(archive) == []


def test_an_archive_of_a_newer_program_is_refused_and_left_alone(where: str) -> None:
    with open_archive(where) as archive, archive.writing() as session:
        session.connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(ArchiveError, match="newer tawatur") as error:
        open_archive(where)
    assert "upgrade tawatur" in error.value.remedy
    assert opening.revision_of(where) == "9999"


def test_the_index_is_made_anew_when_words_are_read_in_another_way(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(where) as archive, archive.writing() as session:
        add(session, [article(n) for n in range(1, 4)])
        save_stories(session, [Story("s:1", ("boat1",), ("alef",), "x", 1.0, 2.0)])
        session.connection.execute(text("DELETE FROM article_words" if session.postgresql else
                                        "INSERT INTO article_words (article_words) VALUES ('delete-all')"))  # fmt: skip
    with open_archive(where) as archive, archive.reading() as session:
        assert [p.code for p in check(session).problems] == ["store.check.unindexed"]
    monkeypatch.setattr(reindexing, "reading", lambda: "another way")
    with open_archive(where) as archive, archive.reading() as session:
        assert len(search(session, "قارب").hits) == 3
        assert check(session).problems == ()
