"""Lists of stories as readers ask for them: filtered by facets, or found by words; from rows, never from dossiers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from time import monotonic
from typing import TYPE_CHECKING

from tawatur.serving.library import Library, stamp
from tawatur.writing.plain import one_line

if TYPE_CHECKING:
    from tawatur.store import Session
    from tawatur.store.facets import Facet
    from tawatur.store.queries import Query
    from tawatur.store.snippets import Snippet
    from tawatur.store.story_lines import FacetKind, StoryFilter, StoryLine

PER_PAGE = 20
_FRESH = 30.0  # seconds
_SEARCHED = 200  # articles looked at for the stories of a query
_FACETS, _JOINED = 40, 300  # values of a facet shown; names of speakers that are joined where they mean one


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
    """A page of stories; `after` asks for the next one, "" where there is none.

    `alike` are the words of the query that were also looked for in other spellings, with those; `meant` the names of
    the person asked for that were joined.
    """

    lines: tuple[Listed, ...]
    after: str
    alike: tuple[tuple[str, tuple[str, ...]], ...] = ()
    meant: tuple[str, ...] = ()


def listing(library: Library, wanted: Wanted) -> Listing:
    """The stories that a reader asks for: by fit where there are words to look for, else the newest first."""
    persons, names = _meant(library, wanted)
    with library.archive.reading() as session:
        if wanted.query.strip():
            return replace(_searched(library, session, wanted, persons), meant=names)
        after = _place(wanted.after)
        found = _lines(session, wanted, persons, limit=PER_PAGE + 1, after=after)
        shown = found[:PER_PAGE]
        more = f"{shown[-1].last!r}~{shown[-1].number}" if len(found) > PER_PAGE else ""
        return Listing(_told(session, shown, {}), more, meant=names)


def _meant(library: Library, wanted: Wanted) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values of the facet that stand for the person asked for, and their names."""
    if not wanted.person:
        return ("",), ()
    for facet in facets(library, "speaker", wanted.several):
        values = (facet.value, *(value for value, _ in facet.others))
        if wanted.person in values:
            return values, tuple(dict.fromkeys(label for _, label in facet.others))
    return (wanted.person,), ()


def _lines(
    session: Session,
    wanted: Wanted,
    persons: tuple[str, ...],
    *,
    limit: int,
    after: tuple[float, int] | None = None,
    ids: tuple[str, ...] | None = None,
) -> list[StoryLine]:
    """The newest stories with any of these persons: each is asked for alone, as the index of the facets has it."""
    from tawatur.store.story_lines import story_list

    found = {
        line.number: line
        for person in persons
        for line in story_list(session, _filter(wanted, person, ids), limit=limit, after=after)
    }
    return sorted(found.values(), key=lambda line: (-line.last, -line.number))[:limit]


def _filter(wanted: Wanted, person: str, ids: tuple[str, ...] | None = None) -> StoryFilter:
    from tawatur.store.story_lines import StoryFilter

    named: list[tuple[FacetKind, str]] = [
        ("outlet", wanted.outlet),
        ("place", wanted.place),
        ("speaker", person),
    ]
    return StoryFilter(
        least_outlets=2 if wanted.several else 1,
        facets=tuple((kind, value) for kind, value in named if value),
        since=_hours(wanted.since),
        until=_hours(wanted.until, days=1),
        corroborated=wanted.corroborated,
        conflicting=wanted.conflicting,
        ids=ids,
    )


def _searched(library: Library, session: Session, wanted: Wanted, persons: tuple[str, ...]) -> Listing:
    """The stories of the articles that fit best, each where its best article stands; snippets only of those shown."""
    from tawatur.store import ranking, story_lines

    asked = ranking.read_query(wanted.query, library.names.alike(session, stamp(library)))
    rows = ranking.ranked(session, "article_words", "articles", asked, ranking.Filter(), "relevance", _SEARCHED, None)
    holder = _holders(session, [number for _, number in rows])
    first: dict[str, tuple[float, int]] = {}
    for row in rows:
        if row[1] in holder:
            first.setdefault(holder[row[1]], row)
    start = int(wanted.after) if wanted.after.isdecimal() else 0
    ids = tuple(first)
    if persons != ("",) or _filter(wanted, "") != story_lines.StoryFilter(least_outlets=1):
        fit = {line.id for line in _lines(session, wanted, persons, limit=_SEARCHED, ids=ids)}
        ids = tuple(id for id in ids if id in fit)
    some = ids[start : start + PER_PAGE]
    lines = story_lines.lines(session, some)
    more = str(start + PER_PAGE) if len(ids) > start + PER_PAGE else ""
    shown = [lines[id] for id in some if id in lines]
    hits = _hits(session, {id: first[id][1] for id in some}, asked)
    return Listing(_told(session, shown, hits), more, asked.shown)


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
    """The most frequent values of a facet, as they were half a minute ago at most: counting takes long.

    Of speakers, those that are held to be one stand together, the first of them before its `others`.
    """
    from tawatur.store.facets import story_facets

    key, now = (kind, several), monotonic()
    at, found = library.facets.get(key, (0.0, []))
    if not found or now - at > _FRESH:
        least, limit = 2 if several else 1, _JOINED if kind == "speaker" else _FACETS
        with library.archive.reading() as session:
            found = story_facets(session, kind, limit=limit, least_outlets=least)
            if kind == "speaker":
                found = _joined(session, found, least)
        library.facets[key] = (now, found)
    return found


def _joined(session: Session, found: list[Facet], least: int) -> list[Facet]:
    from tawatur.serving.spoken import joined
    from tawatur.store.facets import Facet, stories_with

    made = []
    for one in joined(found):
        values = [facet.value for facet in one.facets]
        stories = one.facets[0].stories
        if len(values) > 1:
            stories = stories_with(session, "speaker", values, least_outlets=least)
        others = tuple((facet.value, one_line(facet.label.replace("#", ""))) for facet in one.facets[1:])
        made.append(Facet(values[0], one.label, stories, others))
    return sorted(made, key=lambda facet: -facet.stories)[:_FACETS]


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
