"""Words that mark how a statement answers a question: that it is open, who is blamed, what the cause is."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from tawatur.claims.wording import Term, Wording
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.languages.ar.verbs import readings

_FIRST = 4  # words of a statement among which its verb stands
_SCOPE = 6  # words after a negation that it can bear on
_NEAR = 60  # characters from a verb of denying to what is denied: a name with its titles
_MORE = tuple(fold(form) for form in ("ألا", "لسنا", "لست", "لستم", "ليسا"))
_CONJUNCTIONS = ("و", "ف")
_IF = frozenset(fold(form) for form in ("إذا", "وإذا", "لو", "ولو"))
_WHEN = ("day_word", "unit", "direction", "day_part", "half_day")
_PHRASE = frozenset(fold(word) for word in ("دون", "بدون", "غير", "وغير", "ودون", "بلا", "عدم", "وعدم", "بعدم", "لعدم"))
_AUXILIARY = frozenset(
    fold(form)
    for words in (
        "يتم تتم تم يكن تكن يكون تكون يعد تعد أي بعد",
        "أسفر يسفر تسفر أسفرت أدى أدت يؤدي تؤدي أريد يريد تريد نريد أود يود تود يرغب ترغب هو هي هم",
    )
    for form in words.split()
)


def marked(term: Term, kind: str, slot: str = "") -> bool:
    """Whether a term is of a kind of `conflict_words`, whatever clitics it has; of one slot only when that is given."""
    forms, stems = _words(kind, slot)
    return term.form in forms or term.stem in stems


def stands(term: Term, kind: str) -> bool:
    """Whether a term is of a kind exactly as it is listed: for words whose stem others have too."""
    return term.form in _words(kind, "")[0]


def written(term: Term, kind: str) -> bool:
    """Whether a term is of a kind as it is listed, with or without a conjunction: "طريقه" is on its way, no road is."""
    return not _words(kind, "")[0].isdisjoint(spellings(term.form))


def spellings(form: str) -> tuple[str, ...]:
    """A form as it stands and, where it may begin with a conjunction, without that."""
    return (form, form[1:]) if form.startswith(_CONJUNCTIONS) else (form,)


def without(wording: Wording, *kinds: str) -> bool:
    """Whether a statement has no word of some kinds: a quick look before a close one."""
    return all(_words(kind, "")[1].isdisjoint(wording.stems) for kind in kinds)


def stems_of(kind: str) -> frozenset[str]:
    """The stems of a kind."""
    return _words(kind, "")[1]


def listed(kind: str) -> frozenset[str]:
    """The forms of a kind, folded."""
    return _words(kind, "")[0]


@cache
def groups(kind: str) -> dict[str, str]:
    """The listed forms of a kind with their groups."""
    found = [e for e in lexicons.entries("ar", "conflict_words") if e["kind"] == kind]
    return {fold(form): str(e["group"]) for e in found for form in e["forms"]}


@cache
def negations() -> frozenset[str]:
    """The words that negate, with the clitics that may be written on to them."""
    return _with_clitics([*_class("negation"), *_MORE])


@cache
def times() -> frozenset[str]:
    """The words for when: days, parts of a day, units of time, and what is said of them ("next", "late")."""
    found = [e for e in lexicons.entries("ar", "time_words") if e["kind"] in _WHEN]
    bare = {fold(form) for e in found for form in e["forms"]}.union(_class("time"), listed("early, late"))
    return frozenset(bare | {"ال" + form for form in bare})


@cache
def demonstratives() -> frozenset[str]:
    """The demonstratives, with the clitics that may be written on to them."""
    return _with_clitics(_class("demonstrative"))


@cache
def relatives() -> frozenset[str]:
    """The relative pronouns."""
    return frozenset(_class("relative"))


def _with_clitics(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(clitic + form for form in forms for clitic in ("", "و", "ب", "ل", "ف"))


def _class(kind: str) -> list[str]:
    """The folded words of a class of `clause_words`."""
    return [fold(f) for e in lexicons.entries("ar", "clause_words") if e["class"] == kind for f in e["forms"]]


def denies(wording: Wording) -> bool:
    """Whether a statement denies something, in its own words or by a verb of denying in its sentence.

    "Without a pilot", "unlicensed" and "not to meddle" deny nothing; "none but he" and "did not rule out" affirm,
    "if it does not" leaves it open.
    """
    held = {t.form for t in wording.terms if t.form in negations()}
    if wording.statement.polarity == "+" or any(stands(t, "except") for t in wording.terms):
        return False
    twice = any(a.form in negations() and b.form in negations() for a, b in pairwise(wording.terms))
    if twice or any(t.form in _IF for t in wording.terms[:2]):
        return False
    return not held <= _PHRASE if held else beside(wording, "deny")


def beside(wording: Wording, *kinds: str) -> bool:
    """Whether the sentence of a statement has a word of some kinds."""
    return any(_words(kind, "")[1] & wording.sentence.keys() for kind in kinds)


def borne(wording: Wording, least: float) -> list[Term]:
    """The first two words of some weight that the first negation of a statement bears on, none without a negation."""
    at = next((n for n, t in enumerate(wording.terms) if t.form in negations()), None)
    if at is None:
        return []
    return [t for t in wording.terms[at + 1 : at + 1 + _SCOPE] if telling(t, least)][:2]


def denied_whole(wording: Wording) -> bool:
    """Whether a content is what a verb of denying right before it denies ("denied the shelling of the hospital")."""
    statement = wording.statement
    if statement.cue is None or negated(wording.terms) or not denies(wording):
        return False
    if any(marked(t, "deny") for t in wording.terms):
        return False  # it tells of a denial
    return 0 <= statement.content[0] - statement.cue[1] <= _NEAR


def to_come(wording: Wording) -> bool:
    """Whether a statement tells of what is expected: a prediction, or a verb of the future among its first words."""
    return wording.statement.kind == "prediction" or any(future(t.form) for t in wording.terms[:_FIRST])


def future(form: str) -> bool:
    """Whether a folded form is a verb with the "س" of the future."""
    return form[:1] == "س" and form[1:2] in ("ي", "ت", "ن") and any(r.tense == "present" for r in readings(form[1:]))


def past(form: str) -> bool:
    """Whether a folded form can be a verb of the past."""
    return tense(form, "past")


def tense(form: str, tense: str) -> bool:
    """Whether a folded form, with or without a conjunction, can be a verb of a tense."""
    return any(r.tense == tense for spelled in spellings(form) for r in readings(spelled))


def called(wording: Wording) -> bool:
    """Whether the sentence of a statement has a verb of calling on somebody."""
    return bool(_words("call", "")[1] & wording.sentence.keys())


def negated(terms: tuple[Term, ...]) -> bool:
    """Whether a negation is among the terms."""
    return any(t.form in negations() for t in terms)


def denial_among(terms: tuple[Term, ...]) -> bool:
    """Whether a negation or a verb of denying is among the terms."""
    return negated(terms) or any(marked(t, "deny") for t in terms)


def telling(term: Term, least: float) -> bool:
    """Whether a term is a word of some weight that is no number, negation or auxiliary."""
    return term.weight >= least and term.form != "#" and term.form not in negations() and term.form not in _AUXILIARY


@cache
def _words(kind: str, slot: str) -> tuple[frozenset[str], frozenset[str]]:
    found = [
        fold(form)
        for e in lexicons.entries("ar", "conflict_words")
        if e["kind"] == kind and slot in ("", e.get("slot"))
        for form in e["forms"]
    ]
    return frozenset(found), frozenset(map(stem, found))
