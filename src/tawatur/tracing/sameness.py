"""How probable it is that a passage says the same as the question, by its words: a small logistic regression.

The weights lie in `weights.json`; `scripts/train_tracing.py` learns them from pairs of headlines that agree or disagree
(ANS, Khouja 2020, "Stance prediction and claim verification: an Arabic perspective"), never from articles with a
stance. Every feature is in 0..1 and named, so that what counts against a passage can be told.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from tawatur.claims.counts import comparable, compatible
from tawatur.claims.wording import Term
from tawatur.languages.ar.gazetteer import country_of, localities
from tawatur.languages.ar.script import bare
from tawatur.tracing.contrasts import opposites, turning
from tawatur.tracing.passages import Passage, Reading
from tawatur.tracing.question import Question

NAMES = (
    "covered",
    "covered_all",
    "back",
    "rarest_missing",
    "rarest_added",
    "opposite",
    "turned",
    "number_agrees",
    "number_differs",
    "other_numbers",
    "other_country",
)
_NEXT = 2  # words after one that takes back, one of which is the question's
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
    first, last = passage.terms[0], passage.terms[-1]
    start = max(0, first - _BESIDE)
    while reading.places[start] < reading.places[first]:
        start += 1
    end = min(len(reading.terms) - 1, last + _BESIDE)
    while reading.places[end] > reading.places[last]:
        end -= 1
    return reading.terms[start : end + 1]


def differences(question: Question, passage: Passage, reading: Reading, found: Sequence[int]) -> tuple[Difference, ...]:
    """Where the words of a passage part from those of the question."""
    beside = near(passage, reading)
    asked = {term.stem for term in question.terms}
    missing = [term for at, term in enumerate(question.terms) if not passage.found >> at & 1]
    against = opposites()
    held = _turning_known(passage, reading, found)
    asking = question.whole.terms
    wanted = [term for term, after in zip(asking, [*asking[1:], None], strict=True) if turning(term, after)]
    return (
        *(Difference("number", b, q) for b, q in _numbers(question, passage, reading)),
        *(
            Difference("opposite", b, q)
            for q in missing
            for b in beside
            if b.stem in against.get(q.stem, ()) and b.stem not in asked
        ),
        *(Difference("turned", term, None) for term in held if not wanted),
        *(Difference("unturned", None, term) for term in missing if term in wanted and not held),
        *(Difference("country", b, q) for b, q in _countries(question, passage, beside, missing)),
    )


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
        if turning(terms[n], terms[n + 1] if n < last else None) and any(found[n + 1 : min(n + 1 + _NEXT, last + 1)])
    ]


def _numbers(question: Question, passage: Passage, reading: Reading) -> tuple[tuple[Term, Term], ...]:
    """Numbers of one count that cannot both be, where none agrees; as terms of the passage and the question."""
    pairs = [
        (c, d)
        for c in question.whole.counts
        for number in sorted({reading.places[n] for n in passage.terms})
        for d in reading.sentences[number].counts
        if comparable(c, d)
    ]
    if not pairs or any(compatible(c, d) for c, d in pairs):
        return ()
    mine = {term.span: term for term in question.terms if term.form == "#"}
    theirs = {term.span: term for term in reading.terms if term.form == "#"}
    return tuple(
        (theirs[d.quantity.span], mine[c.quantity.span])
        for c, d in pairs
        if d.quantity.span in theirs and c.quantity.span in mine
    )


def _countries(
    question: Question, passage: Passage, beside: Sequence[Term], missing: Sequence[Term]
) -> tuple[tuple[Term, Term], ...]:
    """Countries of the passage and of the question, where one that the question names is not in the passage."""
    kept = {_land(term) for at, term in enumerate(question.terms) if passage.found >> at & 1}
    asked = {_land(term) for term in question.terms}
    told = [(term, code) for term in beside if (code := _land(term)) and code not in asked]
    here = {_land(term) for term in beside}
    lost = [term for term in missing if (code := _land(term)) and code not in kept | here]
    return tuple((other, term) for term in lost for other, _ in told)


def _land(term: Term) -> str | None:
    return country_of((term.form,)) or localities().get(bare(term.form))


def features(question: Question, passage: Passage, reading: Reading, found: Sequence[int]) -> tuple[float, ...]:
    """The features of a passage, in the order of `NAMES`."""
    kinds = {difference.kind for difference in differences(question, passage, reading, found)}
    beside = near(passage, reading)
    start = reading.terms.index(beside[0])
    total = sum(term.weight for term in beside)
    known = [found[start + at] for at in range(len(beside))]
    hit = sum(term.weight for term, value in zip(beside, known, strict=True) if value)
    missing = [term.weight for at, term in enumerate(question.terms) if not passage.found >> at & 1]
    added = [term.weight for term, value in zip(beside, known, strict=True) if not value]
    mine = {term.stem for term in question.terms if term.form == "#"}
    theirs = {term.stem for term in beside if term.form == "#"}
    return (
        passage.covered,
        float(passage.covered > 0.999),
        hit / total if total else 0.0,
        max(missing, default=0.0),
        max(added, default=0.0),
        float("opposite" in kinds),
        float("turned" in kinds or "unturned" in kinds),
        float(bool(mine & theirs)),
        float("number" in kinds),
        float(bool(mine - theirs and theirs - mine)),
        float("country" in kinds),
    )


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    data = json.loads((files("tawatur.tracing") / "weights.json").read_text(encoding="utf-8"))
    return data["bias"], tuple(data["weights"][name] for name in NAMES)


def probability(found: Sequence[float]) -> float:
    """How probable it is that a passage with these features says the same."""
    bias, weights = _weights()
    odds = bias + sum(weight * value for weight, value in zip(weights, found, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
