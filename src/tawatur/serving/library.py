"""What pages ask of an archive, as plain functions of it; lists come from rows, one story from its dossier.

Dossiers and the views made of them are kept in memory while it lasts, under the story's change number: whoever asks
for the same story again gets the same record.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING

from tawatur.model import Article, Dossier

if TYPE_CHECKING:
    from tawatur.dossier.parts import Report
    from tawatur.store import Archive, Session, stories
    from tawatur.store.facets import Facet
    from tawatur.store.runs import Run
    from tawatur.store.searching import Hit, StatementHit
    from tawatur.store.stories import FacetKind, StoryLine

PER_PAGE = 20
_SEARCHED = 400  # articles looked at for the stories of a query
_MOST_STORIES = 64  # whose views are kept in memory


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


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story with its dossier and the views of it; `stamp` changes when anything of it does."""

    id: str
    stamp: str
    views: Report

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.views.index.dossier


@dataclass(slots=True)
class Library:
    """An open archive, and the stories looked at last."""

    archive: Archive
    _stories: OrderedDict[tuple[str, str], FoundStory] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def keep(self, key: tuple[str, str], make: Callable[[], FoundStory]) -> FoundStory:
        """A story by its id and stamp, made where it is not there."""
        with self._lock:
            found = self._stories.get(key)
            if found is not None:
                self._stories.move_to_end(key)
                return found
        found = make()
        with self._lock:
            self._stories[key] = found
            while len(self._stories) > _MOST_STORIES:
                self._stories.popitem(last=False)
        return found


def stamp(library: Library) -> str:
    """A word that changes with every change of the archive."""
    from sqlalchemy import select

    from tawatur.store import schema

    table = schema.counters.c
    with library.archive.reading() as session:
        rows = session.connection.execute(select(table.name, table.value).order_by(table.name)).all()
    return ".".join(str(row.value) for row in rows)


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


def story_line(library: Library, id: str) -> StoryLine | None:
    """The line of a story by its id or a former one; None where there is none."""
    from tawatur.store import stories

    with library.archive.reading() as session:
        now = stories.current_id(session, id)
        return stories.lines(session, [now]).get(now)


def story(library: Library, id: str) -> FoundStory | None:
    """A story with its dossier; None where it is not there or has none yet."""
    line = story_line(library, id)
    if line is None:
        return None
    stamp = f"{line.change}"

    def make() -> FoundStory:
        from tawatur.dossier.views import report
        from tawatur.store.dossiers import dossier

        with library.archive.reading() as session:
            made = dossier(session, line.id)
        if made is None:
            raise LookupError(line.id)
        return FoundStory(line.id, stamp, report(made))

    try:
        return library.keep((line.id, stamp), make)
    except LookupError:
        return None


def has_article(library: Library, id: str) -> bool:
    """Whether there is an article of this id."""
    from tawatur.store import articles

    with library.archive.reading() as session:
        return bool(articles.known(session, [id]))


def article(library: Library, id: str) -> tuple[Article, FoundStory | None] | None:
    """An article, and its story where it is in one that has a dossier with it."""
    from tawatur.store import articles, stories

    with library.archive.reading() as session:
        found = articles.article(session, id)
        holder = stories.story_of(session, id) if found else None
    if found is None:
        return None
    of = story(library, holder) if holder else None
    return found, of if of and id in of.views.index.articles else None


def alone(library: Library, article: Article) -> Report:
    """The views of an article that no dossier holds: its statements, where they were read, and no claims."""
    from tawatur.dossier.assemble import assemble
    from tawatur.dossier.views import report
    from tawatur.settings import DEFAULT
    from tawatur.store.accounts import account
    from tawatur.stories import resolve_sources

    with library.archive.reading() as session:
        read = account(session, article.id)
    from tawatur.model import Account

    sources, accounts = resolve_sources((read or Account(article, (), (), ()),))
    return report(assemble(article.id, accounts, sources, (), (), (), (), (), DEFAULT))


def quoted(library: Library, name: str, limit: int = 60) -> list[StatementHit]:
    """Statements anywhere in the archive on the word of somebody of this name, the newest first."""
    from tawatur.store.searching import search_statements

    phrase = " ".join(name.replace('"', " ").split())
    if not phrase:
        return []
    with library.archive.reading() as session:
        return list(search_statements(session, "", speaker=f'"{phrase}"', order="newest", limit=limit).hits)


def runs(library: Library, limit: int = 50) -> list[Run]:
    """What was read into the archive, the newest run first."""
    from tawatur.store import runs as kept

    with library.archive.reading() as session:
        return kept.runs(session, limit)


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
