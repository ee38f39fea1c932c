"""`python -m benchmarks.grouping [--sizes N…] [--rounds N] [--long N] [--json FILE]`: grouping, beside peers.

Every contender is a process of its own on one core; they take turns. Reading (outlines; for peers their vectors) and
grouping are timed apart, by processor time. The articles are those of `benchmarks.grouped_news`; `--long` is a run on
shortened rows that releases its stories as they close. Quality is that on the labelled day, for peers at the threshold
that does best there. Exit code 1 when a bar is missed. Peers that are not installed are left out:
`pip install scikit-learn sparse_dot_topn hnswlib`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from evaluation.story_groups import articles_of, score

from benchmarks.grouped_news import article, rows
from benchmarks.grouping_peers import PEERS, best, vectors
from benchmarks.measuring import megabytes
from benchmarks.texts import DAY
from tawatur.grouping import Stream
from tawatur.grouping.outlines import hour_of, outline
from tawatur.model import Article

OURS = "tawatur"
SPEED_BAR, MEMORY_BAR, GROWTH_BAR = 5000.0, 2500.0, 1.3
_AT_ONCE = 2000  # articles read before they are grouped
_SKIPPED = 3
_SLOW = {"SVD, HDBSCAN": 10_000}  # articles up to which a contender is run: its cost grows with their square
_SHORT = 40  # words of the body in shortened rows


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds of processor time for reading and for grouping, the largest resident set in megabytes, the groups."""

    read: float
    grouped: float
    memory: float
    groups: int


def main() -> int:
    """Measure, and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.grouping", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000], help="articles, the least first")
    parser.add_argument(
        "--rounds", type=int, default=3, help="processes for each contender and size; the median counts"
    )
    parser.add_argument("--long", type=int, default=0, help="shortened articles of a further run (1000000)")
    parser.add_argument("--only", nargs="+", choices=[OURS, *PEERS], default=[OURS, *PEERS])
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument("--contender", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contender:
        name, count, words = options.contender
        return _contend(name, int(count), int(words) or None)
    if not list(islice(rows(1), 1)):
        print("the development data is absent, so nothing is measured")
        return 0

    print(f"medians of {options.rounds} processes on one core; microseconds of processor time an article\n")
    print(f"{'':26}{'articles':>10}{'reading':>9}{'grouping':>10}{'a second':>10}{'memory':>10}{'groups':>9}")
    found: dict[str, Any] = {}
    speeds: list[float] = []
    memory = 0.0
    for count in options.sizes:
        runs = _take_turns([name for name in options.only if count <= _SLOW.get(name, count)], count, options.rounds)
        for name, its in runs.items():
            figures = _told(name, count, its)
            found[f"{name}, {count}"] = [asdict(run) for run in its]
            if name == OURS:
                speeds.append(count / figures.grouped)
                memory = max(memory, figures.memory)
    if options.long:
        its = _take_turns([OURS], options.long, 1, _SHORT)[OURS]
        _told(f"{OURS}, shortened", options.long, its)
        found[f"{OURS}, shortened, {options.long}"] = [asdict(run) for run in its]
    if (DAY / "day.gold.json").exists():
        print("\non the labelled day, peers at their best threshold")
        for name in options.only:
            if row := _quality(name):
                found[f"{name}, quality"] = row
                print(
                    f"{name:26} " + "  ".join(f"{key} {row[key]:.3f}" for key in ("bcubed_f", "pair_f", "hard_pairs"))
                )
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    if not speeds:
        return 0
    met = (speeds[-1] >= SPEED_BAR, memory <= MEMORY_BAR, speeds[0] / speeds[-1] <= GROWTH_BAR)
    said = [
        f"{SPEED_BAR:g} articles a second",
        f"{MEMORY_BAR:g} MB",
        f"{GROWTH_BAR:g} times the cost of the least size",
    ]
    print("\nbars: " + "; ".join(bar + ("" if ok else ", MISSED") for bar, ok in zip(said, met, strict=True)))
    return int(not all(met))


def _told(name: str, count: int, its: Sequence[Run]) -> Run:
    """Print the medians of some runs; they come back."""
    read, grouped, memory, groups = (
        statistics.median(values) for values in zip(*(asdict(run).values() for run in its), strict=True)
    )
    print(
        f"{name:26}{count:>10}{1e6 * read / count:>9.0f}{1e6 * grouped / count:>10.0f}{count / grouped:>10.0f}"
        f"{memory:>7.0f} MB{groups:>9.0f}",
        flush=True,
    )
    return Run(read, grouped, memory, int(groups))


def _take_turns(names: Sequence[str], count: int, rounds: int, words: int = 0) -> dict[str, list[Run]]:
    """The runs of every contender that is installed, in rounds, so that all meet the same state of the machine."""
    found: dict[str, list[Run]] = {name: [] for name in names}
    one = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    for _ in range(rounds):
        for name in list(found):
            command = [sys.executable, "-m", "benchmarks.grouping", "--contender", name, str(count), str(words)]
            done = subprocess.run(
                command, capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, **one}
            )
            if done.returncode == _SKIPPED:
                print(f"{name:26} not installed, so not measured")
                del found[name]
            elif done.returncode:
                raise SystemExit(f"{name} failed:\n{done.stderr}")
            else:
                found[name].append(Run(**json.loads(done.stdout)))
    return found


def _contend(name: str, count: int, words: int | None) -> int:
    """One run of one contender; prints a `Run` as JSON."""
    try:
        run = (
            _ours(map(article, rows(count, words)), released=words is not None) if name == OURS else _peer(name, count)
        )
    except ImportError:
        return _SKIPPED
    json.dump(asdict(run), sys.stdout)
    return 0


def _ours(articles: Iterator[Article], *, released: bool) -> Run:
    """The stream, after a warm-up that loads its kernels and its lexicons; all stories are told in the end."""
    warm = [outline(one) for one in _day()]
    for stream in (Stream(), Stream()):
        for one in warm:
            stream.add(one)
        stream.stories()
    stream, groups, read, grouped = Stream(), 0, 0.0, 0.0
    while some := list(islice(articles, _AT_ONCE)):
        start = time.process_time()
        outlines = [outline(one) for one in some]
        middle = time.process_time()
        for one in outlines:
            stream.add(one)
        if released:
            groups += len(stream.release().stories)
        read, grouped = read + middle - start, grouped + time.process_time() - middle
    start = time.process_time()
    groups += len(stream.stories().stories)
    grouped += time.process_time() - start
    return Run(read, grouped, megabytes(resource.getrusage(resource.RUSAGE_SELF)), groups)


def _peer(name: str, count: int) -> Run:
    threshold = best(name, _day(), _hours(_day()), lambda found: score(found, _gold())["pair_f"])
    articles = [article(row) for row in rows(count)]
    hours = _hours(articles)
    start = time.process_time()
    words = vectors(articles)
    middle = time.process_time()
    groups = len(PEERS[name][0](articles, hours, words)(threshold))
    end = time.process_time()
    return Run(middle - start, end - middle, megabytes(resource.getrusage(resource.RUSAGE_SELF)), groups)


def _quality(name: str) -> dict[str, float]:
    """What a contender scores on the labelled day; nothing where it is not installed."""
    articles, gold = _day(), _gold()
    if name == OURS:
        stream = Stream()
        for one in sorted(articles, key=lambda one: (hour_of(one.published) or 0.0, one.id)):
            stream.add(one)
        return score([story.members for story in stream.stories().stories], gold)
    try:
        words, hours = vectors(articles), _hours(articles)
        grouped = PEERS[name][0](articles, hours, words)
    except ImportError:
        return {}
    return max((score(grouped(at), gold) for at in PEERS[name][1]), key=lambda row: row["pair_f"])


def _day() -> list[Article]:
    lines = (DAY / "day.in.jsonl").read_text(encoding="utf-8").splitlines()
    return articles_of(map(json.loads, lines))


def _gold() -> Any:
    return json.loads((DAY / "day.gold.json").read_text(encoding="utf-8"))


def _hours(articles: Sequence[Article]) -> list[float]:
    return [hour_of(one.published) or 0.0 for one in articles]


if __name__ == "__main__":
    sys.exit(main())
