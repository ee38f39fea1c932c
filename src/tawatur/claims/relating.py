"""Claims that conflict with or follow one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawatur.claims import (
    addressees,
    blame,
    causes,
    days,
    denials,
    expected,
    gatherings,
    links,
    multiples,
    natures,
    numbers,
    opposites,
    phases,
    pointing,
    rebuttals,
    unknowns,
)
from tawatur.claims.candidates import near
from tawatur.claims.conflicts import Conflict
from tawatur.claims.counts import comparable, compatible
from tawatur.claims.marks import listed, relatives
from tawatur.claims.nearest import Found, begun_once, fewest, nearest_denied, nearest_meant
from tawatur.claims.tolls import Tolls, counting, of_two_things, tolls
from tawatur.claims.wording import Wording, wordings
from tawatur.languages.ar.script import words_of
from tawatur.model import Account, Claim, Reason, Relation, RelationType, Source
from tawatur.settings import Settings

_CLAUSE = 6  # words from a relative pronoun to a year of its clause
_CROWD = 200  # statements of one count, at most, that one more is compared with


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
    kept = fewest(
        [
            *begun_once(nearest_denied(_compared(ready, claims, accounts, settings))),
            *nearest_meant(_pointed(ready, claims, sources, accounts, settings)),
        ]
    )
    return tuple(_relation(found, accounts, claims, names) for found in kept)


def _compared(
    ready: Sequence[Wording], claims: Sequence[Claim], accounts: Sequence[Account], settings: Settings
) -> Iterator[Found]:
    """Every conflict of two statements of different claims that are alike, the statement of the earlier claim first."""
    owner = _owners(claims)
    known, voices = tolls(ready), counting(ready)
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
        if conflict is None or (conflict.slot == "time" and expected.one_to_come(a, b)):
            continue  # what was expected on one day and came on another is no contradiction
        found = Found(conflict, first, second, owner[first.statement.id], owner[second.statement.id])
        if conflict.slot == "number" and _agree(members[found.of_a], members[found.of_b], conflict):
            continue
        if conflict.slot == "number" and any(_disjoint(told[i], told[j]) for told in (years, told_days)):
            continue  # what happened in another year, or on another day
        if conflict.slot == "number" and of_two_things(first, second, conflict.spans, voices, known):
            continue
        yield found


def _pointed(
    ready: Sequence[Wording],
    claims: Sequence[Claim],
    sources: Sequence[Source],
    accounts: Sequence[Account],
    settings: Settings,
) -> Iterator[Found]:
    """Conflicts of statements that need not be alike: one points at the other, or answers what that leaves open."""
    owner = _owners(claims)
    names = {source.id: source.name for source in sources}
    for conflict, a, b in (
        *pointing.pointing(ready),
        *pointing.beside(ready),
        *blame.denied(ready, names),
        *rebuttals.rebutted(ready, names),
        *links.unlinked(ready),
        *unknowns.answered(ready),
        *multiples.multiples(ready),
        *phases.still(ready, accounts),
        *phases.others(ready, sources),
        *expected.fulfilled(ready, accounts, settings),
    ):
        if owner[a.statement.id] != owner[b.statement.id]:
            yield Found(conflict, a, b, owner[a.statement.id], owner[b.statement.id])


def _owners(claims: Sequence[Claim]) -> dict[str, int]:
    return {member: number for number, claim in enumerate(claims) for member in claim.members}


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
        or natures.nothing_but(a, b)
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
    before = [word.folded for word in words_of(text, start, end)[-_CLAUSE:]]
    at = next((n for n, word in enumerate(before) if word in relatives()), None)
    return at is not None and not any(word in listed("happened") for word in before[at + 1 : at + 2])


def _agree(a: Sequence[Wording], b: Sequence[Wording], conflict: Conflict) -> bool:
    """Whether other members of the claims give the same count one number."""
    kind = conflict.answers[0].split(":")[:2]
    ours = [c for w in a for c in w.counts if [c.quantity.unit, c.role] == kind]
    theirs = [c for w in b for c in w.counts if [c.quantity.unit, c.role] == kind]
    return any(comparable(c, d) and compatible(c, d) for c in ours for d in theirs)


def _relation(found: Found, accounts: Sequence[Account], claims: Sequence[Claim], names: Mapping[str, str]) -> Relation:
    conflict, a, b = found.conflict, found.a, found.b
    texts = [accounts[w.article].article.text for w in (a, b)]
    shown = [text[slice(*span)] for text, span in zip(texts, conflict.spans, strict=True)]
    voices = [names.get(w.root, w.root) for w in (a, b)]
    type_ = _type(conflict, a, b, accounts)
    reason = Reason(_code(type_, conflict), (shown[0], voices[0], shown[1], voices[1]))
    ids = a.statement.id, b.statement.id
    return Relation(claims[found.of_a].id, claims[found.of_b].id, type_, conflict.slot, ids, conflict.spans, reason)


def _code(type_: RelationType, conflict: Conflict) -> str:
    """The reason for a relation: by why the two conflict, else by the slot; a later answer, by what was left open."""
    later = type_ == "update" and conflict.answers == unknowns.OPEN
    return f"claims.{type_}_{conflict.slot if later or not conflict.why else conflict.why}"


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
