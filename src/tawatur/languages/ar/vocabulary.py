"""What the word lists tell of a word: how it reports (`source_words`, `clause_words`), what it means (`synonyms`)."""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.languages.lexicons import entries

_NONE: frozenset[str] = frozenset()


@cache
def _table(name: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for entry in entries("ar", name):
        for form in entry["forms"]:
            table.setdefault(fold(form), set()).add(entry["class"])
    return {form: frozenset(classes) for form, classes in table.items()}


_HEADING = frozenset({"rubric", "study"})


@cache
def _speaking() -> dict[str, frozenset[str]]:
    """The source words without what tells only of headlines."""
    return {form: classes - _HEADING for form, classes in _table("source_words").items()}


@cache
def _meanings() -> dict[str, str]:
    """Stems of words of one meaning, each under the first word of its group."""
    found: dict[str, str] = {}
    for entry in entries("ar", "synonyms"):
        for form in entry["forms"]:
            found.setdefault(stem(fold(form)), entry["forms"][0])
    return found


def meaning_of(key: str) -> str:
    """The group of words of one meaning that a stem is in, "" when it is in none."""
    return _meanings().get(key, "")


def clause_classes(folded: str) -> frozenset[str]:
    """The clause-word classes of a folded word, its conjunction on or off: "that", "relative", "preposition", …"""
    table = _table("clause_words")
    found = table.get(folded)
    if found is None and len(folded) > 2 and folded[0] in "وف":
        found = table.get(folded[1:])
    return found or _NONE


@lru_cache(maxsize=32768)
def source_classes(folded: str) -> frozenset[str]:
    """The source-word classes of a folded word without conjunction or preposition; the article may stand.

    A word with the article may also refer back ("المصدر"), a word without it may not.
    """
    table = _speaking()
    if folded.startswith("ال") and len(folded) > 4:
        return table.get(folded[2:], _NONE) - {"quantity"} | table.get(folded, _NONE)  # "الأحد" is a day
    return table.get(folded, _NONE) - {"back"}


def heading_classes(folded: str) -> frozenset[str]:
    """What a folded word alone before a colon in a headline is: "rubric" (a section), "study" (a text that speaks)."""
    table = _table("source_words")
    return (table.get(folded, _NONE) | table.get(folded.removeprefix("ال"), _NONE)) & _HEADING
