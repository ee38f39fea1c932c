"""Articles as JSON lines, one a line, as `tawatur fetch` writes them and every input of tawatur reads them back."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from tawatur.model import Article, Change, Reason, Version


def article_line(article: Article) -> str:
    """The article as one line of JSON with a line break.

    `title` and `text` are those of the article; `marks` hold what was found of the page in them, as spans of code
    points in title, line break and text; `versions` are earlier texts, oldest first, each with the words that the next
    one has in their place. What is not known is left out.
    """
    title, body = _parted(article)
    marks = {
        "title": list(article.title) if article.title else None,
        "chrome": [{"span": list(mark.span), "reason": _reason(mark.reason)} for mark in article.chrome],
    }
    row = {
        "id": article.id,
        "url": article.url,
        "canonical": article.canonical or article.url,
        "outlet": None if article.outlet.startswith("unknown:") else article.outlet,
        "outlet_name": article.outlet_name,
        "title": title,
        "text": body,
        "published": article.published,
        "published_basis": article.published_basis if article.published else None,
        "fetched": article.fetched,
        "language": article.language if article.language != "und" else None,
        "origin": article.origin or None,
        "marks": marks,
        "versions": version_rows(article, _reason) or None,
    }
    kept = {key: value for key, value in row.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def version_rows(article: Article, reason: Callable[[Reason], Any]) -> list[dict[str, Any]]:
    """The earlier texts of an article as plain JSON values, each with the words that the next has in their place."""
    after = [version.text for version in article.versions[1:]] + [article.text]
    return [_version(version, later, reason) for version, later in zip(article.versions, after, strict=False)]


def _version(version: Version, later: str, reason: Callable[[Reason], Any]) -> dict[str, Any]:
    said = {key: getattr(version, key) for key in ("url", "published", "fetched", "origin")}
    return {key: value for key, value in said.items() if value} | {
        "reason": reason(version.reason),
        "words_added": version.added,
        "words_removed": version.removed,
        "changes": [_change(change, version.text, later) for change in version.changes],
        "text": version.text,
    }


def _change(change: Change, before: str, after: str) -> dict[str, Any]:
    return {
        "before": before[slice(*change.before)],
        "after": after[slice(*change.after)],
        "spans": [list(change.before), list(change.after)],
    }


def _parted(article: Article) -> tuple[str | None, str]:
    """Headline and text, where the stored text is the one, a line break and the other."""
    if article.title and article.title[0] == 0 and article.text[article.title[1] :][:1] == "\n":
        return article.text[: article.title[1]], article.text[article.title[1] + 1 :]
    return None, article.text


def _reason(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code, "values": list(reason.values)}
