"""Statements of a story that say the same, joined into claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tawatur.claims import (
    addressees,
    blame,
    causes,
    days,
    denials,
    expected,
    numbers,
    phases,
    pointing,
    scoring,
    unknowns,
)
from tawatur.claims.candidates import Pair, candidates
from tawatur.claims.conflicts import Conflict
from tawatur.claims.fates import other_fate
from tawatur.claims.gatherings import attested, participants
from tawatur.claims.headlines import group_with_headlines
from tawatur.claims.opposites import opposite
from tawatur.claims.reasons import link_reasons
from tawatur.claims.stances import of_two_speakers
from tawatur.claims.witnesses import Witnesses
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account, Claim, Copy, Link, Reason, Source
from tawatur.settings import Settings

_TOOK_PART, _SAME_COUNT = "claims.took_part", "claims.same_count"
_OVERLAP, _DENIAL, _AGREE, _DIFFER, _UNTITLED, _HEADS_APART = (
    scoring.NAMES.index(n) for n in ("overlap", "denial", "numbers_agree", "numbers_differ", "untitled", "heads_apart")
)
# Set by judgement: overlap under which a comment is not what it is about; share of the words outside headlines under
# which a pair has none of them in common; weight of such words from which a statement says something of its own.
_COMMENT, _NOTHING, _TELLING = 0.25, 0.1, 0.8


def align(
    accounts: Sequence[Account], sources: Sequence[Source], copies: Sequence[Copy], settings: Settings
) -> tuple[Claim, ...]:
    """The claims of a story, in order of their first member: every statement of the accounts is in exactly one.

    The chains of the accounts hold ids of `sources`; `copies` only serve the reasons, for shared wording is seen in the
    words themselves. Each claim's `links` are the strongest that hold it together, one fewer than its members, each
    with the probability that the two say the same. Two statements that answer one question with different numbers, days
    or people, of which one denies what the other says in the same words or tells that what the other expects has come,
    or in which two speakers each tell of themselves, are never joined.
    """
    ready = wordings(accounts)
    pairs = comparable(ready)
    names = {source.id: source.name for source in sources}
    answered = (*blame.denied(ready, names), *expected.fulfilled(ready, accounts, settings))
    forbidden = {*apart(ready, pairs, settings), *_places(ready, answered)}
    known = Witnesses(ready, {pair: scoring.first_odds(found) for pair, found in pairs.items()}, forbidden)
    odds = {pair: scoring.log_odds((*found, *known.features(*pair))) for pair, found in pairs.items()}
    groups = group_with_headlines(
        [wording.headline for wording in ready],
        {pair: value + settings.align_shift for pair, value in odds.items()},
        forbidden,
        best=settings.align_best,
        headline=settings.align_headline,
        ceiling=settings.align_ceiling,
        missing=settings.align_missing,
    )
    entailed = dict.fromkeys(attested(ready), _TOOK_PART) | dict.fromkeys(numbers.same_counts(ready), _SAME_COUNT)
    groups = _merged(groups, entailed, forbidden)
    odds.update({pair: max(settings.align_entailed, odds.get(pair, 0.0)) for pair in entailed if pair not in forbidden})
    return tuple(
        Claim(
            f"c{number:02}",
            tuple(ready[i].statement.id for i in found),
            tuple(
                _entailment(pair, ready, odds, entailed[pair], accounts)
                if pair in entailed and pair not in forbidden
                else _link(pair, ready, pairs, odds, known, accounts, copies, names)
                for pair in _tree(found, odds)
            ),
        )
        for number, found in enumerate(groups, 1)
    )


def comparable(ready: Sequence[Wording]) -> dict[Pair, tuple[float, ...]]:
    """The pairs that can say the same, with their features in the order of `scoring.NAMES`."""
    found = candidates(ready).items()
    return {pair: row for pair, row in found if not only_the_event(ready[pair[0]], ready[pair[1]], row)}


def only_the_event(a: Wording, b: Wording, found: tuple[float, ...]) -> bool:
    """Whether two statements share nothing but what names the event, or are a comment and what it is about."""
    if (a.statement.kind == "comment") != (b.statement.kind == "comment") and found[_OVERLAP] < _COMMENT:
        return True
    telling = min(sum(t.weight for t in w.distinct if not t.topic) for w in (a, b))
    return found[_UNTITLED] < _NOTHING and found[_HEADS_APART] > 0.5 and telling >= _TELLING


def apart(
    ready: Sequence[Wording],
    pairs: Mapping[Pair, tuple[float, ...]],
    settings: Settings,
) -> Iterator[Pair]:
    """Pairs that answer one question differently, so that likeness may not join them."""
    yield from _places(ready, (*unknowns.answered(ready), *pointing.beside(ready)))
    for (i, j), found in pairs.items():
        one, other = ready[j], ready[i]
        denied = found[_DENIAL] > 0 and found[_OVERLAP] >= settings.align_denied and denials.turned(one, other)
        if (
            found[_DIFFER] > found[_AGREE]
            or denied
            or denials.denial(one, other, settings)
            or numbers.one_figure(one, other)
            or days.day(one, other, settings)
            or opposite(one, other, settings)
            or participants(one, other, settings)
            or other_fate(one, other)
            or of_two_speakers(one, other)
            or addressees.addressee(one, other, settings)
            or causes.means(one, other, settings)
            or phases.renewed(one, other, settings)
        ):
            yield i, j


def _places(ready: Sequence[Wording], conflicts: Iterable[tuple[Conflict, Wording, Wording]]) -> Iterator[Pair]:
    """The pairs, later first, of the statements of conflicts."""
    place = {wording.statement.id: n for n, wording in enumerate(ready)}
    for _, one, other in conflicts:
        i, j = place[one.statement.id], place[other.statement.id]
        yield max(i, j), min(i, j)


def _merged(groups: list[list[int]], joined: Iterable[Pair], forbidden: set[Pair]) -> list[list[int]]:
    """The groups with those of each joined pair made one where nothing forbids it, in order of their first member."""
    for i, j in sorted(joined):
        one, other = (next(g for g in groups if k in g) for k in (i, j))
        apart = any((max(a, b), min(a, b)) in forbidden for a in one for b in other)
        if one is not other and not apart:
            groups = [g for g in groups if g is not one and g is not other] + [sorted([*one, *other])]
    return sorted(groups)


def _entailment(
    pair: Pair, ready: Sequence[Wording], odds: Mapping[Pair, float], code: str, accounts: Sequence[Account]
) -> Link:
    later, earlier = ready[pair[0]], ready[pair[1]]
    score = scoring.probability(odds[pair])
    spans = zip((earlier, later), numbers.same_figure(earlier, later) if code == _SAME_COUNT else (), strict=False)
    figures = tuple(accounts[w.article].article.text[slice(*span)] for w, span in spans)
    return Link(earlier.statement.id, later.statement.id, round(score, 4), (Reason(code, figures),))


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
    known: Witnesses,
    accounts: Sequence[Account],
    copies: Sequence[Copy],
    names: Mapping[str, str],
) -> Link:
    later, earlier = ready[pair[0]], ready[pair[1]]
    third = known.strongest(*pair) if pair in pairs else None
    witness = None if third is None else ready[third]
    reasons = link_reasons(earlier, later, pairs.get(pair), witness, accounts, copies, names)
    score = scoring.probability(odds.get(pair, -99.0))
    return Link(earlier.statement.id, later.statement.id, round(score, 4), reasons)
