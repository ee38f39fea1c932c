"""Stories found among the articles of annotated days, beside TF-IDF average linking in the same run.

    python -m evaluation.story_groups ../shared/gold/day

prints B-cubed and pairwise precision, recall and F1 and the share of hard pairs that are right, for the program and for
the baseline at its best threshold, which no user could know; then what the days and stories judged for this project
show, on which the weights were fitted. `score` is what the gold's own scorer computes.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from evaluation.annotated import text_of, texts_of_corpus
from evaluation.grouped import FILE as STORIES
from evaluation.linking import grouped
from evaluation.matching import Json
from evaluation.story_pairs import judged_days
from tawatur.grouping import group
from tawatur.grouping.outlines import outline
from tawatur.model import Article

Groups = Sequence[Sequence[str]]


def articles_of(entries: Iterable[Json]) -> list[Article]:
    """Articles as the program stores them."""
    return [
        Article(e["id"], e["outlet"], text_of(e), (0, len(e["title"])), published=e.get("published")) for e in entries
    ]


def program(articles: Sequence[Article]) -> Groups:
    """The stories of the program."""
    return [story.members for story in group(articles).stories]


def baseline(articles: Sequence[Article], threshold: float) -> Groups:
    """Average linking over the cosine of TF-IDF of all stems."""
    read = {article.id: outline(article) for article in articles}
    stems = {id: frozenset(found.keys[: len(found.priors)].tolist()) for id, found in read.items()}
    documents = Counter(stem for found in stems.values() for stem in found)
    weights = {stem: math.log(len(articles) / count) for stem, count in documents.items()}
    lengths = {id: math.sqrt(sum(weights[s] ** 2 for s in sorted(found))) or 1.0 for id, found in stems.items()}
    likeness = {
        (a, b): math.fsum(weights[s] ** 2 for s in stems[a] & stems[b]) / (lengths[a] * lengths[b])
        for a, b in combinations(sorted(stems), 2)
    }
    return grouped(sorted(stems), likeness, threshold)


def score(found: Groups, gold: Json) -> dict[str, float]:
    """B-cubed and pairwise precision, recall and F1, and accuracy on the hard pairs."""
    right = _by_member([story["members"] for story in gold["stories"]])
    alone: list[list[str]] = [[id] for id in right]
    ours = _by_member(alone) | {id: members & right.keys() for id, members in _by_member(found).items() if id in right}
    precision = sum(len(ours[id] & right[id]) / len(ours[id]) for id in right) / len(right)
    recall = sum(len(ours[id] & right[id]) / len(right[id]) for id in right) / len(right)
    a, b = _pairs(ours), _pairs(right)
    pair_p, pair_r = (len(a & b) / len(a) if a else 0.0), len(a & b) / len(b)
    hard = [(y in ours[x]) == same for x, y, same, *_ in gold.get("hard_pairs", [])]
    row = {"bcubed_p": precision, "bcubed_r": recall, "bcubed_f": _f(precision, recall)}
    row |= {"pair_p": pair_p, "pair_r": pair_r, "pair_f": _f(pair_p, pair_r)}
    return row | ({"hard_pairs": sum(hard) / len(hard)} if hard else {})


def judged(data: Path) -> tuple[int, int, int]:
    """On the days judged by reading: pairs joined rightly, joined wrongly, and missed."""
    hits = wrong = missed = 0
    for day in judged_days(data):
        texts = texts_of_corpus(data, day.corpus)
        ours = program(articles_of(e for e in texts.values() if day.first <= e["published"][:10] <= day.last))
        joined = _pairs(_by_member(ours))
        same = {pair: day.same(*pair) for pair in joined}
        told = {(min(p), max(p)) for story in day.stories for p in combinations(sorted(story), 2)} - day.unsure
        hits += sum(found is True for found in same.values())
        wrong += sum(found is False for found in same.values())
        missed += len(told - joined)
    return hits, wrong, missed


def whole_stories(data: Path) -> tuple[int, int]:
    """How many stories grouped by reading come out in one piece among all articles of their days, of how many."""
    texts = texts_of_corpus(data, "ant_multisource")
    whole = total = 0
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        ids = [article["id"] for article in json.loads(line)["articles"]]
        if not all(id in texts for id in ids):
            continue
        days = sorted(texts[id]["published"][:10] for id in ids)
        ours = program(articles_of(e for e in texts.values() if days[0] <= e["published"][:10] <= days[-1]))
        total += 1
        whole += any(set(ids) <= set(members) for members in ours)
    return whole, total


def _by_member(groups: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    return {id: members for members in map(set, groups) for id in members}


def _pairs(groups: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    return {(id, other) for id, members in groups.items() for other in members if id < other}


def _f(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def main(folder: Path) -> None:
    """Print the rows of one annotated day and, where their texts are at hand, of the judged days and stories."""
    lines = (folder / "day.in.jsonl").read_text(encoding="utf-8").splitlines()
    gold = json.loads((folder / "day.gold.json").read_text(encoding="utf-8"))
    articles = articles_of(map(json.loads, lines))
    print(_row("tawatur", score(program(articles), gold)))
    thresholds = [at / 100 for at in range(10, 46, 3)]
    best = max(thresholds, key=lambda at: score(baseline(articles, at), gold)["pair_f"])
    print(_row(f"TF-IDF, best threshold ({best})", score(baseline(articles, best), gold)))
    data = folder.parent.parent
    if texts_of_corpus(data, "ant_multisource"):
        hits, wrong, missed = judged(data)
        precision, recall = hits / (hits + wrong), hits / (hits + missed)
        row = {"pair_p": precision, "pair_r": recall, "pair_f": _f(precision, recall)}
        print(_row("judged days (fitted on)", row))
        whole, total = whole_stories(data)
        print(f"{'stories grouped by reading (fitted on)':40} {whole} of {total} in one piece")


def _row(name: str, figures: Mapping[str, float]) -> str:
    return f"{name:40} " + "  ".join(f"{key} {value:.4f}" for key, value in figures.items())


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/gold/day"))
