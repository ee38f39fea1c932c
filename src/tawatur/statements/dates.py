"""The dates of one article: temporal expressions placed on the calendar by the annotation guide's rules.

Durations, "now" and vague times are no dates. What depends on an unknown publication date is given back unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tawatur.languages.ar.script import Word, words
from tawatur.languages.ar.time_grammar import find_phrases
from tawatur.languages.ar.time_phrase import TimePhrase
from tawatur.languages.ar.time_words import outlook, sense
from tawatur.model import Article, DateBasis, Reason, TimeExpression
from tawatur.statements.anchoring import place
from tawatur.statements.placing import Placed, Told, end_of, iso

# How far before an expression a word may stand and still tell whether it is past or to come.
REACH = 8
SENTENCE_ENDS = (".", "؟", "!", "؛")


def find_dates(article: Article, found_words: Sequence[Word] | None = None) -> tuple[TimeExpression, ...]:
    """Every temporal expression of the article that belongs on the calendar, in order; chrome is passed over.

    `found_words` are the words of its text, where the caller has them.
    """
    text_words = words(article.text) if found_words is None else found_words
    told = Told(_published(article))
    told.day = told.published
    found = []
    for phrase in find_phrases(text_words):
        if any(phrase.start < c.span[1] and c.span[0] < phrase.end for c in article.chrome):
            continue
        expression = _express(phrase, told, text_words, article)
        if expression is not None:
            found.append(expression)
    return tuple(sorted(found, key=lambda e: (e.span[0], -e.span[1])))


def _published(article: Article) -> date | None:
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def _express(phrase: TimePhrase, told: Told, text_words: Sequence[Word], article: Article) -> TimeExpression | None:
    try:
        value, basis = _value(phrase, told, _outlook(text_words, phrase))
    except (ValueError, OverflowError, StopIteration):
        return None
    span = (phrase.start, phrase.end)
    if value is None:
        reason = Reason("time.unanchored", (article.text[slice(*span)],))
        return TimeExpression(article.id, span, None, "unresolved", reason)
    shown = article.text[slice(*span)]
    if basis == "absolute":
        return TimeExpression(article.id, span, value, basis, Reason("time.absolute", (shown, value)))
    if basis == "publication":
        when = told.published.isoformat() if told.published else ""
        return TimeExpression(article.id, span, value, basis, Reason("time.publication", (shown, value, when)))
    return TimeExpression(article.id, span, value, basis, Reason("time.text", (shown, value)))


def _value(phrase: TimePhrase, told: Told, sight: int) -> tuple[str | None, DateBasis]:
    spot = place(replace(phrase, until=None), told, sight)
    if spot is None:
        return None, "unresolved"
    if phrase.until is not None:
        return _between(phrase, spot, told, sight)
    if phrase.before:
        end = end_of(spot.unit, spot.first)
        if told.published is None or end < told.published:
            return iso("month", end), spot.basis
        return f"{told.published.isoformat()}/{end.isoformat()}", "publication"
    if spot.last is not None:
        if phrase.unit in ("quarter", "half"):
            told.year = spot.first.year
        return _stretch(spot), spot.basis
    unit, first = spot.unit, spot.first
    if phrase.edge in ("next", "morrow") and unit == "day":
        first += timedelta(days=phrase.edge == "next")
        if not phrase.midnight:
            return iso("day", first), "text"
    if phrase.edge.endswith("half") and unit == "month":
        halves = (first.replace(day=1), first.replace(day=15)), (first.replace(day=16), end_of("month", first))
        return "/".join(day.isoformat() for day in halves[phrase.edge == "second half"]), spot.basis
    if phrase.edge in ("start", "end") and unit == "year":
        unit, first = "month", first.replace(month=1 if phrase.edge == "start" else 12)
    if phrase.midnight:
        return f"{first.isoformat()}T00:00", spot.basis
    told.note(unit, first)
    if phrase.day and phrase.month and spot.basis == "absolute":
        told.dated = (first.year, first.month)
    if phrase.clock:
        return _timed(first, phrase), spot.basis
    return iso(unit, first), spot.basis


def _timed(day: date, phrase: TimePhrase) -> str:
    """A day with a clock time in ISO 8601."""
    hour, minute = phrase.clock or (0, 0)
    day += timedelta(days=hour // 24)
    return f"{day.isoformat()}T{hour % 24:02}:{minute:02}{'Z' if phrase.greenwich else ''}"


def _between(phrase: TimePhrase, spot: Placed, told: Told, sight: int) -> tuple[str | None, DateBasis]:
    if phrase.until is None:
        return None, "unresolved"
    until = place(phrase.until, told, sight)
    if until is None:
        return None, "unresolved"
    first, last = spot.first, until.first
    if last < first:
        if phrase.weekday is not None and phrase.day is None:
            first -= timedelta(days=7)
        elif until.basis == "absolute" and spot.basis == "publication":
            first = first.replace(year=last.year)
        elif spot.basis == "publication" and phrase.until.year is None:
            first = first.replace(year=first.year - 1)
    if last < first:
        return None, "unresolved"
    if phrase.until.year and phrase.year is None and phrase.month and first.year != last.year:
        first = first.replace(year=last.year)
    told.note(until.unit, last)
    if phrase.clock and phrase.until.clock:
        # Past midnight a night ends on the morrow.
        last += timedelta(days=last == first and phrase.until.clock < phrase.clock)
        return f"{_timed(first, phrase)}/{_timed(last, phrase.until)}", spot.basis
    return f"{iso(spot.unit, first)}/{iso(until.unit, last)}", spot.basis


def _stretch(spot: Placed) -> str:
    last = spot.last or spot.first
    unit = {"months": "month", "years": "year"}.get(spot.unit, "day")
    return f"{iso(unit, spot.first)}/{iso(unit, last)}"


def _outlook(text_words: Sequence[Word], phrase: TimePhrase) -> int:
    """What the words before the expression say: 1 it is to come, -1 it is past, 0 nothing."""
    until = 0
    for at in range(phrase.first - 1, max(-1, phrase.first - 1 - REACH), -1):
        word = text_words[at]
        # More than a space between two words is the end of a line or of a paragraph.
        if word.folded in SENTENCE_ENDS or text_words[at + 1].start - word.end > 2:
            break
        if sense(word.folded, "until"):
            until = 1
        elif view := outlook(word.folded):
            return view
    return until
