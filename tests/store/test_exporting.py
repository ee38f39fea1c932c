from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tawatur.errors import MissingExtraError, OutputError
from tawatur.grouping import Story
from tawatur.model import Article
from tawatur.store import Archive, schema
from tawatur.store.accounts import save_accounts
from tawatur.store.articles import arrivals, take
from tawatur.store.dossiers import save_dossier
from tawatur.store.exporting import export, exported_articles
from tawatur.store.stories import save_stories
from tests.invented_dossier import ferry
from tests.store.invented import account, article, marked
from tests.store.test_dossiers import put

pytest.importorskip("pyarrow")


@pytest.fixture
def full(archive: Archive) -> Iterator[Archive]:
    """An archive with something in most tables: versions, chrome, odd code points, a dossier."""
    first = replace(article(1), chrome=marked(article(1)), canonical="https://alef.example/one")
    with archive.writing() as session:
        take(session, first)
        take(session, replace(first, text=first.text + " وانتهى البحث.", published="2031-06-01T00:00:00Z"))
        take(session, Article("odd", "beh", "نص \0 فيه \ud800 غريب \x1a"))
        save_accounts(session, [account(take(session, article(2)).article)])
        save_stories(session, [Story("s:boat1", ("boat1", "boat2"), ("alef",), "غرق", 1.0, 2.0)])
    put(archive, ferry(), "s:n")
    with archive.writing() as session:
        save_dossier(session, "s:n", ferry())
    return archive


def test_every_table_is_a_file_of_all_its_rows(full: Archive, tmp_path: Path) -> None:
    import pyarrow.parquet as pq

    with full.reading() as session:
        written = export(session, tmp_path / "out")
        counts = {
            table.name: session.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in schema.metadata.tables.values()
            if table.name not in schema.SECRET
        }
    assert written == counts
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{name}.parquet" for name in counts}
    for table in (schema.metadata.tables[name] for name in counts):
        read = pq.read_table(tmp_path / "out" / f"{table.name}.parquet")
        assert read.num_rows == counts[table.name]
        assert read.column_names == [column.name for column in table.columns]


def test_the_articles_come_back_equal(full: Archive, tmp_path: Path) -> None:
    with full.reading() as session:
        export(session, tmp_path)
        kept = [one for _, one in arrivals(session)]
    assert list(exported_articles(tmp_path)) == kept


def test_the_same_archive_gives_the_same_bytes(full: Archive, tmp_path: Path) -> None:
    with full.reading() as session:
        export(session, tmp_path / "a")
        export(session, tmp_path / "b")
        export(session, tmp_path / "b")  # what is there is replaced
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_what_cannot_be_written_is_told(archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("x")
    with archive.reading() as session, pytest.raises(OutputError, match="cannot write"):
        export(session, tmp_path / "file" / "out")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with archive.reading() as session, pytest.raises(MissingExtraError) as error:
        export(session, tmp_path / "out")
    assert error.value.remedy == "pip install 'tawatur[parquet]'"
