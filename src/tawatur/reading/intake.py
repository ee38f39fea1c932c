"""The stage itself: inputs to articles, ids settled, nothing lost without a word."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from tawatur.errors import MissingExtraError
from tawatur.model import Article, Finding, Intake, Reason, Reject, Version
from tawatur.reading.addresses import canonical_address
from tawatur.reading.asking import Asking, Web
from tawatur.reading.decoding import decode
from tawatur.reading.draft import Draft
from tawatur.reading.inputs import Address, Archive, Found, walk
from tawatur.reading.language import language_of
from tawatur.reading.outlets import outlet_of
from tawatur.reading.plain import read_plain
from tawatur.reading.records import read_json, read_lines
from tawatur.reading.sniffing import sniff
from tawatur.reading.versions import Known, compared, holds, joined, kinship


def read(inputs: Sequence[str], *, stdin: BinaryIO | None = None, web: Web | None = None) -> Intake:
    """The articles of `inputs` in input order, and what could not be read, with why.

    Inputs are files, folders, addresses of the web, and "-" for `stdin`; `web` says how the web is asked (`Web()`).
    Text is stored un-normalised. Nothing is raised for bad input: whatever cannot be read is a `Reject`. The same id
    with the same text counts once and is listed as a duplicate; with another text it gets "-2", "-3", …, and a finding
    says so. Texts of one article (one address, or nearly the same words of one outlet) are one article, the earlier
    ones its versions, and a finding says so. MissingExtraError is raised where an input needs a part that is not
    installed.
    """
    return settled(drafts(inputs, stdin=stdin, web=web))


def settled(items: Iterable[Draft | Reject]) -> Intake:
    """The articles of drafts in input order: ids, duplicates, versions and findings are told as `read` tells them."""
    kept: list[Article] = []
    places: Known[int] = Known()
    ids = Ids()
    rejects: list[Reject] = []
    findings: list[Finding] = []
    for item in items:
        if isinstance(item, Reject):
            rejects.append(item)
            continue
        key, wanted = ids.given(item)
        if key is None:
            rejects.append(Reject(item.where, Reason("reading.duplicate", (item.where, wanted))))
            continue
        article = article_of(item, key)
        place, reason = _earlier(article, kept, places)
        if place is None or reason is None:
            place = len(kept)
            kept.append(article)
            if key != wanted:
                findings.append(Finding(Reason("reading.renamed", (key, wanted, item.where)), (key,)))
        elif holds(kept[place], article.text):
            rejects.append(Reject(item.where, Reason("reading.duplicate", (item.where, kept[place].id))))
            continue
        else:
            article = kept[place] = joined(kept[place], article, reason)
        findings += [Finding(Reason(said.code, (article.id, *said.values)), (article.id,)) for said in item.remarks]
        places.add(article, place)
    findings += [version_finding(article, version) for article in kept for version in article.versions]
    return Intake(tuple(kept), tuple(rejects), tuple(findings))


def _earlier(article: Article, kept: list[Article], places: Known[int]) -> tuple[int | None, Reason | None]:
    for place in places.near(article):
        if reason := kinship(kept[place], article):
            return place, reason
    return None, None


def version_finding(article: Article, version: Version) -> Finding:
    """What is told of an earlier text of an article."""
    counts = (str(version.added), str(version.removed))
    return Finding(Reason("reading.version", (article.id, version.origin, *counts)), (article.id,))


class Ids:
    """Gives each draft an id of its own, and knows again what came before."""

    def __init__(self) -> None:
        self._texts: dict[str, bytes] = {}

    def given(self, draft: Draft) -> tuple[str | None, str]:
        """`(id, wanted id)`; no id where the same id with the same text was given before, under the second."""
        wanted = key = id_of(draft)
        text = _digest(draft.text)
        number = 1
        while key in self._texts and self._texts[key] != text:
            number += 1
            key = f"{wanted}-{number}"
        if key in self._texts:
            return None, key
        self._texts[key] = text
        return key, wanted

    def take(self, id: str, text: str) -> None:
        """Take note of an id that is given already."""
        self._texts[id] = _digest(text)


def public_drafts(urls: Sequence[str], web: Web | None = None) -> Iterator[Draft | Reject]:
    """Every article at addresses that somebody else named: private ones (this machine, its network) are not asked."""
    asking = Asking((), web or Web())
    try:
        for url in urls:
            for page in asking.address(url):
                yield from texts_of(page, asking)
    finally:
        asking.close()


def drafts(inputs: Sequence[str], *, stdin: BinaryIO | None = None, web: Web | None = None) -> Iterator[Draft | Reject]:
    """Every article of `inputs` before ids are settled, one at a time, and whatever could not be read."""
    asking = Asking(inputs, web or Web())
    try:
        for item in walk(inputs, stdin):
            yield from texts_of(item, asking)
    finally:
        asking.close()


def texts_of(item: Found | Archive | Address | Reject, asking: Asking) -> Iterator[Draft | Reject]:
    """Every article of one input, before ids are settled."""
    match item:
        case Reject():
            yield item
        case Address():
            for page in asking.address(item.where):
                yield from texts_of(page, asking)
        case Archive():
            yield from placed(_of_archive(item, asking), item.where, item.inside)
        case Found():
            yield from placed(_of_bytes(item, asking), item.where, item.inside)


def placed(found: Iterable[Draft | Reject], where: str, inside: str) -> Iterator[Draft | Reject]:
    """The drafts of an input, each with its place within what the user named."""
    for draft in found:
        if isinstance(draft, Draft) and not draft.origin:
            draft = replace(draft, origin=inside + draft.where[len(where) :])
        yield draft


def _of_archive(item: Archive, asking: Asking) -> Iterator[Draft | Reject]:
    try:
        if item.kind == "warc":
            from tawatur.reading.warc import read_warc

            for page in read_warc(item):
                yield from texts_of(page, asking)
        else:
            from tawatur.reading.tables import read_parquet

            yield from read_parquet(item)
    except MissingExtraError as error:
        if item.named:
            raise
        yield Reject(item.where, Reason("reading.extra", (item.where, error.remedy)))


def _of_bytes(item: Found, asking: Asking) -> Iterator[Draft | Reject]:
    text = decode(item.data, item.where)
    if isinstance(text, Reason):
        yield Reject(item.where, text)
        return
    stem = PurePath(item.name).stem
    match sniff(text, item.name):
        case "json":
            yield from read_json(text, item.where, stem)
        case "jsonl":
            yield from read_lines(text, item.where, stem)
        case "html":
            from tawatur.reading.html import read_html  # imported here: plain text needs no HTML parser

            yield from_web(read_html(text, item.where, stem), item)
        case "feed" | "opml" | "sitemap" as kind:
            if item.named and item.url is None:
                for page in asking.listing(text, kind, item.where):
                    yield from texts_of(page, asking)
            else:
                yield Reject(item.where, Reason("reading.list.not_followed", (item.where,)))
        case "text":
            yield from_web(read_plain(text, item.where, stem), item)


def from_web(draft: Draft | Reject, item: Found) -> Draft | Reject:
    """The draft with what is known of the address it came from; a page is believed about its own site only."""
    if isinstance(draft, Reject) or item.url is None:
        return draft
    dated = draft.published is None and item.published is not None
    return replace(
        draft,
        asked=item.where if item.where.startswith(("http://", "https://")) else None,
        url=item.url,
        declared=draft.url,
        fetched=item.fetched,
        site=draft.site or item.site,
        published=item.published if dated else draft.published,
        published_basis="feed" if dated else draft.published_basis,
    )


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def id_of(draft: Draft) -> str:
    """The input's own id, else the file's stem, else a hash of the URL, or of the text when there is none."""
    for own in (draft.id, draft.stem):
        clean = re.sub(r"\s+", "_", own.strip()) if own else ""
        if clean:
            return clean
    url = canonical_address(draft.url, draft.declared) if draft.asked or draft.fetched else None
    return hashlib.sha256((url or draft.url or draft.text).encode("utf-8", "replace")).hexdigest()[:12]


def article_of(draft: Draft, key: str) -> Article:
    """The article of a draft under the id `key`."""
    canonical = canonical_address(draft.url, draft.declared)
    outlet, name = outlet_of(draft.outlet or draft.outlet_name, draft.url, draft.site, key)
    return Article(
        id=key,
        outlet=outlet,
        text=draft.text,
        title=draft.title,
        chrome=draft.chrome,
        outlet_name=draft.outlet_name or name,
        url=draft.url,
        published=draft.published,
        published_basis=draft.published_basis,
        language=draft.language or language_of(draft.text),
        origin=draft.origin,
        canonical=canonical if canonical != draft.url else None,
        fetched=draft.fetched,
        versions=compared(draft.versions, draft.text),
    )
