"""Lists of stories as readers ask for them: filtered by facets, or found by words; from rows, never from dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tawatur.serving.library import Library

if TYPE_CHECKING:
    from tawatur.store import Session, stories
    from tawatur.store.facets import Facet
    from tawatur.store.searching import Hit
    from tawatur.store.stories import FacetKind, StoryLine

PER_PAGE = 20
_SEARCHED = 400  # articles looked at for the stories of a query


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
    from tawatur.store import searching, stories

    first: dict[str, Hit] = {}
    page = searching.search(session, wanted.query, limit=_SEARCHED)
    for hit in page.hits:
        if hit.story is not None:
            first.setdefault(hit.story, hit)
    start = int(wanted.after) if wanted.after.isdecimal() else 0
    ids = tuple(first)
    if _filter(wanted) != stories.StoryFilter(least_outlets=1):
        fit = {line.id for line in stories.story_list(session, _filter(wanted, ids), limit=_SEARCHED)}
        ids = tuple(id for id in ids if id in fit)
    some = ids[start : start + PER_PAGE]
    lines = stories.lines(session, some)
    more = str(start + PER_PAGE) if len(ids) > start + PER_PAGE else ""
    return Listing(_told(session, [lines[id] for id in some if id in lines], first), more)


def _told(session: Session, lines: list[StoryLine], hits: dict[str, Hit]) -> tuple[Listed, ...]:
    """The lines with the names of their outlets and their language, both from the facets."""
    from sqlalchemy import select

    from tawatur.store import schema

    table = schema.story_facets.c
    query = select(table.story, table.kind, table.value, table.label, table.n).where(
        table.story.in_([line.number for line in lines]), table.kind.in_(("outlet", "language"))
    )
    names: dict[tuple[int, str], str] = {}
    languages: dict[int, tuple[int, str]] = {}
    for row in session.connection.execute(query):
        if row.kind == "outlet":
            names[row.story, row.value] = row.label
        else:
            languages[row.story] = max(languages.get(row.story, (0, "")), (row.n, row.value))
    return tuple(
        Listed(
            line,
            tuple(names.get((line.number, outlet), outlet) for outlet in line.outlets),
            languages.get(line.number, (0, None))[1],
            hits.get(line.id),
        )
        for line in lines
    )


def facets(library: Library, kind: FacetKind, several: bool) -> list[Facet]:
    """The most frequent values of a facet."""
    from tawatur.store import stories

    with library.archive.reading() as session:
        return stories.facets(session, kind, limit=40, least_outlets=2 if several else 1)


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
