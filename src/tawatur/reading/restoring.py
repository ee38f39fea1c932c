"""What `tawatur fetch` wrote of an article beside its text, taken back: marks, basis of the date, earlier versions.

Whatever is not as that command writes it is left alone: the same keys may stand in anybody's JSON.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tawatur.model import Chrome, Reason, Span, Version
from tawatur.reading.draft import Draft

BASES = frozenset(("input", "feed", "json-ld", "meta", "byline", "url", "none"))


def restored(draft: Draft, item: dict[str, Any]) -> Draft:
    """The draft with what the object remembers of an earlier reading."""
    canonical = item.get("canonical")
    if isinstance(canonical, str) and canonical.startswith(("http://", "https://")):
        draft = replace(draft, declared=canonical)
    if item.get("published_basis") in BASES and draft.published and draft.published_basis == "input":
        draft = replace(draft, published_basis=item["published_basis"])
    marks = item.get("marks")
    if isinstance(marks, dict):
        title, chrome = _span(marks.get("title"), draft.text), marks.get("chrome")
        if isinstance(chrome, list):
            found = tuple(mark for row in chrome if (mark := _mark(row, draft.text)))
            draft = replace(draft, title=title, chrome=found)
    versions = item.get("versions")
    if isinstance(versions, list):
        draft = replace(draft, versions=tuple(version for row in versions if (version := _version(row))))
    return draft


def _span(value: Any, text: str) -> Span | None:
    if not (isinstance(value, list) and len(value) == 2 and all(type(end) is int for end in value)):
        return None
    return (value[0], value[1]) if 0 <= value[0] < value[1] <= len(text) else None


def _mark(row: Any, text: str) -> Chrome | None:
    span = _span(row.get("span"), text) if isinstance(row, dict) else None
    reason = _reason(row.get("reason")) if span else None
    return Chrome(span, reason) if span and reason else None


def _reason(row: Any) -> Reason | None:
    if not (isinstance(row, dict) and isinstance(row.get("code"), str) and isinstance(row.get("values", []), list)):
        return None
    return Reason(row["code"], tuple(map(str, row.get("values", []))))


def _version(row: Any) -> Version | None:
    if not (isinstance(row, dict) and isinstance(row.get("text"), str) and row["text"].strip()):
        return None
    said = {key: row[key] for key in ("url", "published", "fetched", "origin") if isinstance(row.get(key), str)}
    return Version(row["text"], _reason(row.get("reason")) or Reason("reading.version.given"), **said)
