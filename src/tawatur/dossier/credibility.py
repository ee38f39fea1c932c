"""A suggestion for the Admiralty scale: the number for a claim's credibility, never the letter for a source.

The scale is that of NATO (AJP-2.1; STANAG 2511 and 2022, whose criteria Cholvy and Nimier discuss in RTO-MP-IST-040,
2004; the same table as FM 2-22.3, appendix B). Its criteria for the number speak of what an interval of independent
origins and the conflicts of a claim tell:

1. confirmed by other sources, where it is certain that they are independent: a lower bound of 2, no contradiction;
2. probably true, where the independence of the sources cannot be guaranteed: an upper bound of 2, no contradiction;
3. possibly true, not confirmed and not contradicted: one origin. Also where it is contradicted but more independent
   origins for certain stand behind it than behind any rival ("agrees with some other information");
4. doubtful: contradicted, and it stays open which side has more origins behind it;
5. improbable: contradicted by a claim that has more independent origins for certain;
6. truth cannot be judged: nobody vouches for it, it is comment or prediction, or only a party to the matter speaks.

Several certainly independent parties that agree make 2 at best, with a caveat: whether they stand on one side is not
known. Only contradictions count; differing answers that can both hold do not, and a claim that a later report replaced
keeps its number with a caveat. The scale also asks whether an item is logical in itself; nothing here can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.dossier.index import Index, report_time
from tawatur.model import Claim, Reason, Relation, Source, Statement

CORROBORATED = 2
"""The lower bound of independent origins from which a claim is corroborated."""

# Reasons that say of themselves that only parties vouch.
_OF_PARTIES = {"credibility.party", "credibility.parties_agree"}


@dataclass(frozen=True, slots=True)
class Credibility:
    """A suggested number from 1 (confirmed) to 6 (cannot be judged), why, and what else to know before using it."""

    grade: int
    reason: Reason
    caveats: tuple[Reason, ...] = ()


def credibility(found: Index, claim: Claim) -> Credibility:
    """The suggestion for one claim of a dossier."""
    members = [found.statements[member] for member in claim.members]
    roots = [found.sources[root] for root in claim.roots if root in found.sources]
    rivals = [r for r in _rivals(found, claim, "contradiction") if r.independent[1]]
    grade, reason = _graded(claim, members, roots, rivals)
    return Credibility(grade, reason, tuple(_caveats(found, claim, roots, reason)))


def _graded(
    claim: Claim, members: Sequence[Statement], roots: Sequence[Source], rivals: Sequence[Claim]
) -> tuple[int, Reason]:
    low, high = claim.independent
    if not high:
        return 6, Reason("credibility.nobody")
    kinds = {member.kind for member in members}
    for kind in ("comment", "prediction"):
        if kinds == {kind}:
            return 6, Reason(f"credibility.{kind}")
    if rivals:
        strongest = max(rivals, key=lambda rival: (rival.independent, rival.id))
        if strongest.independent[0] > high:
            return 5, Reason("credibility.outnumbered", (strongest.id,))
        if all(low > rival.independent[1] for rival in rivals):
            return 3, Reason("credibility.outnumbers", (strongest.id,))
        return 4, Reason("credibility.contradicted", (strongest.id,))
    if low < CORROBORATED and parties_only(roots):
        return 6, Reason("credibility.party")
    if low >= CORROBORATED:
        return (2, Reason("credibility.parties_agree")) if parties_only(roots) else (1, Reason("credibility.confirmed"))
    return (2, Reason("credibility.perhaps")) if high >= CORROBORATED else (3, Reason("credibility.one_origin"))


def parties_only(roots: Sequence[Source]) -> bool:
    """Whether somebody vouches, and all who do are parties to the matter."""
    return bool(roots) and all(root.party for root in roots)


def _caveats(found: Index, claim: Claim, roots: Sequence[Source], reason: Reason) -> list[Reason]:
    caveats = []
    if parties_only(roots) and reason.code not in _OF_PARTIES:
        caveats.append(Reason("credibility.all_parties"))
    newer = [r for r in _rivals(found, claim, "update") if _later(found, r, claim)]
    return caveats + [Reason("credibility.superseded", (rival.id,)) for rival in newer]


def _rivals(found: Index, claim: Claim, type: str) -> list[Claim]:
    """The claims that stand in a relation of this type to a claim, each once."""
    others = [_other(r, claim.id) for r in found.dossier.relations if r.type == type and claim.id in (r.a, r.b)]
    return [found.claims[other] for other in dict.fromkeys(others)]


def _other(relation: Relation, claim: str) -> str:
    return relation.b if relation.a == claim else relation.a


def _later(found: Index, one: Claim, other: Claim) -> bool:
    """Whether the statement by which one claim is an update of another was reported after it."""
    for relation in found.dossier.relations:
        if relation.type == "update" and {relation.a, relation.b} == {one.id, other.id}:
            a, b = (report_time(found.articles[found.statements[s].article]) for s in relation.statements)
            return (a > b) if relation.a == one.id else (b > a)
    return False
