"""What a text is: JSON, JSON lines, a page, or plain text. Its content decides; the file's name only breaks a doubt."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["json", "jsonl", "html", "feed", "text"]

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|article|main|section|div|p|h1|table|span)\b", re.I)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b")


def sniff(text: str, name: str) -> Kind:
    """The kind of `text`, which came from a file called `name` ("" for standard input)."""
    head = text[:4096].lstrip()
    suffix = PurePath(name).suffix.lower()
    if head.startswith("<"):
        if _FEED.search(head[:1000]):
            return "feed"
        if _PAGE.search(head):
            return "html"
    if suffix in (".jsonl", ".ndjson"):
        return "jsonl"
    if head[:1] in ("{", "["):
        lines = [line for line in text.splitlines()[:50] if line.strip()]
        if len(lines) > 1 and head[0] == "{" and _parses(lines[0]):
            return "jsonl"
        # A news text may begin with a bracket; a file called .json may be broken and should say so.
        return "json" if suffix == ".json" or head[:2] in ('{"', "[{") or _parses(text) else "text"
    if suffix == ".json":
        return "json"
    if suffix in (".html", ".htm", ".xhtml") and _PAGE.search(head):
        return "html"
    return "text"


def _parses(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
