"""What a page says of itself: JSON-LD, OpenGraph, meta elements, canonical link, title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tawatur.reading.headlines import squeezed
from tawatur.reading.markup import Markup, attributes_of, plain
from tawatur.reading.publication import parse

_ARTICLE_TYPE = re.compile(r"Article$|NewsArticle|BlogPosting|Report$|LiveBlogPosting")
_SUFFIX = re.compile(r"\s+[|»«•·–—-]\s+|\s*\|\s*|\s::\s")
_WINDOW = re.compile(r"<title(?: [^>]*)?>([^<]*)")
_HEADING = re.compile(r"<h([12])(?: [^>]*)?>([^<]*(?:<(?!/h\1>)[^<]*)*)")
_LETTERS = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^>]*>")
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


# The meta elements that are read, by their names in lower case.
_READ = frozenset(
    (
        *DATES,
        "og:title",
        "twitter:title",
        "og:description",
        "description",
        "og:url",
        "og:site_name",
        "application-name",
    )
)
_NAMED = re.compile(r'(?:^| )(?:property|name|itemprop)=" *([^" ]*)')


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of its article: headline, description and text, from its meta elements, the object of its
    JSON-LD that is an article, and the title of its window."""

    title: str | None
    about: str | None
    body: str | None
    metas: dict[str, str]
    linked: dict[str, Any]
    window: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """Site name, address and date (ISO 8601) of a page, with where the date was found."""

    site: str | None
    url: str | None
    published: str | None
    basis: str


def declared_by(markup: Markup) -> Declared:
    """What a page says of its article; every field may be empty."""
    shown = markup.shown
    metas = _metas(shown)
    linked = next(_linked_articles(markup.linked), {})
    window = _text(plain(found[1])) if (found := _WINDOW.search(shown)) else None
    return Declared(
        title=_title(shown, metas, linked, window),
        about=_text(metas.get("og:description") or metas.get("description")),
        body=_paragraphs(linked.get("articleBody")),
        metas=metas,
        linked=linked,
        window=window,
    )


def metadata_of(markup: Markup, declared: Declared) -> Page:
    """What a page says of itself beside; every field may be None."""
    metas, linked = declared.metas, declared.linked
    publisher = linked.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    site = publisher.get("name") if isinstance(publisher, dict) else publisher
    addresses = (_canonical(markup.shown), metas.get("og:url"), _text(linked.get("url")))
    published, basis = _date(markup.shown, metas, linked, declared.window)
    return Page(
        site=_text(metas.get("og:site_name")) or _text(site) or _text(metas.get("application-name")),
        url=next((address for address in addresses if address and "//" in address), None),
        published=published,
        basis=basis,
    )


def _metas(shown: str) -> dict[str, str]:
    """The meta elements that are read: names in lower case, and values; the first of a name counts."""
    found: dict[str, str] = {}
    for meta in shown.split("<meta ")[1:]:
        said = meta[: meta.find(">")]
        if not any(name.lower() in _READ for name in _NAMED.findall(said)):
            continue
        attributes = attributes_of(said)
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        value = attributes.get("content")
        if key and value and value.strip():
            found.setdefault(key.strip().lower(), value.strip())
    return found


def _tags_with(shown: str, attribute: str) -> Iterator[str]:
    """The tags that hold an attribute with its value, as they are written."""
    at = shown.find(attribute)
    while at >= 0:
        end = shown.find(">", at)
        start = shown.rfind("<", 0, at)
        if shown.find(">", start, at) < 0:  # else it stands in the text
            yield shown[start + 1 : end]
        at = shown.find(attribute, end)


def _canonical(shown: str) -> str | None:
    links = (attributes_of(tag).get("href") for tag in _tags_with(shown, ' rel="canonical"') if tag.startswith("link "))
    return next(links, None)


def _linked_articles(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Objects of an article type in the page's JSON-LD, in graphs and lists too."""
    for script in scripts:
        try:
            waiting = [json.loads(script, strict=False)]
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


def _date(shown: str, metas: dict[str, str], linked: dict[str, Any], window: str | None) -> tuple[str | None, str]:
    value = parse(linked.get("datePublished")) or parse(linked.get("dateCreated"))
    if value:
        return value, "json-ld"
    for key in DATES:
        value = parse(metas.get(key))
        if value:
            return value, "meta"
    for tag in _tags_with(shown, ' itemprop="datePublished"'):
        attributes = attributes_of(tag)
        value = parse(attributes.get("datetime") or attributes.get("content"))
        if value:
            return value, "meta"
    parts = _SUFFIX.split(window or "")
    value = parse(parts[-1]) if len(parts) > 1 and _FIGURES.fullmatch(parts[-1].strip()) else None
    return (value, "meta") if value else (None, "none")


def _title(shown: str, metas: dict[str, str], linked: dict[str, Any], window: str | None) -> str | None:
    """The headline; a heading of the page that the metadata repeat is surest, the <title> comes last."""
    declared = _text(linked.get("headline")) or metas.get("og:title") or metas.get("twitter:title")
    names = [squeezed(named) for named in (declared, window) if named]
    for inside in _headings(shown) if names else ():
        text = _text(plain(_TAG.sub(" ", inside) if "<" in inside else inside))
        if not text or len(text) < 12:
            continue
        first = _LETTERS.search(text)  # most headings are those of other stories, which their first word tells
        if first and not any(first.group().lower() in named for named in names):
            continue
        if any(squeezed(text) in named for named in names):
            return text
    if declared:
        return _text(declared)
    if window:
        return max(_SUFFIX.split(window), key=len).strip() or None
    return None


def _headings(shown: str) -> Iterator[str]:
    """What stands in the headings of the first and second rank, in page order."""
    at = shown.find("<h")
    while at >= 0:
        found = _HEADING.match(shown, at)
        if found:
            yield found[2]
        at = shown.find("<h", at + 2)


def _paragraphs(value: object) -> str | None:
    """The article's text as JSON-LD gives it, when it is plain text."""
    return value.strip() or None if isinstance(value, str) and "<" not in value else None


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(value.split()) or None
