"""Train how probable it is that a passage says the same as a sentence: `tracing/weights.json` (needs numpy).

    python scripts/train_tracing.py ../shared/data/ans            measures, trains, writes
    python scripts/train_tracing.py ../shared/data/ans --measure  only measures

Logistic regression with a small ridge, fitted by Newton's method, over the features of `tawatur.tracing.sameness`. It
learns from `stance_train` of ANS (Khouja 2020, Apache-2.0), pairs of headlines that agree or disagree, the second read
as an article of one headline. The figures are the accuracy of ten folds, and of `stance_dev`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.logistic import logistic

from tawatur.model import Account, Article
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.tracing import sameness
from tawatur.tracing.passages import bits, find_passages, read_passages
from tawatur.tracing.question import read_question

TARGET = Path(sameness.__file__).with_name("weights.json")
RIDGE, FOLDS, HEADLINE = 1.0, 10, 20
Table = tuple[np.ndarray, np.ndarray]


def read(path: Path) -> Table:
    """The features of every pair that agrees or disagrees, and whether it agrees."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["stance"] != "other"]
    articles = [Article(f"a{n}", f"a{n}", row["s2"], title=(0, len(row["s2"]))) for n, row in enumerate(rows)]
    found = [_features(row["s1"], account) for row, account in zip(rows, read_accounts(articles), strict=True)]
    return np.array(found), np.array([row["stance"] == "agree" for row in rows], float)


def _features(sentence: str, account: Account) -> tuple[float, ...]:
    question = read_question(sentence, DEFAULT)
    reading = read_passages(account)
    if question is None:
        return (0.0,) * len(sameness.NAMES)
    found = bits(question, reading)
    passages = find_passages(question, reading, found, max(HEADLINE, 2 * len(question.whole.terms)), 1e-6, 1)
    if not passages:
        return (0.0,) * len(sameness.NAMES)
    return sameness.features(question, passages[0], reading, found)


def accuracy(weights: np.ndarray, table: Table) -> float:
    """The share of pairs told right, at even odds."""
    features, agree = table
    return float(((np.c_[np.ones(len(features)), features] @ weights > 0) == agree).mean())


def main() -> None:
    """Measure, and unless told otherwise write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--measure", action="store_true", help="write nothing")
    options = parser.parse_args()
    features, agree = train = read(options.data / "stance_train.jsonl.gz")
    fold = np.arange(len(agree)) % FOLDS
    parts = [
        accuracy(logistic(features[fold != k], agree[fold != k], RIDGE), (features[fold == k], agree[fold == k]))
        for k in range(FOLDS)
    ]
    weights = logistic(*train, RIDGE)
    figures = {
        "pairs": len(agree),
        "accuracy_ten_folds": round(float(np.mean(parts)), 3),
        "accuracy_stance_dev": round(accuracy(weights, read(options.data / "stance_dev.jsonl.gz")), 3),
    }
    print(figures)
    if options.measure:
        return
    data = {
        "about": "Logistic regression of scripts/train_tracing.py over the features of tawatur.tracing.sameness.",
        "trained_on": figures,
        "bias": round(float(weights[0]), 4),
        "weights": {name: round(float(w), 4) for name, w in zip(sameness.NAMES, weights[1:], strict=True)},
    }
    TARGET.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
