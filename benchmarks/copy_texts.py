"""What copying is measured on: the Saudi news of July 2015, their words as lists, and the exact answer.

The answer: pairs of articles of different outlets of which one has at least a fifth of the other's different runs of
eight successive words, the other being the one that has fewer. Words are those of `languages.ar.script.words`, folded,
signs left out, headline and text together. It is found by an inverted index of all runs, without any hashing of ours.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from evaluation.annotated import FILES

from benchmarks.texts import SHARED
from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.reading.outlets import outlet_of

LEAST, RUN = 0.2, 8
Pairs = dict[tuple[int, int], float]
# Names of outlets that their addresses do not tell, for credits; the set's own keys are not those of the lexicon.
_NAMES = {"alwatan": "الوطن"}


def news(corpus: str = "saudinewsnet", dated: bool = False) -> list[Article]:
    """The articles of a corpus, in its order; empty where the development data is absent. Crawl dates are no dates."""
    return [
        Article(
            row["id"],
            row["outlet"],
            f"{row['title']}\n{row['text']}",
            (0, len(row["title"])),
            outlet_name=_NAMES.get(row["outlet"]) or outlet_of(None, row.get("url"), None, row["id"])[1],
            published=row.get("published") if dated else None,
        )
        for row in _rows(corpus)
    ]


def _rows(corpus: str) -> Iterator[dict[str, Any]]:
    path = SHARED / "data" / FILES[corpus]
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def worded(article: Article, folded: bool) -> list[str]:
    """The words of an article as they are written, or folded."""
    found = [word for word in words(article.text) if word.text[0].isalnum() and word.folded]
    return [word.folded if folded else word.text for word in found]


def runs(found: list[str], size: int) -> set[str]:
    """The different runs of `size` words."""
    return set(map(" ".join, zip(*(found[at:] for at in range(size)), strict=False)))


def exact_pairs(articles: list[Article], folded: bool = True) -> Pairs:
    """The answer, with the part of each pair; articles by their places."""
    holders: dict[str, int | list[int]] = {}
    sizes = []
    for at, article in enumerate(articles):
        own = runs(worded(article, folded), RUN)
        sizes.append(len(own))
        for run in own:
            held = holders.get(run)
            if held is None:
                holders[run] = at  # most runs have one holder, and a list for each would fill the memory
            elif isinstance(held, int):
                holders[run] = [held, at]
            else:
                held.append(at)
    shared = Counter[tuple[int, int]]()
    for held in holders.values():
        if isinstance(held, list):
            shared.update(
                (a, b) for place, b in enumerate(held) for a in held[:place] if articles[a].outlet != articles[b].outlet
            )
    parts = {pair: count / min(sizes[pair[0]], sizes[pair[1]]) for pair, count in shared.items()}
    return {pair: part for pair, part in parts.items() if part >= LEAST}
