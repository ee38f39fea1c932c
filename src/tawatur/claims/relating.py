"""Claims that conflict with or follow one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tawatur.claims import (
    addressees,
    blame,
    causes,
    days,
    denials,
    gatherings,
    multiples,
    numbers,
    opposites,
    phases,
    pointing,
    unknowns,
)
from tawatur.claims.candidates import near
from tawatur.claims.conflicts import Conflict
from tawatur.claims.counts import comparable, compatible
from tawatur.claims.marks import listed, relatives
from tawatur.claims.tolls import Tolls, tolls
from tawatur.claims.wording import Wording, wordings
from tawatur.languages.ar.script import words
from tawatur.model import Account, Claim, Reason, Relation, RelationType, Source
from tawatur.settings import Settings

_CLAUSE = 6  # words from a relative pronoun to a year of its clause
DENIED = ("+", "-")  # the answers of a conflict in which the second statement denies the first
_CROWD = 200  # statements of one count, at most, that one more is compared with


@dataclass(frozen=True, slots=True)
class _Found:
    """A conflict of two statements, and the numbers of their claims."""

    conflict: Conflict
    a: Wording
    b: Wording
    of_a: int
    of_b: int

    @property
    def pair(self) -> tuple[int, int]:
        """The claims, the earlier first."""
        return min(self.of_a, self.of_b), max(self.of_a, self.of_b)


def relate(
    accounts: Sequence[Account], sources: Sequence[Source], claims: Sequence[Claim], settings: Settings
) -> tuple[Relation, ...]:
    """The relations between the claims of a story, in order of the claims; at most one for two claims.

    Two claims are related when a statement of each answers the same question with another number, day, participant,
    cause, or with its denial or opposite, or when one tells what the other leaves open. Of several pairs of claims
    with the same two answers only that of the two statements is kept that say least before and beside them; of the
    claims that one claim denies, that which agrees best with it. `numbers.sequence` tells a later number that takes an
    earlier one's place from two numbers that contradict each other.
    """
    ready = wordings(accounts)
    names = {source.id: source.name for source in sources}
    best: dict[tuple[int, int], _Found] = {}
    for found in [
        *_nearest_denied(_compared(ready, claims, accounts, settings)),
        *_meant(_pointed(ready, claims, sources, accounts)),
    ]:
        if found.pair not in best or found.conflict.strength > best[found.pair].conflict.strength:
            best[found.pair] = found
    answers: dict[tuple[str, ...], tuple[float, ...]] = {}
    for found in best.values():
        answers[_answer(found)] = max(answers.get(_answer(found), _weight(found)), _weight(found))
    kept = [found for _, found in sorted(best.items()) if _weight(found) >= answers[_answer(found)]]
    return tuple(_relation(found, accounts, claims, names) for found in kept)


def _answer(found: _Found) -> tuple[str, ...]:
    if found.conflict.slot in ("number", "time"):
        return (found.conflict.slot, *sorted(found.conflict.answers))
    return (found.conflict.slot, found.a.statement.id, found.b.statement.id)


def _weight(found: _Found) -> tuple[float, ...]:
    """How little the two say before their answers, how little beside them, then how far they agree.

    A statement is of what it opens with, and a bare count tells most of its claim.
    """
    sides = zip((found.a, found.b), found.conflict.spans, strict=True)
    told = [(t, span) for w, span in sides for t in w.distinct if t.weight > 0]
    return -sum(t.span[0] < span[0] for t, span in told), -len(told), found.conflict.strength


def _compared(
    ready: Sequence[Wording], claims: Sequence[Claim], accounts: Sequence[Account], settings: Settings
) -> Iterator[_Found]:
    """Every conflict of two statements of different claims that are alike, the statement of the earlier claim first."""
    owner = _owners(claims)
    known = tolls(ready)
    told = [_told(wording, accounts[wording.article]) for wording in ready]
    years = [_years(dates, accounts[wording.article]) for dates, wording in zip(told, ready, strict=True)]
    told_days = [frozenset(date[:10] for date in dates if len(date) >= 10) for dates in told]
    members: dict[int, list[Wording]] = {}
    for wording in ready:
        members.setdefault(owner[wording.statement.id], []).append(wording)
    for i, j in _comparable(ready):
        a, b = ready[i], ready[j]
        if owner[a.statement.id] == owner[b.statement.id]:
            continue
        first, second = (b, a) if owner[b.statement.id] < owner[a.statement.id] else (a, b)
        conflict = _conflict(first, second, known, settings)
        if conflict is None:
            continue
        found = _Found(conflict, first, second, owner[first.statement.id], owner[second.statement.id])
        if conflict.slot == "number" and _agree(members[found.of_a], members[found.of_b], conflict):
            continue
        if conflict.slot == "number" and any(_disjoint(told[i], told[j]) for told in (years, told_days)):
            continue  # what happened in another year, or on another day
        yield found


def _pointed(
    ready: Sequence[Wording], claims: Sequence[Claim], sources: Sequence[Source], accounts: Sequence[Account]
) -> Iterator[_Found]:
    """Conflicts of statements that need not be alike: one points at the other, or answers what that leaves open."""
    owner = _owners(claims)
    names = {source.id: source.name for source in sources}
    for conflict, a, b in (
        *pointing.pointing(ready),
        *pointing.beside(ready),
        *blame.denied(ready, names),
        *unknowns.answered(ready),
        *multiples.multiples(ready),
        *phases.still(ready, accounts),
        *phases.others(ready, sources),
    ):
        if owner[a.statement.id] != owner[b.statement.id]:
            yield _Found(conflict, a, b, owner[a.statement.id], owner[b.statement.id])


def _meant(found: Iterable[_Found]) -> list[_Found]:
    """The conflicts in which one points at the other, less those that point at what a nearer one points at.

    Of the open questions of one slot that one claim answers only the one whose matter it shares most; of what one
    claim denies all that others say, and what the outlet tells itself, once, only where nobody else says the like.
    """
    kept = list(found)
    nearest: dict[tuple[int, str], _Found] = {}
    for one in kept:
        key = one.of_b, one.conflict.slot
        if one.conflict.answers in (DENIED, unknowns.OPEN):
            nearest[key] = max(nearest.get(key, one), one, key=_nearness)
    return [f for f in kept if _nearness(f)[0] or f is nearest.get((f.of_b, f.conflict.slot), f)]


def _nearness(found: _Found) -> tuple[bool, float]:
    """Whether somebody says what is denied, and how far the two agree."""
    said = found.conflict.answers == DENIED and len(found.a.statement.chain) > 1
    return said, found.conflict.strength


def _owners(claims: Sequence[Claim]) -> dict[str, int]:
    return {member: number for number, claim in enumerate(claims) for member in claim.members}


def _nearest_denied(found: Iterable[_Found]) -> list[_Found]:
    """The conflicts; of those in which one claim denies others only the one in which the two agree best."""
    kept = list(found)
    best: dict[int, float] = {}
    for one in kept:
        if (denying := _denying(one)) is not None:
            best[denying] = max(best.get(denying, 0.0), one.conflict.strength)
    return [f for f in kept if (denying := _denying(f)) is None or f.conflict.strength >= best[denying]]


def _denying(found: _Found) -> int | None:
    """The claim that denies the other, None in a conflict that is no denial."""
    if set(found.conflict.answers) != {"+", "-"}:
        return None
    return found.of_a if found.a.statement.polarity == "-" else found.of_b


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
    known: Tolls,
    settings: Settings,
) -> Conflict | None:
    return (
        numbers.number(a, b, settings, known)
        or denials.denial(a, b, settings)
        or days.day(a, b, settings)
        or opposites.opposite(a, b, settings)
        or gatherings.participants(a, b, settings)
        or addressees.addressee(a, b, settings)
        or causes.cause(a, b, settings)
        or causes.means(a, b, settings)
        or phases.renewed(a, b, settings)
    )


def _told(wording: Wording, account: Account) -> frozenset[str]:
    """The dates of the sentence of a statement, but those of a relative clause ("who was elected in 2016")."""
    text, (start, end) = account.article.text, wording.statement.sentence
    inside = [d for d in account.dates if d.value and start <= d.span[0] and d.span[1] <= end]
    return frozenset(d.value for d in inside if d.value and not _relative(text, start, d.span[0]))


def _years(dates: frozenset[str], account: Account) -> frozenset[str]:
    """The years of dates, that of publication where there is none."""
    return frozenset(date[:4] for date in dates) or frozenset({(account.article.published or "")[:4]})


def _disjoint(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and not a & b


def _relative(text: str, start: int, end: int) -> bool:
    before = [word.folded for word in words(text, start, end)[-_CLAUSE:]]
    at = next((n for n, word in enumerate(before) if word in relatives()), None)
    return at is not None and not any(word in listed("happened") for word in before[at + 1 : at + 2])


def _agree(a: Sequence[Wording], b: Sequence[Wording], conflict: Conflict) -> bool:
    """Whether other members of the claims give the same count one number."""
    kind = conflict.answers[0].split(":")[:2]
    ours = [c for w in a for c in w.counts if [c.quantity.unit, c.role] == kind]
    theirs = [c for w in b for c in w.counts if [c.quantity.unit, c.role] == kind]
    return any(comparable(c, d) and compatible(c, d) for c in ours for d in theirs)


def _relation(
    found: _Found, accounts: Sequence[Account], claims: Sequence[Claim], names: Mapping[str, str]
) -> Relation:
    conflict, a, b = found.conflict, found.a, found.b
    texts = [accounts[w.article].article.text for w in (a, b)]
    shown = [text[slice(*span)] for text, span in zip(texts, conflict.spans, strict=True)]
    voices = [names.get(w.root, w.root) for w in (a, b)]
    type_ = _type(conflict, a, b, accounts)
    reason = Reason(f"claims.{type_}_{conflict.slot}", (shown[0], voices[0], shown[1], voices[1]))
    ids = a.statement.id, b.statement.id
    return Relation(claims[found.of_a].id, claims[found.of_b].id, type_, conflict.slot, ids, conflict.spans, reason)


def _type(conflict: Conflict, a: Wording, b: Wording, accounts: Sequence[Account]) -> RelationType:
    """The type that the order of the reports gives; two stances that oppose each other are jointly possible."""
    first, second = accounts[a.article].article, accounts[b.article].article
    if conflict.slot == "number":
        return numbers.sequence(a, b, conflict, first, second)
    if conflict.slot == "polarity" and a.statement.kind == b.statement.kind == "position":
        return "divergent"
    if conflict.answers == unknowns.OPEN and numbers.published(first, second) > 0:
        return "update"
    return conflict.type
