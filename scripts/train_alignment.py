"""Train the score of pairs of statements: `claims/weights.json`.

    python scripts/train_alignment.py ../shared/gold/stories            measures, trains on all, writes
    python scripts/train_alignment.py ../shared/gold/stories --measure  only measures

Logistic regression with a small ridge, fitted by Newton's method, over the features of `tawatur.claims`. The figure is
the F1 of pairs of statements of different articles, each story grouped with weights learnt from the other stories;
statements and speakers are the annotated ones, sources resolved by the program.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.gold_input import read_story

from tawatur.claims import alignment, scoring
from tawatur.claims.candidates import candidates
from tawatur.claims.grouping import group
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account
from tawatur.settings import DEFAULT
from tawatur.stories import resolve_sources

TARGET = Path(scoring.__file__).with_name("weights.json")
RIDGE, STEPS = 1.0, 10
Row = tuple[tuple[float, ...], bool]
Story = tuple[tuple[Account, ...], tuple[Wording, ...], dict[str, str], dict[tuple[int, int], tuple[float, ...]]]


def read(path: Path) -> Story:
    """One story: its statements, the claim of each, and the features of the pairs worth comparing."""
    accounts, claims, _ = read_story(path)
    _, resolved = resolve_sources(accounts)
    ready = wordings(resolved)
    return resolved, ready, {member: claim.id for claim in claims for member in claim.members}, candidates(ready)


def rows(story: Story) -> list[Row]:
    """The pairs of a story and whether they are of one claim."""
    _, ready, owner, pairs = story
    return [(f, owner[ready[i].statement.id] == owner[ready[j].statement.id]) for (i, j), f in pairs.items()]


def fit(data: Sequence[Row]) -> list[float]:
    """Bias and weights of least penalised loss."""
    size = len(data[0][0]) + 1
    weights = [0.0] * size
    for _ in range(STEPS):
        slope = [0.0] * size
        curve = [[0.0] * size for _ in range(size)]
        for found, same in data:
            x = (1.0, *found)
            p = scoring.probability(sum(w * v for w, v in zip(weights, x, strict=True)))
            for i, value in enumerate(x):
                if value:
                    slope[i] += (same - p) * value
                    bend, row = p * (1 - p) * value, curve[i]
                    for j in range(i + 1):
                        row[j] += bend * x[j]
        for i in range(size):
            for j in range(i):
                curve[j][i] = curve[i][j]
            curve[i][i] += RIDGE if i else 1e-6
            slope[i] -= RIDGE * weights[i] if i else 0.0
        weights = [w + step for w, step in zip(weights, solve(curve, slope), strict=True)]
    return weights


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a linear system, by Gauss and Jordan with pivots."""
    size = len(right)
    table = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda r: abs(table[r][column]))
        table[column], table[pivot] = table[pivot], table[column]
        for r in range(size):
            if r != column and table[r][column]:
                factor = table[r][column] / table[column][column]
                table[r] = [a - factor * b for a, b in zip(table[r], table[column], strict=True)]
    return [table[i][size] / table[i][i] for i in range(size)]


def counts(story: Story, weights: Sequence[float]) -> tuple[int, int, int]:
    """Pairs across articles that are joined rightly, wrongly, and not joined."""
    _, ready, owner, pairs = story
    odds = {p: _dot(weights, f) for p, f in pairs.items()}
    forbidden = set(alignment.apart(ready, pairs, DEFAULT))
    scores = {pair: value + DEFAULT.align_shift for pair, value in odds.items()}
    best, ceiling, missing = DEFAULT.align_best, DEFAULT.align_ceiling, DEFAULT.align_missing
    found = across(ready, group(len(ready), scores, forbidden, best=best, ceiling=ceiling, missing=missing))
    claims: dict[str, list[int]] = {}
    for number, wording in enumerate(ready):
        claims.setdefault(owner[wording.statement.id], []).append(number)
    gold = across(ready, claims.values())
    return len(found & gold), len(found - gold), len(gold - found)


def _dot(weights: Sequence[float], found: tuple[float, ...]) -> float:
    return weights[0] + sum(w * f for w, f in zip(weights[1:], found, strict=True))


def across(ready: Sequence[Wording], groups: Iterable[Sequence[int]]) -> set[tuple[int, int]]:
    """Pairs of one group and two articles."""
    return {(i, j) for g in groups for i, j in combinations(sorted(g), 2) if ready[i].article != ready[j].article}


def main() -> None:
    """Measure by leaving one story out; write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    stories = [read(path) for path in sorted(given.stories.glob("*.gold.json"))]
    data = [rows(story) for story in stories]
    total = [0, 0, 0]
    for out, story in enumerate(stories):
        weights = fit([row for at, found in enumerate(data) if at != out for row in found])
        total = [a + b for a, b in zip(total, counts(story, weights), strict=True)]
    right, wrong, missed = total
    precision, recall = right / (right + wrong), right / (right + missed)
    figure = 2 * precision * recall / (precision + recall)
    print(f"leave-one-story-out: precision {precision:.3f} recall {recall:.3f} F1 {figure:.3f}, {len(stories)} stories")
    if given.measure:
        return
    bias, *weights = fit([row for found in data for row in found])
    body = {
        "about": "Logistic regression of scripts/train_alignment.py over the features of tawatur.claims.",
        "trained_on": {
            "stories": len(stories),
            "pairs": sum(map(len, data)),
            "f1_leave_one_story_out": round(figure, 4),
        },
        "bias": round(bias, 4),
        "weights": {name: round(weight, 4) for name, weight in zip(scoring.NAMES, weights, strict=True)},
    }
    TARGET.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
