"""Which articles or statements a query finds, and in which order.

Ranking of a SQLite archive is BM25 (Robertson and Zaragoza 2009; as FTS5 has it), a word of a title counting three
times; PostgreSQL ranks by its own `ts_rank`. The next page is asked for by the place of the last hit of the page before
(its score and its number), so that page 100 costs what page 1 does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import text

from tawatur.errors import SettingsError
from tawatur.model import Reason
from tawatur.store.columns import escaped
from tawatur.store.queries import Alike, Query, for_postgresql, for_sqlite, parsed
from tawatur.store.sessions import Session

Order = Literal["relevance", "newest"]
RANKED = 2000
"""Of more hits than these, only the ones that came last are ranked: what a very common word finds is read by nobody."""
TITLE = 3.0
"""How many times a word of a title, or of a speaker's name, counts; by judgement."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What a hit's article has to be; times are seconds since 1970 (UTC), the upper one excluded."""

    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    story: str | None = None


def read_query(text_: str, alike: Alike | None = None) -> Query:
    """The query of a text, with other spellings of its words where `alike` has some.

    Raises SettingsError where nothing is wanted, only something unwanted.
    """
    query = parsed(text_, alike)
    if query.unwanted and not query.wanted:
        raise SettingsError(
            "the search has only words that must not be there",
            remedy="add a word that has to be there",
            told=Reason("store.only_unwanted"),
            advice=Reason("store.only_unwanted_do"),
        )
    return query


def ranked(
    session: Session,
    index: str,
    table: str,
    query: Query,
    filter: Filter,
    order: Order,
    limit: int,
    after: str | None,
    names: Query | None = None,
) -> list[tuple[float, int]]:
    """`(place in the order, number)` of the hits, first ones first."""
    values: dict[str, Any] = {"limit": limit}
    matching = _match(session, index, query, names, values)
    newest = order == "newest" or matching is None
    needed = conditions(filter, values)
    own = "a.arrival" if table == "articles" else "x.number"
    sources = {"articles": "articles a", "statements": "statements x JOIN articles a ON a.arrival = x.article"}[table]
    plain = False
    if matching:
        source, score, condition = matching
        number = "w.rowid" if not session.postgresql else "w.number"
        plain = not needed and not newest
        sources = (
            source
            if plain
            else f"{source} JOIN {'articles a' if table == 'articles' else 'statements x'} ON {own} = {number}"
        )
        if not plain and table == "statements":
            sources += " JOIN articles a ON a.arrival = x.article"
        needed = [condition, *needed]
        own = number
    if newest:
        columns, ordered = f"a.moment AS place, {own} AS number", f"a.moment DESC, {own} DESC"
        if after is not None:
            moment, values["number"] = _after(after)
            values["place"] = -int(moment)
            # The first of the two finds the place in the index.
            needed.append(f"a.moment <= :place AND (a.moment < :place OR {own} < :number)")
    else:
        columns, ordered = f"{score} AS place, {own} AS number", "place, number DESC"
    asked = f"SELECT {columns} FROM {sources}" + (f" WHERE {' AND '.join(needed)}" if needed else "")
    if matching and plain and not newest:
        asked = f"SELECT place, number FROM ({asked} ORDER BY {own} DESC LIMIT {RANKED}) AS latest"
    if after is not None and not newest:
        values["place"], values["number"] = _after(after)
        beyond = "place > :place OR (place = :place AND number < :number)"
        asked = f"SELECT place, number FROM ({asked}) AS found WHERE {beyond}"
    rows = session.connection.execute(text(f"{asked} ORDER BY {ordered} LIMIT :limit"), values)
    return [(float(-row.place if newest else row.place), row.number) for row in rows]


def _match(
    session: Session, index: str, query: Query, names: Query | None, values: dict[str, Any]
) -> tuple[str, str, str] | None:
    """Where to look, what to rank by (least first) and the condition; None where no word is asked for."""
    named = names if names and names.wanted else None
    if not query.wanted and not named:
        return None
    if session.postgresql:
        parts = [for_postgresql(query, first=None if index == "article_words" else False)] if query.wanted else []
        parts += [for_postgresql(named, first=True)] if named else []
        values["words"] = " & ".join(parts)
        rank = "-(ts_rank('{0.1, 0.2, 0.4, 1.0}', w.words, q.words, 1)::float8)"
        return f"CAST(:words AS tsquery) AS q(words) JOIN {index} w ON w.words @@ q.words", rank, "true"
    parts = [for_sqlite(query, None if index == "article_words" else "second")] if query.wanted else []
    parts += [for_sqlite(named, "first")] if named else []
    values["words"] = " AND ".join(f"({part})" for part in parts)
    return f"{index} w", f"bm25({index}, {TITLE}, 1.0)", f"{index} MATCH :words"


def conditions(filter: Filter, values: dict[str, Any]) -> list[str]:
    """What an article `a` has to be, as SQL; the values it speaks of are put into `values`."""
    found = []
    for column, some in (("outlet", filter.outlets), ("language", filter.languages)):
        if some:
            names = [f"{column}_{at}" for at in range(len(some))]
            values |= dict(zip(names, map(escaped, some), strict=True))
            found.append(f"a.{column} IN ({', '.join(f':{name}' for name in names)})")
    if filter.since is not None:
        values["since"] = filter.since
        found.append("a.moment >= :since")
    if filter.until is not None:
        values["until"] = filter.until
        found.append("a.moment < :until")
    if filter.story is not None:
        values["story"] = escaped(filter.story)
        found.append(
            "a.arrival IN (SELECT m.article FROM story_members m JOIN stories s ON s.number = m.story"
            " WHERE s.id = :story)"
        )
    return found


def next_page(rows: Sequence[tuple[float, int]], limit: int) -> str | None:
    """What asks for the page after `limit` rows; None where no row is beyond."""
    if len(rows) <= limit:
        return None
    place, number = rows[limit - 1]
    return f"{place!r},{number}"


def _after(cursor: str) -> tuple[float, int]:
    try:
        place, number = cursor.split(",")
        return float(place), int(number)
    except ValueError:
        raise bad_cursor(cursor) from None


def bad_cursor(cursor: str) -> SettingsError:
    """The error for an `after` that no page gave."""
    return SettingsError(
        f"'{cursor}' is no place in a list of hits",
        remedy="give what the page before gave as its end",
        told=Reason("store.no_cursor", (cursor,)),
        advice=Reason("store.no_cursor_do"),
    )
