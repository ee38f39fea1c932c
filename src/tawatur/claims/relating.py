"""Claims that conflict with or follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawatur.claims import days, denials, gatherings, numbers
from tawatur.claims.candidates import near
from tawatur.claims.conflicts import Conflict
from tawatur.claims.counts import comparable, compatible
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account, Claim, Reason, Relation, RelationType, Source
from tawatur.settings import Settings

_CROWD = 200  # statements of one count, at most, that one more is compared with
Found = tuple[Conflict, Wording, Wording, int, int]


def relate(
    accounts: Sequence[Account], sources: Sequence[Source], claims: Sequence[Claim], settings: Settings
) -> tuple[Relation, ...]:
    """The relations between the claims of a story, in order of the claims; at most one for two claims.

    Two claims are related when a statement of each answers the same question with another number, day, participant, or
    with its denial or opposite. Of several pairs of claims with the same two answers only that of the claims with
    the most statements is kept, of equal ones that which agrees best in the rest. `numbers.sequence` tells a later
    number that takes an earlier one's place from two numbers that contradict each other.
    """
    ready = wordings(accounts)
    best: dict[tuple[int, int], Found] = {}
    for found in _found(ready, claims, settings):
        key = found[3], found[4]
        if key not in best or found[0].strength > best[key][0].strength:
            best[key] = found
    answers: dict[tuple[str, ...], tuple[int, float]] = {}
    for found in best.values():
        answers[_answer(found)] = max(answers.get(_answer(found), (0, 0.0)), _weight(found, claims))
    kept = [found for _, found in sorted(best.items()) if _weight(found, claims) >= answers[_answer(found)]]
    names = {source.id: source.name for source in sources}
    return tuple(_relation(found, accounts, claims, names) for found in kept)


def _answer(found: Found) -> tuple[str, ...]:
    conflict, a, b, *_ = found
    if conflict.slot in ("number", "time"):
        return (conflict.slot, *sorted(conflict.answers))
    return (conflict.slot, a.statement.id, b.statement.id)


def _weight(found: Found, claims: Sequence[Claim]) -> tuple[int, float]:
    conflict, _, _, one, other = found
    return len(claims[one].members) + len(claims[other].members), conflict.strength


def _found(ready: Sequence[Wording], claims: Sequence[Claim], settings: Settings) -> Iterator[Found]:
    """Every conflict of two statements of different claims, the earlier claim first."""
    owner = {member: number for number, claim in enumerate(claims) for member in claim.members}
    tolls = numbers.tolls(ready)
    members: dict[int, list[Wording]] = {}
    for wording in ready:
        members.setdefault(owner[wording.statement.id], []).append(wording)
    for i, j in _comparable(ready):
        a, b = ready[i], ready[j]
        one, other = owner[b.statement.id], owner[a.statement.id]
        if one == other:
            continue
        first, second = (b, a) if one < other else (a, b)
        conflict = _conflict(first, second, tolls, settings)
        if conflict is None:
            continue
        low, high = min(one, other), max(one, other)
        if conflict.slot == "number" and _agree(members[low], members[high], conflict):
            continue
        yield conflict, first, second, low, high
    for conflict, a, b in denials.pointing(ready):
        one, other = owner[a.statement.id], owner[b.statement.id]
        if one != other:
            yield conflict, a, b, min(one, other), max(one, other)


def _comparable(ready: Sequence[Wording]) -> list[tuple[int, int]]:
    """The pairs, later first, that can conflict: alike in words, counting one thing, or telling of who came."""
    pairs = set(near(ready))
    kinds: dict[tuple[str, str], list[int]] = {}
    for i, wording in enumerate(ready):
        keys = {(c.quantity.unit, c.role) for c in wording.counts}
        if gatherings.names_people(wording):
            keys.add(("", "attended"))
        for key in sorted(keys):
            pairs |= {(i, j) for j in kinds.get(key, ())[-_CROWD:]}
            kinds.setdefault(key, []).append(i)
    return sorted(pairs)


def _conflict(
    a: Wording,
    b: Wording,
    tolls: numbers.Tolls,
    settings: Settings,
) -> Conflict | None:
    return (
        numbers.number(a, b, settings, tolls)
        or denials.denial(a, b, settings)
        or days.day(a, b, settings)
        or denials.opposite(a, b, settings)
        or gatherings.participants(a, b, settings)
    )


def _agree(a: Sequence[Wording], b: Sequence[Wording], conflict: Conflict) -> bool:
    """Whether other members of the claims give the same count one number."""
    kind = conflict.answers[0].split(":")[:2]
    ours = [c for w in a for c in w.counts if [c.quantity.unit, c.role] == kind]
    theirs = [c for w in b for c in w.counts if [c.quantity.unit, c.role] == kind]
    return any(comparable(c, d) and compatible(c, d) for c in ours for d in theirs)


def _relation(found: Found, accounts: Sequence[Account], claims: Sequence[Claim], names: Mapping[str, str]) -> Relation:
    conflict, a, b, one, other = found
    texts = [accounts[w.article].article.text for w in (a, b)]
    shown = [text[slice(*span)] for text, span in zip(texts, conflict.spans, strict=True)]
    voices = [names.get(w.root, w.root) for w in (a, b)]
    type_ = _type(conflict, a, b, accounts)
    reason = Reason(f"claims.{type_}_{conflict.slot}", (shown[0], voices[0], shown[1], voices[1]))
    ids = a.statement.id, b.statement.id
    owner = claims[one] if ids[0] in claims[one].members else claims[other]
    rest = claims[other] if owner is claims[one] else claims[one]
    return Relation(owner.id, rest.id, type_, conflict.slot, ids, conflict.spans, reason)


def _type(conflict: Conflict, a: Wording, b: Wording, accounts: Sequence[Account]) -> RelationType:
    """The type that the order of the reports gives; two stances that oppose each other are jointly possible."""
    if conflict.slot == "number":
        return numbers.sequence(a, b, conflict, accounts[a.article].article, accounts[b.article].article)
    if conflict.slot == "polarity" and a.statement.kind == b.statement.kind == "position":
        return "divergent"
    return conflict.type
