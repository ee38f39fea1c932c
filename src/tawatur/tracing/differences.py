"""Where the words of a passage part from those of the question: numbers, directions, negations, countries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.claims.counts import comparable, compatible
from tawatur.claims.wording import Term
from tawatur.languages.ar.gazetteer import country_of, localities
from tawatur.languages.ar.script import bare
from tawatur.tracing.contrasts import opposites, turning
from tawatur.tracing.passages import Passage, Reading
from tawatur.tracing.question import Question

_NEXT = 2  # words after one that takes back, one of which is the question's
_TELLING = 0.2  # weight from which a word is told from function words that share its stem
_BESIDE = 3  # words on either side of a passage that can turn what it says

Kind = Literal["number", "opposite", "turned", "unturned", "country"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a passage parts from the question: its own word, and that of the question; one of them may be missing.

    "number": another number for one count. "opposite": a word that stands against one of the question's. "turned": a
    word that takes back what follows, "unturned": the question has one and the passage none. "country": another one.
    """

    kind: Kind
    here: Term | None
    asked: Term | None


def near(passage: Passage, reading: Reading) -> Sequence[Term]:
    """The words of a passage, and a few on either side of it in the same sentences."""
    places = places_near(passage, reading)
    return reading.terms[places[0] : places[-1] + 1]


def differences(question: Question, passage: Passage, reading: Reading, found: Sequence[int]) -> tuple[Difference, ...]:
    """Where the words of a passage part from those of the question."""
    beside = near(passage, reading)
    missing = [term for at, term in enumerate(question.terms) if not passage.found >> at & 1]
    against = opposites()
    held = _turning_known(passage, reading, found)
    wanted = _turning_asked(question, passage)
    return (
        *(Difference("number", b, q) for b, q in _numbers(question, passage, reading)),
        *(
            Difference("opposite", b, q)
            for q in missing
            if q.weight >= _TELLING
            for b in _added(passage, reading, found)
            if b.stem in against.get(q.stem, ())
        ),
        *(Difference("opposite", b, q) for b, q in _directions(question, passage, reading, found)),
        *(Difference("turned", term, None) for term in held if not wanted),
        *(Difference("unturned", None, term) for term in missing if term in wanted and not held),
        *(Difference("country", b, q) for b, q in _countries(question, passage, beside, missing)),
    )


def _turning_asked(question: Question, passage: Passage) -> list[Term]:
    """The words of the question that take back what follows, where the passage has a word that follows at once."""
    known = {term.stem for at, term in enumerate(question.terms) if passage.found >> at & 1}
    terms = question.whole.terms
    return [
        term
        for at, term in enumerate(terms)
        if turning(term, terms[at + 1] if at + 1 < len(terms) else None)
        and any(after.stem in known for after in terms[at + 1 : at + 2])
    ]


def places_near(passage: Passage, reading: Reading) -> range:
    """The places of the words of `near`."""
    first, last = passage.terms[0], passage.terms[-1]
    start, end = first, last
    while start > max(0, first - _BESIDE) and reading.places[start - 1] == reading.places[first]:
        start -= 1
    while end < min(len(reading.terms) - 1, last + _BESIDE) and reading.places[end + 1] == reading.places[last]:
        end += 1
    return range(start, end + 1)


def _added(passage: Passage, reading: Reading, found: Sequence[int]) -> list[Term]:
    """The telling words of a passage, in its main sentence, that stand for none of the question's."""
    return [
        reading.terms[n]
        for n in places_near(passage, reading)
        if reading.places[n] == passage.sentence and not found[n] and reading.terms[n].weight >= _TELLING
    ]


def _directions(
    question: Question, passage: Passage, reading: Reading, found: Sequence[int]
) -> Iterator[tuple[Term, Term]]:
    """Opposite words that stand beside the same word, in the passage and in the question: "prices rise", "prices fall".

    What holds both directions, one of another thing, is told apart only so.
    """
    against = opposites()
    asked = question.whole.terms
    order = {term.stem: at for at, term in enumerate(question.terms)}
    places = places_near(passage, reading)
    for at, term in enumerate(asked):
        if term.stem in against:
            continue
        mine = [t for t in _around(asked, at) if t.stem in against]
        for n in places if mine else ():
            if not found[n] >> order[term.stem] & 1 or reading.terms[n].stem in against:
                continue
            theirs = [t for t in _around(reading.terms[places[0] : places[-1] + 1], n - places[0]) if t.stem in against]
            pairs = [(b, q) for q in mine for b in theirs if b.stem in against[q.stem]]
            if pairs and not any(b.stem == q.stem or b.group == q.group != "" for q in mine for b in theirs):
                yield pairs[0]


def _around(terms: Sequence[Term], at: int) -> Sequence[Term]:
    return [*terms[max(0, at - 1) : at], *terms[at + 1 : at + 2]]


def _turning_known(passage: Passage, reading: Reading, found: Sequence[int]) -> list[Term]:
    """The words of a passage that take back what follows, where a word of the question follows at once."""
    first, last = passage.terms[0], passage.terms[-1]
    start = first
    while start > max(0, first - _BESIDE) and reading.places[start - 1] == reading.places[first]:
        start -= 1
    terms = reading.terms
    return [
        terms[n]
        for n in range(start, last + 1)
        if not found[n]
        and turning(terms[n], terms[n + 1] if n < last else None)
        and any(found[n + 1 : min(n + 1 + _NEXT, last + 1)])
    ]


def _numbers(question: Question, passage: Passage, reading: Reading) -> tuple[tuple[Term, Term], ...]:
    """Numbers of one count that cannot both be, where none agrees; as terms of the passage and the question.

    Each count of the question is asked for by itself: that the days agree says nothing of the dead.
    """
    here = [c for n in sorted({reading.places[n] for n in passage.terms}) for c in reading.sentences[n].counts]
    mine = {term.span: term for term in question.terms if term.form == "#"}
    theirs = {term.span: term for term in reading.terms if term.form == "#"}
    pairs = list[tuple[Term, Term]]()
    for asked in question.whole.counts:
        rivals = [count for count in here if comparable(asked, count)]
        if asked.quantity.span not in mine or any(compatible(asked, count) for count in rivals):
            continue
        known = [theirs[c.quantity.span] for c in rivals if c.quantity.span in theirs]
        pairs += [(number, mine[asked.quantity.span]) for number in known]
    return tuple(pairs)


def _countries(
    question: Question, passage: Passage, beside: Sequence[Term], missing: Sequence[Term]
) -> tuple[tuple[Term, Term], ...]:
    """Countries of the passage and of the question, where one that the question names is not in the passage."""
    kept = {land_of(term) for at, term in enumerate(question.terms) if passage.found >> at & 1}
    asked = {land_of(term) for term in question.terms}
    told = [term for term in beside if (code := country_of((term.form,))) and code not in asked]
    here = {land_of(term) for term in beside}
    lost = [term for term in missing if (code := land_of(term)) and code not in kept | here]
    return tuple((other, term) for term in lost for other in told)


def land_of(term: Term) -> str | None:
    """The country a word stands for or lies in; words of places too small to be told from nouns only ever agree."""
    return country_of((term.form,)) or localities().get(bare(term.form))
