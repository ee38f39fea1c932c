"""The main text of a saved page: its visible blocks, the run of them that is the article, page chrome among them told.

What stands before the first and after the last block of the article is left out (menus, lists, footers); what stands
between them is kept, up to `CHROME_RUN` blocks in a row, so that a reader sees what was passed over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model import Chrome, Reason, Span
from tawatur.pausing import no_garbage_search
from tawatur.reading.blocks import HEADINGS, Block, apart
from tawatur.reading.bylines import in_byline
from tawatur.reading.choosing import Run, choose, key_words
from tawatur.reading.chrome import find_chrome, kind_of, lines_of
from tawatur.reading.headlines import says, squeezed
from tawatur.reading.markup import Markup, markup_of
from tawatur.reading.metadata import Declared, declared_by
from tawatur.reading.narrowing import narrowed
from tawatur.reading.weighing import Blocks, blocks_of

CHROME_RUN = 12
BYLINES = 4  # blocks at the top of the article among which a byline may stand
LEAST_WORDS = 25  # fewer words of running text are a notice or an empty page, not an article


@dataclass(frozen=True, slots=True)
class Found:
    """What a page declares, its blocks (without those at its top where it is `cut`), the place of its headline among
    them, the run that is the article, and the blocks of the article, which are too few where `running`, its words of
    running text, are under `LEAST_WORDS`."""

    declared: Declared
    keys: tuple[str, ...]
    blocks: Blocks
    cut: bool
    headline: int | None
    run: Run
    chosen: list[Block]
    running: int


def main_text(html: str) -> str:
    """The paragraphs of the page's article, one a line, without headline, byline and page chrome; empty if there is no
    article. Nothing else is read of the page: no date, address or outlet."""
    with no_garbage_search():
        found = find_article(markup_of(html))
        if found.running < LEAST_WORDS:
            return ""
        lines = lines_from(found.chosen, 0)
        marked = {mark.span for mark in chrome_among(found.chosen, lines)}
        return "\n".join(line for line, span in lines if span not in marked)


def find_article(markup: Markup) -> Found:
    """The blocks of a page's article."""
    declared = declared_by(markup)
    part, cut = narrowed(markup.shown, declared.title)
    found = blocks_of(part, declared.title)
    title = squeezed(declared.title or "")
    headline = next((n for n, block in enumerate(found.all) if block.tag in HEADINGS and says(block.text, title)), None)
    keys = key_words(declared.title, declared.about)
    run = choose(found.all, headline, keys)
    chosen = _without_title(_bounded(found.settled(found.all[run[0] : run[1]])), title)
    running = sum(block.words for block in chosen if not apart(block))
    if running < LEAST_WORDS:
        body = declared.body or ""
        if len(body.split()) >= LEAST_WORDS:
            chosen = [Block(line, len(line.split()), 0, "p", False, True) for line, _ in lines_of(body)]
            running = sum(block.words for block in chosen)
    return Found(declared, keys, found, cut, headline, run, chosen, running)


def lines_from(chosen: Sequence[Block], place: int) -> list[tuple[str, Span]]:
    """The texts of blocks, one a line from a place on, each with its span."""
    lines = []
    for block in chosen:
        lines.append((block.text, (place, place + len(block.text))))
        place = lines[-1][1][1] + 1
    return lines


def chrome_among(chosen: Sequence[Block], lines: list[tuple[str, Span]]) -> tuple[Chrome, ...]:
    """Which of the article's blocks are page chrome, in order."""
    marked = {mark.span: mark for mark in find_chrome(lines)}
    for number, (block, (text, span)) in enumerate(zip(chosen, lines, strict=True)):
        if span in marked:
            continue
        if apart(block):
            marked[span] = Chrome(span, Reason(f"reading.chrome.{'furniture' if block.furniture else 'links'}"))
        elif number < BYLINES and in_byline(text):
            marked[span] = Chrome(span, Reason("reading.chrome.byline"))
    return tuple(marked[span] for span in sorted(marked))


def _bounded(blocks: list[Block]) -> list[Block]:
    """The blocks without the rest of long runs of chrome between paragraphs."""
    kept: list[Block] = []
    run = 0
    for block in blocks:
        run = run + 1 if apart(block) or kind_of(block.text) else 0
        if run <= CHROME_RUN:
            kept.append(block)
    return kept


def _without_title(blocks: list[Block], title: str) -> list[Block]:
    return [block for block in blocks if len(block.text) < len(title) or not says(block.text, title)]
