"""Where a sentence speaks of another report: denies it, calls it false, doubts it, only expects or fears it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from tawatur.claims.marks import future, relatives
from tawatur.languages import lexicons
from tawatur.languages.ar.script import Word, fold
from tawatur.languages.ar.tagging import tag
from tawatur.model import Span

Verdict = Literal["denies", "points_back", "false", "doubted", "rumoured", "expected", "feared", "open"]
_CLAUSE = 2  # words from a relative pronoun to the verb of its clause


@dataclass(frozen=True, slots=True)
class Mark:
    """One such form in a text."""

    verdict: Verdict
    span: Span


def marks(found: Sequence[Word]) -> list[Mark]:
    """The forms of the lexicon `verification` among words that follow one another, in order, the longest at a place."""
    keys = [word.folded for word in found]
    out = list[Mark]()
    at = 0
    while at < len(keys):
        size, verdict = _longest(keys, at)
        if verdict:
            out.append(Mark(verdict, (found[at].start, found[at + size - 1].end)))
        at += max(1, size)
    return out


def coming(found: Sequence[Word], content: Span) -> Mark | None:
    """The verb of the future by which a content tells what is to be, its first verb outside a relative clause.

    `found` are the words of its sentence: a relative pronoun may stand right before the content.
    """
    tags = tag(found)
    for at, (word, tagged) in enumerate(zip(found, tags, strict=True)):
        inside = content[0] <= word.start < content[1]
        if (
            inside
            and tagged.verb
            and not any(before.folded in relatives() for before in found[max(0, at - _CLAUSE) : at])
        ):
            return Mark("expected", (word.start, word.end)) if future(word.folded) else None
    return None


def _longest(keys: Sequence[str], at: int) -> tuple[int, Verdict | None]:
    for first in {keys[at], keys[at][1:] if keys[at][0] in "وف" else keys[at]}:
        for form, verdict in _forms().get(first, ()):
            if tuple(keys[at + 1 : at + len(form)]) == form[1:]:
                return len(form), verdict
    return 0, None


@cache
def _forms() -> dict[str, tuple[tuple[tuple[str, ...], Verdict], ...]]:
    """By first word, the forms from the longest on."""
    table: dict[str, list[tuple[tuple[str, ...], Verdict]]] = {}
    for entry in lexicons.entries("ar", "verification"):
        for form in entry["forms"]:
            words = tuple(fold(word) for word in form.split())
            table.setdefault(words[0], []).append((words, cast("Verdict", entry["class"])))
    return {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in table.items()}
