"""From a page's markup to its stretches of visible text in page order, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple, cast

from tawatur.reading.elements import Elements
from tawatur.reading.markup import plain

# Elements that do not break a line.
_INLINE = (
    "abbr acronym b bdi bdo big cite code em font i ins kbd label mark o:p q s small span strike strong sub sup "
    "tt u var"
)
# Elements without content that break a line.
_BREAKS = "br hr area base basefont bgsound col frame keygen link meta param source track"
_LINK, _SPAN, _TIME, _EMPTY, _BREAK = range(5)
# What elements do that are no blocks: stand in a line with content or without it, break it.
_KINDS = {
    "a": _LINK,
    **dict.fromkeys(_INLINE.split(), _SPAN),
    "time": _TIME,
    **dict.fromkeys(("img", "input", "embed", "wbr", "body"), _EMPTY),
    **dict.fromkeys(_BREAKS.split(), _BREAK),
}
# An opening tag and the text behind it; a link that holds nothing but text, and the text behind that; the own closing
# tag of the first, where it holds nothing else, and the text behind that; further closing tags up to the next that
# opens, with the text behind each.
_TOKEN = re.compile(
    r"<([a-z][^ >]*)([^>]*)>([^<]*)(?:<a(?: [^>]*)?>([^<]*)</a>([^<]*))?(?:(</\1>)([^<]*))?((?:</[^>]*>[^<]*)*)"
)
_CLOSING = re.compile(r"</([^>]*)>([^<]*)")
_STAMP = re.compile(r' datetime="([^"]+)"')
DEPTH = 400  # nested deeper than any page made by hand; deeper parts are passed over


class Stretch(NamedTuple):
    """A stretch of text that a browser shows as one paragraph, spaces made single, with what of it stands in links (the
    very text where that is all of it), the name and number of its element, and the time of a <time> element in it."""

    text: str
    links: str
    tag: str
    element: int
    stamp: str | None


# What `Stretch(...)` comes to, without a call of a function in Python for each.
_stretch = partial(cast("Callable[[type[Stretch], tuple[object, ...]], Stretch]", tuple.__new__), Stretch)


def walk(shown: str) -> tuple[list[Stretch], Elements]:
    """The stretches of text in a page's regular markup, in page order, and the elements that break lines."""
    found: list[Stretch] = []
    pieces: list[str] = []
    links: list[str] = []
    stamps: list[str] = []
    stack: list[tuple[str, str, bool, int, int]] = []  # open elements, each with the state before it
    unseen, level = "", 0  # the open element that is nested too deep, and how many of its name are open
    elements = Elements()
    names, sayings, parents = elements.names, elements.sayings, elements.parents
    tag, link = "body", False
    at = own = number = 1  # the open element that breaks lines, the one that holds what opens now, the latest of all
    kinds = _KINDS.get
    start = shown.find("<body")
    if start < 0:  # a page of frames
        return [], elements

    def close() -> None:
        text = "".join(pieces) if len(pieces) > 1 else pieces[0]
        linked = "" if not links else links[0] if len(links) == 1 else " ".join(links)
        pieces.clear()
        links.clear()
        if "&" in text:
            text, linked = plain(text), plain(linked)
        text = " ".join(text.split())
        if text:
            if linked and linked.strip() == text:
                linked = text
            found.append(_stretch((text, linked, tag, at, stamps[0] if stamps else None)))
            stamps.clear()

    for name, said, text, linked, after, leaf, tail, closings in _TOKEN.findall(shown, start):
        kind = kinds(name)
        if unseen:
            if not leaf:
                level += name == unseen
            tail = ""
        else:
            inside = link
            if kind is None:
                if pieces:
                    close()
                if not leaf and len(stack) >= DEPTH:
                    unseen, level, tail = name, 1, ""
                    text = linked = after = ""
                elif not leaf or (text + linked + after).strip():
                    stack.append((name, tag, link, at, own))
                    number += 1
                    parents.append(own)
                    sayings.append(said)
                    names.append(name)
                    tag, at, own = name, number, number
            elif kind <= _TIME:
                inside = link or not kind
                if not leaf and len(stack) < DEPTH:
                    stack.append((name, tag, link, at, own))
                    number += 1
                    parents.append(own)
                    sayings.append("")
                    names.append("")
                    link, own = inside, number
                if kind == _TIME:
                    stamps.extend(map(plain, _STAMP.findall(said)))
            elif pieces and kind == _BREAK:
                close()
            if text and (pieces or not text.isspace()):
                pieces.append(text)
                if inside:
                    links.append(text)
            if linked and (pieces or not linked.isspace()):
                pieces.append(linked)
                links.append(linked)
            if after and (pieces or not after.isspace()):
                pieces.append(after)
                if inside:
                    links.append(after)
            if leaf and kind is None and pieces:
                close()
                _, tag, link, at, own = stack.pop()
        if tail and (pieces or not tail.isspace()):
            pieces.append(tail)
            if link:
                links.append(tail)
        if closings:
            for closed, tail in _closed(closings):
                if unseen:
                    level -= closed == unseen
                    if level:
                        continue
                    unseen = ""
                elif stack and stack[-1][0] == closed:
                    if pieces and closed not in _KINDS:
                        close()
                    _, tag, link, at, own = stack.pop()
                if tail and (pieces or not tail.isspace()):
                    pieces.append(tail)
                    if link:
                        links.append(tail)
    if pieces:
        close()
    return found, elements


@lru_cache(maxsize=4096)
def _closed(closings: str) -> tuple[tuple[str, str], ...]:
    """The names that closing tags in a row close, and the text behind each."""
    return tuple(_CLOSING.findall(closings))
