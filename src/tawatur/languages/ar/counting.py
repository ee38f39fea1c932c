"""What an Arabic number counts: the unit of the noun beside it, and what became of the people counted.

A typed view of the lexicons `units`, `states` and `quantity_words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.languages.ar.clitics import spelled
from tawatur.languages.ar.script import Word, fold
from tawatur.languages.lexicons import entries

_ENDINGS = ("", "ا", "ه", "ين", "ون", "ات", "ان", "تين", "تان")
_CLITICS = ("", "ال", "لل", "و", "ل", "ب", "وال")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, and the state that the noun itself gives."""

    key: str
    state: str | None = None


@cache
def _units() -> tuple[dict[str, Unit], dict[tuple[str, str], Unit], dict[str, Unit]]:
    single: dict[str, Unit] = {}
    double: dict[tuple[str, str], Unit] = {}
    dual: dict[str, Unit] = {}
    for entry in entries("ar", "units"):
        unit = Unit(entry["unit"], entry.get("state"))
        forms = [fold(form) for form in entry["forms"]]
        for form in forms:
            first, _, second = form.partition(" ")
            if second:
                double.setdefault((first, second), unit)
            else:
                single.setdefault(form, unit)
        for form in _singulars(forms):
            others = {fold(form) for form in entry.get("not", ())}
            dual.update({found: unit for found in _duals(form, forms) if found not in others})
    for entry in entries("ar", "nationalities"):
        form = fold(entry.get("form") or entry["forms"][0])
        for ending in _ENDINGS:
            single.setdefault(form + ending, Unit("person"))
        dual.setdefault(form + "ان", Unit("person"))
    return single, double, {form: unit for form, unit in dual.items() if form not in single}


def _singulars(forms: list[str]) -> list[str]:
    """The forms that stand in the singular: the first one, and those that a tanwin form repeats."""
    return [f for f in forms if " " not in f and f[-1:].isalpha() and (f == forms[0] or f + "ا" in forms)]


def _duals(form: str, forms: list[str]) -> list[str]:
    stem = form[:-1] + "ت" if form.endswith("ه") else form
    # A sound plural shares its oblique form with the dual; only the nominative tells them apart.
    return [stem + "ان"] if form + "ين" in forms else [stem + "ان", stem + "ين"]


def measures(unit: Unit) -> bool:
    """Whether the unit is a measure, money or a span of time, which fractions and decimals count."""
    return unit.key.isascii() and unit.key != "person"


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(form) for entry in entries("ar", "function_words") for form in entry["forms"])


@cache
def _states() -> dict[str, str | None]:
    return {
        fold(form): None if entry["state"] == "none" else entry["state"]
        for entry in entries("ar", "states")
        for form in entry["forms"]
    }


@cache
def _labels() -> frozenset[str]:
    return frozenset(
        fold(form) for entry in entries("ar", "quantity_words") if entry.get("label") for form in entry["forms"]
    )


@cache
def _bounds(place: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(fold(form).split()): entry["bound"]
        for entry in entries("ar", "quantity_words")
        if entry.get("place") == place
        for form in entry["forms"]
    }


@lru_cache(maxsize=32768)
def _known(folded: str) -> Unit | None:
    single = _units()[0]
    if folded in _function_words():
        return single.get(folded)  # "between" is no preposition before "yen"
    for clitic in _CLITICS:
        if folded.startswith(clitic) and (unit := single.get(folded[len(clitic) :])):
            return unit
    return None


def known_unit(words: Sequence[Word], i: int) -> tuple[Unit, int] | None:
    """The listed unit that stands at `words[i]`, of one word or two, and the index after it."""
    if not 0 <= i < len(words):
        return None
    if i + 1 < len(words) and (unit := _units()[1].get((words[i].folded, words[i + 1].folded))):
        return unit, i + 2
    unit = _known(words[i].folded)
    return (unit, i + 1) if unit else None


def bare_unit(words: Sequence[Word], i: int) -> tuple[Unit, int] | None:
    """The listed unit at `words[i]` when neither an article nor a preposition is written onto it."""
    hit = known_unit(words, i)
    return hit if hit and (words[i].folded in _units()[0] or hit[1] > i + 1) else None


def dual_unit(folded: str) -> tuple[str, Unit] | None:
    """`(clitics, unit)` of an indefinite noun in the dual ("قتيلان", "وشخصين")."""
    return _duals_spelled().get(folded)


@cache
def _duals_spelled() -> dict[str, tuple[str, Unit]]:
    return spelled(_units()[2], ("", "و", "ل", "ب", "ول", "ف"))


def counted_noun(words: Sequence[Word], i: int, value: float, *, exact: bool) -> tuple[Unit, int] | None:
    """The unit of the noun counted from `words[i]` on: listed, or any noun in the form that its number asks for.

    Numbers from 11 to 99 take a singular in the accusative, 3 to 10 a plural, hundreds and more a bare singular
    (Wright, Grammar of the Arabic Language, vol. 2, §§ 99-104); "of the" may stand between.
    """
    if i >= len(words):
        return None
    if words[i].folded == "من" and i + 1 < len(words):
        hit = known_unit(words, i + 1)
        return hit if hit and words[i + 1].folded.startswith("ال") else None
    if hit := known_unit(words, i):
        # A noun with "and" or a preposition on it begins something else.
        noun = words[i].folded
        definite = noun.startswith("ال") and exact and value < 100
        return hit if not definite and (noun[0] not in "ول" or noun in _units()[0]) else None
    noun = words[i].folded
    if len(noun) < 3 or not noun.isalpha() or noun in _function_words() or noun[0] == "و" or noun.isascii():
        return None
    if is_state(noun) or noun.startswith(("بال", "لل", "كال", "ال")) or noun.endswith(("يا", "وا")):
        return None
    if noun[0] == "ل" and not noun.endswith(("ات", "ا", "ه")):
        return None
    last_two = value % 100
    if 3 <= last_two <= 10:
        return (Unit(noun), i + 1) if noun[0] not in "يت" and _plural_like(noun) else None
    if 11 <= last_two <= 99:
        if noun.endswith("ا") and len(noun) > 3:
            return Unit(noun[:-1]), i + 1
        return (Unit(noun), i + 1) if noun.endswith("ه") else None
    return (Unit(noun), i + 1) if noun.endswith("ه") or (last_two == 0 and noun[0] not in "يت") else None


def _plural_like(noun: str) -> bool:
    """Whether a noun has a shape of the plural: the sound ones, and the broken ones with a long vowel inside."""
    return (
        noun.endswith(("ات", "ين", "ون", "اء", "يه")) or any(letter in "او" for letter in noun[1:-1]) or noun[0] == "ا"
    )


@lru_cache(maxsize=32768)
def closes(folded: str) -> bool:
    """Whether no counted noun can stand in such a word: a function word, one with "and", a state or a sign."""
    return not folded[:1].isalpha() or folded[0] == "و" or folded in _function_words() or is_state(folded)


@lru_cache(maxsize=32768)
def is_state(folded: str) -> bool:
    """Whether the word tells what became of people."""
    return state_of(folded) is not None


@lru_cache(maxsize=32768)
def state_of(folded: str) -> tuple[str | None] | None:
    """The state the word gives, as a tuple of one; None when it is no such word."""
    for clitic in ("", "و", "ف", "ب", "ل"):
        if folded.startswith(clitic) and folded[len(clitic) :] in _states():
            return (_states()[folded[len(clitic) :]],)
    return None


@lru_cache(maxsize=32768)
def is_label(folded: str) -> bool:
    """Whether a number after this noun names and does not count."""
    return folded in _labels() or any(folded.startswith(c) and folded[len(c) :] in _labels() for c in ("و", "ل", "ب"))


def bound_before(words: Sequence[Word], i: int) -> str | None:
    """The bound that the words before `words[i]` put on a number there: "low", "high" or "about"."""
    table = _bounds("before")
    for length in (3, 2, 1):
        if i < length:
            continue
        phrase = tuple(w.folded for w in words[i - length : i])
        for clitic in ("", "و", "ب", "ل", "ف"):
            if phrase[0].startswith(clitic) and (bound := table.get((phrase[0][len(clitic) :], *phrase[1:]))):
                return bound
    return None


def bound_after(words: Sequence[Word], i: int) -> str | None:
    """The bound that stands behind a counted noun that ends before `words[i]`."""
    table = _bounds("after")
    for length in (3, 2, 1):
        if bound := table.get(tuple(w.folded for w in words[i : i + length])):
            # "two years and more than eight" bounds what follows.
            following = words[i + length].folded if i + length < len(words) else ""
            return bound if not (words[i].folded.startswith("و") and following == "من") else None
    return None
