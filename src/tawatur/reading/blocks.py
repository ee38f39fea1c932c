"""A block of visible text and what it is worth to an article, as in boilerplate removal by text density (Kohlschütter,
Fankhauser and Nejdl, 2010)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import NamedTuple, cast

from tawatur.reading.language import function_words

HEADING_WORDS = 22  # some pages set whole paragraphs as headings; F1 is .945, with 12 .940, with 32 .944, no limit .934
SHORT = 8  # fewer words than this are no running text
LONG = 24  # more pieces between spaces than this are counted as words without a look at each
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# An address, a template's variable or an encoded mail text: none is running text, and a page shows it only by mistake.
_CODE = re.compile(r"\S*(?:://|mailto:|%[0-9A-F]{2}|\{\{)\S*")
_WORD = re.compile(r"[^\W\d_]+")


class Block(NamedTuple):
    """A stretch of text that a browser shows as one paragraph, with what its place in the page says of it.

    `words` are those of running text (addresses left out), `linked` those inside links; `worth` is what the block adds
    to an article, its words outside links, or a loss; `furniture` and `body` say what the names of the elements around
    it say; `element` is the number of its own, and `home` that of the element around that one, the same for siblings;
    `stamp` is the machine-readable time of a <time> element in it.
    """

    text: str
    words: int
    linked: int
    tag: str
    furniture: bool
    body: bool
    home: int = 0
    stamp: str | None = None
    worth: float = 0.0
    element: int = 0

    @property
    def link_density(self) -> float:
        """The share of the words that stand inside links."""
        return self.linked / max(self.words, 1)


# What `Block(...)` comes to, without a call of a function in Python for each.
made = partial(cast("Callable[[type[Block], tuple[object, ...]], Block]", tuple.__new__), Block)


def as_furniture(block: Block) -> Block:
    """The block as part of the page's furniture."""
    text, words, linked, tag, _, body, home, stamp, _, element = block
    return made((text, words, linked, tag, True, body, home, stamp, -3.0 - (words if words < 12 else 12), element))


def words_of(text: str) -> list[str]:
    """The words of a text, addresses and figures left out; of a long text what stands between spaces, signs and all."""
    if "://" in text or "mailto:" in text or "%" in text or "{{" in text:
        return _WORD.findall(_CODE.sub(" ", text))
    found = text.split()
    return found if len(found) > LONG else _WORD.findall(text)


def worth_of_links(linked: int) -> float:
    """The loss that a block of little but links is."""
    return -4.0 - (linked if linked < 20 else 20) * 0.5


def worth_of_text(found: Sequence[str], words: int, linked: int, tag: str, body: bool) -> float:
    """What other blocks add to an article: the words outside links, or a loss; fewer than `SHORT` need not be given."""
    if words < HEADING_WORDS and tag in HEADINGS:
        return -1.0
    if words < SHORT:
        return -2.0 + 2.0 * body
    # Running text has a function word in every six or seven; lists of names and titles have few.
    common = sum(map(_common_words().__contains__, found))
    plain = words - 1.5 * linked
    return (plain * min(1.0, 0.3 + 7 * (common / words)) - 4.0) * (1.3 if body else 1.0)


def apart(block: Block) -> bool:
    """Whether a block is set apart from running text: page furniture, or little but links."""
    return block.furniture or (block.link_density > 0.5 and block.words >= 3)


@cache
def _common_words() -> frozenset[str]:
    found = function_words("ar") | function_words("en") | function_words("fr")
    return found | {word.capitalize() for word in found}
