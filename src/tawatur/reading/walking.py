"""From a page's markup to its blocks of visible text in page order.

An element whose name says furniture (menus, share bars, related stories) is a suspect. It is acquitted when it holds
the headline or a good part of the page's running text: many pages wrap everything in a form, or call the whole page
"with-sidebar".
"""

from __future__ import annotations

import re
from functools import lru_cache

from tawatur.reading.blocks import Block, as_furniture, block_of
from tawatur.reading.furniture import FURNITURE_TAGS, said_of
from tawatur.reading.headlines import says, squeezed
from tawatur.reading.markup import UNSEEN, plain

# Elements that do not break a line.
_INLINE = (
    "abbr acronym b bdi bdo big cite code em font i ins kbd label mark o:p q s small span strike strong sub sup time "
    "tt u var"
)
# Elements without content that break a line.
_BREAKS = "br hr area base basefont bgsound col frame keygen link meta param source track"
_SPAN, _LINK, _EMPTY, _BREAK, _UNSEEN = range(5)
# What elements do that are no blocks: break a line, stand in it without content or with it, show nothing.
_KINDS = {
    "a": _LINK,
    **dict.fromkeys(_INLINE.split(), _SPAN),
    **dict.fromkeys(("img", "input", "embed", "wbr", "body"), _EMPTY),
    **dict.fromkeys(_BREAKS.split(), _BREAK),
    **dict.fromkeys(UNSEEN, _UNSEEN),
}
# An opening tag and the text behind it; its own closing tag, where it holds no other element, and the text behind that;
# further closing tags up to the next that opens, with the text behind each.
_TOKEN = re.compile(r"<([a-z][^ >]*)([^>]*)>([^<]*)(?:(</\1>)([^<]*))?((?:</[^>]*>[^<]*)*)")
_CLOSING = re.compile(r"</([^>]*)>([^<]*)")
_STAMP = re.compile(r' datetime="([^"]+)"')
APART_SHARE = 0.85  # of the running text; what holds more is the page itself
ACQUITTED_SHARE = 0.35  # of the running text; on 212 saved Arabic pages F1 is .944, with 0.2 .943, with 0.5 .938
DEPTH = 400  # nested deeper than any page made by hand; deeper parts are passed over
REPEATED_WORDS = 8  # a paragraph of so many words that stands on the page twice is the same paragraph
_TITLES = ("h1", "h2")
_NOTHING = (False, False, False)
Suspects = tuple[int, ...]


def blocks_of(shown: str, title: str | None = None) -> list[Block]:
    """The blocks of a page's regular markup, in page order; `title` is the page's headline where it is known."""
    found: list[tuple[Block, Suspects]] = []
    pieces: list[str] = []
    links: list[str] = []
    stamps: list[str] = []
    headline = squeezed(title) if title else ""
    acquitted: set[int] = set()
    firm: set[int] = set()
    stack: list[tuple[str, str, bool, Suspects, bool, int, int]] = []  # open elements, each with the state before it
    unseen, level = "", 0  # the open element that shows nothing, and how many of its name are open
    suspects, elements = 0, 1
    suspected: Suspects = ()
    tag, link, article = "body", False, False
    home, own = 0, 1  # the parent of the block that is open, and of the blocks that open in it
    kinds = _KINDS.get
    start = shown.find("<body")
    if start < 0:  # a page of frames
        return []

    def close() -> None:
        text = "".join(pieces) if len(pieces) > 1 else pieces[0]
        linked = "" if not links else links[0] if len(links) == 1 else " ".join(links)
        pieces.clear()
        links.clear()
        if "&" in text:
            text, linked = plain(text), plain(linked)
        text = " ".join(text.split())
        if text:
            stamp = stamps[0] if stamps else None
            stamps.clear()
            if linked and linked.strip() == text:
                linked = text
            found.append((block_of(text, linked, tag, body=article, home=home, stamp=stamp), suspected))
            if suspected and headline and tag in _TITLES and says(text, headline):
                acquitted.update(suspected)

    for name, said, text, leaf, tail, closings in _TOKEN.findall(shown, start):
        kind = kinds(name)
        if unseen:
            if not leaf:
                level += name == unseen
            tail = ""
        elif kind is None:
            if pieces:
                close()
            if leaf and (not text or text.isspace()):
                pass  # an element without content
            elif len(stack) >= DEPTH:
                if not leaf:
                    unseen, level, tail = name, 1, ""
            else:
                before = (name, tag, link, suspected, article, home, own)
                elements += 1
                tag, home, own = name, own, elements
                furniture, is_body, is_apart = said_of(said) if said else _NOTHING
                if furniture or name in FURNITURE_TAGS:
                    suspects += 1
                    suspected = (*suspected, suspects)
                    if is_apart:
                        firm.add(suspects)
                article = article or is_body
                if text and not text.isspace():
                    pieces.append(text)
                    if link:
                        links.append(text)
                if leaf:
                    close()
                    _, tag, link, suspected, article, home, own = before
                else:
                    stack.append(before)
        elif kind <= _LINK and len(stack) < DEPTH:
            if text and (pieces or not text.isspace()):
                pieces.append(text)
                if link or kind == _LINK:
                    links.append(text)
            if not leaf:
                stack.append((name, tag, link, suspected, article, home, own))
                elements += 1
                own = elements
                link = link or kind == _LINK
            if name == "time":
                stamps.extend(map(plain, _STAMP.findall(said)))
        elif kind != _UNSEEN and kind > _LINK:
            if pieces and kind == _BREAK:
                close()
            tail = text
        elif not leaf:
            unseen, level, tail = name, 1, ""
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
                    _, tag, link, suspected, article, home, own = stack.pop()
                if tail and (pieces or not tail.isspace()):
                    pieces.append(tail)
                    if link:
                        links.append(tail)
    if pieces:
        close()
    return _once(_judged(found, acquitted, firm))


@lru_cache(maxsize=4096)
def _closed(closings: str) -> tuple[tuple[str, str], ...]:
    """The names that closing tags in a row close, and the text behind each."""
    return tuple(_CLOSING.findall(closings))


def _judged(found: list[tuple[Block, Suspects]], acquitted: set[int], firm: set[int]) -> list[Block]:
    """Blocks with `furniture` set, where an element round them is a suspect and not acquitted."""
    total, among = 0.0, dict[Suspects, float]()
    for block, suspected in found:
        running = block.worth
        if running > 0:
            total += running
            among[suspected] = among.get(suspected, 0.0) + running
    held: dict[int, float] = {}
    for suspected, running in among.items():
        for suspect in suspected:
            held[suspect] = held.get(suspect, 0.0) + running
    least = {True: APART_SHARE * total, False: ACQUITTED_SHARE * total}
    acquitted |= {suspect for suspect, running in held.items() if running >= least[suspect in firm]}
    guilty = {suspected: not acquitted.issuperset(suspected) for suspected in {one[1] for one in found}}
    return [as_furniture(block) if guilty[suspected] else block for block, suspected in found]


def _once(blocks: list[Block]) -> list[Block]:
    """The blocks without repeated paragraphs: pages hold the article twice, for wide and for narrow screens.

    The copy inside the article's own element stays, else the first that is no furniture.
    """
    best: dict[str, int] = {}
    for number, block in enumerate(blocks):
        if block.words >= REPEATED_WORDS:
            other = best.setdefault(block.text, number)
            if other != number and _rank(block) > _rank(blocks[other]):
                best[block.text] = number
    return [b for number, b in enumerate(blocks) if b.words < REPEATED_WORDS or best[b.text] == number]


def _rank(block: Block) -> tuple[bool, bool]:
    return not block.furniture, block.body
