"""`python -m benchmarks.copies [--runs N] [--only NAME …] [--growth] [--json FILE]`: copies in a corpus, beside peers.

On the Saudi news of July 2015 (15,042 articles of twelve outlets), the exact answer is computed once
(`benchmarks.copy_texts` says what it is), and every contender, a process of its own each time, is measured against it:
recall, precision, articles a second of processor time on one core, the largest resident set. Peers read the words as
written and folded; both are held to the one answer, of folded words. What is not installed is left out:
`pip install datasketch rensa`. With `--growth`, candidates and time an article as the corpus doubles twice. Exit code
1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from benchmarks.copy_finders import FINDERS
from benchmarks.copy_texts import LEAST, exact_pairs, news
from benchmarks.measuring import megabytes

RECALL_BAR, PRECISION_BAR, CANDIDATES_BAR, ALIGNED_BAR = 0.98, 0.95, 20_000.0, 10_000.0
_ABSENT = 3  # exit code of a contender whose package is not installed
_ONE_CORE = {"NUMBA_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One configuration of a contender in one run: how good it is, how fast, and the memory of its process."""

    name: str
    recall: float
    precision: float
    speeds: dict[str, float]
    notes: dict[str, float]
    memory: float


def main() -> int:
    """Measure, and say how it went."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.copies", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="processes for each contender; the medians count")
    parser.add_argument("--only", nargs="*", choices=FINDERS, default=list(FINDERS), help="these contenders")
    parser.add_argument("--growth", action="store_true", help="measure the corpus at once, twice and four times a size")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    parser.add_argument("--contender", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.contender:
        return _contend(*options.contender)
    articles = news()
    if not articles:
        print("the development data is absent, so nothing is measured")
        return 0
    if options.growth:
        return _growth()
    with tempfile.TemporaryDirectory() as folder:
        path, exact = Path(folder) / "exact", exact_pairs(articles)
        path.write_bytes(pickle.dumps(exact))
        raw = exact_pairs(articles, folded=False)
        print(f"{len(articles)} articles; {len(exact)} pairs of two outlets share {LEAST:.0%} of their runs of 8 words")
        print(f"({len(raw)} when words are not folded, {len(raw.keys() & exact.keys())} of them the same)")
        print(f"medians of {options.runs} processes, articles a second of processor time\n")
        found = _take_turns(options.only, options.runs, path)
    ours = _shown(found)
    if options.json:
        record = {name: [[asdict(answer) for answer in run] for run in its] for name, its in found.items()}
        options.json.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 0 if not ours else int(not _bars(ours))


def _take_turns(names: list[str], runs: int, exact: Path) -> dict[str, list[list[Answer]]]:
    """The runs of every contender that is installed, in rounds."""
    contenders = [(n, w) for n in names for w in (("folded",) if n == "tawatur" else ("folded", "raw"))]
    found: dict[str, list[list[Answer]]] = {}
    for _ in range(runs):
        for name, wording in contenders:
            command = [sys.executable, "-m", "benchmarks.copies", "--contender", name, wording, str(exact)]
            environment = {**os.environ, **_ONE_CORE}
            done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
            if done.returncode == _ABSENT:
                print(f"{name} is not installed, so not measured: pip install {name}")
            elif done.returncode:
                raise SystemExit(f"{name} failed:\n{done.stderr}")
            else:
                answers = [Answer(**answer) for answer in json.loads(done.stdout)]
                found.setdefault(f"{name}, {wording}", []).append(answers)
        contenders = [one for one in contenders if ", ".join(one) in found]
    return found


def _shown(found: dict[str, list[list[Answer]]]) -> Answer | None:
    """Print the medians; those of tawatur come back."""
    ours = None
    print(f"{'':38}{'recall':>8}{'precision':>11}{'articles/s':>12}{'memory':>10}")
    for name, its in found.items():
        for same in zip(*its, strict=True):
            middle = _median(list(same))
            ours = middle if name.startswith("tawatur") else ours
            title = name if middle.name == "tawatur" else f"{name}, {middle.name}"
            (kind, speed), *more = middle.speeds.items()
            quality = f"{middle.recall:>8.4f}{middle.precision:>11.4f}"
            print(f"{title:38}{quality}{speed:>12,.0f}{middle.memory:>7.0f} MB  {kind}")
            for kind, speed in more:
                print(f"{'':38}{'':19}{speed:>12,.0f}{'':12}{kind}")
            if middle.notes:
                print(" " * 38 + ", ".join(f"{key} {value:,.0f}" for key, value in middle.notes.items()))
    return ours


def _median(same: list[Answer]) -> Answer:
    speeds = {kind: statistics.median(answer.speeds[kind] for answer in same) for kind in same[0].speeds}
    memory = statistics.median(answer.memory for answer in same)
    first = same[0]
    return Answer(first.name, first.recall, first.precision, speeds, first.notes, memory)


def _bars(ours: Answer) -> bool:
    held = {
        f"recall {RECALL_BAR:g}": ours.recall >= RECALL_BAR,
        f"precision {PRECISION_BAR:g}": ours.precision >= PRECISION_BAR,
        f"{CANDIDATES_BAR:,.0f} articles a second for candidates": ours.speeds["candidates"] >= CANDIDATES_BAR,
        f"{ALIGNED_BAR:,.0f} with passages": ours.speeds["aligned"] >= ALIGNED_BAR,
    }
    print("\nbars: " + "; ".join(bar + ("" if met else ", MISSED") for bar, met in held.items()))
    return all(held.values())


def _contend(name: str, wording: str, exact: str) -> int:
    """One run of one contender; prints its answers as JSON."""
    articles, pairs = news(), set(pickle.loads(Path(exact).read_bytes()))
    answers: list[dict[str, Any]] = []
    try:
        for found in FINDERS[name](articles, wording == "folded"):
            right = len(found.pairs & pairs)
            recall, precision = right / len(pairs), right / max(1, len(found.pairs))
            memory = megabytes(resource.getrusage(resource.RUSAGE_SELF))
            answers.append(asdict(Answer(found.name, recall, precision, found.speeds, found.notes, memory)))
    except ImportError:
        return _ABSENT
    json.dump(answers, sys.stdout)
    return 0


def _growth() -> int:
    """Half of the Saudi news, all of it, and as many articles of another corpus added, of other weeks and outlets."""
    from tawatur.stories import find_copies_among

    saudi, others = news(), sorted(news("ant_multisource", dated=True), key=lambda article: article.published or "")
    find_copies_among(saudi[:300])
    print(f"{'articles':>10}{'candidates':>12}{'an article':>12}{'told':>8}{'ms an article':>15}")
    for articles in (saudi[: len(saudi) // 2], saudi, [*saudi, *others[: len(saudi)]]):
        start = time.process_time()
        found = find_copies_among(articles)
        spent = time.process_time() - start
        number = len(articles)
        each = f"{found.aligned / number:>12.2f}{len(found.pairs):>8,}{1000 * spent / number:>15.3f}"
        print(f"{number:>10,}{found.aligned:>12,}{each}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
