"""What pages ask of an archive, as plain functions of it; for lists of stories see `listing`.

Dossiers and the views made of them are kept in memory while it lasts, under the story's change number: whoever asks
for the same story again gets the same record.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING

from tawatur.model import Article, Dossier
from tawatur.serving.keeping import Kept
from tawatur.serving.spellings import NameWords

if TYPE_CHECKING:
    from tawatur.dossier.parts import Report
    from tawatur.store import Archive
    from tawatur.store.facets import Facet
    from tawatur.store.runs import Run
    from tawatur.store.searching import StatementHit
    from tawatur.store.story_lines import FacetKind, StoryLine

_MOMENT, _MOST_LINES = 0.25, 8192  # seconds; stories
_MOST_ARTICLES = 100
_MOST_STORIES = 64  # whose views are kept in memory


@dataclass(frozen=True, slots=True)
class FoundStory:
    """A story with its dossier and the views of it; `stamp` changes when anything of it does.

    `title` is what lists head the story with.
    """

    id: str
    stamp: str
    views: Report
    title: str = ""

    @property
    def dossier(self) -> Dossier:
        """The dossier itself."""
        return self.views.index.dossier


@dataclass(slots=True)
class Library:
    """An open archive, the stories looked at last, and what was asked of the archive before.

    `facets` are kept with the moment they were counted at, `lines` of stories with the stamp of the archive, and the
    stamp itself with the moment it was `asked` for; `names` are those that a search finds in other spellings. Whoever
    writes calls `forget`, so that readers see it at once.
    """

    archive: Archive
    facets: dict[tuple[FacetKind, bool], tuple[float, list[Facet]]] = field(default_factory=dict)
    asked: tuple[float, str | None] = (0.0, None)
    lines: dict[str, tuple[str, StoryLine]] = field(default_factory=dict)
    names: NameWords = field(default_factory=NameWords)
    stories: Kept[tuple[str, str], FoundStory] = field(default_factory=lambda: Kept(_MOST_STORIES))

    def forget(self) -> None:
        """Ask the archive anew what is in it."""
        self.asked = (0.0, None)
        self.facets.clear()


def stamp(library: Library) -> str:
    """A word that changes with every change of the archive, at most a quarter of a second later."""

    def look() -> str:
        from sqlalchemy import select

        from tawatur.store import schema

        table = schema.counters.c
        with library.archive.reading() as session:
            rows = session.connection.execute(select(table.name, table.value).order_by(table.name)).all()
        return ".".join(str(row.value) for row in rows) or "0"

    found = fresh_stamp(library)
    if found is None:
        found = look()
        library.asked = (monotonic(), found)
    return found


def fresh_stamp(library: Library) -> str | None:
    """The stamp where it was asked for a moment ago; this asks nothing."""
    at, found = library.asked
    return found if monotonic() - at < _MOMENT else None


def story_line(library: Library, id: str) -> StoryLine | None:
    """The line of a story by its id or a former one; None where there is none."""
    from tawatur.store import stories, story_lines

    now = stamp(library)
    at, line = library.lines.get(id, ("", None))
    if line is not None and at == now:
        return line
    with library.archive.reading() as session:
        called = stories.current_id(session, id)
        line = story_lines.lines(session, [called]).get(called)
    if line is not None:
        if len(library.lines) >= _MOST_LINES:
            library.lines.clear()
        library.lines[id] = (now, line)
    return line


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
        return FoundStory(line.id, stamp, report(made), line.title)

    try:
        return library.stories.get((line.id, stamp), make)
    except LookupError:
        return None


def articles_of(library: Library, story: str) -> list[Article]:
    """The articles of a story, oldest first, those of a very large one not all."""
    from tawatur.store import articles, stories

    with library.archive.reading() as session:
        found = stories.story(session, story)
        return list(articles.articles(session, found.members[:_MOST_ARTICLES]).values()) if found else []


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
