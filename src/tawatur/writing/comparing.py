"""Words as two passages are compared by: as the reasons for a claim compare them, or letter for letter in order.

The keys are those of `tawatur.claims`: a word counts as met by its stem, by the consonants of its stem, or by a word of
the same meaning; a number by its value, however it is written. So a word that a reason lists as shared is never marked
as differing.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from tawatur.languages.ar.script import Word, bare, fold, words
from tawatur.languages.ar.stems import skeleton, stem
from tawatur.languages.ar.vocabulary import clause_classes, meaning_of
from tawatur.languages.lexicons import entries
from tawatur.model import Quantity, Span, Statement

_LEAST_CONSONANTS = 3  # as in tawatur.claims.wording
# Prepositions whose list in the lexicon joins; the rest of the prepositions say where or when.
_PLAIN = {"في"}
_TELLING = {"قبل", "بعد", "بين", "خلال", "منذ", "مع", "حتي", "لو", "لولا"}
_ALWAYS = frozenset({"*"})
"""The key of words that only join others; it is in every passage."""


class Wording:
    """The keys of the words of one passage, and of each word in it."""

    def __init__(self, text: str, span: Span, quantities: Sequence[Quantity] = ()) -> None:
        self._quantities = quantities
        self.keys = _ALWAYS.union(*(self.of(word) for word in words(text, *span)))

    def of(self, word: Word) -> frozenset[str]:
        """The keys of a word of this passage's text."""
        for quantity in self._quantities:
            if quantity.span[0] <= word.start < quantity.span[1]:
                return frozenset({f"#{quantity.low}:{quantity.high}"})
        return meaning_keys(word.folded)


def content_wording(text: str, statement: Statement) -> Wording:
    """The words of what a statement says."""
    return Wording(text, statement.content, statement.quantities)


@cache
def _joining() -> frozenset[str]:
    """Words that only join others; one that denies, or puts before, after, inside or outside, is a difference."""
    plain = {fold(form) for entry in entries("ar", "function_words") for form in entry["forms"] if _joins(entry)}
    return frozenset(word for word in plain - _TELLING if "negation" not in clause_classes(word))


def _joins(entry: dict[str, Any]) -> bool:
    return bool({"relative", "subordinator", "pronoun", "demonstrative"} & set(entry["classes"])) or any(
        fold(form) in _PLAIN for form in entry["forms"]
    )


@cache
def meaning_keys(folded: str) -> frozenset[str]:
    """Everything that a folded word is known by: stem, consonants, meaning."""
    plain = folded[1:] if folded[:1] in "وف" and folded[1:] in _joining() else folded
    if plain in _joining() or {"auxiliary", "negation"} & clause_classes(folded) == {"auxiliary"}:
        return _ALWAYS
    key = stem(folded)
    found = {key}
    bones = skeleton(key)
    if len(bones) >= _LEAST_CONSONANTS:
        found.add(f"~{bones}")
    if meaning := meaning_of(key):
        found.add(f"={meaning}")
    return frozenset(found)


def differences(left: str, a: Span, right: str, b: Span) -> list[tuple[Span | None, Span | None]]:
    """Where two passages part, read word by word in their order: the words of each side, None where it has none.

    The words of both are aligned by their longest common runs (Ratcliff and Obershelp, as `difflib` has it), so that a
    word moved elsewhere is a difference; signs and the article are none.
    """
    one, other = ([w for w in words(text, *span) if w.folded[:1].isalnum()] for text, span in ((left, a), (right, b)))
    matcher = SequenceMatcher(None, [bare(w.folded) for w in one], [bare(w.folded) for w in other], autojunk=False)
    return [(_run(one, i, j), _run(other, k, m)) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]


def _run(found: Sequence[Word], first: int, end: int) -> Span | None:
    return (found[first].start, found[end - 1].end) if first < end else None
