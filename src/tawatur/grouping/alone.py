"""Articles that report no one happening: round-ups of the news, pages of headlines; and headlines that only ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from statistics import median

from tawatur.languages.ar.script import fold, words
from tawatur.languages.lexicons import entries
from tawatur.model import Reason

_BREAK = re.compile(r"\.\.+|…|[:!]")  # after which a headline says a second thing
_LONGEST = 3  # words of a question cue
_LINES, _SHORT, _STOPPED = 8, 12, 0.3  # a page of headlines: so many lines, so short, so few of them full sentences


def why_alone(title: Sequence[str], opening: Sequence[str], text: str) -> Reason | None:
    """Why an article joins no story, or None, by the words of its title, the first of its body, and all its text."""
    found = _cue(title, "round_up") or _cue(opening, "round_up")
    if found:
        return Reason("grouping.round_up", (found,))
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) >= _LINES and median(len(line.split()) for line in lines) <= _SHORT:
        stopped = sum(line.rstrip().endswith((".", "؟", "!", "؛", ":", "…", "»", '"')) for line in lines)
        if stopped / len(lines) < _STOPPED:
            return Reason("grouping.section", (str(len(lines)),))
    return None


def asks(title: str) -> bool:
    """Whether a headline asks from its first words on; a question after the news ("… .. what now?") does not count."""
    first = _BREAK.split(title.strip(), maxsplit=1)[0]
    opening = [word.folded for word in words(first) if word.text[0].isalnum()][:_LONGEST]
    return "؟" in first or any(tuple(opening[: len(cue)]) == cue for cue in _cues("question"))


def _cue(said: Sequence[str], kind: str) -> str:
    """The first cue of a kind that stands in the words, as the lexicon writes it; "" when there is none."""
    found = [fold(word) for word in said]
    if _firsts(kind).isdisjoint(found):
        return ""
    for cue, form in _cues(kind).items():
        if any(tuple(found[i : i + len(cue)]) == cue for i in range(len(found) - len(cue) + 1) if found[i] == cue[0]):
            return form
    return ""


@cache
def _cues(kind: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(fold(word) for word in form.split()): form
        for entry in entries("ar", "headline_cues")
        if entry["class"] == kind
        for form in entry["forms"]
    }


@cache
def _firsts(kind: str) -> frozenset[str]:
    return frozenset(cue[0] for cue in _cues(kind))
