"""The words of articles, and what each tells by itself: looked up once for each form, kept in columns of numbers.

Stems, numbers and places are *terms*. Each has a key, a hash of 62 bits that is the same in every process.
"""

from __future__ import annotations

import re
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from tawatur.languages.ar.gazetteer import country_of, localities
from tawatur.languages.ar.rarity import news_documents
from tawatur.languages.ar.script import MARKS, bare, fold
from tawatur.languages.ar.stems import stem
from tawatur.languages.lexicons import entries

WORDS = re.compile(rf"[^\W\d_]+(?:[{MARKS}]+[^\W\d_]*)*|[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*")
_CLITICS = ("", "و", "ل", "ب")
_MOST = 1 << 18  # forms after which the table begins anew
NEWS = 1 << 32  # articles of news at large, by which priors are told

STEM, PHRASE, TOLD, WORDING = range(4)
"""Columns of a form: its stem; the stem or number by which it makes a phrase with its neighbour, 0 for none; whether it
names a place, a number or a day; the key of its stem, or of the form where it has none, for comparing wording."""


class Lexicon(dict[str, int]):
    """The forms met so far, numbered; what is not yet known is looked up when it is asked for."""

    def __init__(self) -> None:
        self.columns: NDArray[np.int64] = np.zeros((1 << 12, 4), np.int64)
        self.term_keys: NDArray[np.int64] = np.zeros(1 << 12, np.int64)  # by term; term 0 is none
        self.priors: NDArray[np.int64] = np.zeros(1 << 12, np.int64)  # by term: articles of 2^32 that hold it
        self.ranks: NDArray[np.int64] = np.zeros(1 << 12, np.int64)  # by term: for whoever numbers those of an article
        self.places: dict[int, int] = {}  # by form: the term of the place it names
        self.numbers: dict[int, int] = {}  # by form: the term of the number it is
        self.texts: dict[int, str] = {}  # by form: the number it is, in plain digits
        self.days: dict[int, tuple[int, int | None]] = {}  # by form: its weekday (-1 for none), days from now
        self.following: set[int] = set()  # forms that say "next" of the day before them
        self._terms: dict[str, int] = {"": 0}

    def __missing__(self, form: str) -> int:
        number = self[form] = len(self)
        if number == len(self.columns):
            self.columns = np.concatenate([self.columns, np.zeros_like(self.columns)])
        folded = fold(form)
        if form[0].isdecimal():
            year = len(folded) == 4 and folded.isdecimal() and 1900 <= int(folded) <= 2100
            digits = "" if year or len(folded) < 2 else folded
            term = self._term("n", digits)
            row = (0, term if len(digits) > 2 else 0, int(bool(term)), hashed(folded))
            if term:
                self.numbers[number], self.texts[number] = term, digits
        else:
            root = stem(folded) if len(folded) >= 3 else ""
            term, place, day = self._term("s", root), self._term("p", place_of(folded)), _day(folded)
            if place:
                self.places[number] = place
            if day:
                self.days[number] = day
            if folded in _NEXT:
                self.following.add(number)
            row = (term, term if len(root) > 2 else 0, int(bool(place or day)), hashed(root or folded))
        self.columns[number] = row
        return number

    def _term(self, kind: str, text: str) -> int:
        """The number of a term; 0 for an empty one."""
        if not text:
            return 0
        found = self._terms.setdefault(kind + text, len(self._terms))
        if found == len(self.term_keys):
            self.term_keys, self.priors, self.ranks = (
                np.concatenate([column, np.zeros_like(column)]) for column in (self.term_keys, self.priors, self.ranks)
            )
        if not self.term_keys[found]:
            self.term_keys[found] = hashed(kind + text)
            self.priors[found] = round(news_documents(text) * NEWS) if kind == "s" else 0
        return found


_lexicon = Lexicon()


def lexicon() -> Lexicon:
    """The table of this process, a new one where the old has grown too large."""
    global _lexicon
    if len(_lexicon) > _MOST:
        _lexicon = Lexicon()
    return _lexicon


def hashed(text: str) -> int:
    """A number of 62 bits that stands for a text, never 0."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") >> 2 or 1


def place_of(folded: str) -> str:
    """The code of the country, or the name of the city, that a word stands for; "" for any other word."""
    country = country_of((folded,)) if folded else None
    if country:
        return country
    name = bare(folded)
    return name if name in localities() else ""


def _day(folded: str) -> tuple[int, int | None] | None:
    """The weekday that a word names (-1 for none), and the days it lies from now; None for other words."""
    weekday, offset = _weekdays().get(folded, -1), _RELATIVE.get(folded)
    return None if weekday < 0 and offset is None else (weekday, offset)


@cache
def _weekdays() -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in entries("ar", "weekdays"):
        for form in entry["forms"]:
            name = fold(form)
            found |= {clitic + name: int(entry["weekday"]) for clitic in _CLITICS}
            found["لل" + name[2:]] = int(entry["weekday"])
    return found


_RELATIVE = {fold(form): days for form, days in (("اليوم", 0), ("أمس", -1), ("الأمس", -1), ("غدا", 1), ("غداً", 1))}
_NEXT = frozenset(fold(form) for form in ("المقبل", "القادم", "المقبلة", "القادمة"))
