"""Statements of a story that say the same, joined into claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tawatur.claims import days, denials, scoring
from tawatur.claims.candidates import Pair, candidates
from tawatur.claims.gatherings import attested, participants
from tawatur.claims.grouping import group
from tawatur.claims.reasons import link_reasons
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account, Claim, Copy, Link, Reason, Source
from tawatur.settings import Settings

_OVERLAP, _DENIAL, _DIFFER = (scoring.NAMES.index(n) for n in ("overlap", "denial", "numbers_differ"))


def align(
    accounts: Sequence[Account], sources: Sequence[Source], copies: Sequence[Copy], settings: Settings
) -> tuple[Claim, ...]:
    """The claims of a story, in order of their first member: every statement of the accounts is in exactly one.

    The chains of the accounts hold ids of `sources`; `copies` only serve the reasons, for shared wording is seen in the
    words themselves. Each claim's `links` are the strongest that hold it together, one fewer than its members, each
    with the probability that the two say the same. Two statements that answer one question with different numbers, days
    or people, or of which one denies what the other says in the same words, are never joined.
    """
    ready = wordings(accounts)
    pairs = candidates(ready)
    odds = {pair: scoring.log_odds(found) for pair, found in pairs.items()}
    forbidden = set(apart(ready, pairs, settings))
    groups = group(
        len(ready),
        {pair: value + settings.align_shift for pair, value in odds.items()},
        forbidden,
        best=settings.align_best,
        ceiling=settings.align_ceiling,
        missing=settings.align_missing,
    )
    entailed = {pair for pair in attested(ready) if pair not in forbidden}
    groups = _merged(groups, entailed)
    odds.update(dict.fromkeys(entailed, settings.align_entailed))
    names = {source.id: source.name for source in sources}
    return tuple(
        Claim(
            f"c{number:02}",
            tuple(ready[i].statement.id for i in found),
            tuple(
                _entailment(pair, ready, odds)
                if pair in entailed
                else _link(pair, ready, pairs, odds, accounts, copies, names)
                for pair in _tree(found, odds)
            ),
        )
        for number, found in enumerate(groups, 1)
    )


def apart(
    ready: Sequence[Wording],
    pairs: Mapping[Pair, tuple[float, ...]],
    settings: Settings,
) -> Iterator[Pair]:
    """Pairs that answer one question differently, so that likeness may not join them."""
    for (i, j), found in pairs.items():
        one, other = ready[j], ready[i]
        denied = found[_DENIAL] > 0 and found[_OVERLAP] >= settings.align_denied
        if (
            found[_DIFFER] > 0
            or denied
            or days.day(one, other, settings)
            or denials.opposite(one, other, settings)
            or participants(one, other, settings)
        ):
            yield i, j


def _merged(groups: list[list[int]], joined: set[Pair]) -> list[list[int]]:
    """The groups with those of each joined pair made one, in order of their first member."""
    for i, j in sorted(joined):
        one, other = (next(g for g in groups if k in g) for k in (i, j))
        if one is not other:
            groups = [g for g in groups if g is not one and g is not other] + [sorted([*one, *other])]
    return sorted(groups)


def _entailment(pair: Pair, ready: Sequence[Wording], odds: Mapping[Pair, float]) -> Link:
    later, earlier = ready[pair[0]], ready[pair[1]]
    score = scoring.probability(odds[pair])
    return Link(earlier.statement.id, later.statement.id, round(score, 4), (Reason("claims.took_part"),))


def _tree(members: list[int], odds: Mapping[Pair, float]) -> list[Pair]:
    """The strongest links that connect the members (a maximum spanning tree; Prim, 1957)."""
    joined, left, tree = [members[0]], list(members[1:]), []
    while left:
        reach = [(odds.get((max(i, j), min(i, j)), -99.0), -i, -j) for i in joined for j in left]
        _, i, j = max(reach)
        joined.append(-j)
        left.remove(-j)
        tree.append((max(-i, -j), min(-i, -j)))
    return tree


def _link(
    pair: Pair,
    ready: Sequence[Wording],
    pairs: Mapping[Pair, tuple[float, ...]],
    odds: Mapping[Pair, float],
    accounts: Sequence[Account],
    copies: Sequence[Copy],
    names: Mapping[str, str],
) -> Link:
    later, earlier = ready[pair[0]], ready[pair[1]]
    reasons = link_reasons(earlier, later, pairs.get(pair), accounts, copies, names)
    score = scoring.probability(odds.get(pair, -99.0))
    return Link(earlier.statement.id, later.statement.id, round(score, 4), reasons)
