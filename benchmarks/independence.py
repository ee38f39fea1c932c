"""`python -m benchmarks.independence [--node DIR] [--python EXE] [--coverage FILE] [--held-out DIR] [--json FILE]`

How many independent origins a claim has, by every counter, against the annotation: the claims of the development
stories that several outlets carry, and the origin cases. Peers lie outside of this repository, under the folders named;
what is not named is left out, with a word. tawatur reads the stories with models that never saw them (`--held-out`, a
folder that `python -m evaluation --held-out` filled); without it that row is left out too.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from evaluation.scoring import balanced, f1_row

from benchmarks.independence_own import OWN
from benchmarks.independence_peers import PEERS, Answers, Places, answers, plain_counts
from benchmarks.independence_questions import Question, questions
from benchmarks.texts import SHARED


@dataclass(frozen=True, slots=True)
class Row:
    """How a counter did on the questions of one corpus; shares from 0 to 1.

    exact: its number is the lower bound; within: it lies in the interval; over: above the upper bound; unanswered: it
    gave none, which is held to be wrong. balanced is the mean share right of the classes none, one, several;
    corroborated the F1 of finding those with two or more for certain.
    """

    counter: str
    corpus: str
    exact: float
    within: float
    over: float
    unanswered: float
    balanced: float
    corroborated: float


def scored(counter: str, corpus: str, truth: Sequence[tuple[int, int]], found: Answers) -> Row:
    """The row of a counter from the true intervals and its numbers for them."""
    counts: Counter[str] = Counter()
    for (low, high), number in zip(truth, found, strict=True):
        kind = min(low, 2)
        counts[f"all{kind}"] += 1
        if number is None:
            counts["unanswered"] += 1
            continue
        counts["exact"] += number == low
        counts["within"] += low <= number <= high
        counts["over"] += number > high
        counts[f"right{kind}"] += min(number, 2) == kind
        counts["tp"] += number >= 2 and low >= 2
        counts["fp"] += number >= 2 and high < 2
    share = {key: counts[key] / len(truth) if truth else 0.0 for key in ("exact", "within", "over", "unanswered")}
    classes = {kind: (counts[f"right{kind}"], counts[f"all{kind}"]) for kind in range(3)}
    corroborated = f1_row("corroborated", counts["tp"], counts["fp"], counts["all2"] - counts["tp"]).value
    return Row(counter, corpus, **share, balanced=balanced(classes), corroborated=corroborated)


def main() -> int:
    """Ask every counter that is at hand, and print one table for each corpus."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.independence", description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED, help="folder that holds gold/")
    parser.add_argument("--node", type=Path, help="folder whose node_modules has corroborate-mcp and @sourcedhq/core")
    parser.add_argument("--python", type=Path, help="a Python that has rootmemory, isnad and requests")
    parser.add_argument("--coverage", type=Path, help="coverage.py of bullshit-detector's skill coverage-check")
    parser.add_argument("--held-out", type=Path, help="folder of the models that never saw a story")
    parser.add_argument("--json", type=Path, help="write the figures to this file as well")
    options = parser.parse_args()

    every = questions(options.data)
    if not every:
        print("the development data is absent, so nothing is measured")
        return 0
    rows, absent = _asked(every, Places(options.node, options.python, options.coverage))
    for name, own in OWN.items():
        found = own(options.data, options.held_out)
        if found is None:
            absent.append(name)
        else:
            rows += _scored(name, every, [found.get(question.id) for question in every])
    for corpus in dict.fromkeys(question.corpus for question in every):
        _show(corpus, [question.independent for question in every if question.corpus == corpus], rows)
    if absent:
        print(f"\nnot at hand, so not asked: {'; '.join(absent)}")
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    return 0


def _asked(every: Sequence[Question], places: Places) -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    absent: list[str] = []
    for name, count in plain_counts().items():
        rows += _scored(name, every, [count(question) for question in every])
    for peer in PEERS:
        found = answers(peer, every, places)
        if found is None:
            absent.append(peer.name)
        else:
            rows += _scored(peer.name, every, found)
    return rows, absent


def _scored(name: str, every: Sequence[Question], found: Answers) -> list[Row]:
    rows = []
    for corpus in dict.fromkeys(question.corpus for question in every):
        pairs = [(q.independent, n) for q, n in zip(every, found, strict=True) if q.corpus == corpus]
        rows.append(scored(name, corpus, [truth for truth, _ in pairs], [number for _, number in pairs]))
    return rows


def _show(corpus: str, truth: Sequence[tuple[int, int]], rows: Sequence[Row]) -> None:
    kinds = Counter(min(low, 2) for low, _ in truth)
    print(f"\n{corpus}: no origin {kinds[0]}, one {kinds[1]}, two or more for certain {kinds[2]}", end="")
    print(f"\n{f'{len(truth)} claims':48}{'exact':>9}{'within':>9}{'over':>9}{'no answer':>11}", end="")
    print(f"{'balanced':>10}{'corroborated F1':>17}")
    for row in rows:
        if row.corpus == corpus:
            shares = f"{row.exact:>9.3f}{row.within:>9.3f}{row.over:>9.3f}{row.unanswered:>11.3f}"
            print(f"{row.counter:48}{shares}{row.balanced:>10.3f}{row.corroborated:>17.3f}")


if __name__ == "__main__":
    raise SystemExit(main())
