"""Full-text search of articles, statements and claims: any spelling of a word, ranked, page by page.

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
from tawatur.model import Reason, Span
from tawatur.store.columns import escaped, unescaped
from tawatur.store.dossiers import ClaimLine, claim_lines
from tawatur.store.queries import Query, for_postgresql, for_sqlite, parsed
from tawatur.store.sessions import Session
from tawatur.store.snippets import Snippet, snippet

Order = Literal["relevance", "newest"]
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


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found; `story` is the id of its story, `score` grows with how well it fits."""

    arrival: int
    id: str
    outlet: str
    outlet_name: str | None
    url: str | None
    published: str | None
    language: str
    title: str
    story: str | None
    score: float
    snippet: Snippet
    text: str


@dataclass(frozen=True, slots=True)
class StatementHit:
    """A statement that was found: where it stands, its words, and on whose word; the snippet lies in its content."""

    number: int
    id: str
    article: str
    outlet: str
    published: str | None
    content: Span
    words: str
    speaker: str | None
    kind: str
    polarity: str
    story: str | None
    claim: str | None
    score: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A claim that was found by one of its statements, the one that fits best."""

    claim: ClaimLine
    statement: str
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """Some hits; `after` asks for the next ones, None where there are no more."""

    hits: tuple[Hit, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class StatementPage:
    """Some statements; `after` as in `Page`."""

    hits: tuple[StatementHit, ...]
    after: str | None


def search(
    session: Session,
    query: str,
    filter: Filter | None = None,
    *,
    order: Order = "relevance",
    limit: int = 20,
    after: str | None = None,
) -> Page:
    """Articles that hold all words of a query; without any word, all that the filter lets through, newest first.

    Raises SettingsError where the query has only words that must not be there.
    """
    asked = read_query(query)
    rows = _ranked(session, "article_words", "articles", asked, filter or Filter(), order, limit + 1, after)
    return Page(tuple(article_hits(session, rows[:limit], asked)), _cursor(rows, limit))


def search_statements(
    session: Session,
    query: str,
    filter: Filter | None = None,
    *,
    speaker: str = "",
    order: Order = "relevance",
    limit: int = 20,
    after: str | None = None,
) -> StatementPage:
    """Statements that hold all words of a query, on the word of somebody whose name holds all words of `speaker`."""
    asked, names = read_query(query), read_query(speaker)
    rows = _ranked(session, "statement_words", "statements", asked, filter or Filter(), order, limit + 1, after, names)
    return StatementPage(tuple(_statement_hits(session, rows[:limit], asked)), _cursor(rows, limit))


def search_claims(
    session: Session, query: str, filter: Filter | None = None, *, speaker: str = "", limit: int = 20
) -> list[ClaimHit]:
    """Claims one of whose statements is found, the best first, each once."""
    found: dict[int, tuple[str, float]] = {}
    after: str | None = None
    for _ in range(10):  # a claim of many statements comes up many times
        page = search_statements(session, query, filter, speaker=speaker, limit=4 * limit, after=after)
        numbers = _claims_of(session, [hit.number for hit in page.hits])
        for hit in page.hits:
            for claim in numbers.get(hit.number, ()):
                found.setdefault(claim, (hit.id, hit.score))
        after = page.after
        if len(found) >= limit or after is None:
            break
    lines = claim_lines(session, list(found)[:limit])
    return [ClaimHit(lines[number], *found[number]) for number in list(found)[:limit] if number in lines]


def read_query(text_: str) -> Query:
    """The query of a text. Raises SettingsError where nothing is wanted, only something unwanted."""
    query = parsed(text_)
    if query.unwanted and not query.wanted:
        raise SettingsError(
            "the search has only words that must not be there",
            remedy="add a word that has to be there",
            told=Reason("store.only_unwanted"),
            advice=Reason("store.only_unwanted_do"),
        )
    return query


def _ranked(
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
    conditions = _conditions(filter, values)
    own = "a.arrival" if table == "articles" else "x.number"
    sources = {"articles": "articles a", "statements": "statements x JOIN articles a ON a.arrival = x.article"}[table]
    if matching:
        source, score, condition = matching
        number = "w.rowid" if not session.postgresql else "w.number"
        plain = not conditions and not newest
        sources = (
            source
            if plain
            else f"{source} JOIN {'articles a' if table == 'articles' else 'statements x'} ON {own} = {number}"
        )
        if not plain and table == "statements":
            sources += " JOIN articles a ON a.arrival = x.article"
        conditions = [condition, *conditions]
        own = number
        key = "-a.moment" if newest else score
    else:
        key = "-a.moment"
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    inner = f"SELECT {key} AS place, {own} AS number FROM {sources} {where}"
    if after is not None:
        place, number_after = _after(after)
        values |= {"place": place, "number": number_after}
        asked = (
            f"SELECT place, number FROM ({inner}) AS found"
            " WHERE place > :place OR (place = :place AND number < :number)"
        )
    else:
        asked = inner
    rows = session.connection.execute(text(f"{asked} ORDER BY place, number DESC LIMIT :limit"), values)
    return [(row.place, row.number) for row in rows]


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


def _conditions(filter: Filter, values: dict[str, Any]) -> list[str]:
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


def article_hits(session: Session, rows: Sequence[tuple[float, int]], query: Query) -> list[Hit]:
    """The hits of `(place, number)` rows, each with its snippet."""
    if not rows:
        return []
    asked = (
        "SELECT a.arrival, a.id, a.outlet, a.outlet_name, a.url, a.published, a.language, a.title_start, a.title_end,"
        " s.id AS story, a.text FROM articles a LEFT JOIN story_members m ON m.article = a.arrival"
        " LEFT JOIN stories s ON s.number = m.story WHERE a.arrival IN "
    )
    found = {row.arrival: row for row in _listed(session, asked, [number for _, number in rows])}
    hits = []
    for place, number in rows:
        row = found[number]
        whole = unescaped(row.text)
        start, end = row.title_start or 0, row.title_end or 0
        body = (end, len(whole)) if start == 0 and end < len(whole) else None
        part = snippet(whole, query, body)
        if query.wanted and not part.hits:
            part = snippet(whole, query)
        texts = (None if value is None else unescaped(value) for value in
                 (row.id, row.outlet, row.outlet_name, row.url, row.published, row.language))  # fmt: skip
        id, outlet, name, url, published, language = texts
        hits.append(
            Hit(number, id or "", outlet or "", name, url, published, language or "", whole[start:end],
                row.story and unescaped(row.story), -place, part, whole)
        )  # fmt: skip
    return hits


def _statement_hits(session: Session, rows: Sequence[tuple[float, int]], query: Query) -> list[StatementHit]:
    if not rows:
        return []
    asked = (
        "SELECT x.number, x.id, x.content_start, x.content_end, x.kind, x.polarity, a.id AS article, a.outlet,"
        " a.published, p.name AS speaker, s.id AS story,"
        " (SELECT c.id FROM claim_members k JOIN claims c ON c.number = k.claim WHERE k.statement = x.number"
        " ORDER BY c.number LIMIT 1) AS claim, a.text"
        " FROM statements x JOIN articles a ON a.arrival = x.article"
        " LEFT JOIN speakers p ON p.article = x.article AND p.key = x.speaker"
        " LEFT JOIN story_members m ON m.article = a.arrival LEFT JOIN stories s ON s.number = m.story"
        " WHERE x.number IN "
    )
    found = {row.number: row for row in _listed(session, asked, [number for _, number in rows])}
    hits = []
    for place, number in rows:
        row = found[number]
        whole, span = unescaped(row.text), (row.content_start, row.content_end)
        texts = [None if value is None else unescaped(value) for value in
                 (row.id, row.article, row.outlet, row.published, row.speaker, row.story, row.claim)]  # fmt: skip
        id, article, outlet, published, speaker, story, claim = texts
        hits.append(
            StatementHit(number, id or "", article or "", outlet or "", published, span, whole[slice(*span)], speaker,
                         row.kind, row.polarity, story, claim, -place, snippet(whole, query, span))
        )  # fmt: skip
    return hits


def _claims_of(session: Session, statements: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    if statements:
        asked = "SELECT statement, claim FROM claim_members WHERE statement IN "
        for row in _listed(session, asked, statements):
            found.setdefault(row.statement, []).append(row.claim)
    return found


def _listed(session: Session, asked: str, numbers: Sequence[int]) -> Sequence[Any]:
    """Rows of a query that ends in "IN", for some numbers."""
    # Numbers of ours, so that they may stand in the text: one statement for each length of list would be kept else.
    return session.connection.execute(text(f"{asked} ({', '.join(str(int(number)) for number in numbers)})")).all()


def _cursor(rows: Sequence[tuple[float, int]], limit: int) -> str | None:
    if len(rows) <= limit:
        return None
    place, number = rows[limit - 1]
    return f"{place!r},{number}"


def _after(cursor: str) -> tuple[float, int]:
    try:
        place, number = cursor.split(",")
        return float(place), int(number)
    except ValueError:
        raise SettingsError(
            f"'{cursor}' is no place in a list of hits",
            remedy="give what the page before gave as `after`",
            told=Reason("store.no_cursor", (cursor,)),
            advice=Reason("store.no_cursor_do"),
        ) from None
