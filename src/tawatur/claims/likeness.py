"""How alike the words of two statements are: explainable features of a pair, each in 0..1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.claims.counts import Count, comparable, compatible
from tawatur.claims.wording import Term, Wording

# A word met only by its consonants, or only by its meaning, counts as so much of a word.
SKELETON, GROUP = 0.85, 0.8

NAMES = (
    "overlap",
    "overlap_root",
    "containment",
    "strict",
    "rarest",
    "numbers_agree",
    "numbers_differ",
    "sentences",
    "short",
    "head",
    "heads_apart",
    "few_words",
    "untitled",
    "missed_least",
    "missed_most",
    "counted",
)


def features(a: Wording, b: Wording, contained: float = -1.0) -> tuple[float, ...] | None:
    """The features of a pair, in the order of `NAMES`; the same for (b, a).

    None where neither has a larger share of its weight than `contained` in the other.
    """
    ours, theirs = _shared(a, b), _shared(b, a)
    containment = max(ours.found / a.total if a.total else 0.0, theirs.found / b.total if b.total else 0.0)
    if containment <= contained:
        return None
    both = (ours.found + theirs.found) / 2
    own = ours.of_untitled + theirs.of_untitled
    union = a.total + b.total - both
    least = min(a.total, b.total)
    overlap = both / union if union else 0.0
    agree, differ = _numbers(a.counts, b.counts)
    return (
        overlap,
        overlap**0.5,
        containment,
        ours.strict / least if least else 0.0,
        max(ours.rarest, theirs.rarest),
        agree,
        differ,
        _sentences(a, b),
        1.0 / (1.0 + least),
        *_heads(a, b),
        1.0 / (1 + min(ours.words, theirs.words)),
        (ours.untitled + theirs.untitled) / own if own else 0.5,
        min(ours.missed, theirs.missed),
        max(ours.missed, theirs.missed),
        float(bool(a.counts and b.counts)),
    )


@dataclass(frozen=True, slots=True)
class _Shared:
    """What of one statement's words the other has: weights, and how many words.

    `strict` is met with the same stem, `rarest` is the weightiest word met and `missed` the weightiest not met;
    `untitled` is the weight met in words that are in no headline of the story, for a headline's words name the event
    and no more, and `of_untitled` the weight of all such.
    """

    found: float
    strict: float
    rarest: float
    missed: float
    words: int
    untitled: float
    of_untitled: float


def _shared(a: Wording, b: Wording) -> _Shared:
    found = strict = rarest = missed = untitled = of_untitled = 0.0
    count = 0
    stems, skeletons, groups = b.stems, b.skeletons, b.groups
    for term in a.distinct:
        of_untitled += 0.0 if term.topic else term.weight
        if term.stem in stems:
            strict += term.weight
            value = term.weight
        elif term.skeleton and term.skeleton in skeletons:
            value = SKELETON * term.weight
        elif term.group and term.group in groups:
            value = GROUP * term.weight
        else:
            missed = max(missed, term.weight)
            continue
        count += 1
        found += value
        rarest = max(rarest, value)
        untitled += 0.0 if term.topic else term.weight
    return _Shared(found, strict, rarest, missed, count, untitled, of_untitled)


def _heads(a: Wording, b: Wording) -> tuple[float, float]:
    """Whether the predicates, taken to be the first words that weigh, are one; and whether neither is in the other."""
    if a.head is None or b.head is None:
        return 0.0, 0.0
    if met(a.head, (b.head,)):
        return 1.0, 0.0
    found = within(a.head, b) + within(b.head, a)
    return 0.0, 1.0 - found / 2


def within(term: Term, other: Wording) -> bool:
    """Whether a term has a counterpart in another statement, by stem, consonants or meaning."""
    return (
        term.stem in other.stems
        or bool(term.skeleton and term.skeleton in other.skeletons)
        or bool(term.group and term.group in other.groups)
    )


def share_within(terms: Sequence[Term], other: Wording) -> float:
    """The share of the weight of some terms that has a counterpart in another statement."""
    return sum(t.weight for t in terms if within(t, other)) / sum(t.weight for t in terms)


def met(term: Term, others: tuple[Term, ...]) -> bool:
    """Whether a term has a counterpart among some terms, by stem, consonants or meaning."""
    return any(
        term.stem == o.stem or (term.skeleton and term.skeleton == o.skeleton) or (term.group and term.group == o.group)
        for o in others
    )


def _sentences(a: Wording, b: Wording) -> float:
    """The overlap of the whole sentences: where it is high and the contents are not, they are different parts of it."""
    other = b.sentence
    common = sum([w for s, w in a.sentence.items() if s in other])
    union = a.sentence_total + b.sentence_total - common
    return common / union if union else 0.0


def _numbers(a: tuple[Count, ...], b: tuple[Count, ...]) -> tuple[float, float]:
    """Whether a number of the one agrees with one of the other, and whether one is left that answers otherwise."""
    agree = differ = 0.0
    for left in a:
        rivals = [right for right in b if comparable(left, right)]
        if not rivals:
            continue
        if any(compatible(left, right) for right in rivals):
            agree = 1.0
        else:
            differ = 1.0
    return agree, differ
