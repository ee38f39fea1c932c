"""Articles in JSON: one object, a list, `{"articles": […]}`, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tawatur.model import Reason, Reject
from tawatur.reading.draft import Draft
from tawatur.reading.inputs import empty
from tawatur.reading.plain import read_titled
from tawatur.reading.publication import from_url, parse
from tawatur.reading.restoring import restored

SHOWN = 60  # code points of a value that is no article
TITLE = ("title", "headline", "name")
TEXT = ("text", "body", "content", "articleBody", "article_body", "article", "maintext", "content_text")
URL = ("url", "link", "canonical", "href", "mainEntityOfPage")
DATE = (
    "published",
    "date",
    "datePublished",
    "date_published",
    "published_at",
    "publishedAt",
    "pubDate",
    "pubdate",
    "publish_date",
    "timestamp",
)
HTML = ("html", "raw_html")
OUTLET_NAME = ("outlet_name", "outletName", "source_name", "publisher_name")
OUTLET = ("outlet", "source", "publisher", "site", "site_name", "sitename")
ID = ("id", "article_id", "guid")
LANGUAGE = ("language", "inLanguage", "lang")
KEPT = ("canonical", "fetched", "published_basis", "marks", "versions")  # what `tawatur fetch` writes beside
FIELDS = frozenset((*TITLE, *TEXT, *URL, *DATE, *HTML, *OUTLET_NAME, *OUTLET, *ID, *LANGUAGE, *KEPT))


def read_json(text: str, where: str, stem: str) -> Iterator[Draft | Reject]:
    """Every article of a JSON document; a broken one is rejected with its line and column."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        yield Reject(where, Reason("reading.json", (where, str(error.lineno), str(error.colno))))
        return
    except (ValueError, RecursionError):
        yield Reject(where, Reason("reading.json", (where, "1", "1")))
        return
    if isinstance(value, dict) and isinstance(value.get("articles"), list):
        value = value["articles"]
    if not isinstance(value, list):
        yield read_record(value, where, stem)
        return
    if not value:
        yield Reject(where, empty(where))
    for number, item in enumerate(value, 1):
        yield read_record(item, f"{where}#{number}", stem and f"{stem}-{number}")


def read_lines(text: str, where: str, stem: str, first: int = 1) -> Iterator[Draft | Reject]:
    """Every article of a JSON-lines document; a broken line is rejected by its number and the rest is read.

    `first` is the number of the first line, where the text is a part of a document.
    """
    for number, line in enumerate(text.split("\n"), first):
        if not line.strip():
            continue
        place = f"{where}:{number}"
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            column = str(getattr(error, "colno", 1))
            yield Reject(place, Reason("reading.json_line", (where, str(number), column)))
            continue
        yield read_record(value, place, stem and f"{stem}-{number}")


def read_record(item: Any, where: str, stem: str) -> Draft | Reject:
    """A draft of one article given as an object, or why it is none."""
    if not isinstance(item, dict):
        return Reject(where, Reason("reading.not_record", (where, _short(item))))
    title, body = _first(item, TITLE) or "", _first(item, TEXT, numbers=False)
    if body is None:
        page = _first(item, HTML, numbers=False)
        if page is not None:
            return _page(item, page, where, stem)
        wrong = next((item[key] for key in TEXT if item.get(key) not in (None, "") and not _blank(item[key])), None)
        if wrong is not None:
            return Reject(where, Reason("reading.text_not_text", (where, _short(wrong))))
        return Reject(where, Reason("reading.no_text", (where,)))
    text, span, chrome, byline = read_titled(title, body)
    url = _first(item, URL)
    published = next((value for key in DATE if (value := parse(item.get(key)))), None)
    basis = "input" if published else "byline" if byline else "none"
    published = published or byline
    if not published and (published := from_url(url)):
        basis = "url"
    draft = Draft(
        text=text,
        where=where,
        stem=stem,
        title=span,
        chrome=chrome,
        url=url,
        published=published,
        published_basis=basis,
        remarks=_unread_date(item) if basis != "input" else (),
    )
    return restored(_named(draft, item), item)


def _page(item: dict[str, Any], page: str, where: str, stem: str) -> Draft | Reject:
    """A draft of an object that holds a page's HTML; what the object says goes before what the page says."""
    from tawatur.reading.html import read_html

    draft = read_html(page, where, stem)
    if isinstance(draft, Reject):
        return draft
    published = next((value for key in DATE if (value := parse(item.get(key)))), None)
    url = _first(item, URL)
    draft = replace(draft, url=url or draft.url, declared=draft.url)
    if published:
        draft = replace(draft, published=published, published_basis="input")
    return _named(draft, item)


def _named(draft: Draft, item: dict[str, Any]) -> Draft:
    """The draft with id, outlet and language as the object gives them."""
    return replace(
        draft,
        id=_first(item, ID),
        outlet=(_first(item, OUTLET) or "").strip() or None,
        outlet_name=(_first(item, OUTLET_NAME) or "").strip() or None,
        language=_language(item),
        fetched=parse(item.get("fetched")),
    )


def _unread_date(item: dict[str, Any]) -> tuple[Reason, ...]:
    given = next((item[key] for key in DATE if item.get(key) not in (None, "", [], {})), None)
    return () if given is None else (Reason("reading.date_unread", (_short(given),)),)


def _blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _short(value: Any) -> str:
    """A JSON value as it was written, cut where it is long."""
    try:
        text = _sound(value) if isinstance(value, str) else _sound(json.dumps(value, ensure_ascii=False))
    except (ValueError, RecursionError):
        return "…"
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


def _first(item: dict[str, Any], keys: tuple[str, ...], *, numbers: bool = True) -> str | None:
    """The first non-blank string under one of the keys; objects give their name, numbers become strings if wanted."""
    for key in keys:
        value = item.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("@id") or value.get("url")
        if numbers and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return _sound(value)
    return None


def _language(item: dict[str, Any]) -> str | None:
    value = next((item[key] for key in LANGUAGE if item.get(key)), None)
    return value.split("-")[0].lower() if isinstance(value, str) and 2 <= len(value.split("-")[0]) <= 3 else None


def _sound(value: str) -> str:
    """JSON may escape half of a surrogate pair, which no file can hold; U+FFFD takes its place, length unchanged."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
    return value
