"""Raw web text whose page head or foot was glued into one line: headline, site, date, chrome as far as they are sure.

A page's window title opens such a text, and the headline comes again where the article begins; what stands between is
the head of the page. At the foot, set phrases of page chrome stand side by side.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.languages.ar.script import words
from tawatur.model import Chrome, Reason, Span
from tawatur.reading.bylines import opens_byline
from tawatur.reading.chrome import set_phrases
from tawatur.reading.publication import find

HEAD = 4000  # code points in which the headline has to come again
LEAST_WORDS, LEAST_LETTERS = 4, 20  # of a headline; shorter runs recur by chance
NAME_WORDS = 5
DATE_WITHIN = 160  # code points from the headline
FIRST_LINE = 400  # code points of a head without a repeated headline
FOOT_LINES, FOOT_WORDS = 3, 60
_TOKEN = re.compile(r"\S+")
_SEPARATOR = re.compile(r"\s*[|–—-]\s+")
_MASTHEAD = Reason("reading.chrome.masthead")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a glued page tells."""

    title: Span | None = None
    site: str | None = None
    published: str | None = None
    chrome: tuple[Chrome, ...] = ()


def glued_head(text: str, first: Span) -> Head:
    """The head of a text whose first line (`first`) is more than a headline."""
    start, end = first
    again = _repeated(text, start, min(end, start + HEAD))
    if again is None:
        dated = _dated(text, start, min(end, start + FIRST_LINE), sure=True)
        return Head(published=dated[0], chrome=(dated[1],)) if dated else Head()
    length, title = again
    between = _SEPARATOR.match(text, start + length)
    site = text[between.end() : title[0]].strip() if between else ""
    dated = _dated(text, title[1], min(len(text), title[1] + DATE_WITHIN), sure=False)
    chrome = [Chrome((start, len(text[: title[0]].rstrip())), _MASTHEAD), *([dated[1]] if dated else [])]
    named = 0 < len(site.split()) <= NAME_WORDS and "|" not in site and not any(c.isdigit() for c in site)
    return Head(title, site if named else None, dated[0] if dated else None, tuple(chrome))


def glued_foot(lines: list[tuple[str, Span]]) -> tuple[Chrome, ...]:
    """The ends of the last lines from the first of several set phrases of page chrome on."""
    found = []
    for line, (start, _) in lines[-FOOT_LINES:]:
        tokens = words(line)
        phrases = set_phrases(tokens)
        if len({form for _, form, _ in phrases}) >= 2 and len(tokens) - phrases[0][0] <= FOOT_WORDS:
            place = start + tokens[phrases[0][0]].start
            found.append(Chrome((place, start + len(line)), Reason(f"reading.chrome.{phrases[0][2]}")))
    return tuple(found)


def _repeated(text: str, start: int, end: int) -> tuple[int, Span] | None:
    """The length of the words that open the text and come again in its first line, and where they come again."""
    tokens = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
    spelled = [token for token, _, _ in tokens]
    best = place = 0
    for at in range(LEAST_WORDS, len(tokens) - LEAST_WORDS + 1):
        if spelled[at] != spelled[0]:
            continue
        size = 0
        while size < at and at + size < len(tokens) and spelled[size] == spelled[at + size]:
            size += 1
        if size > best:
            best, place = size, at
    if best < LEAST_WORDS or sum(map(len, spelled[:best])) < LEAST_LETTERS:
        return None
    while spelled[place + best : place + 2 * best] == spelled[:best]:
        place += best
    span = (tokens[place][1], tokens[place + best - 1][2])
    length = tokens[best - 1][2] - start
    # The foot of a short page may repeat the headline too; then what stands between is the article.
    return (length, span) if len(text) - span[1] > span[0] - start - length else None


def _dated(text: str, start: int, end: int, *, sure: bool) -> tuple[str, Chrome] | None:
    """A date with its weekday, time of day or "published" in a stretch of text, as a byline."""
    found = find(text[start:end])
    if not found:
        return None
    value, (first, last) = found
    span = opens_byline(text, (start + first, start + last), start, sure=sure)
    return (value, Chrome(span, Reason("reading.chrome.byline"))) if span else None
