"""The date a page shows: beside its headline, or in a line that says so below the article.

Dates elsewhere are those of other stories or of the day the page was saved.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.reading.blocks import Block
from tawatur.reading.bylines import in_byline
from tawatur.reading.choosing import Run
from tawatur.reading.publication import parse

BEFORE = 3  # blocks above the headline: some pages put the byline there, right over it
INTO = 5  # blocks of the article: the byline may have been taken for its first lines
AFTER = 12  # blocks below the article
TOP = 5  # blocks at the top of the page, where it tells today's date
FAR = 25  # a headline farther off belongs to something else
WITHOUT_HEADLINE = 4
LONGEST = 240  # code points of a byline with its name, section and counters


def shown_date(blocks: Sequence[Block], headline: int | None, run: Run, *, cut: bool = False) -> tuple[str | None, str]:
    """The ISO value and where it comes from: "meta" for a <time> element, "byline" for text, "none". `cut` says that
    the page's top is not among the blocks."""
    start, end = run
    if headline is None or not 0 <= start - headline <= FAR:
        near = blocks[max(0, start - WITHOUT_HEADLINE) : min(start + INTO, end)]
    else:
        above = blocks[max(0 if cut else TOP, headline - BEFORE) : headline]
        near = [*blocks[headline + 1 : min(start + INTO, end)], *reversed(above)]
    for block in near:
        if block.stamp and block.link_density <= 0.5 and (value := parse(block.stamp)):
            return value, "meta"
        if value := _written(block, marked=False):
            return value, "byline"
    for number, block in enumerate(blocks[end : end + AFTER]):
        # Right below the article a date may stand alone; farther off it has to say that it is one of publication.
        if value := _written(block, marked=number > 0 or block.furniture):
            return value, "byline"
    return None, "none"


def _written(block: Block, *, marked: bool) -> str | None:
    if len(block.text) > LONGEST:
        return None
    parts = (in_byline(part, marked=marked, near=True) for part in block.text.split("|"))
    return next((found[0] for found in parts if found), None)
