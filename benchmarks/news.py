"""Real news of about 250 words an article, drawn from the development data by a fixed seed."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

from evaluation.annotated import FILES

from benchmarks.texts import SHARED
from tawatur.model import Article

SETS = (FILES["ant_multisource"], FILES["saudinewsnet"])
LONGEST, SHORTEST, MOST = 250, 200, 300  # words: paragraphs are taken until the first; kept is what is between
_SEED = 20180419


def news(count: int) -> list[Article]:
    """`count` articles, the sets taken in turn. Empty where the development data is absent."""
    paths = [SHARED / "data" / name for name in SETS]
    if not all(path.exists() for path in paths):
        return []
    drawn = [_drawn(path, (count + len(paths) - 1) // len(paths)) for path in paths]
    return [article for together in zip(*drawn, strict=True) for article in together][:count]


def _drawn(path: Path, count: int) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(lines)
    random.Random(_SEED).shuffle(rows)
    found: list[Article] = []
    for line in rows:
        if len(found) < count and (article := _cut(json.loads(line))) is not None:
            found.append(article)
    return found


def _cut(row: dict[str, Any]) -> Article | None:
    """The article up to the end of the paragraph in which it reaches its length; None when that is far from it."""
    kept: list[str] = []
    length = 0
    for paragraph in row["text"].split("\n"):
        if length >= LONGEST:
            break
        kept.append(paragraph)
        length += len(paragraph.split())
    if not SHORTEST <= length <= MOST:
        return None
    title = row.get("title") or ""
    published = row.get("published") or str(row.get("crawled") or "")[:10] or None
    text = "\n".join([title, *kept]) if title else "\n".join(kept)
    return Article(row["id"], row["outlet"], text, (0, len(title)) if title else None, published=published)
