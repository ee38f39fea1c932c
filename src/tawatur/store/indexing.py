"""The full-text index, in step with the tables: written and taken out in the transaction of what it indexes.

In SQLite these are FTS5 tables without content, which know an entry by its number and have to be told its words again
to take it out; in PostgreSQL rows of `tsvector`, built here, so that both index the very same words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import text

from tawatur.model import Article, Span
from tawatur.store.sessions import Session
from tawatur.store.words import keys

MOST = 100_000
"""Words of one article that are indexed; the rest of it is stored, and not found by its words."""
_PLACES = 16_383  # PostgreSQL keeps no higher position of a word
_OF_ONE = 255  # nor more of one word
_BYTES = 700_000  # of one entry in PostgreSQL, which allows 1 MiB


class Entry(NamedTuple):
    """What is indexed under a number: words that weigh more (a title, a speaker's names), and the others."""

    number: int
    first: Sequence[str]
    second: Sequence[str]


def article_entry(arrival: int, article: Article) -> Entry:
    """The words of an article: those of its title, and the others, page chrome left out."""
    return Entry(arrival, *parted(article.text, article.title, [mark.span for mark in article.chrome]))


def parted(text_: str, title: Span | None, chrome: Iterable[Span]) -> tuple[list[str], list[str]]:
    """The words of a title, and those of the rest of the text without page chrome."""
    start, end = title or (0, 0)
    rest = text_
    for first, last in chrome:
        rest = rest[:first] + " " * (last - first) + rest[last:]
    return keys(text_[start:end])[:MOST], keys(f"{rest[:start]} {rest[end:]}")[:MOST]


def add(session: Session, table: str, entries: Sequence[Entry]) -> None:
    """Index entries in `article_words` or `statement_words`."""
    if not entries:
        return
    if session.postgresql:
        rows = json.dumps([{"number": e.number, "words": vector(e)} for e in entries], ensure_ascii=False)
        asked = "SELECT number, words::tsvector FROM json_to_recordset(:rows) AS r(number bigint, words text)"
        session.connection.execute(text(f"INSERT INTO {table} (number, words) {asked}"), {"rows": rows})
    else:
        asked = f"INSERT INTO {table} (rowid, first, second) VALUES (:number, :first, :second)"
        session.connection.execute(text(asked), list(map(_row, entries)))


def remove(session: Session, table: str, entries: Sequence[Entry]) -> None:
    """Take entries out; they have to be those that were added."""
    if not entries:
        return
    if session.postgresql:
        asked = f"DELETE FROM {table} WHERE number = ANY(:numbers)"
        session.connection.execute(text(asked), {"numbers": [e.number for e in entries]})
    else:
        names, values = f"{table}, rowid, first, second", "'delete', :number, :first, :second"
        session.connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({values})"), list(map(_row, entries)))


def _row(entry: Entry) -> dict[str, object]:
    return {"number": entry.number, "first": " ".join(entry.first), "second": " ".join(entry.second)}


def vector(entry: Entry) -> str:
    """An entry as PostgreSQL writes a `tsvector`: each word with its places, those of the first part with weight A."""
    places: dict[str, list[str]] = {}
    size = 0
    for at, (word, weight) in enumerate([(w, "A") for w in entry.first] + [(w, "") for w in entry.second], 1):
        if word not in places:
            size += len(word.encode()) + 8
            if size > _BYTES:
                break
            places[word] = []
        if at <= _PLACES and len(places[word]) < _OF_ONE:
            places[word].append(f"{at}{weight}")
            size += 2
    return " ".join(f"{quoted(word)}:{','.join(at)}" if at else quoted(word) for word, at in places.items())


def quoted(word: str) -> str:
    """A word as PostgreSQL reads it in a `tsvector` or a `tsquery`."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
