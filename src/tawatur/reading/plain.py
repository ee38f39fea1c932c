"""Raw web text: the file's text as it is, with title, date and page chrome found as spans."""

from __future__ import annotations

import re

from tawatur.model import Chrome, Reason, Span
from tawatur.reading.chrome import find_chrome, kind_of, lines_of
from tawatur.reading.draft import Draft
from tawatur.reading.publication import find, in_header

TITLE_WORDS = 30
HEAD_LINES = 8
HEAD_WORDS = 16
_ADDRESS = re.compile(r"https?://\S+")


def read_plain(text: str, where: str, stem: str) -> Draft:
    """A draft whose text is `text` untouched."""
    lines = lines_of(text)
    found = {mark.span: mark for mark in find_chrome(lines)}
    url, masthead = _masthead(lines)
    found.update({mark.span: mark for mark in masthead})
    chrome = tuple(sorted(found.values(), key=lambda mark: mark.span))
    taken = set(found)
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
        url=url,
        published=dated[0] if dated else None,
        published_basis="byline" if dated else "none",
    )


def _masthead(lines: list[tuple[str, Span]]) -> tuple[str | None, tuple[Chrome, ...]]:
    """The page's own address, when it stands alone on one of the first lines, and the page's head down to it.

    What a page prints above its address is its name and its menu, as long as the lines are short.
    """
    for number, (line, _) in enumerate(lines[:HEAD_LINES]):
        if _ADDRESS.fullmatch(line.strip()):
            head = lines[: number + 1]
            if all(len(above.split()) <= HEAD_WORDS for above, _ in head):
                return line.strip(), tuple(Chrome(span, Reason("reading.chrome.masthead")) for _, span in head)
            return line.strip(), (Chrome(lines[number][1], Reason("reading.chrome.masthead")),)
    return None, ()


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
