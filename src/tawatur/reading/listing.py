"""What lists articles: RSS and Atom feeds, OPML lists of feeds, sitemaps and their indexes.

XML is read by the standard library's parser as far as it is sound, so that what stands before a break is not lost.
Declarations of entities, with which a small file can unfold to gigabytes, are refused: no list needs them.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from tawatur.model import Reason
from tawatur.reading.extras import load
from tawatur.reading.publication import parse
from tawatur.reading.sniffing import Kind

CHUNK = 1 << 16
FULL_WORDS = 100  # of an entry's own content from which it is the article itself and no teaser, by judgement
_ENTITY = re.compile(r"<!ENTITY", re.I)
_TAGS = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """An address that a list names, and what the list says of it; `content` is the HTML of a full text."""

    url: str
    title: str | None = None
    published: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list names: articles, further lists, the site's name, and what was wrong with it."""

    entries: tuple[Entry, ...] = ()
    lists: tuple[str, ...] = ()
    site: str | None = None
    wrong: tuple[Reason, ...] = ()


def read_listing(text: str, kind: Kind, where: str, base: str = "") -> Listing:
    """The list in `text`; `base` is the address it came from, for addresses relative to it."""
    if _ENTITY.search(text):
        return Listing(wrong=(Reason("reading.list.entities", (where,)),))
    if kind == "feed":
        return _feed(text, where, base)
    found = [(name, urljoin(base, url) if base else url, day) for name, url, day in _addresses(text, kind)]
    wrong = () if _whole(text) else (Reason("reading.list.broken", (where, str(len(found)))),)
    if kind == "opml" or any(name == "sitemap" for name, _, _ in found):
        lists = dict.fromkeys(url for name, url, _ in found if name != "url")
        return Listing(lists=tuple(lists), wrong=wrong)
    # The latest first: a list longer than the limit is cut where it matters least.
    newest = sorted(found, key=lambda row: row[2] or "", reverse=True)
    return Listing(entries=tuple(Entry(url) for _, url, _ in newest), wrong=wrong)


def _feed(text: str, where: str, base: str) -> Listing:
    feedparser = load("feedparser", "feeds")
    # A text given as it is would be taken for an address or a file name.
    read = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": base},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    entries, wrong = [], []
    for number, item in enumerate(read.entries, 1):
        link = (item.get("link") or "").strip() or _permalink(item)
        if not link:
            wrong.append(Reason("reading.list.no_link", (f"{where}#{number}",)))
            continue
        entries.append(
            Entry(
                url=urljoin(base, link) if base else link,
                title=_plain(item.get("title")),
                published=parse(item.get("published")) or parse(item.get("updated")),
                content=_content(item),
            )
        )
    if read.bozo and not _whole(text):
        wrong.append(Reason("reading.list.broken", (where, str(len(entries)))))
    return Listing(entries=tuple(entries), site=_plain(read.feed.get("title")), wrong=tuple(wrong))


def _permalink(item: dict[str, str]) -> str:
    own = item.get("id") or ""
    return own if own.startswith(("http://", "https://")) else ""


def _content(item: dict[str, list[dict[str, str]]]) -> str | None:
    """The full text that the entry itself holds, as HTML, or None where it is a teaser at most."""
    given = max((part.get("value") or "" for part in item.get("content") or ()), key=len, default="")
    return given if len(_TAGS.sub(" ", given).split()) >= FULL_WORDS else None


def _plain(value: str | None) -> str | None:
    from html import unescape

    return " ".join(unescape(_TAGS.sub(" ", value or "")).split()) or None


def _addresses(text: str, kind: Kind) -> Iterator[tuple[str, str, str | None]]:
    """`(element, address, last change)` of each address in an OPML list or a sitemap, up to where it is broken."""
    parser: Any = ElementTree.XMLPullParser(("end",))
    for start in range(0, len(text), CHUNK):
        try:
            parser.feed(text[start : start + CHUNK])
            for _, element in parser.read_events():
                name = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
                if kind == "opml":
                    attributes = {key.lower(): value for key, value in element.attrib.items()}
                    if name == "outline" and (url := attributes.get("xmlurl", "").strip()):
                        yield name, url, None
                elif name in ("url", "sitemap"):
                    inside = {child.tag.rpartition("}")[2]: (child.text or "").strip() for child in element}
                    if inside.get("loc"):
                        yield name, inside["loc"], parse(inside.get("lastmod"))
                    element.clear()
        except ElementTree.ParseError:
            return


def _whole(text: str) -> bool:
    """Whether the XML is well formed to its end."""
    parser: Any = ElementTree.XMLPullParser(())
    try:
        for start in range(0, len(text), CHUNK):
            parser.feed(text[start : start + CHUNK])
        parser.close()
    except ElementTree.ParseError:
        return False
    return True
