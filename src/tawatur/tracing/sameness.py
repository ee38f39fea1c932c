"""How probable it is that a passage says the same as the question, by its words: a small logistic regression.

The weights lie in `weights.json`; `scripts/train_tracing.py` learns them from pairs of headlines that agree or disagree
(ANS, Khouja 2020, "Stance prediction and claim verification: an Arabic perspective"), never from articles with a
stance. Every feature is in 0..1 and named, so that what counts against a passage can be told.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from tawatur.tracing.differences import differences, near, places_near
from tawatur.tracing.passages import Passage, Reading
from tawatur.tracing.question import Question

NAMES = (
    "covered",
    "covered_all",
    "rarest_missing",
    "rarest_added",
    "opposite",
    "turned",
    "number_agrees",
    "number_differs",
    "other_numbers",
    "other_country",
    "replaced",
    "opening_kept",
)
_OPENING = 0.25  # weight from which the first word is taken for the opening, as `claims.wording` does for predicates


def features(question: Question, passage: Passage, reading: Reading, found: Sequence[int]) -> tuple[float, ...]:
    """The features of a passage, in the order of `NAMES`."""
    kinds = {difference.kind for difference in differences(question, passage, reading, found)}
    beside = near(passage, reading)
    start = places_near(passage, reading)[0]
    known = found[start : start + len(beside)]
    missing = [term.weight for at, term in enumerate(question.terms) if not passage.found >> at & 1]
    added = [term.weight for term, value in zip(beside, known, strict=True) if not value]
    mine = {term.stem for term in question.terms if term.form == "#"}
    theirs = {term.stem for term in beside if term.form == "#"}
    return (
        passage.covered,
        float(passage.covered > 0.999),
        max(missing, default=0.0),
        max(added, default=0.0),
        float("opposite" in kinds),
        float("turned" in kinds or "unturned" in kinds),
        float(bool(mine & theirs)),
        float("number" in kinds),
        float(bool(mine - theirs and theirs - mine)),
        float("country" in kinds),
        _replaced(question, passage, reading, found),
        float(bool(missing and added) and _opening_kept(question, passage, reading, found)),
    )


def _replaced(question: Question, passage: Passage, reading: Reading, found: Sequence[int]) -> float:
    """Whether beside one word of both the question has a word that the passage lacks, and the passage another one."""
    asked, order = question.whole.terms, {term.stem: at for at, term in enumerate(question.terms)}
    places = places_near(passage, reading)
    for step in (1, -1):
        lost = {
            order[term.stem]
            for term, after in zip(asked[::step], asked[::step][1:], strict=False)
            if not passage.found >> order[after.stem] & 1 and passage.found >> order[term.stem] & 1
        }
        beside = (n for n in places if n + step in places and not found[n + step])
        if any(found[n] >> at & 1 for n in beside for at in lost):
            return 1.0
    return 0.0


def _opening_kept(question: Question, passage: Passage, reading: Reading, found: Sequence[int]) -> bool:
    """Whether the passage, with what stands before it, opens with the first telling word of the question."""
    first = next((at for at, term in enumerate(question.terms) if term.weight >= _OPENING), None)
    here = next((n for n in places_near(passage, reading) if reading.terms[n].weight >= _OPENING), None)
    return first is not None and here is not None and bool(found[here] >> first & 1)


def weights_hash() -> str:
    """SHA-256 of the weights, for a manifest."""
    return hashlib.sha256((files("tawatur.tracing") / "weights.json").read_bytes()).hexdigest()


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    data = json.loads((files("tawatur.tracing") / "weights.json").read_text(encoding="utf-8"))
    return data["bias"], tuple(data["weights"][name] for name in NAMES)


def probability(found: Sequence[float]) -> float:
    """How probable it is that a passage with these features says the same."""
    bias, weights = _weights()
    odds = bias + sum(weight * value for weight, value in zip(weights, found, strict=True))
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, odds))))
