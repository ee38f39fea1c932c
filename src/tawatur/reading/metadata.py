"""What a page says of itself: JSON-LD, OpenGraph, meta elements, canonical link, <time>, title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tawatur.reading.publication import parse

_ARTICLE_TYPE = re.compile(r"Article$|NewsArticle|BlogPosting|Report$|LiveBlogPosting")
_SUFFIX = re.compile(r"\s+[|»«•·–—-]\s+|\s*\|\s*|\s::\s")
_FIGURES = re.compile(r"[\d./-]{8,10}")
DATES = (
    "article:published_time",
    "og:published_time",
    "article.published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "originalpublicationdate",
)


@dataclass(frozen=True, slots=True)
class Page:
    """Title, site name, address, date (ISO 8601) with where it was found, and language of a page."""

    title: str | None
    about: str | None
    body: str | None
    site: str | None
    url: str | None
    published: str | None
    basis: str
    language: str | None


def metadata_of(tree: Any) -> Page:
    """What the tree of a page says of itself; every field may be None."""
    metas = _metas(tree)
    linked = next(_linked_articles(tree), {})
    publisher = linked.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    site = publisher.get("name") if isinstance(publisher, dict) else publisher
    canonical = tree.css_first("link[rel=canonical]")
    url = next(
        (
            u
            for u in (
                canonical.attributes.get("href") if canonical else None,
                metas.get("og:url"),
                _text(linked.get("url")),
            )
            if u and "//" in u
        ),
        None,
    )
    published, basis = _date(tree, metas, linked)
    root = tree.css_first("html")
    return Page(
        title=_title(tree, metas, linked),
        about=_text(metas.get("og:description") or metas.get("description")),
        body=_paragraphs(linked.get("articleBody")),
        site=_text(metas.get("og:site_name")) or _text(site) or _text(metas.get("application-name")),
        url=url,
        published=published,
        basis=basis,
        language=(root.attributes.get("lang") or None) if root else None,
    )


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        value = attributes.get("content")
        if key and value and value.strip():
            found.setdefault(key.strip().lower(), value.strip())
    return found


def _linked_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Objects of an article type in the page's JSON-LD, in graphs and lists too."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            waiting = [json.loads(node.text(), strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting.extend(item)
            elif isinstance(item, dict):
                kinds = item.get("@type")
                if any(
                    isinstance(k, str) and _ARTICLE_TYPE.search(k)
                    for k in (kinds if isinstance(kinds, list) else [kinds])
                ):
                    yield item
                waiting.extend(
                    item[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage")
                    if isinstance(item.get(key), dict | list)
                )


def _date(tree: Any, metas: dict[str, str], linked: dict[str, Any]) -> tuple[str | None, str]:
    value = parse(linked.get("datePublished")) or parse(linked.get("dateCreated"))
    if value:
        return value, "json-ld"
    for key in DATES:
        value = parse(metas.get(key))
        if value:
            return value, "meta"
    for node in tree.css("[itemprop=datePublished]"):
        value = parse(node.attributes.get("datetime") or node.attributes.get("content"))
        if value:
            return value, "meta"
    node = tree.css_first("title")
    parts = _SUFFIX.split(_text(node.text()) or "") if node else [""]
    value = parse(parts[-1]) if len(parts) > 1 and _FIGURES.fullmatch(parts[-1].strip()) else None
    return (value, "meta") if value else (None, "none")


def _title(tree: Any, metas: dict[str, str], linked: dict[str, Any]) -> str | None:
    """The headline; a heading of the page that the metadata repeat is surest, the <title> comes last."""
    declared = _text(linked.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    node = tree.css_first("title")
    window = _text(node.text()) if node else None
    for heading in tree.css("h1, h2"):
        text = _text(heading.text(separator=" "))
        if (
            text
            and len(text) >= 12
            and any(named and _squeeze(text) in _squeeze(named) for named in (declared, window))
        ):
            return text
    if declared:
        return _text(declared)
    if window:
        return max(_SUFFIX.split(window), key=len).strip() or None
    return None


def _squeeze(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _paragraphs(value: object) -> str | None:
    """The article's text as JSON-LD gives it, when it is plain text."""
    return value.strip() or None if isinstance(value, str) and "<" not in value else None


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", value).strip() or None
