"""`python -m benchmarks.reading [--runs N] [--articles N] [--json FILE]`: how fast one core reads news, beside peers.

Every contender is a process of its own, and they take turns. It loads, works through articles that are not counted,
then through the ones that are: once as they come (the figure that counts), and once more, when all words are known.
Processor time counts, so a busy machine tells little less than an idle one. Exit code 1 when a bar is missed. Peers
that are not installed are left out: `uv sync --group bench`.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.measuring import megabytes
from benchmarks.news import news
from benchmarks.peers import PEERS
from tawatur.model import Article

# What a release has to reach on one core of an ordinary machine: articles a second, megabytes at most.
SPEED_BAR, MEMORY_BAR = 100.0, 500.0
_WARM_UP = 300
_SKIPPED = 3  # exit code of a contender whose package is not installed


@dataclass(frozen=True, slots=True)
class Run:
    """Articles a second as they come, and when all words are known; the largest resident set in megabytes."""

    first: float
    again: float
    memory: float


def main() -> int:
    """Measure, and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="processes for each contender; the median counts")
    parser.add_argument("--articles", type=int, default=600, help="how many are counted")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument("--contender", choices=PEERS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contender:
        return _contend(options.contender)

    articles = news(_WARM_UP + options.articles)
    if not articles:
        print("the development data is absent, so nothing is measured")
        return 0
    counted = [len(article.text.split()) for article in articles[_WARM_UP:]]
    print(f"{len(counted)} articles of {statistics.mean(counted):.0f} words, after {_WARM_UP} others; one core each")
    print(f"medians of {options.runs} processes, in articles a second of processor time\n")
    runs = _take_turns(articles, options.runs)
    ours = runs[next(iter(PEERS))]
    print(f"{'':28}{'first':>9}{'again':>9}{'beside it':>11}{'memory':>10}")
    for name, its in runs.items():
        ratio = statistics.median(mine.first / other.first for mine, other in zip(ours, its, strict=True))
        figures = (statistics.median(values) for values in zip(*(asdict(run).values() for run in its), strict=True))
        first, again, memory = figures
        print(f"{name:28}{first:>9.1f}{again:>9.1f}{ratio:>11.3g}{memory:>7.0f} MB")
    for name in PEERS.keys() - runs.keys():
        print(f"{name:28} not installed, so not measured")
    if options.json:
        record = {name: [asdict(run) for run in its] for name, its in runs.items()}
        options.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    fast = statistics.median(run.first for run in ours) >= SPEED_BAR
    small = statistics.median(run.memory for run in ours) <= MEMORY_BAR
    print(f"\nbars: {SPEED_BAR:g} articles a second{_missed(fast)}; {MEMORY_BAR:g} MB{_missed(small)}")
    return int(not (fast and small))


def _missed(met: bool) -> str:
    return "" if met else ", MISSED"


def _take_turns(articles: Sequence[Article], runs: int) -> dict[str, list[Run]]:
    """The runs of every contender that is installed, in rounds, so that all meet the same state of the machine."""
    told = json.dumps([asdict(article) for article in articles])
    found: dict[str, list[Run]] = {name: [] for name in PEERS}
    for _ in range(runs):
        for name in list(found):
            command = [sys.executable, "-m", "benchmarks.reading", "--contender", name]
            done = subprocess.run(command, input=told, capture_output=True, text=True, encoding="utf-8", check=False)
            if done.returncode == _SKIPPED:
                del found[name]
            elif done.returncode:
                raise SystemExit(f"{name} failed:\n{done.stderr}")
            else:
                found[name].append(Run(**json.loads(done.stdout)))
    return found


def _contend(name: str) -> int:
    """One run of one contender, its articles on standard input; prints a `Run` as JSON."""
    rows = json.load(sys.stdin)
    articles = [Article(**{**row, "title": row["title"] and tuple(row["title"]), "chrome": ()}) for row in rows]
    try:
        warm_up, work = (PEERS[name](some) for some in (articles[:_WARM_UP], articles[_WARM_UP:]))
    except ImportError:
        return _SKIPPED
    warm_up()
    speeds = []
    for _ in range(2):
        start = time.process_time()
        work()
        speeds.append((len(articles) - _WARM_UP) / (time.process_time() - start))
    json.dump(asdict(Run(*speeds, megabytes(resource.getrusage(resource.RUSAGE_SELF)))), sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
