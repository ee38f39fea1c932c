"""Dossiers of stories: the JSON as `tawatur dossier` writes it, and its claims and relations as rows to be listed."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, func, select, update

from tawatur.errors import ArchiveError
from tawatur.model import Claim, Dossier, Reason
from tawatur.store import schema
from tawatur.store.columns import reason_of, reason_row
from tawatur.store.facets import put_facets
from tawatur.store.sessions import Session, now, put

_TOGETHER = 500
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim as a list shows it; `text` is the words that stand for it, those of statement `shown`."""

    story: str
    id: str
    text: str
    shown: str
    n_min: int
    n_max: int
    members: int
    outlets: int
    roots: tuple[str, ...]


def save_dossier(session: Session, story: str, dossier: Dossier) -> bool:
    """Write the dossier of a story and take its mark away; False, and nothing written, where it says the same already.

    The statements of its claims have to be in the archive (`save_accounts`), and the story too.
    """
    from tawatur.dossier.views import report
    from tawatur.writing.json_dossier import to_json

    number = _number(session, story)
    data = to_json(dossier).encode("utf-8")
    digest = sha256(data).hexdigest()
    table = schema.dossiers.c
    before = session.connection.execute(select(table.sha256).where(table.story == number)).scalar()
    if before == digest and _is_whole(session, number, dossier.claims):
        session.connection.execute(update(schema.stories).where(schema.stories.c.number == number).values(dirty=False))
        return False
    change = session.next("changes")
    row = {"story": number, "change": change, "made": now(), "size": len(data), "sha256": digest,
           "json": zlib.compress(data, _LEVEL)}  # fmt: skip
    put(session, schema.dossiers, [row], over=("story",))
    views = report(dossier)
    statements = _statements(session, [s.id for s in dossier.statements])
    session.connection.execute(delete(schema.claims).where(schema.claims.c.story == number))
    first = session.next("claims", len(views.claims))
    numbers = {view.claim.id: first + at for at, view in enumerate(views.claims)}
    shown = {view.claim.id: view for view in views.claims}
    _check(dossier.claims, statements, story)
    put(session, schema.claims, [
        {"number": numbers[c.id], "story": number, "id": c.id, "shown": statements[shown[c.id].shown.id],
         "n_min": c.independent[0], "n_max": c.independent[1], "n_members": len(c.members),
         "n_outlets": len(shown[c.id].outlets), "roots": list(c.roots),
         "text": views.index.words(shown[c.id].shown.article, shown[c.id].shown.content)}
        for c in dossier.claims
    ])  # fmt: skip
    put(session, schema.claim_members, [
        {"claim": numbers[c.id], "place": place, "statement": statements[member]}
        for c in dossier.claims for place, member in enumerate(c.members)
    ])  # fmt: skip
    put(session, schema.relations, [
        {"a": numbers[r.a], "b": numbers[r.b], "place": place, "type": r.type, "slot": r.slot,
         "statement_a": statements[r.statements[0]], "statement_b": statements[r.statements[1]],
         "span_a_start": r.spans[0][0], "span_a_end": r.spans[0][1], "span_b_start": r.spans[1][0],
         "span_b_end": r.spans[1][1], "reason": reason_row(r.reason)}
        for place, r in enumerate(dossier.relations)
    ])  # fmt: skip
    session.connection.execute(
        update(schema.stories)
        .where(schema.stories.c.number == number)
        .values(
            dirty=False,
            change=change,
            n_claims=len(dossier.claims),
            n_corroborated=sum(c.independent[0] >= 2 and len(shown[c.id].outlets) > 1 for c in dossier.claims),
            n_conflicts=len(views.conflicts),
        )
    )
    put_facets(session, [number], ("speaker",))
    return True


def dossier_json(session: Session, story: str) -> str | None:
    """The dossier of a story as JSON text, None where none was made."""
    query = (
        select(schema.dossiers.c.json)
        .join(schema.stories, schema.stories.c.number == schema.dossiers.c.story)
        .where(schema.stories.c.id == story)
    )
    data = session.connection.execute(query).scalar()
    return None if data is None else zlib.decompress(data).decode("utf-8")


def dossier(session: Session, story: str) -> Dossier | None:
    """The dossier of a story, None where none was made."""
    from tawatur.writing.json_reader import from_json

    text = dossier_json(session, story)
    return None if text is None else from_json(text)


def claims_of(session: Session, story: str) -> list[ClaimLine]:
    """The claims of a story, the most important first, as reports order them."""
    query = _claim_query().where(schema.stories.c.id == story).order_by(schema.claims.c.number)
    return [_line(row) for row in session.connection.execute(query)]


def claim_lines(session: Session, numbers: Sequence[int]) -> dict[int, ClaimLine]:
    """The claims of some numbers."""
    found: dict[int, ClaimLine] = {}
    for at in range(0, len(numbers), _TOGETHER):
        query = _claim_query().where(schema.claims.c.number.in_(numbers[at : at + _TOGETHER]))
        found |= {row.number: _line(row) for row in session.connection.execute(query)}
    return found


def members_of(session: Session, story: str, claim: str) -> list[str]:
    """The ids of the statements that say a claim."""
    query = (
        select(schema.statements.c.id)
        .join(schema.claim_members, schema.claim_members.c.statement == schema.statements.c.number)
        .join(schema.claims, schema.claims.c.number == schema.claim_members.c.claim)
        .join(schema.stories, schema.stories.c.number == schema.claims.c.story)
        .where(schema.stories.c.id == story, schema.claims.c.id == claim)
        .order_by(schema.claim_members.c.place)
    )
    return [str(id) for id in session.connection.execute(query).scalars()]


def relations_of(session: Session, story: str) -> list[tuple[str, str, str, str, Reason]]:
    """`(claim, claim, type, slot, reason)` for each conflict and update of a story."""
    a, b, table = schema.claims.alias("a"), schema.claims.alias("b"), schema.relations.c
    query = (
        select(a.c.id, b.c.id, table.type, table.slot, table.reason)
        .join(a, a.c.number == table.a)
        .join(b, b.c.number == table.b)
        .join(schema.stories, schema.stories.c.number == a.c.story)
        .where(schema.stories.c.id == story)
        .order_by(table.place)
    )
    return [(x, y, type_, slot, reason_of(why)) for x, y, type_, slot, why in session.connection.execute(query)]


def _claim_query() -> Any:
    claims = schema.claims.c
    return (
        select(schema.claims, schema.stories.c.id.label("story_id"), schema.statements.c.id.label("shown_id"))
        .join(schema.stories, schema.stories.c.number == claims.story)
        .join(schema.statements, schema.statements.c.number == claims.shown)
    )


def _line(row: Any) -> ClaimLine:
    return ClaimLine(row.story_id, row.id, row.text, row.shown_id, row.n_min, row.n_max, row.n_members, row.n_outlets,
                     tuple(row.roots))  # fmt: skip


def _number(session: Session, story: str) -> int:
    found = session.connection.execute(select(schema.stories.c.number).where(schema.stories.c.id == story)).scalar()
    if found is None:
        raise ArchiveError(f"the archive has no story {story}", told=Reason("store.no_story", (story,)))
    return int(found)


def _statements(session: Session, ids: Sequence[str]) -> dict[str, int]:
    table, found = schema.statements.c, dict[str, int]()
    for at in range(0, len(ids), _TOGETHER):
        query = select(table.id, table.number).where(table.id.in_(ids[at : at + _TOGETHER]))
        found |= {row.id: row.number for row in session.connection.execute(query)}
    return found


def _is_whole(session: Session, story: int, claims: Sequence[Claim]) -> bool:
    """Whether the rows of a story's claims are all there: they go with statements that are read anew."""
    inside = schema.claim_members.join(schema.claims, schema.claims.c.number == schema.claim_members.c.claim)
    query = select(func.count()).select_from(inside).where(schema.claims.c.story == story)
    return session.connection.execute(query).scalar_one() == sum(len(claim.members) for claim in claims)


def _check(claims: Sequence[Claim], statements: dict[str, int], story: str) -> None:
    lacking = next((m for c in claims for m in c.members if m not in statements), None)
    if lacking is not None:
        raise ArchiveError(
            f"the dossier of {story} rests on statement {lacking}, which is not in the archive",
            told=Reason("store.no_statement", (story, lacking)),
        )
