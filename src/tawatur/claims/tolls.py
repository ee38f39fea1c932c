"""The counts of people of a story: which are part of another, and which are the toll of an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tawatur.claims.conflicts import agreement
from tawatur.claims.counts import Count, comparable, compatible, figure
from tawatur.claims.likeness import within
from tawatur.claims.marks import stands, telling, times
from tawatur.claims.wording import Wording
from tawatur.model import Span

Place = tuple[int, Span]
"""Where a count stands: the number of its article, its span."""

ONE_LOAD = "aboard"
_TELLING = 0.15  # weight from which a word tells of what happened, and where


@dataclass(frozen=True, slots=True)
class Tolls:
    """Where counts stand that are a part of another of their article, and where its main counts of people stand."""

    parts: frozenset[Place]
    main: frozenset[Place]


def tolls(ready: Sequence[Wording]) -> Tolls:
    """Which counts of each article are a part of another, and which are its toll.

    A count is a part when the same voice has a larger one of the same; of the people aboard, when anybody in the
    article has one of more than twice as many. An article that has one count of a kind, or beside it only what is the
    one count of another article (an earlier toll), has a toll of the story's event.
    """
    parts, main = set[Place](), set[Place]()
    kinds: dict[tuple[str, str], dict[int, list[tuple[Count, Wording]]]] = {}
    for wording in ready:
        for count in wording.counts:
            if count.role and not count.part:
                by_article = kinds.setdefault((count.role, count.group), {})
                by_article.setdefault(wording.article, []).append((count, wording))
    for (role, _), articles in kinds.items():
        whole = {article: _largest(found, role) for article, found in articles.items()}
        parts |= {(n, c.quantity.span) for n, found in articles.items() for c, _ in found if c not in whole[n]}
        alone = {n: counts[0] for n, counts in whole.items() if all(compatible(counts[0], c) for c in counts)}
        for n, counts in whole.items():
            most = max(counts, key=figure)
            others = [c for c in counts if not compatible(c, most)]
            if all(any(compatible(c, d) for m, d in alone.items() if m != n) for c in others):
                main |= {(n, c.quantity.span) for c in counts if compatible(c, most)}
    return Tolls(frozenset(parts), frozenset(main))


def counting(ready: Sequence[Wording]) -> Mapping[tuple[int, str], Sequence[Wording]]:
    """The statements with counts by article and voice."""
    found: dict[tuple[int, str], list[Wording]] = {}
    for wording in ready:
        if wording.counts:
            found.setdefault((wording.article, wording.root), []).append(wording)
    return found


def of_two_things(
    a: Wording,
    b: Wording,
    spans: tuple[Span, Span],
    voices: Mapping[tuple[int, str], Sequence[Wording]],
    known: Tolls,
) -> bool:
    """Whether the voice of either of two statements gives both of their figures in its article.

    Who tells of a family of five here and of a family of six there tells of two families, so another article's family
    of six is the one whose statement it agrees with best. Two voices of one article may well contradict each other, and
    beside the toll of the event an earlier toll is told again.
    """
    main = all((w.article, span) in known.main for w, span in zip((a, b), spans, strict=True))
    return _beside(a, b, spans[0], voices, main) or _beside(b, a, spans[1], voices, main)


def _beside(
    a: Wording, b: Wording, span: Span, voices: Mapping[tuple[int, str], Sequence[Wording]], main: bool
) -> bool:
    """Whether the voice of the second statement gives the figure of the first elsewhere, in words more like it.

    Of main tolls that is an earlier one where the two of that voice do not each tell something of their own.
    """
    ours = next(c for c in a.counts if c.quantity.span == span)
    said = voices[b.article, b.root]
    same = [w for w in said if any(comparable(ours, c) and compatible(ours, c) for c in w.counts)]
    if not same:
        return False
    nearest = max(same, key=lambda w: agreement(a, w))
    return agreement(a, nearest) > agreement(a, b) and not (main and _one_event(nearest, b))


def _one_event(a: Wording, b: Wording) -> bool:
    """Whether either of two statements tells nothing, beside times and words of counting, that the other does not."""
    return not (_own(a, b) and _own(b, a))


def _own(a: Wording, b: Wording) -> bool:
    return any(
        telling(t, _TELLING) and t.form not in times() and not stands(t, "counting") and not within(t, b)
        for t in a.terms
    )


def _largest(found: Sequence[tuple[Count, Wording]], role: str) -> list[Count]:
    """The counts of one kind in one article that are no part of a larger one."""
    most = max(figure(c) for c, _ in found)
    kept = []
    for count, wording in found:
        own = max((c for c, w in found if w.root == wording.root), key=figure)
        if compatible(count, own) and not (role == ONE_LOAD and figure(count) * 2 < most):
            kept.append(count)
    return kept
