"""Articles in the archive: taken in once, their earlier texts kept, found again by id, address and wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Row, delete, func, select, update

from tawatur.dossier.manifest import text_hash
from tawatur.model import Article, Change, Chrome, Reason, Span, Version
from tawatur.reading.versions import address_keys, article_keys, holds, joined, kinship
from tawatur.store import indexing, schema
from tawatur.store.columns import reason_of, reason_row
from tawatur.store.sessions import Session, put

_TOGETHER = 500  # ids asked for at once
LONGEST_ID = 500
"""Code points of an id; PostgreSQL indexes no more than 2,700 bytes."""

Kind = Literal["new", "version", "same"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of an article: it is new, a version of one that was there, or there already with this very text.

    `article` is as the archive now has it (its versions in it), `arrival` its number.
    """

    kind: Kind
    article: Article
    arrival: int


def take(session: Session, article: Article, *, own_id: bool = True) -> Taken:
    """Take in an article as a reader would: one that is another text of an article in the archive becomes its version.

    That is so for the same address, for nearly the same words of one outlet (`reading.versions`), and for the same id.
    Where ids are made up (`own_id` off: names of files), another text under one that is neither gets "-2", "-3", ….
    A version goes by the id of the article that came first; statements read from the text before are dropped.
    """
    wanted = article = fitting(article)
    number = 1
    while True:
        clash = False
        for old in _near(session, article):
            reason = kinship(old, article)
            if old.id == article.id and reason is None:
                if holds(old, article.text):
                    return Taken("same", old, _arrival(session, old.id))
                clash = not own_id
                reason = Reason("store.same_id", (article.id,)) if own_id else None
            if reason is None:
                continue
            if holds(old, article.text):
                return Taken("same", old, _arrival(session, old.id))
            whole = joined(old, article, reason)
            return Taken("version", whole, _replace(session, old, whole))
        if not clash:
            return Taken("new", article, add(session, [article])[0])
        number += 1
        article = replace(wanted, id=f"{wanted.id}-{number}")


def add(session: Session, articles: Sequence[Article]) -> list[int]:
    """Write articles that are not there yet, many at once; gives their arrival numbers. Looks for no versions."""
    first = session.next("articles", len(articles))
    numbered = list(enumerate(map(fitting, articles), first))
    change = session.next("changes", len(articles))
    put(session, schema.articles, [_row(a, n) | {"change": change + n - first} for n, a in numbered])
    _put_parts(session, numbered)
    indexing.add(session, "article_words", [indexing.article_entry(n, a) for n, a in numbered])
    return [number for number, _ in numbered]


def fitting(article: Article) -> Article:
    """The article with an id and an outlet that an index can hold: over-long ones end in a hash of their rest."""
    return replace(article, id=_short(article.id), outlet=_short(article.outlet))


def _short(key: str) -> str:
    if len(key) <= LONGEST_ID:
        return key
    return f"{key[: LONGEST_ID - 25]}-{text_hash(key)[:24]}"


def article(session: Session, id: str) -> Article | None:
    """The article of an id."""
    return next(iter(articles(session, [id]).values()), None)


def at_address(session: Session, url: str) -> Article | None:
    """The article at an address, in whatever variant of it; the latest one where there are several."""
    keys, links = address_keys(url), schema.article_keys.c
    query = select(func.max(links.article)).where(links.key.in_(keys))
    number = session.connection.execute(query).scalar() if keys else None
    if number is None:
        return None
    row = session.connection.execute(select(schema.articles).where(schema.articles.c.arrival == number)).one()
    return _whole(session, [row])[0][1]


def articles(session: Session, ids: Iterable[str]) -> dict[str, Article]:
    """The articles of some ids, by id, in the order asked for; ids that are not there are left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, Article] = {}
    for at in range(0, len(wanted), _TOGETHER):
        query = select(schema.articles).where(schema.articles.c.id.in_(wanted[at : at + _TOGETHER]))
        found |= {a.id: a for _, a in _whole(session, session.connection.execute(query).all())}
    return {id: found[id] for id in wanted if id in found}


def arrivals(session: Session, after: int = 0, limit: int | None = None) -> Iterator[tuple[int, Article]]:
    """Articles in the order they came in, those with a number above `after`."""
    left = limit
    while left is None or left > 0:
        some = min(_TOGETHER, left if left is not None else _TOGETHER)
        query = select(schema.articles).where(schema.articles.c.arrival > after)
        rows = session.connection.execute(query.order_by(schema.articles.c.arrival).limit(some)).all()
        for arrival, one in _whole(session, rows):
            after = arrival
            yield arrival, one
        if len(rows) < some:
            return
        left = None if left is None else left - len(rows)


def known(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """The text hashes (SHA-256) of those of the ids that are there."""
    table, wanted, found = schema.articles.c, list(ids), dict[str, str]()
    for at in range(0, len(wanted), _TOGETHER):
        query = select(table.id, table.text_hash).where(table.id.in_(wanted[at : at + _TOGETHER]))
        found.update((row.id, row.text_hash) for row in session.connection.execute(query))
    return found


def last_arrival(session: Session) -> int:
    """The number of the article that came last, 0 for none."""
    return session.connection.execute(select(func.max(schema.articles.c.arrival))).scalar() or 0


def count(session: Session) -> int:
    """How many articles there are."""
    return session.connection.execute(select(func.count()).select_from(schema.articles)).scalar_one()


def moment_of(published: str | None, fetched: str | None) -> int:
    """When an article came out, in seconds since 1970 (UTC): as published, else as fetched, else 0."""
    found = [seconds for seconds in map(seconds_of, (published, fetched)) if seconds is not None]
    return found[0] if found else 0


def seconds_of(time: str | None) -> int | None:
    """A time in ISO 8601 in seconds since 1970; one without a zone is UTC. None for anything else."""
    try:
        at = datetime.fromisoformat(time) if time else None
        return None if at is None else int((at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return None


def _near(session: Session, article: Article) -> Iterator[Article]:
    """Articles that may be the same one: of its id, then those that share a key."""
    table, links = schema.articles.c, schema.article_keys.c
    asked = select(table.arrival).where(table.id == article.id)
    if keys := article_keys(article):
        asked = asked.union(select(links.article).where(links.key.in_(keys)))  # type: ignore[assignment]
    numbers = sorted(session.connection.execute(asked).scalars())
    if not numbers:
        return
    rows = session.connection.execute(select(schema.articles).where(table.arrival.in_(numbers))).all()
    ordered = sorted(rows, key=lambda row: (row.id != article.id, row.arrival))
    yield from (old for _, old in _whole(session, ordered))


def _replace(session: Session, old: Article, new: Article) -> int:
    """Write another text of an article over the one that is there, whose versions hold it."""
    from tawatur.store.accounts import drop_account

    arrival = _arrival(session, old.id)
    reads_on = (old.text, old.title, old.chrome) == (new.text, new.title, new.chrome)
    if not reads_on:
        drop_account(session, arrival)
    indexing.remove(session, "article_words", [indexing.article_entry(arrival, old)])
    for table in (schema.versions, schema.article_keys):
        session.connection.execute(delete(table).where(table.c.article == arrival))
    row = _row(new, arrival) | {"change": session.next("changes")}
    if reads_on:
        del row["n_statements"], row["read_by"]
    session.connection.execute(update(schema.articles).where(schema.articles.c.arrival == arrival).values(row))
    _put_parts(session, [(arrival, new)])
    indexing.add(session, "article_words", [indexing.article_entry(arrival, new)])
    members = select(schema.story_members.c.story).where(schema.story_members.c.article == arrival)
    session.connection.execute(update(schema.stories).where(schema.stories.c.number.in_(members)).values(dirty=True))
    return arrival


def _put_parts(session: Session, numbered: Sequence[tuple[int, Article]]) -> None:
    put(
        session,
        schema.article_keys,
        [{"key": key, "article": n} for n, a in numbered for key in sorted(set(all_keys(a)))],
    )
    put(
        session,
        schema.versions,
        [_version_row(n, place, v) for n, a in numbered for place, v in enumerate(a.versions)],
    )


def all_keys(article: Article) -> Iterator[bytes]:
    """The keys under which an article is found again: those of its text, and of its earlier texts."""
    yield from article_keys(article)
    for version in article.versions:
        yield from article_keys(_as_article(article, version))


def _as_article(article: Article, version: Version) -> Article:
    return Article(article.id, article.outlet, version.text, url=version.url)


def _arrival(session: Session, id: str) -> int:
    query = select(schema.articles.c.arrival).where(schema.articles.c.id == id)
    return int(session.connection.execute(query).scalar_one())


def _row(a: Article, arrival: int) -> dict[str, Any]:
    start, end = a.title or (None, None)
    return {
        "arrival": arrival,
        "id": a.id,
        "outlet": a.outlet,
        "moment": moment_of(a.published, a.fetched),
        "language": a.language,
        "n_statements": None,
        "read_by": None,
        "published": a.published,
        "published_basis": a.published_basis,
        "fetched": a.fetched,
        "outlet_name": a.outlet_name,
        "url": a.url,
        "canonical": a.canonical,
        "origin": a.origin,
        "title_start": start,
        "title_end": end,
        "text_hash": text_hash(a.text),
        "chrome": [[*mark.span, *reason_row(mark.reason)] for mark in a.chrome],
        "text": a.text,
    }


def _version_row(article: int, place: int, v: Version) -> dict[str, Any]:
    return {
        "article": article,
        "place": place,
        "url": v.url,
        "published": v.published,
        "fetched": v.fetched,
        "origin": v.origin,
        "added": v.added,
        "removed": v.removed,
        "reason": reason_row(v.reason),
        "changes": [[*change.before, *change.after] for change in v.changes],
        "text": v.text,
    }


def _whole(session: Session, rows: Sequence[Row[Any]]) -> list[tuple[int, Article]]:
    """Articles of rows, with their versions."""
    table, older = schema.versions.c, dict[int, list[Version]]()
    numbers = [row.arrival for row in rows]
    if numbers:
        query = select(schema.versions).where(table.article.in_(numbers)).order_by(table.article, table.place)
        for row in session.connection.execute(query):
            older.setdefault(row.article, []).append(_version_of(row))
    return [(row.arrival, _article_of(row, older)) for row in rows]


def _article_of(row: Row[Any], versions: Mapping[int, Sequence[Version]]) -> Article:
    return Article(
        id=row.id,
        outlet=row.outlet,
        text=row.text,
        title=_span(row.title_start, row.title_end),
        chrome=tuple(Chrome((start, end), reason_of(reason)) for start, end, *reason in row.chrome),
        outlet_name=row.outlet_name,
        url=row.url,
        published=row.published,
        published_basis=row.published_basis,
        language=row.language,
        origin=row.origin,
        canonical=row.canonical,
        fetched=row.fetched,
        versions=tuple(versions.get(row.arrival, ())),
    )


def _version_of(row: Row[Any]) -> Version:
    return Version(
        text=row.text,
        reason=reason_of(row.reason),
        changes=tuple(Change((a, b), (c, d)) for a, b, c, d in row.changes),
        added=row.added,
        removed=row.removed,
        url=row.url,
        published=row.published,
        fetched=row.fetched,
        origin=row.origin,
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else (start, end)
