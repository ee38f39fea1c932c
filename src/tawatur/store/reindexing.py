"""The full-text index made anew from the tables, where words are read in another way than when it was made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from sqlalchemy import delete, select, text

from tawatur.store import indexing, schema
from tawatur.store.accounts import accounts, entries_of
from tawatur.store.articles import arrivals
from tawatur.store.sessions import Session, put
from tawatur.store.words import reading

T = TypeVar("T")
_TOGETHER = 200
_MARK = "words"


def in_step(session: Session) -> bool:
    """Whether the index was made by words as this program reads them."""
    table = schema.facts.c
    return session.connection.execute(select(table.value).where(table.name == _MARK)).scalar() == reading()


def reindex(session: Session) -> None:
    """Make the whole index anew, in this transaction."""
    for table in ("article_words", "statement_words"):
        asked = f"DELETE FROM {table}" if session.postgresql else f"INSERT INTO {table} ({table}) VALUES ('delete-all')"
        session.connection.execute(text(asked))
    for some in _parts(arrivals(session), _TOGETHER):
        indexing.add(session, "article_words", [indexing.article_entry(number, article) for number, article in some])
        read = accounts(session, [article.id for _, article in some])
        numbers = _statement_numbers(session, [number for number, _ in some])
        of = {article.id: number for number, article in some}
        for id, account in read.items():
            indexing.add(session, "statement_words", entries_of(account, numbers.get(of[id], [])))
    session.connection.execute(delete(schema.facts).where(schema.facts.c.name == _MARK))
    put(session, schema.facts, [{"name": _MARK, "value": reading()}])


def _statement_numbers(session: Session, articles: list[int]) -> dict[int, list[int]]:
    table, found = schema.statements.c, dict[int, list[int]]()
    query = select(table.article, table.number).where(table.article.in_(articles))
    for row in session.connection.execute(query.order_by(table.article, table.place)):
        found.setdefault(row.article, []).append(row.number)
    return found


def _parts(items: Iterator[T], size: int) -> Iterator[list[T]]:
    part: list[T] = []
    for item in items:
        part.append(item)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part
