"""Words by which two sentences made of the same words part: opposites, and words that take back what follows them."""

from __future__ import annotations

from functools import cache
from typing import Any

from tawatur.claims.wording import Term
from tawatur.languages import lexicons
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem

_THAT = frozenset({"ان", "انه", "انها", "انهم"})


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For a stem, the stems that stand against it, by the lexicons `antonyms` and `contrasts`."""
    found: dict[str, set[str]] = {}
    for entry in (*lexicons.entries("ar", "antonyms"), *_entries("opposite")):
        one, other = ({stem(fold(form)) for form in entry[side]} for side in ("forms", "against"))
        for left, right in ((one, other), (other, one)):
            for key in left - right:
                found.setdefault(key, set()).update(right - left)
    return {key: frozenset(others) for key, others in found.items()}


def turning(term: Term, following: Term | None) -> bool:
    """Whether a word takes back what follows it; "غير أن" only joins two clauses."""
    if term.form in _negations():
        return following is None or following.form not in _THAT
    return term.stem in _turns()


@cache
def _turns() -> frozenset[str]:
    return frozenset(stem(fold(form)) for entry in _entries("turning") for form in entry["forms"])


@cache
def _negations() -> frozenset[str]:
    """Negations as folded forms, since the stem of so short a word is that of others too, with "و" and "ف" before."""
    forms = (fold(form) for entry in _entries("negation") for form in entry["forms"])
    return frozenset(clitic + form for form in forms for clitic in ("", "و", "ف"))


def _entries(kind: str) -> list[dict[str, Any]]:
    return [entry for entry in lexicons.entries("ar", "contrasts") if entry["class"] == kind]
