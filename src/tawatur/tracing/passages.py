"""Where in an article the words of a sentence stand close together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tawatur.claims.counts import comparable
from tawatur.claims.wording import Term, Wording, wordings
from tawatur.model import Account, Span, Statement
from tawatur.tracing.question import Question

_LITTLE = 0.04  # share of the question that words at the ends of a passage may add and yet be left out


@dataclass(frozen=True, slots=True)
class Reading:
    """An article made ready for any question: each of its sentences as one statement, and all their words in order.

    `places[n]` is the number of the sentence that word `n` of `terms` stands in.
    """

    account: Account
    sentences: tuple[Wording, ...]
    terms: tuple[Term, ...]
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article in which words of the question stand together.

    `covered` is the share of the question found in it, `found` the bits of the question's words, `terms` the range of
    the reading's words, from the first that adds to the question's words to the last; `sentence` the number of the
    sentence that holds most of them.
    """

    covered: float
    found: int
    terms: range
    sentence: int


def read_passages(account: Account) -> Reading:
    """The reading of an article."""
    sentences = wordings([_by_sentence(account)]) if account.statements else ()
    terms = tuple(term for wording in sentences for term in wording.terms)
    places = tuple(number for number, wording in enumerate(sentences) for _ in wording.terms)
    return Reading(account, sentences, terms, places)


def _by_sentence(account: Account) -> Account:
    """The account with each sentence that holds statements as one statement, on the word of its first."""
    inside: dict[tuple[int, int], list[Statement]] = {}
    for statement in account.statements:
        inside.setdefault(statement.sentence, []).append(statement)
    found = [
        replace(
            its[0],
            id=f"{account.article.id}.s{number}",
            content=span,
            quantities=tuple(dict.fromkeys(q for s in its for q in s.quantities)),
        )
        for number, (span, its) in enumerate(sorted(inside.items()))
    ]
    return replace(account, statements=tuple(found))


def bits(question: Question, reading: Reading) -> list[int]:
    """For each word of a reading the words of the question that it stands for.

    These are words of the same stem, the same consonants or meaning; and numbers that count the same, whatever they
    come to, for that is what the question asks about (`differences` tells whether they agree).
    """
    known: dict[str, int] = {}
    for at, term in enumerate(question.terms):
        for key in _keys(term):
            known[key] = known.get(key, 0) | 1 << at
    place = {term.span: at for at, term in enumerate(question.terms)}
    asked = [(c, place[c.quantity.span]) for c in question.whole.counts if c.quantity.span in place]
    counted: dict[Span, int] = {}
    for count in (count for sentence in reading.sentences for count in sentence.counts) if asked else ():
        for other, at in asked:
            if comparable(count, other):
                counted[count.quantity.span] = counted.get(count.quantity.span, 0) | 1 << at
    found = []
    for term in reading.terms:
        value = counted.get(term.span, 0) if term.form == "#" else 0
        for key in _keys(term):
            value |= known.get(key, 0)
        found.append(value)
    return found


def _keys(term: Term) -> Iterator[str]:
    yield term.stem
    if term.skeleton:
        yield "~" + term.skeleton
    if term.group:
        yield "=" + term.group


def find_passages(
    question: Question, reading: Reading, found: Sequence[int], size: int, least: float, most: int
) -> list[Passage]:
    """The passages of at most `size` words that hold `least` of the question or more, the `most` fullest of them.

    No sentence serves two of them. `found` are the `bits` of the reading's words.
    """
    shares = list(_shares(question, found, size))
    taken = set[int]()
    passages = list[Passage]()
    for share, end in sorted(((share, -end) for end, share in enumerate(shares) if share >= least), reverse=True):
        window = [n for n in range(max(0, -end - size + 1), -end + 1) if found[n]]
        if {reading.places[n] for n in window} <= taken:
            continue
        inside = _tight(question, found, window)
        if taken & {reading.places[n] for n in inside}:
            continue
        weight: dict[int, int] = {}
        for n in inside:
            weight[reading.places[n]] = weight.get(reading.places[n], 0) | found[n]
        passages.append(
            Passage(
                covered=share,
                found=_union(found[n] for n in window),
                terms=range(inside[0], inside[-1] + 1),
                sentence=max(weight, key=lambda place: (question.share(weight[place]), -place)),
            )
        )
        taken |= weight.keys()
        if len(passages) == most:
            break
    return passages


def _tight(question: Question, found: Sequence[int], inside: Sequence[int]) -> Sequence[int]:
    """The words without those at either end that add next to nothing to the rest, the side that adds less first."""
    count = Counter(at for n in inside for at in _ones(found[n]))
    first, last, lost = 0, len(inside) - 1, 0.0

    def alone(value: int) -> float:
        return sum(question.weights[at] for at in _ones(value) if count[at] == 1)

    while first < last:
        costs = alone(found[inside[first]]), alone(found[inside[last]])
        lost += min(costs)
        if lost > _LITTLE:
            break
        left = costs[0] <= costs[1]
        count.subtract(_ones(found[inside[first if left else last]]))
        first, last = (first + 1, last) if left else (first, last - 1)
    return inside[first : last + 1]


def _ones(value: int) -> Iterator[int]:
    """The places of the bits that are set."""
    while value:
        yield (value & -value).bit_length() - 1
        value &= value - 1


def _union(found: Iterable[int]) -> int:
    value = 0
    for one in found:
        value |= one
    return value


def _shares(question: Question, found: Sequence[int], size: int) -> Iterator[float]:
    """For each word the share of the question in the `size` words that end with it."""
    weights = question.weights
    count = [0] * len(weights)
    share = 0.0
    for end, value in enumerate(found):
        for entered, change in ((value, 1), (found[end - size] if end >= size else 0, -1)):
            for at in _ones(entered):
                before = count[at]
                count[at] += change
                share += weights[at] if before == 0 else -weights[at] if count[at] == 0 else 0.0
        yield round(share, 6)
