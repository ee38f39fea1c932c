"""Train the score of pairs of statements: `claims/weights.json` (needs numpy; with --networks also PyTorch).

    python scripts/train_alignment.py ../shared                          measures, trains on all, writes
    python scripts/train_alignment.py ../shared --measure                only measures
    python scripts/train_alignment.py ../shared --networks FOLDER        keeps the held-out networks there for next time

Logistic regression with a small ridge, fitted by Newton's method, over the features of `tawatur.claims`: once over the
pair alone, and once with the witnesses that the first scores give. It learns from
the annotated statements of the gold stories, from those the program reads in them (by models that never saw the story)
where these match one, and from the stories of `evaluation/annotation/stories.jsonl` as the program reads them: so the
weights expect errors of reading. The figures are the F1 of pairs of statements of different articles, each quarter of
the stories grouped with weights learnt from the other three.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.gold_input import article_of, read_story
from evaluation.grouped import grouped
from evaluation.held_out import held_out_models, reading_with
from evaluation.matching import Json, match_statements, of_article
from scripts.logistic import logistic

from tawatur.claims import alignment, scoring, witnesses
from tawatur.claims.headlines import group_with_headlines
from tawatur.claims.witnesses import Witnesses
from tawatur.claims.wording import Wording, wordings
from tawatur.model import Account
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.stories import resolve_sources

TARGET = Path(scoring.__file__).with_name("weights.json")
RIDGE, FOLDS = 1.0, 4
Array = NDArray[np.float64]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Story:
    """One story: its statements, the claim of each that is known, the pairs worth comparing with their features, and
    those that are kept apart whatever their score."""

    ready: tuple[Wording, ...]
    claims: tuple[str | None, ...]
    pairs: tuple[Pair, ...]
    features: Array
    forbidden: frozenset[Pair]
    true_pairs: int

    def examples(self, features: Array) -> tuple[Array, Array]:
        """The rows of the pairs whose claims are known, and whether they are one."""
        same = [(self.claims[i] == self.claims[j]) for i, j in self.pairs]
        known = np.array([bool(self.claims[i] and self.claims[j]) for i, j in self.pairs], dtype=bool)
        return features[known], np.array(same, dtype=np.float64)[known]

    def with_witnesses(self, first: Array) -> Array:
        """The features with those of the witnesses that the first weights give."""
        odds = dict(zip(self.pairs, (first[0] + self.features @ first[1:]).tolist(), strict=True))
        known = Witnesses(self.ready, odds, self.forbidden)
        found = [known.features(i, j) for i, j in self.pairs]
        return np.hstack([self.features, np.array(found).reshape(len(self.pairs), len(witnesses.NAMES))])


@dataclass(frozen=True, slots=True)
class Weights:
    """Bias and weights of both looks."""

    first: Array
    second: Array


def prepared(accounts: Sequence[Account], gold: Json, *, annotated: bool = False) -> Story:
    """A story read, its statements given the claims of the annotated ones they match."""
    _, resolved = resolve_sources(accounts)
    ready = wordings(resolved)
    pairs = alignment.comparable(ready)
    owner = {member: claim["id"] for claim in gold["claims"] for member in claim["members"]}
    if not annotated:
        owner = {id: owner[true] for account in accounts for id, true in matched(account, gold)}
    features = np.array(list(pairs.values())).reshape(len(pairs), len(scoring.NAMES))
    forbidden = frozenset(alignment.apart(ready, pairs, DEFAULT))
    true = sum(len(pairs_of(claim["members"], gold)) for claim in gold["claims"])
    return Story(ready, tuple(owner.get(w.statement.id) for w in ready), tuple(pairs), features, forbidden, true)


def matched(account: Account, gold: Json) -> Iterator[tuple[str, str]]:
    """The ids of the statements read that match an annotated one, with the id of that."""
    found = [{"id": s.id, "content": list(s.content)} for s in account.statements]
    for one, true in match_statements(found, of_article(gold["statements"], account.article.id)):
        yield one["id"], true["id"]


def pairs_of(members: Sequence[str], gold: Json) -> list[tuple[str, str]]:
    """Annotated pairs of one claim and two articles."""
    article = {s["id"]: s["article"] for s in gold["statements"]}
    return [(a, b) for a, b in combinations(members, 2) if article[a] != article[b]]


def stories_under(data: Path, networks: Path | None) -> dict[str, dict[str, Story]]:
    """The stories to learn from, by kind: "annotated" and "read" gold stories, and "more" stories as read."""
    found: dict[str, dict[str, Story]] = {"annotated": {}, "read": {}, "more": {}}
    with held_out_models(data, networks) as models:
        for path in sorted((data / "gold" / "stories").glob("*.gold.json")):
            name = path.name.removesuffix(".gold.json")
            accounts, _, gold = read_story(path)
            found["annotated"][name] = prepared(accounts, gold, annotated=True)
            with reading_with(models[name]):
                found["read"][name] = prepared(read_accounts([a.article for a in accounts]), gold)
    for story in grouped(data):
        read = read_accounts([article_of(entry) for entry in story.entries])
        found["more"][story.name] = prepared(read, story.gold)
    return found


def fit(stories: Iterable[Story]) -> Weights:
    """Bias and weights of least penalised loss, of the first look and of the second."""
    known = [story for story in stories if story.pairs]
    first = _fitted([story.examples(story.features) for story in known])
    return Weights(first, _fitted([story.examples(story.with_witnesses(first)) for story in known]))


def _fitted(examples: Sequence[tuple[Array, Array]]) -> Array:
    rows, same = (np.concatenate(part) for part in zip(*examples, strict=True))
    return logistic(rows, same, RIDGE)


def counts(story: Story, weights: Weights) -> Array:
    """Pairs across articles that are joined rightly, wrongly, and not joined."""
    odds = weights.second[0] + story.with_witnesses(weights.first) @ weights.second[1:]
    groups = group_with_headlines(
        [wording.headline for wording in story.ready],
        {pair: float(value) + DEFAULT.align_shift for pair, value in zip(story.pairs, odds, strict=True)},
        story.forbidden,
        best=DEFAULT.align_best,
        headline=DEFAULT.align_headline,
        ceiling=DEFAULT.align_ceiling,
        missing=DEFAULT.align_missing,
    )
    known = story.claims
    found = {(i, j) for i, j in across(story.ready, groups) if known[i] and known[j]}
    right = sum(known[i] == known[j] for i, j in found)
    return np.array([right, len(found) - right, story.true_pairs - right])


def across(ready: Sequence[Wording], groups: Iterable[Sequence[int]]) -> set[Pair]:
    """Pairs of one group and two articles."""
    return {(i, j) for g in groups for i, j in combinations(sorted(g), 2) if ready[i].article != ready[j].article}


def measured(stories: dict[str, dict[str, Story]]) -> dict[str, float]:
    """The F1 of each kind of story, read with weights learnt from the other folds; printed with its parts."""
    names = [name for kind in ("annotated", "more") for name in sorted(stories[kind])]
    fold = {name: n % FOLDS for n, name in enumerate(names)}
    total = {kind: np.zeros(3) for kind in stories}
    for out in range(FOLDS):
        weights = fit(s for its in stories.values() for name, s in its.items() if fold[name] != out)
        for kind, its in stories.items():
            total[kind] += sum(counts(s, weights) for name, s in its.items() if fold[name] == out)
    figures = {}
    for kind, (right, wrong, missed) in total.items():
        precision, recall = right / (right + wrong), right / (right + missed)
        figures[kind] = round(float(2 * precision * recall / (precision + recall)), 4)
        print(f"{kind}: precision {precision:.3f} recall {recall:.3f} F1 {figures[kind]:.3f}")
    return figures


def named(weights: Array, names: Sequence[str]) -> Json:
    """Bias and weights as they are written."""
    bias, *rest = (round(weight, 4) for weight in weights.tolist())
    return {"bias": bias, "weights": dict(zip(names, rest, strict=True))}


def main() -> None:
    """Measure by leaving out a quarter of the stories at a time; write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--networks", type=Path)
    given = parser.parse_args()
    stories = stories_under(given.data, given.networks)
    figures = measured(stories)
    if given.measure:
        return
    every = [story for its in stories.values() for story in its.values()]
    weights = fit(every)
    body = {
        "about": "Logistic regression of scripts/train_alignment.py over the features of tawatur.claims.",
        "trained_on": {
            "stories": len(stories["annotated"]) + len(stories["more"]),
            "pairs": sum(len(story.examples(story.features)[1]) for story in every),
            "f1_held_out": figures,
        },
        "first": named(weights.first, scoring.NAMES),
        "second": named(weights.second, scoring.SECOND),
    }
    TARGET.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
