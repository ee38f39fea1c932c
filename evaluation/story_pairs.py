"""Days of articles whose grouping into stories was judged by reading, kept as ids, hashes and labels.

A line of `annotation/story_pairs.jsonl` is a day, or two days (UTC, `first` to `last`), of the development articles:
`articles` are those that looked alike to at least one other (`id`, `sha256` of title, line break, text), `stories`
groups them by their place in that list, `unsure` holds the pairs that a reader may well join or not. Two of the
articles in no story together, and not unsure, report different happenings; so do any two of the day where it is
`whole`. A line with a text that is absent or differs is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.annotated import FOLDER, unchanged

FILE = FOLDER / "story_pairs.jsonl"


@dataclass(frozen=True, slots=True)
class Day:
    """One judged stretch: its days, the articles that were read, the stories of two and more, the pairs left open."""

    first: str
    last: str
    corpus: str
    whole: bool
    articles: frozenset[str]
    stories: tuple[frozenset[str], ...]
    unsure: frozenset[tuple[str, str]]

    def same(self, a: str, b: str) -> bool | None:
        """Whether two articles of the days report one happening; None where that is left open."""
        if (min(a, b), max(a, b)) in self.unsure or not (self.whole or {a, b} <= self.articles):
            return None
        return any(a in story and b in story for story in self.stories)


def judged_days(data: Path) -> Iterator[Day]:
    """The days whose texts stand under `data` unchanged, in order."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ids = [article["id"] for article in row["articles"]]
        if unchanged([{**article, "corpus": row["corpus"]} for article in row["articles"]], data):
            stories = tuple(frozenset(ids[at] for at in story) for story in row["stories"])
            unsure = frozenset((min(ids[a], ids[b]), max(ids[a], ids[b])) for a, b in row["unsure"])
            yield Day(row["first"], row["last"], row["corpus"], row["whole"], frozenset(ids), stories, unsure)
