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
from tawatur.reading.walking import walk

APART_SHARE = 0.85  # of the running text; what holds more is the page itself
ACQUITTED_SHARE = 0.35  # of the running text; on 212 saved Arabic pages F1 is .945, with 0.2 as well, with 0.5 .939
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
    headline = squeezed(title) if title else ""
    blocks: list[Block] = []
    suspected: list[tuple[int, tuple[int, ...]]] = []  # the places of blocks that are not of links, and their suspects
    total, held = 0.0, dict[int, float]()  # what all the running text is worth, and what of it suspects hold
    parents, place = elements.parents, elements.place
    for text, links, tag, element, stamp in stretches:
        words = text.count(" ") + 1
        plain = words <= FEW and text.replace(" ", "").isalpha()  # what is so short need not be split
        found: list[str] = []
        if links is text and (words > FEW or plain):  # most are
            linked, of_links = words, True
        else:
            if not plain:
                found = words_of(text)
                words = len(found)
            linked = min(len(words_of(links)), words) if links else 0
            of_links = linked > 0.5 * words
        if of_links:
            body, worth = False, worth_of_links(linked)
        else:
            suspects, body = place(element)
            worth = worth_of_text(found, words, linked, tag, body)
            if suspects:
                suspected.append((len(blocks), suspects))
            if worth > 0:
                total += worth
                for suspect in suspects:
                    held[suspect] = held.get(suspect, 0.0) + worth
        blocks.append(made((text, words, linked, tag, False, body, parents[element], stamp, worth, element)))
        if tag in _TITLES and headline and says(text, headline):
            elements.acquitted.update(suspect for suspect in place(element).suspects if suspect not in elements.firm)
    _acquit(held, total, elements)
    for number, suspects in suspected:
        if not elements.acquitted.issuperset(suspects):
            blocks[number] = as_furniture(blocks[number])
    return Blocks(_once(blocks, elements), elements)


def _acquit(held: dict[int, float], total: float, elements: Elements) -> None:
    """Acquit the suspects that hold a good part of the running text."""
    least = {True: APART_SHARE * total, False: ACQUITTED_SHARE * total}
    elements.acquitted.update(suspect for suspect, worth in held.items() if worth >= least[suspect in elements.firm])


def _of_links(block: Block) -> bool:
    return block.linked > 0.5 * block.words


def _settled(block: Block, elements: Elements) -> Block:
    return block._replace(furniture=elements.guilty(block.element), body=elements.place(block.element).body)


def _once(blocks: list[Block], elements: Elements) -> list[Block]:
    """The blocks without repeated paragraphs: pages hold the article twice, for wide and for narrow screens.

    The copy inside the article's own element stays, else the first that is no furniture.
    """
    long = [number for number, block in enumerate(blocks) if block[1] >= REPEATED_WORDS]
    best: dict[str, int] = {}
    for number in long:
        other = best.setdefault(blocks[number].text, number)
        if other != number and _rank(blocks[number], elements) > _rank(blocks[other], elements):
            best[blocks[number].text] = number
    if len(best) == len(long):
        return blocks
    return [b for number, b in enumerate(blocks) if b.words < REPEATED_WORDS or best[b.text] == number]


def _rank(block: Block, elements: Elements) -> tuple[bool, bool]:
    return not elements.guilty(block.element), elements.place(block.element).body
