"""A saved page: its headline and its visible blocks in page order, one a line; page chrome among them kept and marked.

What stands before the first and after the last block of the article is left out (menus, lists, footers); what stands
between them is kept, up to `CHROME_RUN` blocks in a row, so that a reader sees what was passed over.
"""

from __future__ import annotations

from tawatur.model import Chrome, Reason, Reject
from tawatur.reading.blocks import DROPPED, Block, blocks_of, main_run
from tawatur.reading.chrome import find_chrome, kind_of, lines_of
from tawatur.reading.draft import Draft
from tawatur.reading.metadata import Page, metadata_of
from tawatur.reading.publication import from_url, in_header

CHROME_RUN = 12
LEAST_WORDS = 25  # fewer words of running text are a notice or an empty page, not an article


def read_html(text: str, where: str, stem: str) -> Draft | Reject:
    """A draft of the page's article, or a reject when there is none."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    page = metadata_of(tree)
    tree.strip_tags(DROPPED)
    blocks = blocks_of(tree.body) if tree.body is not None else []
    start, end = main_run(blocks)
    chosen = _without_title(_bounded(blocks[start:end]), page.title)
    running = sum(block.words for block in chosen if not _apart(block))
    if running < LEAST_WORDS:
        return Reject(where, Reason("reading.no_article", (where, str(running))))
    return _draft(chosen, _around_headline(blocks, start, page.title), page, where, stem)


def _draft(chosen: list[Block], before: list[Block], page: Page, where: str, stem: str) -> Draft:
    title = page.title or ""
    stored = "\n".join([title, *(block.text for block in chosen)] if title else [block.text for block in chosen])
    lines = lines_of(stored)
    marked = {mark.span: mark for mark in find_chrome(lines[1:] if title else lines)}
    place = len(title) + 1 if title else 0
    for block in chosen:
        span = (place, place + len(block.text))
        place = span[1] + 1
        if span not in marked and _apart(block):
            kind = "furniture" if block.furniture else "links"
            marked[span] = Chrome(span, Reason(f"reading.chrome.{kind}"))
    published, basis = page.published, page.basis
    if not published and (published := from_url(page.url)):
        basis = "url"
    if not published and (dated := _byline(before)):
        published, basis = dated, "byline"
    return Draft(
        text=stored,
        where=where,
        stem=stem,
        title=(0, len(title)) if title else None,
        chrome=tuple(marked[span] for span in sorted(marked)),
        site=page.site,
        url=page.url,
        published=published,
        published_basis=basis,
    )


def _apart(block: Block) -> bool:
    return block.furniture or (block.link_density > 0.5 and block.words >= 3)


def _around_headline(blocks: list[Block], start: int, title: str | None) -> list[Block]:
    """Where a byline stands: from the headline to the first paragraphs. Higher up, a page tells today's date."""
    first = max(0, start - 15)
    headline = [n for n in range(first, start) if blocks[n].text == title]
    return blocks[headline[-1] if headline else max(first, start - 4) : start + 3]


def _byline(blocks: list[Block]) -> str | None:
    dated = (in_header([(block.text, (0, len(block.text)))]) for block in blocks)
    return next((found[0] for found in dated if found), None)


def _bounded(blocks: list[Block]) -> list[Block]:
    """The blocks without chrome at the ends, and without the rest of long runs of chrome between."""
    kept: list[Block] = []
    run = 0
    for block in blocks:
        run = run + 1 if _apart(block) or kind_of(block.text) else 0
        if run <= CHROME_RUN:
            kept.append(block)
    return kept


def _without_title(blocks: list[Block], title: str | None) -> list[Block]:
    return [block for block in blocks if block.text != title]
