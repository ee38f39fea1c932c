"""What the words of a text mean in temporal expressions: a typed view of the lexicons of time.

One word can have several senses ("مساء" is a part of a day and says which half of the clock), so `senses` maps kinds to
entries; clitics written onto the word are told apart from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from tawatur.languages.ar.clitics import spelled
from tawatur.languages.ar.number_words import number_table, ordinal_forms, ordinal_table, strip_clitics
from tawatur.languages.ar.script import Word, fold
from tawatur.languages.ar.verbs import readings
from tawatur.languages.keeping import Known
from tawatur.languages.lexicons import entries


@cache
def _senses() -> dict[str, dict[str, dict[str, Any]]]:
    table: dict[str, dict[str, dict[str, Any]]] = {}
    for name in ("time_words", "weekdays"):
        for entry in entries("ar", name):
            kind = entry.get("kind", "weekday")
            for form in entry["forms"]:
                table.setdefault(fold(form), {}).setdefault(kind, entry)
    return table


_CLITICS = ("", "ال", "و", "ب", "ل", "ف", "لل", "وال", "بال", "وب", "ول", "ولل", "وبال", "فال")
Sense = tuple[str, dict[str, Any]]


def sense(folded: str, kind: str) -> Sense | None:
    """`(clitics, entry)` when the folded word can have the sense `kind`, bare or with clitics written onto it."""
    return _spelled_senses().get(folded, _NONE).get(kind)


@cache
def _spelled_senses() -> dict[str, dict[str, Sense]]:
    """Every sense that a word can have, by kind, with the clitics written onto it; the fewest of them count."""
    found: dict[str, dict[str, Sense]] = {}
    for clitics in _CLITICS:
        for form, senses in _senses().items():
            its = found.setdefault(clitics + form, {})
            for kind, entry in senses.items():
                its.setdefault(kind, (clitics, entry))
    return found


_NONE: dict[str, Any] = {}


MonthNames = list[tuple[tuple[str, ...], int, bool]]


@cache
def _month_names() -> dict[str, tuple[str, MonthNames]]:
    """The first words of months, clitics written onto them or not: the clitics, and the months that begin so."""
    names: dict[str, set[tuple[tuple[str, ...], int, bool]]] = {}
    for entry in entries("ar", "months"):
        if entry.get("usage") == "latin":
            continue
        for form in entry["forms"]:
            first, *rest = fold(form).split()
            names.setdefault(first, set()).add((tuple(rest), entry["month"], entry["calendar"] == "hijri"))
    longest_first = {first: sorted(found, key=lambda n: (-len(n[0]), n)) for first, found in names.items()}
    return spelled(longest_first, ("", "و", "ل", "ب", "ال", "ول", "وب", "ف"))


def month_clitics(folded: str) -> str:
    """The clitics written onto a word that begins a month name."""
    hit = _month_names().get(folded)
    return hit[0] if hit else ""


def may_be_month(folded: str) -> bool:
    """Whether a month, with the noun for it or without, can begin at such a word: the first, cheap look."""
    return folded in _MONTH_NOUNS or folded in _month_names()


@lru_cache(maxsize=65536)
def may_be_named(folded: str) -> bool:
    """Whether a day, month or year can begin at such a word, in brackets too: the first, cheap look."""
    if folded[:1].isdigit() or folded == "(" or may_be_month(folded) or folded in _spelled_senses():
        return True
    return any(strip_clitics(folded, table) is not None for table in (ordinal_table(), number_table()))


_MONTH_NOUNS = frozenset({"شهر", "لشهر", "بشهر", "وشهر"})


def month_name(words: Sequence[Word], i: int) -> tuple[int, bool, int] | None:
    """`(month, whether Islamic, index after it)` for the single month name at `words[i]`."""
    hit = _month_names().get(words[i].folded) if i < len(words) else None
    if hit is None:
        return None
    for rest, month, hijri in hit[1]:
        if all(i + 1 + k < len(words) and words[i + 1 + k].folded == part for k, part in enumerate(rest)):
            return month, hijri, i + 1 + len(rest)
    return None


@lru_cache(maxsize=65536)
def hesitant(folded: str) -> bool:
    """Whether a month name of this spelling is as often something else."""
    return sense(folded, "hesitant_month") is not None


_BEGINNING = frozenset(
    {"opener", "weekday", "day_word", "unit", "edge", "day_part", "season", "decade", "day_name", "rest"}
)


LEADS = frozenset({"من", "بين", "ومن", "وبين"})
"""What leads to the first end of a stretch of time."""


def can_begin(folded: str) -> bool:
    """Whether a temporal expression can begin at such a word."""
    return _CAN_BEGIN[folded]


def beginnings(words: Sequence[Word]) -> list[int]:
    """The indices of the words where a temporal expression can begin: the first, cheap look at a text."""
    return [i for i, word in enumerate(words) if _CAN_BEGIN[word.folded]]


@cache
def _beginnings() -> frozenset[str]:
    found = {word for word, senses in _spelled_senses().items() if not _BEGINNING.isdisjoint(senses)}
    ordinals = {clitics + form for form in ordinal_forms() for clitics in ("", "و", "ال", "وال")}
    return frozenset({*found, *_month_names(), *filter(_ordinal_like, ordinals)})


def _may_begin(folded: str) -> bool:
    return folded in _beginnings() or folded[:1].isdigit()


_CAN_BEGIN = Known(_may_begin, 32768)


def _ordinal_like(folded: str) -> bool:
    return folded.removeprefix("و").removeprefix("ال") in ordinal_forms()


@lru_cache(maxsize=65536)
def outlook(folded: str) -> int:
    """What a word near an expression says of its time: 1 still to come, -1 past, 0 nothing."""
    if sense(folded, "coming"):
        return 1
    if sense(folded, "past"):
        return -1
    # "at its coming meeting in September"
    direction = sense(folded, "direction")
    return int((direction is not None and direction[1]["step"] == 1) or _to_come(folded))


def _to_come(folded: str) -> bool:
    """Whether the word is an imperfect with the particle of the future: "سيبدأ", "وسيتم"."""
    verb = folded[1:] if folded[:2] in ("وس", "فس") else folded
    if len(verb) < 4 or verb[0] != "س" or verb[1] not in "يتن":
        return False
    # Names, and "years" and "policy", are spelt like verbs that nobody writes with this particle.
    known = _senses()
    if any("not_to_come" in known.get(form, _NONE) for form in (folded, verb)):
        return False
    return any(reading.tense == "present" for reading in readings(verb[1:]))
