"""The stage itself: inputs to articles, ids settled, nothing lost without a word."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO

from tawatur.model import Article, Finding, Intake, Reason, Reject
from tawatur.reading.decoding import decode
from tawatur.reading.draft import Draft
from tawatur.reading.inputs import Found, walk
from tawatur.reading.language import language_of
from tawatur.reading.outlets import outlet_of
from tawatur.reading.plain import read_plain
from tawatur.reading.records import read_json, read_lines
from tawatur.reading.sniffing import sniff


def read(inputs: Sequence[str], *, stdin: BinaryIO | None = None) -> Intake:
    """The articles of `inputs` (files, folders, "-" for `stdin`) in input order, and what could not be read, with why.

    Text is stored un-normalised. Nothing is raised for bad input: whatever cannot be read is a `Reject`. The same id
    with the same text counts once and is listed as a duplicate; with another text it gets "-2", "-3", …, and a finding
    says so.
    """
    articles: dict[str, Article] = {}
    rejects: list[Reject] = []
    findings: list[Finding] = []
    for item in _drafts(walk(inputs, stdin)):
        if isinstance(item, Reject):
            rejects.append(item)
            continue
        wanted = key = _id(item)
        number = 1
        while key in articles and articles[key].text != item.text:
            number += 1
            key = f"{wanted}-{number}"
        if key in articles:
            rejects.append(Reject(item.where, Reason("reading.duplicate", (item.where, key))))
            continue
        articles[key] = _article(item, key)
        if key != wanted:
            findings.append(Finding(Reason("reading.renamed", (key, wanted, item.where)), (key,)))
        findings += [Finding(Reason(said.code, (key, *said.values)), (key,)) for said in item.remarks]
    return Intake(tuple(articles.values()), tuple(rejects), tuple(findings))


def _drafts(found: Iterable[Found | Reject]) -> Iterator[Draft | Reject]:
    for item in found:
        if isinstance(item, Reject):
            yield item
            continue
        for draft in _of(item):
            if isinstance(draft, Draft):
                draft = replace(draft, origin=item.inside + draft.where[len(item.where) :])
            yield draft


def _of(item: Found) -> Iterator[Draft | Reject]:
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

            yield read_html(text, item.where, stem)
        case "feed":
            yield Reject(item.where, Reason("reading.feed", (item.where,)))
        case "text":
            yield read_plain(text, item.where, stem)


def _id(draft: Draft) -> str:
    """The input's own id, else the file's stem, else a hash of the URL, or of the text when there is none."""
    for own in (draft.id, draft.stem):
        clean = re.sub(r"\s+", "_", own.strip()) if own else ""
        if clean:
            return clean
    return hashlib.sha256((draft.url or draft.text).encode("utf-8", "replace")).hexdigest()[:12]


def _article(draft: Draft, key: str) -> Article:
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
    )
