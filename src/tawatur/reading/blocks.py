"""A page as blocks of visible text in page order, and which run of them is the article.

Each block is worth the words it has outside links, less what speaks against it (links, class names of page furniture,
few function words); the article is the run of blocks with the greatest sum, as in boilerplate removal by text density
(Kohlschütter, Fankhauser and Nejdl, 2010) with Kadane's maximum run in place of a fixed classifier.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from tawatur.reading.language import function_words

DROPPED = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "select",
    "button",
    "input",
    "textarea",
]
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
    r"also-?read|read-?also|readmore|read-?more|recommend\w*|teaser|author-?bio|meta|toolbar|hidden)(?:[\s_-]|s?$)",
    re.I,
)
_ARTICLE = re.compile(
    r"article-?(?:body|text|content)|(?:entry|post|story|news|content)-?(?:body|text|content|detail)|articlebody|field-name-body|main-?text",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+")
_SPACE = re.compile(r"\s+")
ACQUITTED_SHARE = 0.35  # of the running text; 0.2 to 0.5 give the same F1 (.878 to .879) on 212 saved Arabic pages
HEADING_WORDS = 22  # some pages set whole paragraphs as headings; 12 to 32 do as well (F1 .877 to .879), no limit .868
DEPTH = 400  # nested deeper than any page made by hand; deeper parts are passed over


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that a browser shows as one paragraph, with what its place in the page says of it."""

    text: str
    words: int
    linked: int
    common: int
    tag: str
    furniture: bool
    body: bool

    @property
    def link_density(self) -> float:
        """The share of the words that stand inside links."""
        return self.linked / max(self.words, 1)


def blocks_of(body: Any) -> list[Block]:
    """The blocks under a node of the page's tree, in page order."""
    found: list[tuple[Block, tuple[int, ...]]] = []
    pending: list[tuple[str, bool]] = []
    common = function_words("ar") | function_words("en") | function_words("fr")
    suspects = 0

    def close(tag: str, suspected: tuple[int, ...], article: bool) -> None:
        if not pending:
            return
        text = _SPACE.sub(" ", "".join(piece for piece, _ in pending)).strip()
        linked = len(_WORD.findall(" ".join(piece for piece, link in pending if link)))
        pending.clear()
        if text:
            words = _WORD.findall(text)
            usual = sum(word.lower() in common for word in words)
            found.append((Block(text, len(words), min(linked, len(words)), usual, tag, False, article), suspected))

    def walk(node: Any, tag: str, link: bool, suspected: tuple[int, ...], article: bool, depth: int) -> None:
        nonlocal suspects
        child = node.child
        while child is not None:
            name = child.tag
            if name == "-text":
                pending.append((child.text_content or "", link))
            elif name == "br":
                close(tag, suspected, article)
            elif depth >= DEPTH or name.startswith(("-", "_", "!")):
                pass
            elif name in _INLINE:
                walk(child, tag, link or name == "a", suspected, article, depth + 1)
            else:
                close(tag, suspected, article)
                hints, is_body = _hints(child)
                inner, inside = suspected, article or is_body
                if name in _FURNITURE_TAGS or (hints and not is_body):
                    suspects += 1
                    inner = (*suspected, suspects)
                walk(child, name, link, inner, inside, depth + 1)
                close(name, inner, inside)
            child = child.next

    walk(body, "body", False, (), False, 0)
    close("body", (), False)
    return _acquitted(found)


def _acquitted(found: list[tuple[Block, tuple[int, ...]]]) -> list[Block]:
    """Blocks with `furniture` set, unless the suspected element holds a good part of the page's running text.

    Many pages wrap everything in a form, or call the whole page "with-sidebar"; such an element is no furniture.
    """
    total, held = 0.0, dict[int, float]()
    for block, suspected in found:
        running = max(worth(block), 0.0)
        total += running
        for suspect in suspected:
            held[suspect] = held.get(suspect, 0.0) + running
    guilty = {suspect for suspect, running in held.items() if running < ACQUITTED_SHARE * total}
    return [replace(b, furniture=True) if any(s in guilty for s in suspected) else b for b, suspected in found]


def main_run(blocks: list[Block]) -> tuple[int, int]:
    """`(start, end)` of the run of blocks that is the article; empty when nothing speaks for one."""
    best, best_range, total, start = 0.0, (0, 0), 0.0, 0
    for number, block in enumerate(blocks):
        if total <= 0:
            total, start = 0.0, number
        total += worth(block)
        if total > best:
            best, best_range = total, (start, number + 1)
    return best_range


def worth(block: Block) -> float:
    """What a block adds to an article: its words outside links, or a loss."""
    if block.furniture:
        return -3.0 - min(block.words, 12)
    if block.link_density > 0.5:
        return -4.0 - min(block.linked, 20) * 0.5
    plain = block.words - 1.5 * block.linked
    if block.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and block.words < HEADING_WORDS:
        return -1.0
    if block.words < 8:
        return -2.0 + 2.0 * block.body
    # Running text has a function word in every six or seven; lists of names and titles have few.
    density = block.common / block.words
    return (plain * min(1.0, 0.3 + 7 * density) - 4.0) * (1.3 if block.body else 1.0)


def _hints(node: Any) -> tuple[bool, bool]:
    attributes = node.attributes
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    body = "articleBody" in (attributes.get("itemprop") or "") or bool(_ARTICLE.search(named))
    return bool(_FURNITURE.search(named)), body
