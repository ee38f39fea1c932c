"""Sentences of an article: where they begin and end, with page chrome, datelines and blank lines left out.

A full stop inside quotation marks does not end the sentence when the quotation closes in the same paragraph: the whole
quotation is one speaker's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.model import Article, Span
from tawatur.statements.source_alone import names_source_only

# A stop ends a sentence before white space, a quotation mark or the end; not inside numbers and initials (أ.ف.ب).
_STOP = re.compile(r"(?<![\s.][^\W\d_])[.!?؟…]+(?=[\s\"”»“«)\]]|[^\W\d_]{2}|$)|(?<=\s)[.!?؟]+(?=\s|$)")
_MARK = re.compile("[.!?؟…]")
_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_]{1,3}\.([^\W\d_]{1,3}\.)?$")
# "(د. ب. أ)", "آي. تي. في": letters, or their names, with white space between; three or more.
_LETTERS = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,3}\.\s){2,}[^\W\d_]{1,3}(?![^\W_])")
_DOMAIN = re.compile(r"(?:نت|كوم|أورغ|com|net|org)(?![^\W_])")  # "العربية.نت"
# Doubled marks ("" of tables) are one.
_QUOTE = re.compile("\"+|[“”«»„']")
_QUOTE_LIMIT = 700  # code points: a quotation that runs longer than this before it closes was probably never closed
_DATELINE = re.compile(
    r"\s*(?P<head>[^\n.:\"«“]{2,70}?\s*[(\[][^()\[\]\n]{2,40}[)\]]\s*(?:—|–|--+|-|ـ)+|[^\n.:\"«“،]{2,30}?(?:،[^\n.:\"«“،]{2,30}?)?\s(?:—|–|--|-)\s)"
)
_SHORT = 90  # code points


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its span, whether it stands in the title, and whether it opens its paragraph."""

    span: Span
    title: bool = False
    opens_paragraph: bool = False


def sentences(article: Article) -> list[Sentence]:
    """The sentences of an article in text order."""
    found: list[Sentence] = []
    text = article.text
    first_body = True
    for start, end in _paragraphs(article):
        in_title = article.title is not None and start >= article.title[0] and end <= article.title[1]
        if not in_title and first_body:
            first_body = False
            start = dateline_end(text, start, end)
        opens = True
        for span in _split(text, start, end):
            found.append(Sentence(span, in_title, opens))
            opens = False
    return found


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the story begins after a dateline such as "city (agency) -"; `start` when there is none."""
    match = _DATELINE.match(text, start, end)
    if match is None or len(match["head"].split()) > 9:
        return start
    return match.end()


def trimmed(text: str, start: int, end: int, strip: str = "") -> Span:
    """The span without white space, and without any of the `strip` characters, at both ends; may come out empty."""
    while start < end and (text[start].isspace() or text[start] in strip):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in strip):
        end -= 1
    return start, end


def _paragraphs(article: Article) -> list[Span]:
    text = article.text
    cuts = sorted({0, len(text), *(e for c in article.chrome for e in c.span), *(article.title or ())})
    chrome = [c.span for c in article.chrome]
    spans = []
    for a, b in itertools.pairwise(cuts):
        if any(s <= a and b <= e for s, e in chrome):
            continue
        for match in re.finditer(r"[^\n\r\u2028\u2029]+", text[a:b]):
            span = trimmed(text, a + match.start(), a + match.end())
            if span[0] < span[1]:
                spans.append(span)
    return spans


def _split(text: str, start: int, end: int) -> list[Span]:
    quoted = [q for q in quotations(text, start, end) if q[1] - q[0] <= _QUOTE_LIMIT]
    spans: list[Span] = []
    at = start
    letters = [m.span() for m in _LETTERS.finditer(text, start, end)]
    for match in _stops(text, start, end):
        stop = match.end()
        if _INITIALS.search(text, max(at, stop - 14), stop) and text[stop : stop + 1].isalpha():
            continue  # "بي.بي.سي": names of letters, written as they are spoken
        if any(a < stop < b for a, b in letters) or _DOMAIN.match(text, stop):
            continue
        if match.group() in {"..", "…", "..."} and stop < end and stop - at < 15:
            continue
        inside = next((q for q in quoted if q[0] < match.start() < q[1] - 1), None)
        if inside is not None:
            # A stop just before the closing mark ends the sentence after the mark.
            if text[stop : inside[1] - 1].strip() or inside[1] >= end or not _starts_afresh(text, inside[1], end):
                continue
            stop = inside[1]
        if stop <= at:
            continue
        _add(text, spans, trimmed(text, at, stop))
        at = stop
    _add(text, spans, trimmed(text, at, end))
    return [s for s in spans if any(ch.isalpha() for ch in text[s[0] : s[1]])]


def _add(text: str, spans: list[Span], span: Span) -> None:
    """Add a sentence; "… . بحسب الوكالة.", which only names the source of the one before, goes with that one."""
    if span[0] == span[1]:
        return
    if spans and span[1] - span[0] < _SHORT and names_source_only(text, *span):
        spans[-1] = (spans[-1][0], span[1])
    else:
        spans.append(span)


def _stops(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What `_STOP.finditer` finds, in a fifth of the time: its look back is taken only where a mark stands."""
    while (mark := _MARK.search(text, start, end)) is not None:
        stop = _STOP.match(text, mark.start(), end)
        if stop is not None:
            yield stop
        start = (stop or mark).end()


def _starts_afresh(text: str, at: int, end: int) -> bool:
    rest = text[at:end].lstrip()
    return bool(rest) and rest[0] not in "،,؛;:"


def quotations(text: str, start: int, end: int) -> list[Span]:
    """Spans of quotations, marks included, the outermost only; straight marks pair up in order.

    Typographic marks are paired loosely, for pages use ” on both sides. An opening mark without a partner is no
    quotation.
    """
    found: list[Span] = []
    opened: int | None = None
    mark = ""
    for sign in _QUOTE.finditer(text, start, end):
        at, ch = sign.start(), sign[0][0]
        if opened is None:
            if ch in '"“”«„' or (ch == "'" and (at == start or text[at - 1].isspace())):
                opened, mark = at, ch
        elif _closes(mark, ch) and (ch != "'" or at + 1 >= end or not text[at + 1].isalpha()):
            if at - opened > 1:
                found.append((opened, sign.end()))
            opened = None
    return found


def _closes(mark: str, ch: str) -> bool:
    if mark == "«":
        return ch == "»"
    if mark in '"“”„':
        return ch in '"“”'
    return ch == mark
