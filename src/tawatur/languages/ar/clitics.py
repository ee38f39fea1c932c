"""Proclitics of Arabic words: the one-letter conjunctions, prepositions and the article that are written with a word.

A word alone seldom tells whether its first letter is one (وصل is "arrived", وقال is "and said"), so the caller says
which kinds it has, and `split` takes them off. `spelled` tells all spellings of a list of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T")

CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")


class Split(NamedTuple):
    """A folded word apart: conjunction, preposition, whether the article stands, and what is left."""

    conjunction: str
    preposition: str
    article: bool
    stem: str


def split(folded: str, *, conjunction: bool, preposition: bool, article: bool = True) -> Split:
    """Take off the proclitics that are asked for and there; `article` asks for ال, also where لل stands for ل + ال."""
    first = second = ""
    if conjunction and len(folded) > 1 and folded[0] in CONJUNCTIONS:
        first, folded = folded[0], folded[1:]
    # لل is never the beginning of a noun.
    if (preposition or (article and folded.startswith("لل"))) and len(folded) > 1 and folded[0] in PREPOSITIONS:
        second, folded = folded[0], folded[1:]
    if article and second == "ل" and folded.startswith("ل") and len(folded) > 3:
        # للبلاد is ل + البلاد; a stem that itself begins with ل writes three (للّجنة is لل + لجنة, written للجنة).
        return Split(first, second, True, folded[1:])
    if article and folded.startswith("ال") and len(folded) > 3:
        return Split(first, second, True, folded[2:])
    return Split(first, second, False, folded)


def spelled(table: Mapping[str, T], clitics: Iterable[str]) -> dict[str, tuple[str, T]]:
    """Every form of a table after every one of the clitics, with those and its value; the first that fit count."""
    found: dict[str, tuple[str, T]] = {}
    for some in clitics:
        for form, value in table.items():
            found.setdefault(some + form, (some, value))
    return found
