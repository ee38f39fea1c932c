"""Where two statements that answer one question differ: a number, a denial, an opposite, a day, who took part.

Each function looks for one kind of difference and gives the words that differ, or None. All of them ask that the rest
of the two statements agree: a conflict is a likeness with one slot that does not match (de Marneffe, Rafferty and
Manning 2008, "Finding contradictions in text").
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from tawatur.claims.likeness import comparable, compatible, met, within
from tawatur.claims.wording import Term, Wording
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.model import Quantity, RelationType, Slot, Span, TimeExpression
from tawatur.settings import Settings

_POINTING = 1.6  # weight under which a content names nothing of its own
_PEOPLE = ("killed", "wounded", "missing", "detained", "displaced")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two statements that differ in one slot: the differing words, and how far the rest agrees (0..1)."""

    type: RelationType
    slot: Slot
    spans: tuple[Span, Span]
    strength: float
    answers: tuple[str, str]


def number(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """Numbers of one unit and state that cannot both be, with none that agree."""
    strength = agreement(a, b)
    pairs = [(q, r) for q in a.statement.quantities for r in b.statement.quantities if comparable(q, r)]
    if not pairs or any(compatible(q, r) for q, r in pairs):
        return None
    for q, r in pairs:
        least = settings.conflict_toll if q.state in _PEOPLE else settings.conflict_number
        if strength >= least and (q.state in _PEOPLE or same_predicate(a, b)):
            return Conflict("contradiction", "number", (q.span, r.span), strength, (_shown(q), _shown(r)))
    return None


def _shown(q: Quantity) -> str:
    return f"{q.unit}:{q.state}:{q.low}:{q.high}"


def denial(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """One speaker says what another denies, in mostly the same words.

    A refusal (a position that is negated) opposes another position, never the fact of what is refused.
    """
    one, other = a.statement, b.statement
    if one.polarity == other.polarity or one.chain == other.chain:
        return None
    negated, said = (one, other) if one.polarity == "-" else (other, one)
    if negated.kind == "position" and said.kind != "position":
        return None
    strength = agreement(a, b)
    if strength < settings.conflict_denial:
        return None
    return Conflict("contradiction", "polarity", (one.content, other.content), strength, (one.polarity, other.polarity))


def pointing_denial(a: Wording, b: Wording) -> Conflict | None:
    """A denial of a few common words ("denied that", "all these charges") of what stands right before it."""
    if b.statement.article != a.statement.article or b.order != a.order + 1 or b.statement.chain == a.statement.chain:
        return None
    if b.statement.polarity == "+" or a.statement.polarity == "-" or b.total >= _POINTING or a.total < _POINTING:
        return None
    if b.statement.kind not in ("fact", "accusation") and a.statement.kind != "accusation":
        return None
    return Conflict("contradiction", "polarity", (a.statement.content, b.statement.content), 1.0, ("+", "-"))


def opposite(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """The two hold opposite words, neither of which is in both, and share most others."""
    if a.statement.polarity != b.statement.polarity:
        return None
    sides = _opposites()
    ours = [t for t in a.distinct if t.stem in sides and not within(t, b)]
    for left in ours:
        for right in b.distinct:
            if right.stem in sides[left.stem] and not within(right, a):
                strength = agreement(a, b, {left.stem, right.stem})
                if strength >= settings.conflict_opposite:
                    spans, stems = (left.span, right.span), (left.stem, right.stem)
                    return Conflict("contradiction", "polarity", spans, strength, stems)
    return None


def day(a: Wording, b: Wording, dates: Mapping[str, tuple[TimeExpression, ...]], settings: Settings) -> Conflict | None:
    """The same is said to have happened on two different days."""
    ours = _days(a, dates)
    theirs = _days(b, dates) if ours else []
    if not theirs or {d for d, _ in ours} & {d for d, _ in theirs}:
        return None
    strength = agreement(a, b, _said([*ours, *theirs], a, b))
    if strength < settings.conflict_day or not same_predicate(a, b):
        return None
    return Conflict("contradiction", "time", (ours[0][1], theirs[0][1]), strength, (ours[0][0], theirs[0][0]))


def _days(wording: Wording, dates: Mapping[str, tuple[TimeExpression, ...]]) -> list[tuple[str, Span]]:
    """The calendar days inside a content."""
    start, end = wording.statement.content
    found = dates.get(wording.statement.article, ())
    inside = [d for d in found if d.value and start <= d.span[0] and d.span[1] <= end]
    if not inside:
        return []
    edges = {t.span for at, t in enumerate(wording.terms) if t.form in _bounds()}
    edges |= {b.span for a, b in pairwise(wording.terms) if a.form in _bounds()}
    return [
        (d.value[:10], d.span)
        for d in inside
        if d.value and len(d.value) >= 10 and "/" not in d.value and not any(_meet(d.span, edge) for edge in edges)
    ]


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _said(days: list[tuple[str, Span]], *wordings: Wording) -> set[str]:
    return {t.stem for w in wordings for t in w.terms for _, span in days if span[0] <= t.span[0] < span[1]}


def participants(a: Wording, b: Wording, settings: Settings) -> Conflict | None:
    """One gathering that different people are said to have attended."""
    ours = _attended(a)
    theirs = _attended(b) if ours else ()
    if not theirs or a.statement.polarity != b.statement.polarity:
        return None
    common = sum(t.weight for t in ours if met(t, theirs))
    around = _beside(a, b, ours, theirs)
    if common > settings.conflict_same_people * min(_weight(ours), _weight(theirs)):
        return None
    if around < settings.conflict_participant:
        return None
    spans = (ours[0].span[0], ours[-1].span[1]), (theirs[0].span[0], theirs[-1].span[1])
    return Conflict("divergent", "participant", spans, around, ("", ""))


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


def agreement(a: Wording, b: Wording, aside: set[str] | frozenset[str] = frozenset()) -> float:
    """The weighted share of words that two contents have in common, numbers and the words set aside left out."""
    common = total = 0.0
    for one, other in ((a, b), (b, a)):
        for term in one.distinct:
            if term.form != "#" and term.stem not in aside:
                total += term.weight
                if within(term, other):
                    common += term.weight
    return common / total if total else 0.0


def same_predicate(a: Wording, b: Wording) -> bool:
    """Whether the predicate of either is among the other's words."""
    return bool((a.head and within(a.head, b)) or (b.head and within(b.head, a)))


@cache
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in lexicons.entries("ar", "antonyms"):
        one, other = ({stem(fold(form)) for form in entry[side]} for side in ("forms", "against"))
        for left, right in ((one, other), (other, one)):
            for key in left - right:
                found.setdefault(key, set()).update(right - left)
    return {key: frozenset(others) for key, others in found.items()}


@cache
def gathering_words(kind: str) -> frozenset[str]:
    """Gathering words as stems, words of attending as folded forms: a stem would also be that of a noun."""
    forms = [fold(f) for e in lexicons.entries("ar", "gatherings") if e["kind"] == kind for f in e["forms"]]
    return frozenset(map(stem, forms) if kind == "event" else forms)


@cache
def _bounds() -> frozenset[str]:
    return frozenset(fold(form) for entry in lexicons.entries("ar", "time_bounds") for form in entry["forms"])
