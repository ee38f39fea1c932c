"""Train the score of pairs of statements: `claims/weights.json`.

    python scripts/train_alignment.py ../shared/gold/stories            measures, trains on all, writes
    python scripts/train_alignment.py ../shared/gold/stories --measure  only measures

Logistic regression with a small ridge, fitted by Newton's method, over the features of `tawatur.claims`. It learns from
the annotated statements and from those the program reads (by models that never saw the story) where these match one: so
the weights expect errors of reading. The figures are the F1 of pairs of statements of different articles, each story
grouped with weights learnt from the other stories, for annotated statements and for read ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.gold_input import read_story
from evaluation.held_out import held_out_models, reading_with
from evaluation.matching import Json, match_statements, of_article

from tawatur.claims import alignment, scoring
from tawatur.claims.headlines import group_with_headlines
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account
from tawatur.settings import DEFAULT
from tawatur.statements import read_account
from tawatur.stories import resolve_sources

TARGET = Path(scoring.__file__).with_name("weights.json")
RIDGE, STEPS = 1.0, 10
Row = tuple[tuple[float, ...], bool]
Story = tuple[tuple[Wording, ...], dict[str, str], dict[tuple[int, int], tuple[float, ...]], int]


def read(path: Path, models: Path | None) -> Story:
    """One story: its statements, the claim of each that is known, and the features of the pairs worth comparing.

    The statements are the annotated ones, or with `models` those that the program reads with them.
    """
    accounts, claims, gold = read_story(path)
    owner = {member: claim.id for claim in claims for member in claim.members}
    if models:
        with reading_with(models):
            accounts = tuple(read_account(account.article) for account in accounts)
        owner = {id: owner[true] for account in accounts for id, true in matched(account, gold)}
    _, resolved = resolve_sources(accounts)
    ready = wordings(resolved)
    return ready, owner, alignment.comparable(ready), sum(len(pairs_of(claim.members, gold)) for claim in claims)


def matched(account: Account, gold: Json) -> Iterator[tuple[str, str]]:
    """The ids of the statements read that match an annotated one, with the id of that."""
    found = [{"id": s.id, "content": list(s.content)} for s in account.statements]
    for one, true in match_statements(found, of_article(gold["statements"], account.article.id)):
        yield one["id"], true["id"]


def pairs_of(members: Sequence[str], gold: Json) -> list[tuple[str, str]]:
    """Annotated pairs of one claim and two articles."""
    article = {s["id"]: s["article"] for s in gold["statements"]}
    return [(a, b) for a, b in combinations(members, 2) if article[a] != article[b]]


def rows(story: Story) -> list[Row]:
    """The pairs of a story and whether they are of one claim."""
    ready, owner, pairs, _ = story
    claims = [owner.get(wording.statement.id) for wording in ready]
    return [(f, claims[i] == claims[j]) for (i, j), f in pairs.items() if claims[i] and claims[j]]


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
    ready, owner, pairs, true = story
    odds = {p: _dot(weights, f) for p, f in pairs.items()}
    forbidden = set(alignment.apart(ready, pairs, DEFAULT))
    scores = {pair: value + DEFAULT.align_shift for pair, value in odds.items()}
    best, ceiling, missing = DEFAULT.align_best, DEFAULT.align_ceiling, DEFAULT.align_missing
    titled = [wording.headline for wording in ready]
    groups = group_with_headlines(titled, scores, forbidden, best=best, ceiling=ceiling, missing=missing)
    known = [owner.get(wording.statement.id) for wording in ready]
    found = {(i, j) for i, j in across(ready, groups) if known[i] and known[j]}
    right = sum(known[i] == known[j] for i, j in found)
    return right, len(found) - right, true - right


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
    paths = sorted(given.stories.glob("*.gold.json"))
    with held_out_models(given.stories) as models:
        stories = [(read(path, None), read(path, models[path.name.removesuffix(".gold.json")])) for path in paths]
    data = [[*rows(annotated), *rows(found)] for annotated, found in stories]
    folds = [fit([row for at, found in enumerate(data) if at != out for row in found]) for out in range(len(data))]
    figures = {}
    for kind, name in enumerate(("annotated", "read")):
        total = [counts(story[kind], weights) for story, weights in zip(stories, folds, strict=True)]
        right, wrong, missed = (sum(column) for column in zip(*total, strict=True))
        precision, recall = right / (right + wrong), right / (right + missed)
        figures[name] = round(2 * precision * recall / (precision + recall), 4)
        print(f"{name} statements: precision {precision:.3f} recall {recall:.3f} F1 {figures[name]:.3f}")
    if given.measure:
        return
    bias, *weights = fit([row for found in data for row in found])
    body = {
        "about": "Logistic regression of scripts/train_alignment.py over the features of tawatur.claims.",
        "trained_on": {
            "stories": len(stories),
            "pairs": sum(map(len, data)),
            "f1_leave_one_story_out": figures,
        },
        "bias": round(bias, 4),
        "weights": {name: round(weight, 4) for name, weight in zip(scoring.NAMES, weights, strict=True)},
    }
    TARGET.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
