"""What is new in the stories: written with what made it, told once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select, update

from tawatur.store import schema
from tawatur.store.sessions import Session, now, put


@dataclass(frozen=True, slots=True)
class News:
    """Something new: its kind ("corroborated", "conflict", "figure", "lone"), where, and all that is told of it.

    `told` are plain JSON values (`writing.development_lines`); `at` is when it was found; `number` is the archive's.
    """

    kind: str
    story: str
    claim: str | None = None
    told: Mapping[str, Any] = field(default_factory=dict)
    at: str = ""
    number: int = 0
    delivered: str | None = None


def add_news(session: Session, found: Iterable[News]) -> list[int]:
    """Write news down, in the transaction of the dossier they come from; gives their numbers."""
    some = list(found)
    first = session.next("news", len(some))
    rows = [
        {"number": number, "kind": n.kind, "story": n.story, "claim": n.claim, "at": n.at or now(),
         "delivered": n.delivered, "told": dict(n.told)}
        for number, n in enumerate(some, first)
    ]  # fmt: skip
    put(session, schema.news, rows)
    return list(range(first, first + len(some)))


def waiting_news(session: Session, limit: int | None = None) -> list[News]:
    """What was not delivered yet, the oldest first."""
    return _news(session, select(schema.news).where(schema.waiting).order_by(schema.news.c.number).limit(limit))


def news_since(session: Session, number: int = 0, limit: int | None = None, story: str | None = None) -> list[News]:
    """What came after a number, the oldest first, of one story or of all."""
    query = select(schema.news).where(schema.news.c.number > number).order_by(schema.news.c.number).limit(limit)
    return _news(session, query if story is None else query.where(schema.news.c.story == story))


def mark_delivered(session: Session, numbers: Sequence[int]) -> None:
    """Take note that news were delivered."""
    query = update(schema.news).where(schema.news.c.number.in_(list(numbers)))
    session.connection.execute(query.values(delivered=now()))


def _news(session: Session, query: object) -> list[News]:
    return [
        News(r.kind, r.story, r.claim, r.told or {}, r.at, r.number, r.delivered)
        for r in session.connection.execute(query)  # type: ignore[call-overload]
    ]
