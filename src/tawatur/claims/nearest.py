"""Which of many like conflicts of a story are kept: one question is answered, one denial meant, once.

Every pair of like statements can conflict, so one conflict of a story is found again and again between its claims.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.claims import expected, unknowns
from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import share_within
from tawatur.claims.marks import times
from tawatur.claims.phases import RENEWED, matter
from tawatur.claims.wording import Wording

_DENIED = ("+", "-")  # the answers of a conflict in which the second statement denies the first


@dataclass(frozen=True, slots=True)
class Found:
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


def fewest(found: Iterable[Found]) -> list[Found]:
    """The strongest conflict of each two claims, in order of the claims; of those with the same two answers one."""
    best: dict[tuple[int, int], Found] = {}
    for one in found:
        if one.pair not in best or one.conflict.strength > best[one.pair].conflict.strength:
            best[one.pair] = one
    answers: dict[tuple[str, ...], tuple[float, ...]] = {}
    for one in best.values():
        answers[_answer(one)] = max(answers.get(_answer(one), _weight(one)), _weight(one))
    return [one for _, one in sorted(best.items()) if _weight(one) >= answers[_answer(one)]]


def _answer(found: Found) -> tuple[str, ...]:
    if found.conflict.slot in ("number", "time") and found.conflict.answers[1]:
        return (found.conflict.slot, *sorted(found.conflict.answers))
    return (found.conflict.slot, found.a.statement.id, found.b.statement.id)


def _weight(found: Found) -> tuple[float, ...]:
    """How little the two say before their answers, how little beside them, then how far they agree.

    A statement is of what it opens with, and a bare count tells most of its claim.
    """
    sides = zip((found.a, found.b), found.conflict.spans, strict=True)
    told = [(t, span) for w, span in sides for t in w.distinct if t.weight > 0]
    return -sum(t.span[0] < span[0] for t, span in told), -len(told), found.conflict.strength


def nearest_denied(found: Iterable[Found]) -> list[Found]:
    """The conflicts; of those in which one claim denies others only the one in which the two agree best."""
    kept = list(found)
    best: dict[int, float] = {}
    for one in kept:
        if (denying := _denying(one)) is not None:
            best[denying] = max(best.get(denying, 0.0), one.conflict.strength)
    return [f for f in kept if (denying := _denying(f)) is None or f.conflict.strength >= best[denying]]


def begun_once(found: Iterable[Found]) -> list[Found]:
    """The conflicts; of the beginnings of what one claim resumes or extends only one.

    Of those that have most of what is renewed a beginning that tells since when or how long goes first, for it is a
    time that is extended; then agreement tells.
    """
    kept = list(found)
    first: dict[int, tuple[float, bool, float]] = {}
    for one in kept:
        if one.conflict.why == RENEWED:
            renewed, worth = _renewal(one)
            first[renewed] = max(first.get(renewed, worth), worth)
    return [f for f in kept if f.conflict.why != RENEWED or (own := _renewal(f))[1] >= first[own[0]]]


def _renewal(found: Found) -> tuple[int, tuple[float, bool, float]]:
    """The claim that renews, and how well the other tells what was begun."""
    renewing, begun = (found.a, found.b) if matter(found.a) else (found.b, found.a)
    timed = bool(begun.days) or any(t.form in times() for t in begun.terms)
    known = round(share_within(matter(renewing), begun), 2)
    return found.of_a if renewing is found.a else found.of_b, (known, timed, found.conflict.strength)


def _denying(found: Found) -> int | None:
    """The claim that denies the other, None in a conflict that is no denial."""
    if set(found.conflict.answers) != set(_DENIED):
        return None
    return found.of_a if found.a.statement.polarity == "-" else found.of_b


def nearest_meant(found: Iterable[Found]) -> list[Found]:
    """The conflicts in which one points at the other, less those that point at what a nearer one points at.

    Of the open questions of one slot that one claim answers only the one whose matter it shares most; of what can have
    come of one plan only what has most of who, whom and where; of what one claim denies all that others say, and what
    the outlet tells itself, once, only where nobody else says the like.
    """
    kept = list(found)
    nearest: dict[tuple[int, str], Found] = {}
    for one in kept:
        if key := _asked(one):
            nearest[key] = max(nearest.get(key, one), one, key=_nearness)
    return _answered_once(one for one in kept if not (key := _asked(one)) or _nearness(one)[0] or one is nearest[key])


def _answered_once(found: Iterable[Found]) -> list[Found]:
    """The conflicts, of the answers to what one claim leaves open only those that share most of its matter."""
    kept = list(found)
    closest: dict[tuple[int, str], float] = {}
    for one in kept:
        question = one.of_a, one.conflict.slot
        if one.conflict.answers == unknowns.OPEN:
            closest[question] = max(closest.get(question, 0.0), one.conflict.strength)
    return [
        one
        for one in kept
        if one.conflict.answers != unknowns.OPEN or one.conflict.strength >= closest[one.of_a, one.conflict.slot]
    ]


def _asked(found: Found) -> tuple[int, str] | None:
    """The claim that points at others and at what of them, None in a conflict that does not."""
    if found.conflict.answers == expected.AHEAD:
        return found.of_a, "ahead"
    if found.conflict.answers in (_DENIED, unknowns.OPEN):
        return found.of_b, found.conflict.slot
    return None


def _nearness(found: Found) -> tuple[bool, float]:
    """Whether somebody says what is denied, and how far the two agree."""
    said = found.conflict.answers == _DENIED and len(found.a.statement.chain) > 1
    return said, found.conflict.strength
