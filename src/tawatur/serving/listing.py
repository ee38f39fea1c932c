"""Lists of stories as readers ask for them: filtered by facets, or found by words; from rows, never from dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from tawatur.serving.library import Library

if TYPE_CHECKING:
    from tawatur.store import Session, stories
    from tawatur.store.facets import Facet
    from tawatur.store.queries import Query
    from tawatur.store.snippets import Snippet
    from tawatur.store.stories import FacetKind, StoryLine

PER_PAGE = 20
_FRESH = 30.0  # seconds
_SEARCHED = 200  # articles looked at for the stories of a query


@dataclass(frozen=True, slots=True)
class Wanted:
    """What stories a reader asks for; days are ISO 8601, `after` is where the page before ended."""

    query: str = ""
    outlet: str = ""
    place: str = ""
    person: str = ""
    since: str = ""
    until: str = ""
    several: bool = False
    corroborated: bool = False
    conflicting: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found of a story: an article's text and language, and a stretch of it with the words."""

    text: str
    language: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the list: the story, its outlets' names, the language of its articles, what of it was found."""

    line: StoryLine
    outlets: tuple[str, ...]
    language: str | None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A page of stories; `after` asks for the next one, "" where there is none."""

    lines: tuple[Listed, ...]
    after: str


def listing(library: Library, wanted: Wanted) -> Listing:
    """The stories that a reader asks for: by fit where there are words to look for, else the newest first."""
    from tawatur.store import stories

    with library.archive.reading() as session:
        if wanted.query.strip():
            return _searched(session, wanted)
        after = _place(wanted.after)
        found = stories.story_list(session, _filter(wanted), limit=PER_PAGE + 1, after=after)
        shown = found[:PER_PAGE]
        more = f"{shown[-1].last!r}~{shown[-1].number}" if len(found) > PER_PAGE else ""
        return Listing(_told(session, shown, {}), more)


def _filter(wanted: Wanted, ids: tuple[str, ...] | None = None) -> stories.StoryFilter:
    from tawatur.store import stories

    named: list[tuple[FacetKind, str]] = [
        ("outlet", wanted.outlet),
        ("place", wanted.place),
        ("speaker", wanted.person),
    ]
    return stories.StoryFilter(
        least_outlets=2 if wanted.several else 1,
        facets=tuple((kind, value) for kind, value in named if value),
        since=_hours(wanted.since),
        until=_hours(wanted.until, days=1),
        corroborated=wanted.corroborated,
        conflicting=wanted.conflicting,
        ids=ids,
    )


def _searched(session: Session, wanted: Wanted) -> Listing:
    """The stories of the articles that fit best, each where its best article stands; snippets only of those shown."""
    from tawatur.store import ranking, stories

    asked = ranking.read_query(wanted.query)
    rows = ranking.ranked(session, "article_words", "articles", asked, ranking.Filter(), "relevance", _SEARCHED, None)
    holder = _holders(session, [number for _, number in rows])
    first: dict[str, tuple[float, int]] = {}
    for row in rows:
        if row[1] in holder:
            first.setdefault(holder[row[1]], row)
    start = int(wanted.after) if wanted.after.isdecimal() else 0
    ids = tuple(first)
    if _filter(wanted) != stories.StoryFilter(least_outlets=1):
        fit = {line.id for line in stories.story_list(session, _filter(wanted, ids), limit=_SEARCHED)}
        ids = tuple(id for id in ids if id in fit)
    some = ids[start : start + PER_PAGE]
    lines = stories.lines(session, some)
    more = str(start + PER_PAGE) if len(ids) > start + PER_PAGE else ""
    shown = [lines[id] for id in some if id in lines]
    return Listing(_told(session, shown, _hits(session, {id: first[id][1] for id in some}, asked)), more)


def _hits(session: Session, articles: dict[str, int], asked: Query) -> dict[str, Hit]:
    """Where the words stand in the article of each story: after its headline, else in it."""
    from sqlalchemy import select

    from tawatur.store import schema
    from tawatur.store.snippets import snippet

    table = schema.articles.c
    query = select(table.arrival, table.language, table.title_end, table.text)
    rows = session.connection.execute(query.where(table.arrival.in_(list(articles.values()))))
    found: dict[int, Hit] = {}
    for arrival, language, end, text in rows:
        part = snippet(text, asked, (end, len(text)) if end and end < len(text) else None)
        found[arrival] = Hit(text, language, part if part.hits else snippet(text, asked))
    return {story: found[article] for story, article in articles.items() if article in found}


def _holders(session: Session, articles: list[int]) -> dict[int, str]:
    """The stories of articles by their numbers."""
    from sqlalchemy import select

    from tawatur.store import schema

    members, table = schema.story_members.c, schema.stories.c
    query = select(members.article, table.id).join(schema.stories, table.number == members.story)
    rows = session.connection.execute(query.where(members.article.in_(articles)))
    return {row.article: row.id for row in rows}


def _told(session: Session, lines: list[StoryLine], hits: dict[str, Hit]) -> tuple[Listed, ...]:
    """The lines with the names of their outlets and their language, both from the facets."""
    names, languages = names_and_languages(session, [line.number for line in lines])
    return tuple(
        Listed(
            line,
            tuple(names.get((line.number, outlet), outlet) for outlet in line.outlets),
            languages.get(line.number),
            hits.get(line.id),
        )
        for line in lines
    )


def names_and_languages(session: Session, stories: list[int]) -> tuple[dict[tuple[int, str], str], dict[int, str]]:
    """The names of outlets by story and key, and the language that most articles of a story are in."""
    from sqlalchemy import select

    from tawatur.store import schema

    table = schema.story_facets.c
    # Other kinds are left out below: named here, SQLite would look through all stories by kind instead.
    query = select(table.story, table.kind, table.value, table.label, table.n).where(table.story.in_(stories))
    names: dict[tuple[int, str], str] = {}
    languages: dict[int, tuple[int, str]] = {}
    for row in session.connection.execute(query):
        if row.kind == "outlet":
            names[row.story, row.value] = row.label
        elif row.kind == "language":
            languages[row.story] = max(languages.get(row.story, (0, "")), (row.n, row.value))
    return names, {story: language for story, (_, language) in languages.items()}


def facets(library: Library, kind: FacetKind, several: bool) -> list[Facet]:
    """The most frequent values of a facet, as they were half a minute ago at most: counting takes long."""
    from tawatur.store import stories

    key, now = (kind, several), monotonic()
    at, found = library.facets.get(key, (0.0, []))
    if not found or now - at > _FRESH:
        with library.archive.reading() as session:
            found = stories.facets(session, kind, limit=40, least_outlets=2 if several else 1)
        library.facets[key] = (now, found)
    return found


def _hours(day: str, days: int = 0) -> float | None:
    """A day as hours since 1970; `days` later."""
    if not day:
        return None
    return (datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(days=days)).timestamp() / 3600


def _place(after: str) -> tuple[float, int] | None:
    last, _, number = after.partition("~")
    try:
        return (float(last), int(number)) if number else None
    except ValueError:
        return None
