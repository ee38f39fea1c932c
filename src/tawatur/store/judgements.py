"""What people decided, kept with who and when; a later one on the same matter counts, and nothing is ever taken out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import select, update

from tawatur.judgement import Judged, Judgement, OneClaim, OneOrigin, Place, SpeakerIs
from tawatur.store import schema
from tawatur.store.sessions import Session, now, put
from tawatur.store.stories import mark_dirty, story_of

Kind = Literal["speaker", "claim", "origin"]
_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Kept:
    """A judgement as the archive keeps it: the articles it is about, and when it was withdrawn, if it was."""

    judged: Judged
    articles: tuple[str, ...]
    withdrawn: str | None = None


def add_judgement(session: Session, by: str, judgement: Judgement, articles: Iterable[str], note: str = "") -> Judged:
    """Keep a judgement; the dossiers of the stories that hold the articles are then to be made anew."""
    about = tuple(dict.fromkeys((*_places(judgement), *articles)))
    judged = Judged(session.next("judgements"), by, now(), judgement, note)
    row = {"number": judged.number, "by": by, "at": judged.at, "kind": _kind(judgement), "note": note,
           "withdrawn": None, "body": asdict(judgement)}  # fmt: skip
    put(session, schema.judgements, [row])
    put(session, schema.judgement_articles, [{"article": id, "judgement": judged.number} for id in sorted(about)])
    _touch(session, about)
    return judged


def withdraw(session: Session, number: int) -> bool:
    """Have a judgement count no longer; it stays to be seen. False where there is none, or it was withdrawn before."""
    table = schema.judgements.c
    query = update(schema.judgements).where(table.number == number, table.withdrawn.is_(None)).values(withdrawn=now())
    done = bool(session.connection.execute(query).rowcount)
    if done:
        _touch(session, _articles(session, [number]).get(number, ()))
    return done


def judgements_of(session: Session, articles: Sequence[str]) -> list[Judged]:
    """The judgements that count about some articles, in the order of their numbers."""
    links, found = schema.judgement_articles.c, set[int]()
    for at in range(0, len(articles), _TOGETHER):
        query = select(links.judgement).where(links.article.in_(articles[at : at + _TOGETHER]))
        found.update(session.connection.execute(query).scalars())
    return [kept.judged for kept in _kept(session, sorted(found)) if kept.withdrawn is None]


def judgement(session: Session, number: int) -> Kept | None:
    """The judgement of a number."""
    return next(iter(_kept(session, [number])), None)


def all_judgements(session: Session, *, after: int = 0, limit: int = 100) -> list[Kept]:
    """Judgements in the order they were made, the withdrawn ones too."""
    table = schema.judgements.c
    query = select(table.number).where(table.number > after).order_by(table.number).limit(limit)
    return _kept(session, list(session.connection.execute(query).scalars()))


def _kept(session: Session, numbers: Sequence[int]) -> list[Kept]:
    table, rows = schema.judgements.c, list[Any]()
    for at in range(0, len(numbers), _TOGETHER):
        query = select(schema.judgements).where(table.number.in_(numbers[at : at + _TOGETHER]))
        rows += session.connection.execute(query.order_by(table.number)).all()
    about = _articles(session, numbers)
    return [
        Kept(Judged(r.number, r.by, r.at, _judgement(r.kind, r.body), r.note), about.get(r.number, ()), r.withdrawn)
        for r in rows
    ]


def _articles(session: Session, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
    links, found = schema.judgement_articles.c, dict[int, list[str]]()
    for at in range(0, len(numbers), _TOGETHER):
        query = select(schema.judgement_articles).where(links.judgement.in_(numbers[at : at + _TOGETHER]))
        for row in session.connection.execute(query.order_by(links.judgement, links.article)):
            found.setdefault(row.judgement, []).append(row.article)
    return {number: tuple(ids) for number, ids in found.items()}


def _touch(session: Session, articles: Iterable[str]) -> None:
    ids = {story for id in articles if (story := story_of(session, id))}
    if ids:
        mark_dirty(session, sorted(ids))


def _kind(judgement: Judgement) -> Kind:
    match judgement:
        case SpeakerIs():
            return "speaker"
        case OneClaim():
            return "claim"
        case OneOrigin():
            return "origin"


def _places(judgement: Judgement) -> tuple[str, ...]:
    match judgement:
        case SpeakerIs():
            return (judgement.statement.article,)
        case OneClaim():
            return judgement.a.article, judgement.b.article
        case OneOrigin():
            return ()


def _judgement(kind: str, body: dict[str, Any]) -> Judgement:
    if kind == "origin":
        return OneOrigin(body["a"], body["b"], body["verdict"])
    if kind == "claim":
        return OneClaim(_place(body["a"]), _place(body["b"]), body["verdict"])
    source = _place(body["source"]) if body["source"] else None
    return SpeakerIs(_place(body["statement"]), body["verdict"], source, body["own"])


def _place(row: dict[str, Any]) -> Place:
    return Place(row["article"], (row["span"][0], row["span"][1]), row["words"])
