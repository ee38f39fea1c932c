"""Names across scripts: is the true spelling found among 1,000 others?

    python -m evaluation.name_pairs            every pair of ../shared/data/google_transliteration/ar2en-eval.txt
    python -m evaluation.name_pairs --every 10 every tenth pair

Each Arabic name of the pairs (Rosca and Breuel 2016, mined from Wikipedia, single words) is looked for among its Latin
spelling and 1,000 other Latin ones of both files; then each Latin name among Arabic ones. The others are drawn for each
query by a generator seeded with the query itself, and leave out what the data pairs with the same query elsewhere. A
name that is not on the short list of the index counts as not found; names as likely as the true one come before it.
Time is that of one query: keys, short list, likeness; the index is built before. Exit 1 below the floor `LEAST`.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpus import DATA
from tawatur.languages.ar.name_index import NameIndex

FOLDER = DATA / "data" / "google_transliteration"
OTHERS = 1000
LEAST = 0.97
"""Floor of the part found at the first place, in either direction, over all pairs; it may only be raised."""
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """Where the true names came: part at the first place, mean reciprocal rank, part on the short list; seconds."""

    queries: int
    first: float
    reciprocal: float
    listed: float
    seconds: float


def read_pairs(path: Path) -> list[Pair]:
    """(Arabic, Latin) of each line of a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(arabic, latin) for line in lines for arabic, _, latin in [line.partition("\t")] if arabic and latin]


def rank(query: str, true: str, others: Sequence[str]) -> tuple[int | None, float]:
    """The place of the true name among the others, from 1, none when it is not on the short list; seconds it took."""
    index = NameIndex([*others, true])
    started = time.perf_counter()
    found = dict(index.ranked(query))
    seconds = time.perf_counter() - started
    if true not in found:
        return None, seconds
    return sum(likely >= found[true] for likely in found.values()), seconds


def measure(queries: Iterable[Pair], known: Sequence[Pair], others: int = OTHERS) -> Found:
    """Look for the second of each pair by the first, among the second ones of the known pairs."""
    names = sorted({name for _, name in known})
    paired: dict[str, set[str]] = {}
    for query, name in known:
        paired.setdefault(query, set()).add(name)
    places, spent = list[int | None](), 0.0
    for query, true in queries:
        drawn = random.Random(query).sample(names, min(len(names), others + 1 + len(paired[query])))
        chosen = [name for name in drawn if name != true and name not in paired[query]][:others]
        place, seconds = rank(query, true, chosen)
        places.append(place)
        spent += seconds
    n = max(1, len(places))
    listed = [place for place in places if place is not None]
    return Found(len(places), listed.count(1) / n, sum(1 / p for p in listed) / n, len(listed) / n, spent / n)


def main() -> int:
    """Print both directions; 1 when one is below the floor, 0 with a word where the data is absent."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.name_pairs", description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, default=FOLDER, help="folder of ar2en-eval.txt and ar2en-train.txt")
    parser.add_argument("--every", type=int, default=1, help="only every n-th pair")
    given = parser.parse_args()
    files = [given.data / f"ar2en-{part}.txt" for part in ("eval", "train")]
    if not all(file.exists() for file in files):
        print(f"skipped: no name pairs at {given.data}", file=sys.stderr)
        return 0
    queries, learned = map(read_pairs, files)
    known = [*queries, *learned]
    short = False
    for way, turned in (("Arabic to Latin", False), ("Latin to Arabic", True)):
        asked, all_ = ([(b, a) if turned else (a, b) for a, b in pairs] for pairs in (queries, known))
        found = measure(asked[:: given.every], all_)
        print(
            f"{way}: {found.queries} names, each among {OTHERS} others: top-1 {found.first:.4f}  "
            f"MRR {found.reciprocal:.4f}  on the short list {found.listed:.4f}  {found.seconds * 1000:.1f} ms a query"
        )
        short = short or (given.every == 1 and found.first < LEAST)
    if short:
        print(f"Below the floor: top-1 {LEAST}")
    return int(short)


if __name__ == "__main__":
    raise SystemExit(main())
