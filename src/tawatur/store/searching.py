"""Full-text search of articles, statements and claims: any spelling of a word, ranked, page by page (`ranking`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from tawatur.model import Span
from tawatur.store.columns import unescaped
from tawatur.store.dossiers import ClaimLine, claim_lines
from tawatur.store.queries import Query
from tawatur.store.ranking import Filter, Order, next_page, ranked, read_query
from tawatur.store.sessions import Session
from tawatur.store.snippets import Snippet, snippet

if TYPE_CHECKING:
    from tawatur.store.large import LargeIndex


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
    index: LargeIndex | None = None,
) -> Page:
    """Articles that hold all words of a query; without any word, all that the filter lets through, newest first.

    With `index`, that tantivy index is searched in place of the database's own; a page's `after` is then of that index.

    Raises SettingsError where the query has only words that must not be there.
    """
    asked = read_query(query)
    if index is not None:
        rows, more = index.ranked(session, asked, filter or Filter(), order, limit, after)
        return Page(tuple(_article_hits(session, rows, asked)), more)
    rows = ranked(session, "article_words", "articles", asked, filter or Filter(), order, limit + 1, after)
    return Page(tuple(_article_hits(session, rows[:limit], asked)), next_page(rows, limit))


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
    rows = ranked(session, "statement_words", "statements", asked, filter or Filter(), order, limit + 1, after, names)
    return StatementPage(tuple(_statement_hits(session, rows[:limit], asked)), next_page(rows, limit))


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


def _article_hits(session: Session, rows: Sequence[tuple[float, int]], query: Query) -> list[Hit]:
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
