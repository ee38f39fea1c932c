"""Which roots of a claim vouch for certain for one and the same thing.

Statements of two speakers that are held to say the same may only be about the same. Of 193 claims of unseen stories
that counted as corroborated by speakers of different statements, 76 were of that kind (docs/origins.md); most were
stances, of which each speaker takes an own one, and pairs of statements that nothing else holds together. What is not
sure to be the same is no corroboration for certain: it counts for the upper bound only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from tawatur.joining import Joined
from tawatur.model import Claim, Statement
from tawatur.origins.roots import Root
from tawatur.settings import Settings


class Doubt(NamedTuple):
    """Two roots whose statements may not say the same, and the score of the weakest link between them."""

    a: str
    b: str
    score: float


def doubts(claim: Claim, roots: Sequence[Root], settings: Settings) -> Iterator[Doubt]:
    """The pairs of roots that do not vouch for one thing for certain, in order of the roots.

    Of all ways from a statement of the one to one of the other the strongest counts, and on it the weakest link. Two
    that share a statement vouch for one thing. A claim without links (one that was given) is taken at its word.
    """
    if not claim.links or len(roots) < 2:
        return
    held = _held(claim)
    for a, b in combinations(roots, 2):
        score = max(held[m.id].get(n.id, 0.0) for m in a.members for n in b.members)
        if score < _least(claim, (*a.members, *b.members), settings):
            yield Doubt(a.id, b.id, score)


def agreeing(roots: Sequence[str], found: Iterable[Doubt]) -> list[list[str]]:
    """The roots in groups that vouch for one thing, directly or through another: those without a doubt between them."""
    apart = {frozenset(doubt[:2]) for doubt in found}
    together = Joined(roots)
    for a, b in combinations(roots, 2):
        if frozenset((a, b)) not in apart:
            together.join(a, b)
    return together.sets()


def _least(claim: Claim, statements: Sequence[Statement], settings: Settings) -> float:
    """The score from which statements of two roots are sure to say the same."""
    if all(statement.kind == "position" for statement in statements):
        return settings.same_stance
    return settings.same_alone if len(claim.members) == 2 else settings.same_least


def _held(claim: Claim) -> Mapping[str, Mapping[str, float]]:
    """For each member the others with the weakest link on the way to them; the links are a tree."""
    beside = defaultdict[str, list[tuple[str, float]]](list)
    for link in claim.links:
        beside[link.a].append((link.b, link.score))
        beside[link.b].append((link.a, link.score))
    found = {}
    for member in claim.members:
        reached, waiting = {member: 1.0}, [member]
        while waiting:
            here = waiting.pop()
            for other, score in beside[here]:
                if other not in reached:
                    reached[other] = min(reached[here], score)
                    waiting.append(other)
        found[member] = reached
    return found
