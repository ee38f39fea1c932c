"""Lines that tell when a page was published: bylines, datelines, and bylines glued to other text."""

from __future__ import annotations

import re
from functools import cache

from tawatur.languages.ar.script import fold
from tawatur.languages.lexicons import entries
from tawatur.model import Span
from tawatur.reading.publication import find, is_month

_CLOCK_AFTER = re.compile(
    r"\s*[-–|,،]?\s*(?:الساعة\s*)?[0-2٠-٢]?[0-9٠-٩] ?: ?[0-5٠-٥][0-9٠-٩](?!\d)"
    r"(?:\s*(?:[مص](?![^\W\d_])|صباحا|مساء|[ap]m\b|GMT))?",
    re.I,
)
_BEFORE = re.compile(r"[^\W\d_]+")
LEADING_WORDS = 12  # between a headline and its date: a place, a name, an agency
_CLOCK = re.compile(r"(?<!\d)[0-2٠-٢]?[0-9٠-٩]:[0-5٠-٥][0-9٠-٩](?!\d)")
_SPLIT = re.compile(r"[\W\d_]+")
_DATELINE = re.compile(r"^[^.؟!\n]{0,70}?[-–—:)]")
DATELINE = 160  # code points from the start of a paragraph in which a dateline stands
HEADER_LINES = 8  # non-blank lines looked at from the top
BYLINE_WORDS = 20
OTHER_WORDS = 3  # of a byline: a name, a section; more of them make a sentence
OTHER_WORDS_NEAR = 10
OTHER_WORDS_TOLD = 6  # when the line opens with "published" and a date, or with a date and a time of day


def in_header(lines: list[tuple[str, Span]]) -> tuple[str, Span, bool] | None:
    """A date on a byline among the first lines, or in a dateline that opens the body.

    Takes `(line, span)` pairs; gives the ISO value, the span of the line and whether the line is nothing but a byline.
    """
    for line, span in lines[:HEADER_LINES]:
        found = in_byline(line)
        if found:
            return found[0], span, True
        dated = find(line[:DATELINE])
        opening = _DATELINE.match(line) if dated else None
        if dated and opening and dated[1][1] <= opening.end() + 1 and dated[1][0] <= 40 and len(line) > 80:
            return dated[0], span, False
    return None


def in_byline(line: str, *, marked: bool = False, near: bool = False) -> tuple[str, Span] | None:
    """The date in a line that is nothing but a byline, with its span; `marked` asks for a word such as "published".

    `near` says that the line stands beside the headline, where more words about the page are to be expected.
    """
    if len(line.split()) > BYLINE_WORDS:
        return None
    found = find(line)
    if not found:
        return None
    start, end = found[1]
    rest = [fold(word) for word in _SPLIT.split(line[:start] + " " + line[end:]) if word]
    usual, markers = _byline_words()
    has_marker = not markers.isdisjoint(rest)
    other = [word for word in rest if word not in usual and not is_month(word)]
    first = all(fold(word) in usual for word in _SPLIT.split(line[:start]) if word)
    told = (near and has_marker) or (first and (has_marker or _CLOCK.search(line, end) is not None))
    told = told and not line.endswith((".", "؟", "!"))
    most = OTHER_WORDS_NEAR if told and near else OTHER_WORDS_TOLD if told else OTHER_WORDS
    return found if len(other) <= most and has_marker >= marked else None


def opens_byline(text: str, dated: Span, start: int, *, sure: bool) -> Span | None:
    """The span of a byline round a date amid other text, from its weekday to its time of day; None if it is no byline.

    A weekday or a word such as "published" before the date, or a time of day after it, makes a byline; `sure` asks for
    both. Nothing before `start` is looked at.
    """
    before = list(_BEFORE.finditer(text, start, dated[0]))
    usual, _ = _byline_words()
    clock = _CLOCK_AFTER.match(text, dated[1])
    place = dated[0]
    while before and fold(before[-1].group()) in usual and not text[before[-1].end() : place].strip(" ,،:|-\u00a0"):
        place = before.pop().start()
    if place == dated[0] and not clock:
        return None
    if sure and (place == dated[0] or not clock):
        return None
    return (place, clock.end() if clock else dated[1]) if len(before) <= LEADING_WORDS or sure else None


@cache
def _byline_words() -> tuple[frozenset[str], frozenset[str]]:
    """The folded words that may stand in a byline, and those of them that mark the date as one of publication."""
    found = entries("common", "byline_words")
    usual = frozenset(fold(form) for entry in found for form in entry["forms"])
    return usual, frozenset(fold(form) for entry in found if entry.get("marker") for form in entry["forms"])
