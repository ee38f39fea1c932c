"""Stories as a list shows them: a line for each, filtered and in order by the indexes of the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Row, and_, or_, select

from tawatur.store import schema
from tawatur.store.sessions import Session

_TOGETHER = 500

FacetKind = Literal["outlet", "language", "place", "speaker"]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story as a list shows it; `dirty` says that its dossier is to be made anew, `change` grows with each change."""

    number: int
    id: str
    title: str
    first: float
    last: float
    members: int
    outlets: tuple[str, ...]
    claims: int
    corroborated: int
    conflicts: int
    dirty: bool
    change: int


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which stories to list: those for which all that is given holds. Times are hours since 1970, as in `Story`."""

    least_outlets: int = 2
    facets: tuple[tuple[FacetKind, str], ...] = ()
    since: float | None = None
    until: float | None = None
    corroborated: bool = False
    conflicting: bool = False
    ids: tuple[str, ...] | None = None


def story_list(
    session: Session, filter: StoryFilter | None = None, *, limit: int = 50, after: tuple[float, int] | None = None
) -> list[StoryLine]:
    """Stories by their newest article, newest first; `after` is `(last, number)` of the last line before the page."""
    wanted = filter or StoryFilter()
    table = schema.stories.c
    query = select(*(table[name] for name in _LINE))
    last, number = table.last, table.number
    if wanted.facets:
        first = schema.story_facets.alias()
        query = query.select_from(first.join(schema.stories, number == first.c.story))
        kind, value = wanted.facets[0]
        query = query.where(first.c.kind == kind, first.c.value == value)
        if wanted.least_outlets > 1:
            query = query.where(first.c.n_outlets >= wanted.least_outlets)
        last, number = first.c.last, first.c.story
        for kind, value in wanted.facets[1:]:
            other = schema.story_facets.alias()
            query = query.where(
                select(other.c.story)
                .where(other.c.kind == kind, other.c.value == value, other.c.last == last, other.c.story == number)
                .exists()
            )
    elif wanted.least_outlets > 1:
        # Said as the partial index says it, so that it is used.
        query = query.where(schema.several if wanted.least_outlets == 2 else
                            and_(schema.several, table.n_outlets >= wanted.least_outlets))  # fmt: skip
    if wanted.since is not None:
        query = query.where(last >= wanted.since)
    if wanted.until is not None:
        query = query.where(table.first <= wanted.until)
    if wanted.corroborated:
        query = query.where(table.n_corroborated > 0)
    if wanted.conflicting:
        query = query.where(table.n_conflicts > 0)
    if wanted.ids is not None:
        query = query.where(table.id.in_(wanted.ids))
    if after is not None:
        query = query.where(
            last <= after[0], or_(last < after[0], number < after[1])
        )  # the first finds the place in the index
    rows = session.connection.execute(query.order_by(last.desc(), number.desc()).limit(limit))
    return [_line_of(row) for row in rows]


def lines(session: Session, ids: Sequence[str]) -> dict[str, StoryLine]:
    """The lines of some stories by id."""
    found: dict[str, StoryLine] = {}
    table = schema.stories.c
    for at in range(0, len(ids), _TOGETHER):
        query = select(*(table[name] for name in _LINE)).where(table.id.in_(ids[at : at + _TOGETHER]))
        found |= {row.id: _line_of(row) for row in session.connection.execute(query)}
    return found


_LINE = ("number", "id", "title", "first", "last", "n_members", "outlets", "n_claims", "n_corroborated", "n_conflicts",
         "dirty", "change")  # fmt: skip


def _line_of(row: Row[Any]) -> StoryLine:
    number, id, title, first, last, members, outlets, *rest = tuple(row)
    return StoryLine(number, id, title, first, last, members, tuple(outlets), *rest)
