"""A saved page: its headline and main text, one block a line, page chrome kept and marked, and what dates and places
it."""

from __future__ import annotations

from tawatur.model import Reason, Reject
from tawatur.pausing import no_garbage_search
from tawatur.reading.choosing import KEYS, UNLIKE, likeness
from tawatur.reading.dating import AFTER, shown_date
from tawatur.reading.draft import Draft
from tawatur.reading.main_text import LEAST_WORDS, Found, chrome_among, find_article, lines_from
from tawatur.reading.markup import markup_of
from tawatur.reading.metadata import Page, metadata_of
from tawatur.reading.publication import from_url


def read_html(text: str, where: str, stem: str) -> Draft | Reject:
    """A draft of the page's article, or a reject when there is none."""
    with no_garbage_search():  # a page is tens of thousands of short-lived objects, none of them in a cycle
        return _read(text, where, stem)


def _read(text: str, where: str, stem: str) -> Draft | Reject:
    markup = markup_of(text)
    found = find_article(markup)
    if found.running < LEAST_WORDS:
        return Reject(where, Reason("reading.no_article", (where, str(found.running))))
    page = metadata_of(markup, found.declared)
    published, basis = _published(page, found)
    title, chosen = found.declared.title or "", found.chosen
    unlike = len(found.keys) >= KEYS and likeness(chosen, (0, len(chosen)), found.keys, UNLIKE) < UNLIKE
    return Draft(
        text="\n".join([title, *(block.text for block in chosen)] if title else [block.text for block in chosen]),
        where=where,
        stem=stem,
        title=(0, len(title)) if title else None,
        chrome=chrome_among(chosen, lines_from(chosen, len(title) + 1 if title else 0)),
        site=page.site,
        url=page.url,
        published=published,
        published_basis=basis,
        remarks=(Reason("reading.unlike_headline"),) if unlike else (),
    )


def _published(page: Page, found: Found) -> tuple[str | None, str]:
    """What the page declares, else what its address holds, else what it shows beside its headline."""
    if page.published:
        return page.published, page.basis
    dated = from_url(page.url)
    if dated:
        return dated, "url"
    blocks, end = found.blocks.all, found.run[1]
    shown = [*blocks[:end], *found.blocks.settled(blocks[end : end + AFTER])]
    return shown_date(shown, found.headline, found.run, cut=found.cut)
