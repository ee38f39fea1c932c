"""From a page's tree to its blocks of visible text in page order.

An element whose name says furniture (menus, share bars, related stories) is a suspect. It is acquitted when it holds
the headline or a good part of the page's running text: many pages wrap everything in a form, or call the whole page
"with-sidebar".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tawatur.reading.blocks import Block, as_furniture, block_of

# Elements whose content a browser does not show as text.
_SKIPPED = frozenset(
    re.findall(r"\S+", "script style noscript template svg iframe object embed select button input textarea")
)
# Elements that do not break a line.
_INLINE = frozenset(
    re.findall(
        r"\S+",
        "a abbr acronym b bdi bdo big cite code em font i img ins kbd label mark o:p q s small span strike strong sub "
        "sup time tt u var wbr",
    )
)
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside", "form", "menu", "figcaption"))
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|foot|sidebar|side|aside|related|more-?news|most-?read|popular|"
    r"trending|share|sharing|social|comments?|disqus|respond|reply|newsletter|subscribe|cookies?|banner|ads?|advert\w*|promo|"
    r"sponsor\w*|widget|tags?|tagcloud|caption|credit|copyright|login|search|popup|modal|ticker|pagination|paging|print|"
    r"also-?read|read-?also|readmore|read-?more|recommend\w*|teaser|author-?bio|meta|toolbar|hidden)"
    r"(?:[\s_-]|s?$)",
)
# What is set apart however much of it there is: galleries with their captions, comments, posts, references.
_APART = re.compile(
    r"(?:^|[\s_-])(?:gallery|slides?|slideshow|slider|carousel|comments?-?(?:list|body|area)|disqus|twitter-tweet|"
    r"instagram-media|fb-post|fb-video|reflist|references|toc|navbox)(?:[\s_-]|s?$)",
)
_ARTICLE = re.compile(
    r"article[-_]*(?:body|text|content|lead)|(?:entry|post|story|news|content)-?(?:body|text|content|detail)|articlebody|"
    r"field-name-body|main-?text",
)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
APART_SHARE = 0.85  # of the running text; what holds more is the page itself
ACQUITTED_SHARE = 0.35  # of the running text; on 212 saved Arabic pages F1 is .944, with 0.2 .943, with 0.5 .938
DEPTH = 400  # nested deeper than any page made by hand; deeper parts are passed over
REPEATED_WORDS = 8  # a paragraph of so many words that stands on the page twice is the same paragraph


def blocks_of(body: Any, title: str | None = None) -> list[Block]:
    """The blocks under a node of the page's tree, in page order; `title` is the page's headline where it is known."""
    found: list[tuple[Block, tuple[int, ...]]] = []
    pieces: list[str] = []
    links: list[str] = []
    stamps: list[str] = []
    suspects = elements = 0
    headline = squeezed(title) if title else ""
    acquitted: set[int] = set()
    firm: set[int] = set()

    def close(tag: str, suspected: tuple[int, ...], article: bool, home: int) -> None:
        text = " ".join("".join(pieces).split())
        if text:
            stamp = stamps[0] if stamps else None
            linked = text if links == pieces else " ".join(links)
            found.append((block_of(text, linked, tag, body=article, home=home, stamp=stamp), suspected))
            if headline and suspected and tag in ("h1", "h2") and squeezed(text) == headline:
                acquitted.update(suspected)
        pieces.clear()
        links.clear()
        stamps.clear()

    def walk(node: Any, tag: str, link: bool, suspected: tuple[int, ...], article: bool, home: int, depth: int) -> None:
        nonlocal suspects, elements
        elements += 1
        own = elements
        child = node.child
        while child is not None:
            name = child.tag
            if name == "-text":
                text = child.text_content
                if text and (pieces or not text.isspace()):
                    pieces.append(text)
                    if link:
                        links.append(text)
            elif name in _INLINE:
                if depth < DEPTH:
                    if name == "time" and (stamp := child.attributes.get("datetime")):
                        stamps.append(stamp)
                    walk(child, tag, link or name == "a", suspected, article, home, depth + 1)
            elif name == "br":
                if pieces:
                    close(tag, suspected, article, home)
            elif name in _SKIPPED or depth >= DEPTH or name[0] in "-_!":
                pass
            else:
                if pieces:
                    close(tag, suspected, article, home)
                furniture, is_body, is_apart = _said(name, child.attributes)
                inner, inside = suspected, article or is_body
                if furniture:
                    suspects += 1
                    if is_apart:
                        firm.add(suspects)
                    inner = (*suspected, suspects)
                walk(child, name, link, inner, inside, own, depth + 1)
                if pieces:
                    close(name, inner, inside, own)
            child = child.next

    walk(body, "body", False, (), False, 0, 0)
    if pieces:
        close("body", (), False, 0)
    return _once(_judged(found, acquitted, firm))


def squeezed(text: str) -> str:
    """Letters and digits only, lower case: for comparing headlines."""
    return "".join(filter(str.isalnum, text.lower()))


def _judged(found: list[tuple[Block, tuple[int, ...]]], acquitted: set[int], firm: set[int]) -> list[Block]:
    """Blocks with `furniture` set, where an element round them is a suspect and not acquitted."""
    total, held = 0.0, dict[int, float]()
    for block, suspected in found:
        running = max(block.worth, 0.0)
        total += running
        for suspect in suspected:
            held[suspect] = held.get(suspect, 0.0) + running
    shares = {suspect: APART_SHARE if suspect in firm else ACQUITTED_SHARE for suspect in held}
    guilty = {suspect for suspect, running in held.items() if running < shares[suspect] * total} - acquitted
    return [
        as_furniture(block) if suspected and not guilty.isdisjoint(suspected) else block for block, suspected in found
    ]


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


def _said(tag: str, attributes: dict[str, str | None]) -> tuple[bool, bool, bool]:
    """Whether an element's name and attributes say page furniture, the article's body, a gallery or the like."""
    if not attributes:
        return tag in _FURNITURE_TAGS, False, False
    get = attributes.get
    style = get("style")
    furniture, body, apart = _named(get("class"), (get("id") or "").rstrip("0123456789"), get("itemprop"))
    unseen = "hidden" in attributes or (style and "none" in style and _HIDDEN.search(style))
    return furniture or tag in _FURNITURE_TAGS or bool(unseen), body, apart


@lru_cache(maxsize=4096)
def _named(classes: str | None, id: str, role: str | None) -> tuple[bool, bool, bool]:
    # No pattern reaches over a space, so that each name can be looked at, and remembered, by itself. Of an id the end
    # counts as well.
    furniture = body = apart = False
    names = [f"{name} " for name in classes.split()] if classes else []
    for name in (*names, id) if id else names:
        says = _says(name)
        furniture, body, apart = furniture or says[0], body or says[1], apart or says[2]
    body = body or (role is not None and "articleBody" in role)
    return (furniture or apart) and not body, body, apart and not body


@lru_cache(maxsize=16384)
def _says(name: str) -> tuple[bool, bool, bool]:
    """Whether one name speaks of page furniture, an article's body, a gallery or the like."""
    name = _CAMEL.sub("-", name).lower()  # patterns that mind no case take three times as long
    return bool(_FURNITURE.search(name)), bool(_ARTICLE.search(name)), bool(_APART.search(name))
