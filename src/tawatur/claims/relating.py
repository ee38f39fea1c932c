"""Claims that conflict with or follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawatur.claims import conflicts
from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import comparable, compatible
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account, Claim, Reason, Relation, RelationType, Source, Statement, TimeExpression
from tawatur.settings import Settings

Found = tuple[Conflict, Wording, Wording, int, int]


def relate(
    accounts: Sequence[Account], sources: Sequence[Source], claims: Sequence[Claim], settings: Settings
) -> tuple[Relation, ...]:
    """The relations between the claims of a story, in order of the claims; at most one for two claims.

    Two claims are related when a statement of each answers the same question with another number, day, participant, or
    with its denial or opposite. Of several pairs of claims with the same two answers only the one that agrees best in
    the rest is kept. A larger toll published later is an update, a number on another speaker's word a contradiction.
    """
    ready = wordings(accounts)
    best: dict[tuple[int, int], Found] = {}
    for found in _found(ready, accounts, claims, settings):
        key = found[3], found[4]
        if key not in best or found[0].strength > best[key][0].strength:
            best[key] = found
    answers: dict[tuple[str, ...], float] = {}
    for found in best.values():
        key2 = _answer(found)
        answers[key2] = max(answers.get(key2, 0.0), found[0].strength)
    kept = [found for _, found in sorted(best.items()) if found[0].strength >= answers[_answer(found)]]
    names = {source.id: source.name for source in sources}
    return tuple(_relation(found, accounts, claims, names) for found in kept)


def _answer(found: Found) -> tuple[str, ...]:
    conflict, a, b, *_ = found
    if conflict.slot in ("number", "time"):
        return (conflict.slot, *sorted(conflict.answers))
    return (conflict.slot, a.statement.id, b.statement.id)


def _found(
    ready: Sequence[Wording], accounts: Sequence[Account], claims: Sequence[Claim], settings: Settings
) -> Iterator[Found]:
    """Every conflict of two statements of different claims, the earlier claim first."""
    owner = {member: number for number, claim in enumerate(claims) for member in claim.members}
    dates = {account.article.id: account.dates for account in accounts}
    members: dict[int, list[Wording]] = {}
    for wording in ready:
        members.setdefault(owner[wording.statement.id], []).append(wording)
    for i, a in enumerate(ready):
        for b in ready[:i]:
            one, other = owner[b.statement.id], owner[a.statement.id]
            if one == other:
                continue
            first, second = (b, a) if one < other else (a, b)
            conflict = _conflict(first, second, dates, settings) if a.stems.keys() & b.stems.keys() else None
            if conflict is None:
                conflict = conflicts.pointing_denial(b, a)
                first, second = (b, a) if conflict else (first, second)
            if conflict is None:
                continue
            low, high = min(one, other), max(one, other)
            if conflict.slot == "number" and _agree(members[low], members[high], conflict):
                continue
            yield conflict, first, second, low, high


def _conflict(
    a: Wording, b: Wording, dates: Mapping[str, tuple[TimeExpression, ...]], settings: Settings
) -> Conflict | None:
    return (
        conflicts.number(a, b, settings)
        or conflicts.denial(a, b, settings)
        or conflicts.day(a, b, dates, settings)
        or conflicts.opposite(a, b, settings)
        or conflicts.participants(a, b, settings)
    )


def _agree(a: Sequence[Wording], b: Sequence[Wording], conflict: Conflict) -> bool:
    """Whether other members of the claims give the same count one number."""
    unit = conflict.answers[0].split(":")[:2]
    ours = [q for w in a for q in w.statement.quantities if [q.unit, str(q.state)] == unit]
    theirs = [q for w in b for q in w.statement.quantities if [q.unit, str(q.state)] == unit]
    return any(comparable(q, r) and compatible(q, r) for q in ours for r in theirs)


def _relation(found: Found, accounts: Sequence[Account], claims: Sequence[Claim], names: Mapping[str, str]) -> Relation:
    conflict, a, b, one, other = found
    texts = [accounts[w.article].article.text for w in (a, b)]
    shown = [text[slice(*span)] for text, span in zip(texts, conflict.spans, strict=True)]
    voices = [names.get(w.root, w.root) for w in (a, b)]
    type_ = _type(conflict, a.statement, b.statement, accounts[a.article], accounts[b.article])
    reason = Reason(f"claims.{type_}_{conflict.slot}", (shown[0], voices[0], shown[1], voices[1]))
    ids = a.statement.id, b.statement.id
    owner = claims[one] if ids[0] in claims[one].members else claims[other]
    rest = claims[other] if owner is claims[one] else claims[one]
    return Relation(owner.id, rest.id, type_, conflict.slot, ids, conflict.spans, reason)


def _type(conflict: Conflict, a: Statement, b: Statement, first: Account, second: Account) -> RelationType:
    """An update when a larger toll is published later; two stances that oppose each other are jointly possible."""
    if conflict.slot == "number":
        low_a, low_b = (_least(s, conflict.answers[n]) for n, s in enumerate((a, b)))
        early, late = first.article.published or "", second.article.published or ""
        if early and late and early != late and a.article != b.article:
            grows = low_b > low_a if late > early else low_a > low_b
            if grows and conflict.answers[0].split(":")[1] != "None":
                return "update"
        return "contradiction"
    if conflict.slot == "polarity" and a.kind == b.kind == "position":
        return "divergent"
    return conflict.type


def _least(_: Statement, answer: str) -> float:
    low = answer.split(":")[2]
    return float("-inf") if low == "None" else float(low)
