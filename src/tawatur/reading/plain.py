"""Raw web text: the file's text as it is, with title, date and page chrome found as spans."""

from __future__ import annotations

import re

from tawatur.model import Chrome, Reason, Reject, Span
from tawatur.reading.bylines import in_header
from tawatur.reading.chrome import find_chrome, kind_of, lines_of
from tawatur.reading.draft import Draft
from tawatur.reading.glued import glued_foot, glued_head
from tawatur.reading.publication import find

TITLE_WORDS = 30
HEAD_LINES = 8
HEAD_WORDS = 16
NAME_WORDS = 5
_ADDRESS = re.compile(r"https?://\S+")


def read_plain(text: str, where: str, stem: str) -> Draft | Reject:
    """A draft whose text is `text` untouched, or a reject when it holds nothing but page chrome and addresses."""
    lines = lines_of(text)
    found = {mark.span: mark for mark in find_chrome(lines)}
    url, site, masthead = _masthead(lines)
    found.update({mark.span: mark for mark in masthead})
    dated = in_header(lines)
    if dated and dated[2]:
        found.setdefault(dated[1], Chrome(dated[1], Reason("reading.chrome.byline")))
    published = dated[0] if dated else None
    rest = [(line, span) for line, span in lines if span not in found]
    if all(_ADDRESS.fullmatch(line) for line, _ in rest):
        return Reject(where, Reason("reading.only_chrome", (where,)))
    title = _title(rest)
    if title is None and len(rest[0][0].split()) > TITLE_WORDS:
        head = glued_head(text, rest[0][1])
        title, site, published = head.title, site or head.site, published or head.published
        found.update({mark.span: mark for mark in head.chrome})
    found.update({mark.span: mark for mark in glued_foot(rest[1:])})
    return Draft(
        text=text,
        where=where,
        stem=stem,
        site=site,
        title=title,
        chrome=tuple(sorted(found.values(), key=lambda mark: mark.span)),
        url=url,
        published=published,
        published_basis="byline" if published else "none",
    )


def _masthead(lines: list[tuple[str, Span]]) -> tuple[str | None, str | None, tuple[Chrome, ...]]:
    """The page's own address, when it stands alone on one of the first lines; the site's name; the page's head.

    What a page prints above its address is its name and its menu, as long as the lines are short.
    """
    for number, (line, _) in enumerate(lines[:HEAD_LINES]):
        if _ADDRESS.fullmatch(line):
            head = lines[: number + 1]
            if all(len(above.split()) <= HEAD_WORDS for above, _ in head):
                marks = tuple(Chrome(span, Reason("reading.chrome.masthead")) for _, span in head)
                return line, _site(head[0][0]) if number else None, marks
            return line, None, (Chrome(lines[number][1], Reason("reading.chrome.masthead")),)
    return None, None, ()


def _site(line: str) -> str | None:
    """The name in the first line of a page's head: all of it, or what stands before the only "|"."""
    parts = [part.strip() for part in line.split("|")]
    named = len(parts) <= 2 and 0 < len(parts[0].split()) <= NAME_WORDS and not kind_of(line) and not find(line)
    return parts[0] if named else None


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
