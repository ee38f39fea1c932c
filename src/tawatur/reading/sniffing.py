"""What a text is: JSON, JSON lines, a page, a list of articles, or plain text.

Its content decides; the file's name only breaks a doubt.
"""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import Literal, cast

Kind = Literal["json", "jsonl", "html", "feed", "opml", "sitemap", "text"]

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|article|main|section|div|p|h1|table|span)\b", re.I)
_LIST = re.compile(r"<(?:(?P<feed>rss|feed|rdf:RDF)|(?P<opml>opml)|(?:\w+:)?(?P<sitemap>urlset|sitemapindex))\b")


def sniff(text: str, name: str) -> Kind:
    """The kind of `text`, which came from a file called `name` ("" for standard input)."""
    head = text[:4096].lstrip()
    suffix = PurePath(name).suffix.lower()
    if head.startswith("<"):
        if listed := _LIST.search(head[:1000]):
            return cast(Kind, listed.lastgroup)
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
