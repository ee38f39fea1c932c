from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.errors import ArchiveError, MissingExtraError, SettingsError
from tawatur.grouping import Story
from tawatur.store import Archive, large, open_archive
from tawatur.store.articles import add, take
from tawatur.store.large import LargeIndex, index_folder
from tawatur.store.ranking import Filter, Order
from tawatur.store.searching import search
from tawatur.store.stories import save_stories
from tests.store.invented import article
from tests.store.test_searching import SPELLINGS

pytest.importorskip("tantivy")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """Thirty boats, a day apart, and the odd spellings."""
    with open_archive(tmp_path / "a.db") as opened, opened.writing() as session:
        boats = [article(n, outlet="alef" if n % 2 else "beh", published=f"2031-03-{n:02}") for n in range(1, 31)]
        add(session, boats)
        add(session, [article(90, id=f"t{n}", title="عنوان", body=body) for n, (body, _) in enumerate(SPELLINGS)])
        save_stories(session, [Story("s:boat3", ("boat3", "boat4"), ("alef", "beh"), "غرق", 1.0, 2.0)])
    with open_archive(tmp_path / "a.db") as opened:
        yield opened


@pytest.fixture
def index(archive: Archive) -> LargeIndex:
    made = LargeIndex(index_folder(archive))
    with archive.reading() as session:
        assert made.continue_from(session) == 30 + len(SPELLINGS)
    return made


@pytest.mark.parametrize("query", [
    "قارب", '"القارب غرق"', "صياد -طائرة", '"متنه 7"', "-7 قارب", "", *(query for _, query in SPELLINGS)
])  # fmt: skip
def test_it_finds_what_the_database_finds(archive: Archive, index: LargeIndex, query: str) -> None:
    if query.startswith("-"):
        query = " ".join(reversed(query.split()))
    with archive.reading() as session:
        for filter in (Filter(), Filter(outlets=("beh",)), Filter(story="s:boat3"), Filter(since=1_930_867_200)):
            plain = search(session, query, filter, limit=100)
            by_index = search(session, query, filter, limit=100, index=index)
            assert {hit.id for hit in by_index.hits} == {hit.id for hit in plain.hits}, (query, filter)


@pytest.mark.parametrize("order", ["relevance", "newest"])
def test_pages_hold_every_hit_once(archive: Archive, index: LargeIndex, order: Order) -> None:
    with archive.reading() as session:
        page = search(session, "صياد", order=order, limit=7, index=index)
        hits = list(page.hits)
        while page.after:
            page = search(session, "صياد", order=order, limit=7, after=page.after, index=index)
            hits += page.hits
        with pytest.raises(SettingsError):
            search(session, "صياد", after="1.5,7", index=index)
    assert len({hit.id for hit in hits}) == len(hits) == 30
    if order == "newest":
        assert [hit.id for hit in hits] == [f"boat{n}" for n in range(30, 0, -1)]


def test_it_is_continued_from_the_last_change(archive: Archive, index: LargeIndex) -> None:
    first = article(1, published="2031-03-01")
    later = replace(first, text=first.text.replace("إن القارب", "إن المركب"), published="2031-07-01")
    with archive.writing() as session:
        take(session, later)
        take(session, article(31))
    again = LargeIndex(index_folder(archive))
    with archive.reading() as session:
        assert again.continue_from(session) == 2
        assert again.continue_from(session) == 0
        assert [hit.id for hit in search(session, "المركب", index=again).hits] == ["boat1"]
        assert "boat1" not in {hit.id for hit in search(session, '"إن القارب"', limit=50, index=again).hits}
        assert len(search(session, "صياد", limit=100, index=again).hits) == 31


def test_an_index_of_another_archive_or_of_other_words_is_made_anew(
    archive: Archive, index: LargeIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(tmp_path / "b.db") as other:
        with other.writing() as session:
            add(session, [article(1)])
        with other.reading() as session:
            assert LargeIndex(index_folder(archive)).continue_from(session) == 1
    monkeypatch.setattr(large, "reading", lambda: "another way")
    with archive.reading() as session:
        assert LargeIndex(index_folder(archive)).continue_from(session) == 30 + len(SPELLINGS)


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x")
    with pytest.raises(ArchiveError, match="something else"):
        LargeIndex(tmp_path / "mine")
    assert (tmp_path / "mine" / "notes.txt").exists()


def test_without_tantivy_the_install_command_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(MissingExtraError) as error:
        LargeIndex(tmp_path / "x")
    assert error.value.remedy == "pip install 'tawatur[large-archive]'"
