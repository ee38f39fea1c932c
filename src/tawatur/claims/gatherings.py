"""Gatherings: taking part in one entails that it took place, and two reports of one may name different people.

"شارك المبعوث في اللقاء" stands with the statement of the same article that the meeting was held, for one entails the
other (the annotation guide's test for one claim).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from tawatur.claims.candidates import Pair
from tawatur.claims.conflicts import Conflict
from tawatur.claims.likeness import met
from tawatur.claims.wording import Term, Wording
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.settings import Settings

_NEAR = 4  # words between the verb and the gathering it speaks of


def attested(ready: Sequence[Wording]) -> Iterator[Pair]:
    """Pairs (later, earlier): a statement that somebody took part, one of its article that the gathering was held."""
    for i, part in enumerate(ready):
        if not _speaks_of(part, "took_part"):
            continue
        held = (j for j, other in enumerate(ready) if j != i and other.article == part.article)
        found = next((j for j in held if _speaks_of(ready[j], "took_place")), None)
        if found is not None:
            yield max(i, found), min(i, found)


def _speaks_of(wording: Wording, kind: str) -> bool:
    """Whether the content opens with a verb of this kind and a gathering soon after it, and is not denied."""
    if wording.statement.polarity == "-":
        return False
    events = gathering_words("event")
    for at, term in enumerate(wording.terms[:2]):
        if term.form in gathering_words(kind):
            return any(after.stem in events for after in wording.terms[at + 1 : at + 1 + _NEAR])
    return False


def participants(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """One gathering that different people are said to have attended."""
    ours = _attended(a)
    theirs = _attended(b) if ours else ()
    if not theirs or a.statement.polarity != b.statement.polarity or a.article == b.article:
        return None
    common = sum(t.weight for t in ours if met(t, theirs))
    around = _beside(a, b, ours, theirs)
    if common > settings.conflict_same_people * min(_weight(ours), _weight(theirs)):
        return None
    if around < settings.conflict_participant:
        return None
    spans = (ours[0].span[0], ours[-1].span[1]), (theirs[0].span[0], theirs[-1].span[1])
    return Conflict("divergent", "participant", spans, around, ("", ""))


def names_people(wording: Wording) -> bool:
    """Whether a content names who came to a gathering."""
    return bool(_attended(wording))


def _attended(wording: Wording) -> tuple[Term, ...]:
    """The words after the one that tells who came, in a content whose sentence tells of a gathering."""
    for at, term in enumerate(wording.terms[:-1]):
        if term.form in gathering_words("attended"):
            return wording.terms[at + 1 :] if gathering_words("event") & wording.sentence.keys() else ()
    return ()


def _weight(terms: tuple[Term, ...]) -> float:
    return sum(t.weight for t in terms)


def _beside(a: Wording, b: Wording, ours: tuple[Term, ...], theirs: tuple[Term, ...]) -> float:
    """How far the sentences agree outside the participants."""
    people = {t.stem for t in (*ours, *theirs)}
    left = _one_gathering({s: w for s, w in a.sentence.items() if s in b.sentence or s not in people})
    right = _one_gathering({s: w for s, w in b.sentence.items() if s in a.sentence or s not in people})
    least = min(sum(left.values()), sum(right.values()))
    return sum(w for s, w in left.items() if s in right) / least if least else 0.0


def _one_gathering(sentence: dict[str, float]) -> dict[str, float]:
    """The words of a sentence with all its words for coming together taken as one: التقى and لقاء tell of the same."""
    events = gathering_words("event")
    joined = {s: w for s, w in sentence.items() if s not in events}
    weight = max((w for s, w in sentence.items() if s in events), default=0.0)
    return {**joined, "#gathering": weight} if weight else joined


@cache
def gathering_words(kind: str) -> frozenset[str]:
    """Gathering words as stems, words of attending as folded forms: a stem would also be that of a noun."""
    forms = [fold(f) for e in lexicons.entries("ar", "gatherings") if e["kind"] == kind for f in e["forms"]]
    return frozenset(map(stem, forms) if kind == "event" else forms)
