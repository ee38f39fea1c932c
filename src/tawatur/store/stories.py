"""Stories in the archive: written and read as grouping tells them, with what each became."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from tawatur.grouping.records import Change, Link, Story
from tawatur.store import schema
from tawatur.store.columns import reason_of, reason_row, reason_rows, reasons_of
from tawatur.store.facets import put_facets
from tawatur.store.sessions import Session, put

_TOGETHER = 500


def save_stories(session: Session, stories: Iterable[Story], former: Mapping[str, str] | None = None) -> dict[str, int]:
    """Write stories, new or changed, and which ids merged away into which; gives the numbers of the stories by id.

    A story whose members changed is marked `dirty`. A story that merged away goes, with its dossier; one that lost an
    article to another here loses it whether or not it is given too.
    """
    told = list(stories)
    _forget(session, former or {})
    numbers, members_before = _present(session, [story.id for story in told])
    new = [story for story in told if story.id not in numbers]
    first = session.next("stories", len(new))
    numbers |= {story.id: number for number, story in enumerate(new, first)}
    arrivals = _arrivals(session, [m for story in told for m in story.members])
    ours = {numbers[story.id] for story in told}
    _take_members(session, list(arrivals.values()), ours)
    change = session.next("changes", len(told))
    rows, members, changes = [], [], []
    for at, story in enumerate(told):
        number = numbers[story.id]
        inside = [arrivals[m] for m in story.members if m in arrivals]
        changed = inside != members_before.get(number)
        rows.append(_row(story, number, change + at, changed) | {"n_members": len(inside)})
        members += [{"story": number, "place": place, "article": a} for place, a in enumerate(inside)]
        changes += [_change_row(c, number, place) for place, c in enumerate(story.history)]
    known = {story.id for story in told} - {story.id for story in new}
    put(session, schema.stories, [row | _ZERO for row in rows if row["id"] not in known])
    for row in rows:
        if row["id"] in known:
            if not row["dirty"]:
                row.pop("dirty")  # what waits for its dossier goes on waiting
            query = update(schema.stories).where(schema.stories.c.number == row["number"])
            session.connection.execute(query.values(row))
    for table in (schema.story_changes, schema.story_members):
        session.connection.execute(delete(table).where(table.c.story.in_(ours)))
    put(session, schema.story_members, members)
    put(session, schema.story_changes, changes)
    put_facets(session, sorted(ours), ("outlet", "language", "place"))
    return numbers


_ZERO = {"n_claims": 0, "n_corroborated": 0, "n_conflicts": 0}


def story(session: Session, id: str) -> Story | None:
    """The story of an id, also of a former one."""
    return next(iter(stories(session, [current_id(session, id)]).values()), None)


def stories(session: Session, ids: Iterable[str]) -> dict[str, Story]:
    """The stories of some ids, by id, in the order asked for; ids that are not there are left out."""
    wanted, found = list(dict.fromkeys(ids)), dict[str, Story]()
    table = schema.stories.c
    for at in range(0, len(wanted), _TOGETHER):
        query = select(schema.stories).where(table.id.in_(wanted[at : at + _TOGETHER]))
        rows = session.connection.execute(query).all()
        numbers = [row.number for row in rows]
        members, changes = _members(session, numbers), _changes(session, numbers)
        found |= {r.id: _story_of(r, members.get(r.number, ()), changes.get(r.number, ())) for r in rows}
    return {id: found[id] for id in wanted if id in found}


def current_id(session: Session, id: str) -> str:
    """What a story is called now: the id itself, or that of the story it merged into."""
    table = schema.former_stories.c
    found = session.connection.execute(select(table.story).where(table.id == id)).scalar()
    return id if found is None else str(found)


def former(session: Session) -> dict[str, str]:
    """All ids that merged away, and what they became."""
    table = schema.former_stories
    return {row.id: row.story for row in session.connection.execute(select(table).order_by(table.c.id))}


def story_of(session: Session, article: str) -> str | None:
    """The id of the story that an article is in."""
    query = (
        select(schema.stories.c.id)
        .join(schema.story_members, schema.story_members.c.story == schema.stories.c.number)
        .join(schema.articles, schema.articles.c.arrival == schema.story_members.c.article)
        .where(schema.articles.c.id == article)
    )
    found = session.connection.execute(query).scalar()
    return None if found is None else str(found)


def mark_dirty(session: Session, ids: Iterable[str]) -> None:
    """Have the dossiers of stories made anew."""
    query = update(schema.stories).where(schema.stories.c.id.in_(list(ids)))
    session.connection.execute(query.values(dirty=True))


def dirty(session: Session, *, least_outlets: int = 2, limit: int | None = None) -> list[str]:
    """The ids of stories whose dossier is to be made anew, in the order of their numbers."""
    table = schema.stories.c
    flag = schema.dirty_stories
    query = select(table.id).where(flag, table.n_outlets >= least_outlets).order_by(table.number).limit(limit)
    return [str(id) for id in session.connection.execute(query).scalars()]


def _present(session: Session, ids: Sequence[str]) -> tuple[dict[str, int], dict[int, list[int]]]:
    table, numbers, members = schema.stories.c, dict[str, int](), dict[int, list[int]]()
    for at in range(0, len(ids), _TOGETHER):
        query = select(table.id, table.number).where(table.id.in_(ids[at : at + _TOGETHER]))
        numbers |= {row.id: row.number for row in session.connection.execute(query)}
    found = list(numbers.values())
    inside = schema.story_members.c
    for at in range(0, len(found), _TOGETHER):
        part = select(inside.story, inside.article).where(inside.story.in_(found[at : at + _TOGETHER]))
        for row in session.connection.execute(part.order_by(inside.story, inside.place)):
            members.setdefault(row.story, []).append(row.article)
    return numbers, members


def _forget(session: Session, gone: Mapping[str, str]) -> None:
    """Take out the stories that merged away and keep where their ids lead now."""
    if not gone:
        return
    put(session, schema.former_stories, [{"id": id, "story": new} for id, new in sorted(gone.items())], over=("id",))
    ids, table = list(gone), schema.former_stories.c
    for at in range(0, len(ids), _TOGETHER):
        some = ids[at : at + _TOGETHER]
        for old, new in session.connection.execute(select(table.story, table.id).where(table.story.in_(some))).all():
            # What had become a story that is now gone itself became what that has become.
            session.connection.execute(
                update(schema.former_stories).where(table.id == new).values(story=_last(gone, old))
            )
        session.connection.execute(delete(schema.stories).where(schema.stories.c.id.in_(some)))


def _last(gone: Mapping[str, str], id: str) -> str:
    seen = set[str]()
    while id in gone and id not in seen:
        seen.add(id)
        id = gone[id]
    return id


def _take_members(session: Session, articles: Sequence[int], ours: set[int]) -> None:
    """Take articles out of the stories they were in; those of other stories are marked, being others now."""
    table = schema.story_members.c
    for at in range(0, len(articles), _TOGETHER):
        some = articles[at : at + _TOGETHER]
        others = set(session.connection.execute(select(table.story).where(table.article.in_(some))).scalars()) - ours
        session.connection.execute(delete(schema.story_members).where(table.article.in_(some)))
        for story in sorted(others):
            left = select(func.count()).select_from(schema.story_members).where(table.story == story)
            count = session.connection.execute(left).scalar_one()
            session.connection.execute(
                update(schema.stories).where(schema.stories.c.number == story).values(dirty=True, n_members=count)
            )


def _arrivals(session: Session, ids: Sequence[str]) -> dict[str, int]:
    table, found = schema.articles.c, dict[str, int]()
    for at in range(0, len(ids), _TOGETHER):
        query = select(table.id, table.arrival).where(table.id.in_(ids[at : at + _TOGETHER]))
        found |= {row.id: row.arrival for row in session.connection.execute(query)}
    return found


def _members(session: Session, numbers: Sequence[int]) -> dict[int, list[str]]:
    inside, found = schema.story_members.c, dict[int, list[str]]()
    query = (
        select(inside.story, schema.articles.c.id)
        .join(schema.articles, schema.articles.c.arrival == inside.article)
        .where(inside.story.in_(numbers))
        .order_by(inside.story, inside.place)
    )
    for number, id in session.connection.execute(query):
        found.setdefault(number, []).append(id)
    return found


def _changes(session: Session, numbers: Sequence[int]) -> dict[int, list[Change]]:
    table, found = schema.story_changes.c, dict[int, list[Change]]()
    query = select(schema.story_changes).where(table.story.in_(numbers)).order_by(table.story, table.place)
    for row in session.connection.execute(query):
        found.setdefault(row.story, []).append(Change(row.at, row.kind, row.of, tuple(row.articles), row.other))
    return found


def _row(s: Story, number: int, change: int, dirty_: bool) -> dict[str, Any]:
    return {
        "number": number,
        "id": s.id,
        "change": change,
        "dirty": dirty_,
        "first": s.first,
        "last": s.last,
        "n_outlets": len(s.outlets),
        "title": s.title,
        "near_story": s.near_story,
        "near": _link_row(s.near) if s.near else None,
        "alone": reason_row(s.alone) if s.alone else None,
        "outlets": list(s.outlets),
        "links": [_link_row(link) for link in s.links],
    }


def _story_of(row: Row[Any], members: Sequence[str], changes: Sequence[Change]) -> Story:
    return Story(
        id=row.id,
        members=tuple(members),
        outlets=tuple(row.outlets),
        title=row.title,
        first=row.first,
        last=row.last,
        links=tuple(map(_link_of, row.links)),
        near=_link_of(row.near) if row.near else None,
        near_story=row.near_story,
        history=tuple(changes),
        alone=reason_of(row.alone) if row.alone else None,
    )


def _change_row(change: Change, story: int, place: int) -> dict[str, Any]:
    return {
        "story": story,
        "place": place,
        "at": change.at,
        "kind": change.kind,
        "of": change.story,
        "other": change.other,
        "articles": list(change.articles),
    }


def _link_row(link: Link) -> list[Any]:
    return [link.a, link.b, link.chance, reason_rows(link.reasons)]


def _link_of(row: Sequence[Any]) -> Link:
    a, b, chance, reasons = row
    return Link(a, b, chance, reasons_of(reasons))
