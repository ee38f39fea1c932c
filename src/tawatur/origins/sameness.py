"""Which roots of a claim vouch for certain for one and the same thing.

Statements of two speakers that are held to say the same may only be about the same. Of 299 claims of unseen stories
that counted as corroborated (docs/origins.md) nearly one in three was of that kind, and what told them from the true
ones was hardly how much the words agree. It was whether a stance is among them, of which each speaker takes an own one;
whether the two stand in one article, which seldom tells a thing twice; and how many statements the claim has.
Two sources that one statement names together need none of this. What is not sure to be the same is no corroboration for
certain: it counts for the upper bound only.
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
    """Two roots whose statements may not say the same, the score between these, and the code of the reason."""

    a: str
    b: str
    score: float
    why: str


def doubts(claim: Claim, roots: Sequence[Root], settings: Settings) -> Iterator[Doubt]:
    """The pairs of roots that do not vouch for one thing for certain, in order of the roots.

    One statement of each is enough that is sure to say the same as the other; the score of two statements is that of
    the weakest link on the way between them. A claim without links (one that was given) is taken at its word.
    """
    if not claim.links or len(roots) < 2:
        return
    held = _held(claim)
    for a, b in combinations(roots, 2):
        found = [_between(m, n, held[m.id].get(n.id, 0.0), claim, settings) for m in a.members for n in b.members]
        if all(why for _, why in found):
            score, why = max(found)
            yield Doubt(a.id, b.id, score, why)


def agreeing(roots: Sequence[str], found: Iterable[Doubt]) -> list[list[str]]:
    """The roots in groups that vouch for one thing, directly or through another: those without a doubt between them."""
    apart = {frozenset(doubt[:2]) for doubt in found}
    together = Joined(roots)
    for a, b in combinations(roots, 2):
        if frozenset((a, b)) not in apart:
            together.join(a, b)
    return together.sets()


def _between(m: Statement, n: Statement, score: float, claim: Claim, settings: Settings) -> tuple[float, str]:
    """The score of two statements of two roots and why they are not sure to say the same, an empty text if they are."""
    if m.id == n.id:
        return 1.0, ""
    stances = (m.kind, n.kind).count("position")
    if score < settings.same_least or (stances == 2 and score < settings.same_stance):
        return score, "origins.same_stance" if stances == 2 else "origins.same_unsure"
    if m.article == n.article:
        return score, "origins.same_article"
    if (len(claim.members) == 2 and score < settings.same_alone) or (stances and len(claim.members) < _WITH_STANCE):
        return score, "origins.same_few"
    return score, ""


_WITH_STANCE = 4
"""Fewest statements of a claim in which a stance is sure to be what another source tells."""


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
