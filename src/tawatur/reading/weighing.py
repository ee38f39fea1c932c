"""From a page's markup to its blocks of visible text in page order, each weighed, furniture told from the rest.

What blocks of links stand in is looked at only when `Blocks.settled` asks for it: they are most of a page, their worth
hardly depends on it, and few of them stand within the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.reading.blocks import Block, as_furniture, made, words_of, worth_of_links, worth_of_text
from tawatur.reading.elements import Elements
from tawatur.reading.headlines import says, squeezed
from tawatur.reading.walking import Stretch, walk

APART_SHARE = 0.85  # of the running text; what holds more is the page itself
ACQUITTED_SHARE = 0.35  # of the running text; on 212 saved Arabic pages F1 is .944, with 0.2 .943, with 0.5 .938
FEW = 3  # links of more words are not looked at for figures and signs among them
REPEATED_WORDS = 8  # a paragraph of so many words that stands on the page twice is the same paragraph
_TITLES = ("h1", "h2")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of a page and the elements they stand in."""

    all: list[Block]
    elements: Elements

    def settled(self, blocks: Sequence[Block]) -> list[Block]:
        """Some of the blocks, with what the elements round them say set for blocks of links as well."""
        return [_settled(block, self.elements) if _of_links(block) else block for block in blocks]


def blocks_of(shown: str, title: str | None = None) -> Blocks:
    """The blocks of a page's regular markup; `title` is the page's headline where it is known."""
    stretches, elements = walk(shown)
    blocks: list[Block] = []
    texts: list[int] = []  # the places of blocks that are not of links
    parents = elements.parents
    for stretch in stretches:
        text, links, tag, element, stamp = stretch
        words = text.count(" ") + 1
        if links is text and words > FEW:  # most are
            worth = worth_of_links(words)
            blocks.append(made((text, words, words, tag, False, False, parents[element], stamp, worth, element)))
            continue
        block = _weighed(stretch, elements)
        if not _of_links(block):
            texts.append(len(blocks))
        blocks.append(block)
    _acquit([blocks[number] for number in texts], blocks, elements, squeezed(title) if title else "")
    for number in texts:
        if elements.guilty(blocks[number].element):
            blocks[number] = as_furniture(blocks[number])
    return Blocks(_once(blocks, elements), elements)


def _weighed(stretch: Stretch, elements: Elements) -> Block:
    text, links, tag, element, stamp = stretch
    home = elements.parents[element]
    found = words_of(text)
    words = len(found)
    linked = min(len(words_of(links)), words) if links else 0
    if linked > 0.5 * words:
        return made((text, words, linked, tag, False, False, home, stamp, worth_of_links(linked), element))
    body = elements.place(element).body
    worth = worth_of_text(found, linked, tag, body)
    return made((text, words, linked, tag, False, body, home, stamp, worth, element))


def _of_links(block: Block) -> bool:
    return block.linked > 0.5 * block.words


def _settled(block: Block, elements: Elements) -> Block:
    return block._replace(furniture=elements.guilty(block.element), body=elements.place(block.element).body)


def _acquit(texts: Sequence[Block], blocks: Sequence[Block], elements: Elements, headline: str) -> None:
    """Acquit the suspects round the headline, and those that hold a good part of the running text."""
    total, held = 0.0, dict[int, float]()
    for block in texts:
        if block.worth > 0:
            total += block.worth
            for suspect in elements.place(block.element).suspects:
                held[suspect] = held.get(suspect, 0.0) + block.worth
    for block in blocks if headline else ():
        if block.tag in _TITLES and says(block.text, headline):
            elements.acquitted.update(elements.place(block.element).suspects)
    least = {True: APART_SHARE * total, False: ACQUITTED_SHARE * total}
    elements.acquitted.update(suspect for suspect, worth in held.items() if worth >= least[suspect in elements.firm])


def _once(blocks: list[Block], elements: Elements) -> list[Block]:
    """The blocks without repeated paragraphs: pages hold the article twice, for wide and for narrow screens.

    The copy inside the article's own element stays, else the first that is no furniture.
    """
    best: dict[str, int] = {}
    for number, block in enumerate(blocks):
        if block.words >= REPEATED_WORDS:
            other = best.setdefault(block.text, number)
            if other != number and _rank(block, elements) > _rank(blocks[other], elements):
                best[block.text] = number
    return [b for number, b in enumerate(blocks) if b.words < REPEATED_WORDS or best[b.text] == number]


def _rank(block: Block, elements: Elements) -> tuple[bool, bool]:
    return not elements.guilty(block.element), elements.place(block.element).body
