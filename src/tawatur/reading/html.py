"""A saved page: its headline and its visible blocks in page order, one a line; page chrome among them kept and marked.

What stands before the first and after the last block of the article is left out (menus, lists, footers); what stands
between them is kept, up to `CHROME_RUN` blocks in a row, so that a reader sees what was passed over.
"""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import Chrome, Reason, Reject
from tawatur.pausing import no_garbage_search
from tawatur.reading.blocks import Block, apart
from tawatur.reading.bylines import in_byline
from tawatur.reading.choosing import KEYS, UNLIKE, Run, choose, key_words, likeness
from tawatur.reading.chrome import find_chrome, kind_of, lines_of
from tawatur.reading.dating import shown_date
from tawatur.reading.draft import Draft
from tawatur.reading.headlines import says, squeezed
from tawatur.reading.markup import markup_of
from tawatur.reading.metadata import Page, metadata_of
from tawatur.reading.publication import from_url
from tawatur.reading.weighing import blocks_of

CHROME_RUN = 12
BYLINES = 4  # blocks at the top of the article among which a byline may stand
LEAST_WORDS = 25  # fewer words of running text are a notice or an empty page, not an article


def read_html(text: str, where: str, stem: str) -> Draft | Reject:
    """A draft of the page's article, or a reject when there is none."""
    with no_garbage_search():  # a page is tens of thousands of short-lived objects, none of them in a cycle
        return _read(text, where, stem)


def _read(text: str, where: str, stem: str) -> Draft | Reject:
    markup = markup_of(text)
    page = metadata_of(markup)
    found = blocks_of(markup.shown, page.title)
    blocks = found.all
    title = squeezed(page.title or "")
    headline = next((n for n, block in enumerate(blocks) if block.heading and says(block.text, title)), None)
    keys = key_words(page.title, page.about)
    run = choose(blocks, headline, keys)
    chosen = _without_title(_bounded(found.settled(blocks[run[0] : run[1]])), title)
    running = sum(block.words for block in chosen if not apart(block))
    if running < LEAST_WORDS:
        if len((page.body or "").split()) < LEAST_WORDS:
            return Reject(where, Reason("reading.no_article", (where, str(running))))
        chosen = [Block(line, len(line.split()), 0, "p", False, True) for line, _ in lines_of(page.body or "")]
    published, basis = _published(page, blocks, headline, run)
    unlike = len(keys) >= KEYS and likeness(chosen, (0, len(chosen)), keys, UNLIKE) < UNLIKE
    draft = _draft(chosen, page, where, stem)
    return replace(
        draft,
        published=published,
        published_basis=basis,
        remarks=(Reason("reading.unlike_headline"),) if unlike else (),
    )


def _published(page: Page, blocks: list[Block], headline: int | None, run: Run) -> tuple[str | None, str]:
    """What the page declares, else what its address holds, else what it shows beside its headline."""
    if page.published:
        return page.published, page.basis
    dated = from_url(page.url)
    return (dated, "url") if dated else shown_date(blocks, headline, run)


def _draft(chosen: list[Block], page: Page, where: str, stem: str) -> Draft:
    title = page.title or ""
    stored = "\n".join([title, *(block.text for block in chosen)] if title else [block.text for block in chosen])
    lines, place = [], len(title) + 1 if title else 0
    for block in chosen:
        lines.append((block.text, (place, place + len(block.text))))
        place = lines[-1][1][1] + 1
    marked = {mark.span: mark for mark in find_chrome(lines)}
    for number, (block, (text, span)) in enumerate(zip(chosen, lines, strict=True)):
        if span in marked:
            continue
        if apart(block):
            marked[span] = Chrome(span, Reason(f"reading.chrome.{'furniture' if block.furniture else 'links'}"))
        elif number < BYLINES and in_byline(text):
            marked[span] = Chrome(span, Reason("reading.chrome.byline"))
    return Draft(
        text=stored,
        where=where,
        stem=stem,
        title=(0, len(title)) if title else None,
        chrome=tuple(marked[span] for span in sorted(marked)),
        site=page.site,
        url=page.url,
    )


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
