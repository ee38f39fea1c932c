"""What stories are listed by: outlets, languages, places in the headlines, who speaks; one row for each of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, select

from tawatur.store import schema
from tawatur.store.sessions import Session, put

_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that stories are listed by, what it is shown as, and how many stories have it.

    `others` are more values that stand for the same, where somebody joined them.
    """

    value: str
    label: str
    stories: int
    others: tuple[tuple[str, str], ...] = ()


def put_facets(session: Session, stories: Sequence[int], kinds: Sequence[str]) -> None:
    """Write the facets of some kinds anew for stories, from their members."""
    table = schema.story_facets
    for at in range(0, len(stories), _TOGETHER):
        some = list(stories[at : at + _TOGETHER])
        session.connection.execute(delete(table).where(table.c.story.in_(some), table.c.kind.in_(kinds)))
        # `last` and `n_outlets` of the kinds that stay follow the story.
        _follow(session, some)
        put(session, table, [row for kind in kinds for row in _rows(session, some, kind)])


def story_facets(session: Session, kind: str, *, limit: int = 50, least_outlets: int = 2) -> list[Facet]:
    """The most frequent values of a kind."""
    table = schema.story_facets.c
    count = func.count().label("stories")
    query = (
        select(table.value, func.min(table.label).label("label"), count)
        .where(table.kind == kind, table.n_outlets >= least_outlets)
        .group_by(table.value)
        .order_by(count.desc(), table.value)
        .limit(limit)
    )
    return [Facet(row.value, row.label, row.stories) for row in session.connection.execute(query)]


def stories_with(session: Session, kind: str, values: Sequence[str], *, least_outlets: int) -> int:
    """How many stories have at least one of these values."""
    table = schema.story_facets.c
    query = select(func.count(table.story.distinct())).where(
        table.kind == kind, table.value.in_(values), table.n_outlets >= least_outlets
    )
    return int(session.connection.execute(query).scalar_one())


def _rows(session: Session, stories: Sequence[int], kind: str) -> list[dict[str, Any]]:
    about = _stories(session, stories)
    counted: Counter[tuple[int, str]] = Counter()
    labels: dict[tuple[int, str], str] = {}
    for story, value, label in _values(session, stories, kind):
        counted[story, value] += 1
        labels.setdefault((story, value), label)
    return [
        {"kind": kind, "value": value, "last": about[story][0], "story": story, "label": labels[story, value], "n": n,
         "n_outlets": about[story][1]}
        for (story, value), n in counted.items()
    ]  # fmt: skip


def _values(session: Session, stories: Sequence[int], kind: str) -> Iterable[tuple[int, str, str]]:
    """`(story, value, label)` for each member and value."""
    articles, inside = schema.articles.c, schema.story_members.c
    if kind == "speaker":
        speakers = schema.speakers.c
        query = (
            select(inside.story, speakers.words, speakers.name, inside.article)
            .join(schema.speakers, speakers.article == inside.article)
            .where(inside.story.in_(stories), speakers.words != "", speakers.kind != "anonymous")
            .order_by(inside.story, inside.place, speakers.place)
        )
        spoken = session.connection.execute(query).all()
        once = dict.fromkeys((row.story, row.words, row.article) for row in spoken)
        names = {(row.story, row.words): row.name for row in reversed(spoken)}
        return [(story, words, names[story, words]) for story, words, _ in once]
    members = (
        select(inside.story, articles.outlet, articles.outlet_name, articles.language, articles.arrival)
        .join(schema.articles, articles.arrival == inside.article)
        .where(inside.story.in_(stories))
        .order_by(inside.story, inside.place)
    )
    rows = session.connection.execute(members).all()
    if kind == "outlet":
        return [(row.story, row.outlet, row.outlet_name or row.outlet) for row in rows]
    if kind == "language":
        return [(row.story, row.language, row.language) for row in rows]
    titles = _titles(session, [row.arrival for row in rows])
    return [(r.story, place, word) for r in rows for place, word in places_in(titles.get(r.arrival, "")).items()]


def _titles(session: Session, numbers: Sequence[int]) -> dict[int, str]:
    articles, found = schema.articles.c, dict[int, str]()
    for at in range(0, len(numbers), _TOGETHER):
        query = select(articles.arrival, articles.title_start, articles.title_end, articles.text).where(
            articles.arrival.in_(numbers[at : at + _TOGETHER]), articles.title_end.is_not(None)
        )
        found |= {r.arrival: r.text[r.title_start : r.title_end] for r in session.connection.execute(query)}
    return found


def places_in(title: str) -> dict[str, str]:
    """Places that a headline names, countries by code and cities by their folded name, each with the words for it.

    Two words go before one: "كوريا الشمالية" is not "كوريا", nor is "البيت الأبيض" the town of that name.
    """
    from tawatur.grouping.lexis import place_of
    from tawatur.languages.ar.gazetteer import country_of
    from tawatur.languages.ar.script import fold
    from tawatur.store.words import WORD

    found: dict[str, str] = {}
    words = WORD.findall(title)
    folded = [fold(word) for word in words]
    at = 0
    while at < len(words):
        pair = country_of((folded[at], folded[at + 1])) if at + 1 < len(words) and folded[at] else None
        size = 2 if pair else 1
        if place := pair or place_of(folded[at]):
            found.setdefault(place, " ".join(words[at : at + size]))
        at += size
    return found


def _stories(session: Session, stories: Sequence[int]) -> dict[int, tuple[float, int]]:
    table = schema.stories.c
    query = select(table.number, table.last, table.n_outlets).where(table.number.in_(stories))
    return {row.number: (row.last, row.n_outlets) for row in session.connection.execute(query)}


def _follow(session: Session, stories: Sequence[int]) -> None:
    about, table = _stories(session, stories), schema.story_facets
    query = select(table).where(table.c.story.in_(stories))
    rows = [dict(row._mapping) for row in session.connection.execute(query)]
    session.connection.execute(delete(table).where(table.c.story.in_(stories)))
    fresh = [row | {"last": about[row["story"]][0], "n_outlets": about[row["story"]][1]} for row in rows]
    put(session, table, fresh)
