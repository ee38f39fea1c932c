"""A long stream of news for grouping, built from the development data by a fixed seed.

The 16,744 articles of `ant_multisource` come at their own times (February to May 2018). The 15,042 of `saudinewsnet`
have no time but that at which they were fetched, on eight of eleven days; these are stretched over four weeks (within
what a day becomes, the times are drawn by the seed), of which four are laid end to end. To fill them, both sets are
repeated as other *worlds*: the same stories told in other words, so that no repeat is a copy of the first. In a world
every stem but the `_KEPT` most frequent ones, and but names of places and days, changes with one that is about as
frequent (by blocks of ranks, shuffled); its forms become forms of that one. So stories keep their shape, rare words
stay rare, and two worlds share what two different stories share. What is more than 100,000 articles begins again, in
further worlds, after the four months.
"""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from evaluation.annotated import FILES

from benchmarks.texts import SHARED
from tawatur.grouping.lexis import STEM, TOLD, WORDS, Lexicon
from tawatur.model import Article

Row = dict[str, Any]

_SEED = 20180419
_KEPT, _BLOCK = 300, 100
_MOST = 2 * 7  # tables of worlds in memory
_START, _FETCHED = datetime(2018, 2, 1), datetime(2015, 7, 21)
_STRETCH, _MONTH, _MONTHS = timedelta(days=28 / 11), timedelta(days=28), 4
_ROUND, _IN_ROUND = timedelta(days=120), 100_000
_REPEATS = 3  # of the first set, the last cut short by what a round holds


def rows(count: int, words: int | None = None, squeeze: float = 1.0) -> Iterator[Row]:
    """`count` articles in the order of time (`id`, `outlet`, `title`, `text`, `published`); none where data is absent.

    `words` shortens the texts to so many. `squeeze` sets the articles so many times closer together.
    """
    paths = [SHARED / "data" / FILES[name] for name in ("ant_multisource", "saudinewsnet")]
    if not all(path.exists() for path in paths):
        return
    ant, saudi = map(_read, paths)
    worlds = Worlds([f"{row['title']}\n{row['text']}" for row in ant + saudi])
    for number in range(-(-count // _IN_ROUND)):
        for row, at, world in _round(ant, saudi, number)[: count - number * _IN_ROUND]:
            title, _, text = worlds.told(f"{row['title']}\n{_cut(row['text'], words)}", world).partition("\n")
            yield {
                "id": f"{row['id']}.{world}",
                "outlet": row["outlet"],
                "title": title,
                "text": text,
                "published": (_START + (at - _START) / squeeze).strftime("%Y-%m-%dT%H:%M:%SZ"),
            }


def _round(ant: list[Row], saudi: list[Row], number: int) -> list[tuple[Row, datetime, int]]:
    """The articles of four months, with their times and their worlds."""
    begin, first = number * _ROUND, number * (_REPEATS + _MONTHS)
    drawn, laid = random.Random(_SEED), []
    for month in range(_MONTHS):
        for row in saudi:
            day = (datetime.fromisoformat(row["crawled"]) - _FETCHED).days
            at = _START + (day + drawn.random()) * _STRETCH + month * _MONTH + begin
            laid.append((row, at, first + month))
    for repeat in range(_REPEATS):
        for row in random.Random(_SEED).sample(ant, min(len(ant), _IN_ROUND - len(laid))):
            at = datetime.fromisoformat(row["published"][:19]) + begin
            laid.append((row, at, first + (_MONTHS + repeat if repeat else 0)))
    return sorted(laid, key=lambda one: (one[1], one[2], one[0]["id"]))


def _cut(text: str, words: int | None) -> str:
    return text if words is None else " ".join(text.split()[:words])


def _read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def article(row: Row) -> Article:
    """A row as the program stores it."""
    text = f"{row['title']}\n{row['text']}"
    return Article(row["id"], row["outlet"], text, (0, len(row["title"])), published=row["published"])


class Worlds:
    """The words of these texts, exchanged in each world in another way; world 0 is as it is."""

    def __init__(self, texts: list[str]) -> None:
        known, held = Lexicon(), Counter[str]()
        for text in texts:
            held.update(WORDS.findall(text))
        forms: dict[int, list[str]] = {}
        often = Counter[int]()
        for form, count in held.most_common():
            number = known[form]
            stem = int(known.columns[number, STEM])
            if stem and not known.columns[number, TOLD]:
                forms.setdefault(stem, []).append(form)
                often[stem] += count
        self._forms = [forms[stem] for stem, _ in often.most_common()][_KEPT:]
        self._tables: dict[int, dict[str, str]] = {0: {}}

    def told(self, text: str, world: int) -> str:
        """A text in the words of a world."""
        table = self._table(world)
        return WORDS.sub(lambda found: table.get(found[0], found[0]), text) if table else text

    def _table(self, world: int) -> dict[str, str]:
        if world not in self._tables:
            places, chance = list(range(len(self._forms))), random.Random(_SEED * world)
            for first in range(0, len(places), _BLOCK):
                block = places[first : first + _BLOCK]
                chance.shuffle(block)
                places[first : first + _BLOCK] = block
            self._tables[world] = {
                form: self._forms[other][min(at, len(self._forms[other]) - 1)]
                for mine, other in zip(self._forms, places, strict=True)
                for at, form in enumerate(mine)
            }
            if len(self._tables) > _MOST:
                del self._tables[min(set(self._tables) - {0})]
        return self._tables[world]
