"""A tantivy index in a folder beside the archive, for archives of millions of articles; the same search as ever.

The archive stays the only truth: the index holds words and numbers, can be thrown away, and is continued from the last
change it has seen (`articles.change`), so that a kill between the two costs nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from tawatur.errors import ArchiveError
from tawatur.model import Reason
from tawatur.store import schema
from tawatur.store.articles import articles
from tawatur.store.extras import load
from tawatur.store.indexing import article_entry
from tawatur.store.opening import Archive
from tawatur.store.queries import Query
from tawatur.store.ranking import TITLE, Filter, Order, bad_cursor
from tawatur.store.sessions import Session
from tawatur.store.words import reading

_TOGETHER = 500
_COMMIT = 20_000  # articles
_HEAP = 128_000_000  # bytes that the writer holds


class LargeIndex:
    """The index in a folder. `continue_from` brings it up to the archive's last change; `ranked` finds."""

    def __init__(self, folder: Path) -> None:
        self._tantivy = load("tantivy", "large-archive")
        self.folder = folder
        self._index = self._opened()

    def continue_from(self, session: Session) -> int:
        """Index what came or changed since the last time; gives how many articles."""
        table = schema.articles.c
        change = self.change()
        if change > (session.connection.execute(select(func.max(table.change))).scalar() or 0):
            self._begin_anew()  # it is of another archive, or of this one before it was put back to a copy
            change = 0
        make = self._tantivy.Query
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        done = 0
        while True:
            query = select(table.arrival, table.change, table.moment, table.id).where(table.change > change)
            rows = session.connection.execute(query.order_by(table.change).limit(_TOGETHER)).all()
            if not rows:
                break
            found = articles(session, [row.id for row in rows])
            for row in rows:
                writer.delete_documents_by_query(make.term_query(self._index.schema, "arrival", row.arrival))
                writer.add_document(self._document(row, found[row.id]))
            change, done = rows[-1].change, done + len(rows)
            if done % _COMMIT < _TOGETHER:
                writer.commit()
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        return done

    def change(self) -> int:
        """The last change of the archive that is in it."""
        searcher = self._index.searcher()
        found = searcher.search(self._tantivy.Query.all_query(), 1, order_by_field="change").hits
        return int(found[0][0]) if found else 0

    def ranked(
        self, session: Session, query: Query, filter: Filter, order: Order, limit: int, after: str | None
    ) -> tuple[list[tuple[float, int]], str | None]:
        """`(place in the order, number)` of a page of hits, and what asks for the next one."""
        offset = _offset(after)
        newest = {"order_by_field": "moment"} if order == "newest" or not query.wanted else {}
        searcher = self._index.searcher()
        found = searcher.search(self._query(session, query, filter), limit + 1, offset=offset, **newest).hits
        rows = [(-float(score), int(searcher.doc(address)["arrival"][0])) for score, address in found[:limit]]
        return rows, f"@{offset + limit}" if len(found) > limit else None

    def _query(self, session: Session, query: Query, filter: Filter) -> Any:
        make, occur, fields = self._tantivy.Query, self._tantivy.Occur, self._index.schema
        parts = [(occur.Must, self._run(run)) for run in query.wanted]
        parts += [(occur.MustNot, self._run(run)) for run in query.unwanted]
        if not query.wanted:
            parts.append((occur.Must, make.all_query()))
        conditions = [
            make.term_set_query(fields, name, list(some))
            for name, some in (("outlet", filter.outlets), ("language", filter.languages))
            if some
        ]
        if filter.since is not None or filter.until is not None:
            low = -(2**60) if filter.since is None else filter.since
            high = 2**60 if filter.until is None else filter.until - 1
            conditions.append(make.range_query(fields, "moment", self._tantivy.FieldType.Integer, low, high))
        if filter.story is not None:
            # Stories change without their articles; who is in one is asked of the archive.
            members = (
                select(schema.story_members.c.article)
                .join(schema.stories, schema.stories.c.number == schema.story_members.c.story)
                .where(schema.stories.c.id == filter.story)
            )
            conditions.append(
                make.term_set_query(fields, "arrival", list(session.connection.execute(members).scalars()))
            )
        parts += [(occur.Must, make.const_score_query(condition, 0.0)) for condition in conditions]
        return make.boolean_query(parts)

    def _run(self, run: Sequence[str]) -> Any:
        """A word or a phrase, in the title or in the rest."""
        make, occur, fields = self._tantivy.Query, self._tantivy.Occur, self._index.schema

        def within(field: str) -> Any:
            one = make.term_query(fields, field, run[0], "position")
            return one if len(run) == 1 else make.phrase_query(fields, field, list(run))

        return make.boolean_query(
            [(occur.Should, make.boost_query(within("first"), TITLE)), (occur.Should, within("second"))]
        )

    def _document(self, row: Any, article: Any) -> Any:
        entry = article_entry(row.arrival, article)
        document = self._tantivy.Document()
        document.add_unsigned("arrival", row.arrival)
        document.add_unsigned("change", row.change)
        document.add_integer("moment", row.moment)
        for name, text in (
            ("outlet", article.outlet),
            ("language", article.language),
            ("first", " ".join(entry.first)),
            ("second", " ".join(entry.second)),
        ):
            document.add_text(name, text.encode("utf-8", "replace").decode("utf-8"))
        return document

    def _opened(self) -> Any:
        mark = self.folder / "tawatur.json"
        try:
            if json.loads(mark.read_text("utf-8")) != {"words": reading()}:
                self._remove()
        except FileNotFoundError:
            self._remove()
        except ValueError:
            self._remove()
        build = self._tantivy.SchemaBuilder()
        build.add_unsigned_field("arrival", stored=True, indexed=True, fast=True)
        build.add_unsigned_field("change", stored=False, indexed=False, fast=True)
        build.add_integer_field("moment", stored=False, indexed=True, fast=True)
        for name in ("outlet", "language"):
            build.add_text_field(name, stored=False, tokenizer_name="raw", index_option="basic")
        for name in ("first", "second"):
            build.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="position")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            index = self._tantivy.Index(build.build(), path=str(self.folder), reuse=True)
            mark.write_text(json.dumps({"words": reading()}), "utf-8")
        except (OSError, ValueError) as error:
            raise _unusable(self.folder, " ".join(str(error).split())) from None
        return index

    def _begin_anew(self) -> None:
        self._remove()
        self._index = self._opened()

    def _remove(self) -> None:
        """Take the folder away; only one that is an index, or empty."""
        if not self.folder.exists():
            return
        if any(self.folder.iterdir()) and not (self.folder / "meta.json").exists():
            raise _unusable(self.folder, "it holds something else")
        shutil.rmtree(self.folder)


def index_folder(archive: Archive) -> Path:
    """The folder beside a SQLite archive; for PostgreSQL one has to be named."""
    if archive.path is None:
        raise ArchiveError(
            "an index of a PostgreSQL archive needs a folder",
            remedy="name a folder for it",
            told=Reason("store.no_folder"),
            advice=Reason("store.no_folder_do"),
        )
    return archive.path.with_name(archive.path.name + ".words")


def _offset(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not cursor.startswith("@") or not cursor[1:].isdecimal():
        raise bad_cursor(cursor)
    return int(cursor[1:])


def _unusable(folder: Path, why: str) -> ArchiveError:
    return ArchiveError(
        f"the search index {folder} cannot be used: {why}",
        remedy="remove it or name another folder; the archive itself is not touched by that",
        told=Reason("store.index_unusable", (str(folder), why)),
        advice=Reason("store.index_unusable_do"),
    )
