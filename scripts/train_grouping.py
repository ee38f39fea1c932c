"""Fit how the grouping of articles weighs evidence; prints the `Weights` of `tawatur.grouping.settings`.

    python scripts/train_grouping.py ../shared

Learns from the pairs of `evaluation/annotation/story_pairs.jsonl` (each day read once by itself and once after the two
days before it, since rarity is counted over a window) and from the pairs within the 48 stories of
`evaluation/annotation/stories.jsonl`. A logistic regression with a small ridge; each judged stretch is left out in turn
to print how pairs are joined at several values of `join`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.annotated import texts_of_corpus
from evaluation.grouped import FILE as STORIES
from evaluation.linking import grouped
from evaluation.matching import Json
from evaluation.story_groups import articles_of
from evaluation.story_pairs import Day, judged_days
from numpy.typing import NDArray
from scripts.logistic import logistic

from tawatur.grouping import Stream
from tawatur.grouping.records import Evidence
from tawatur.grouping.settings import KINDS, GroupSettings, Weights

Pair = tuple[str, str]
Rows = NDArray[np.float64]
RIDGE = 2.0
JOINS = (0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.5)
UNWEIGHED = GroupSettings(join=1.1, least=0.0, weights=Weights(**dict.fromkeys((*KINDS, "constant"), 0.0)))


def evidence(entries: Sequence[Json]) -> dict[Pair, Evidence]:
    """What the stream finds for every pair worth comparing, nothing joined."""
    stream = Stream(UNWEIGHED)
    for article in sorted(articles_of(entries), key=lambda a: (a.published or "", a.id)):
        stream.add(article)
    return dict(stream.compared())


def of_day(day: Day, texts: dict[str, Json], before: int) -> dict[Pair, tuple[Evidence, bool | None]]:
    """The pairs of a judged stretch, read after so many days before it."""
    start = (date.fromisoformat(day.first) - timedelta(days=before)).isoformat()
    entries = [e for e in texts.values() if start <= e["published"][:10] <= day.last]
    own = {e["id"] for e in entries if e["published"][:10] >= day.first}
    return {p: (e, day.same(*p)) for p, e in evidence(entries).items() if own.issuperset(p)}


def of_stories(texts: dict[str, Json]) -> list[Evidence]:
    """The pairs within the stories grouped by reading, each among the articles of its days and the day before."""
    found = []
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        ids = sorted(article["id"] for article in json.loads(line)["articles"])
        times = sorted(texts[id]["published"] for id in ids)
        start = (date.fromisoformat(times[0][:10]) - timedelta(days=1)).isoformat()
        read = evidence([e for e in texts.values() if start <= e["published"] <= times[-1]])
        found += [read[p] for p in combinations(ids, 2) if p in read]
    return found


def rows(found: Sequence[Evidence]) -> Rows:
    """One row of evidence for each pair."""
    return np.array([[getattr(e, kind) for kind in KINDS] for e in found], dtype=np.float64)


def fitted(x: Rows, y: Rows) -> Weights:
    """The weights of the evidence, fitted on standardised columns."""
    mean, spread = x.mean(axis=0), x.std(axis=0) + 1e-9
    bias, *beta = logistic((x - mean) / spread, y, RIDGE)
    weights = np.array(beta) / spread
    named = {kind: round(float(w), 2) for kind, w in zip(KINDS, weights, strict=True)}
    return Weights(**named, constant=round(float(bias - (weights * mean).sum()), 2))


def joined(found: dict[Pair, tuple[Evidence, bool | None]], weights: Weights, join: float) -> tuple[int, int]:
    """How many pairs are joined rightly, and how many wrongly."""
    chances: dict[Pair, float] = {}
    values = np.array([getattr(weights, kind) for kind in KINDS])
    odds = rows([e for e, _ in found.values()]) @ values + weights.constant
    for (pair, (e, _)), value in zip(found.items(), odds, strict=True):
        chance = UNWEIGHED.sure if e.copied >= UNWEIGHED.copied else 1 / (1 + np.exp(-value))
        chances[pair] = float(chance)
    same = [
        found[pair][1] if pair in found else False
        for group in grouped(sorted({id for pair in found for id in pair}), chances, join)
        for pair in combinations(group, 2)
    ]
    return sum(s is True for s in same), sum(s is False for s in same)


def main(data: Path) -> None:
    """Fit, print what leaving days out shows, and print the weights."""
    texts = texts_of_corpus(data, "ant_multisource")
    days = {(day.first, before): of_day(day, texts, before) for day in judged_days(data) for before in (0, 2)}
    certain = of_stories(texts)

    def learnt(left_out: str | None) -> Weights:
        told = [p for (first, _), found in days.items() if first != left_out for p in found.values()]
        known = [(e, same) for e, same in told if same is not None] + [(e, True) for e in certain]
        return fitted(rows([e for e, _ in known]), np.array([float(same) for _, same in known]))

    models = {first: learnt(first) for first, _ in days}
    total = sum(same is True for found in days.values() for _, same in found.values())
    for join in JOINS:
        counts = [joined(found, models[first], join) for (first, _), found in days.items()]
        hits, wrong = sum(right for right, _ in counts), sum(not_right for _, not_right in counts)
        precision, recall = hits / (hits + wrong), hits / total
        f1 = 2 * precision * recall / (precision + recall)
        print(f"join {join:.2f}, days left out: precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}")
    print(learnt(None))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
