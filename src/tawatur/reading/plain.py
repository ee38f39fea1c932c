"""Raw web text: the file's text as it is, with title, date and page chrome found as spans."""

from __future__ import annotations

from tawatur.model import Chrome, Reason, Span
from tawatur.reading.chrome import find_chrome, kind_of, lines_of
from tawatur.reading.draft import Draft
from tawatur.reading.publication import find, in_header

TITLE_WORDS = 30


def read_plain(text: str, where: str, stem: str) -> Draft:
    """A draft whose text is `text` untouched."""
    lines = lines_of(text)
    chrome = find_chrome(lines)
    taken = {mark.span for mark in chrome}
    dated = in_header(lines)
    if dated and dated[2] and dated[1] not in taken:
        chrome = tuple(sorted((*chrome, Chrome(dated[1], Reason("reading.chrome.byline"))), key=lambda mark: mark.span))
        taken.add(dated[1])
    return Draft(
        text=text,
        where=where,
        stem=stem,
        title=_title([(line, span) for line, span in lines if span not in taken]),
        chrome=chrome,
        published=dated[0] if dated else None,
        published_basis="byline" if dated else "none",
    )


def read_titled(title: str, body: str) -> tuple[str, Span | None, tuple[Chrome, ...], str | None]:
    """Text, title span, chrome and byline date of an article given as title and text, joined untouched."""
    text = f"{title}\n{body}" if title else body
    lines = lines_of(text)
    end = len(title) if title else 0
    rest = [(line, span) for line, span in lines if span[0] >= end]
    chrome = find_chrome(rest)
    dated = in_header(rest)
    if dated and dated[2] and all(mark.span != dated[1] for mark in chrome):
        chrome = tuple(sorted((*chrome, Chrome(dated[1], Reason("reading.chrome.byline"))), key=lambda mark: mark.span))
    clean = title.strip()
    start = title.index(clean) if clean else 0
    return text, (start, start + len(clean)) if clean else None, chrome, dated[0] if dated else None


def _title(lines: list[tuple[str, Span]]) -> Span | None:
    """The first line that is short enough for a headline, when longer text follows it."""
    if len(lines) < 2:
        return None
    line, span = lines[0]
    longest = max(len(other.split()) for other, _ in lines[1:])
    if len(line.split()) <= TITLE_WORDS and longest > len(line.split()) and not find(line) and not kind_of(line):
        return span
    return None
