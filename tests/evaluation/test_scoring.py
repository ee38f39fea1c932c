from __future__ import annotations

import json
import random
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from evaluation.corpus import load, sample_story
from evaluation.matching import content_words, greedy, iou, same_name
from evaluation.scoring import Counts, figures, score_story, sizes, table

from tests.evaluation.gold_data import GOLD, STORIES, needs_gold, perfect, run_script


def test_overlap_is_measured_over_the_hull() -> None:
    assert iou((0, 10), (5, 15)) == pytest.approx(5 / 15)
    assert iou((0, 10), (20, 30)) == 0


def test_names_meet_in_spelling_variants_but_not_in_short_words() -> None:
    assert same_name(["الدكتورة هالة المرزبان"], ["المرزبان"])
    assert same_name(["إدارة الميناء"], ["اداره ميناء"])
    assert not same_name(["مصدر ملاحي"], ["الدفاع المدني"])
    assert not same_name(["لا"], ["لا"])
    assert not same_name([], ["الدفاع المدني"])


def test_empty_words_and_marks_do_not_count() -> None:
    assert content_words("في بَيَانِ الشركة") == {"بيان", "شركه"}


def test_greedy_takes_the_best_pair_first_and_each_item_once() -> None:
    close = [[0.9, 0.8], [0.95, 0.1]]
    pairs = greedy([0, 1], [0, 1], lambda p, g: close[p][g], 0.5)
    assert pairs == [(1, 0), (0, 1)]
    assert greedy([0], [0, 1], lambda _p, _g: 0.4, 0.5) == []


def _sample_dossier() -> tuple[dict[str, Any], dict[str, Any]]:
    gold = sample_story().gold
    end = max(s["content"][1] for s in gold["statements"]) + 1
    dossier = deepcopy(gold)
    for article in dossier["articles"]:
        article["text"] = "س" * end
    return dossier, gold


def test_the_annotation_scores_perfectly_against_itself() -> None:
    dossier, gold = _sample_dossier()
    found = figures(table(score_story(dossier, gold)))
    for row in ("statements", "attribution", "alignment", "relations", "dates"):
        assert found[row] == 1.0, row
    assert found["origins_exact"] == found["origins_balanced"] == 1.0
    assert found["origins_overclaimed"] == 0.0


def test_counting_outlets_overclaims_on_the_sample() -> None:
    dossier, gold = _sample_dossier()
    found = figures(table(score_story(dossier, gold)))
    assert found["naive_overclaimed"] > 0.5


@pytest.mark.parametrize("part", ["statements", "claims", "relations", "dates"])
def test_what_is_left_out_is_missed(part: str) -> None:
    dossier, gold = _sample_dossier()
    dossier[part] = dossier[part][::2]
    before = figures(table(score_story(_sample_dossier()[0], gold)))
    after = figures(table(score_story(dossier, gold)))
    row = "alignment" if part == "claims" else part
    assert after[row] < before[row]


def test_a_wrong_speaker_costs_attribution_only() -> None:
    dossier, gold = _sample_dossier()
    wrong = next(s for s in dossier["statements"] if s["chain"][-1] == "src:marzban")
    wrong["chain"] = [wrong["chain"][0], "src:met_office"]
    wrong["source"] = None
    found = figures(table(score_story(dossier, gold)))
    assert found["statements"] == 1.0
    assert found["attribution"] < 1.0


def test_an_interval_above_the_truth_is_overclaimed() -> None:
    dossier, gold = _sample_dossier()
    echo = max(dossier["claims"], key=lambda claim: len(claim["members"]))
    echo["independent"] = [3, 3]
    found = figures(table(score_story(dossier, gold)))
    assert found["origins_overclaimed"] > 0
    assert found["corroborated"] < 1.0


def test_a_dossier_without_an_article_is_scored_all_the_same() -> None:
    dossier, gold = _sample_dossier()
    lost = dossier["articles"].pop()["id"]
    dossier["statements"] = [s for s in dossier["statements"] if s["article"] != lost]
    assert 0 < figures(table(score_story(dossier, gold)))["statements"] < 1


def _spoiled(dossier: dict[str, Any], seed: int) -> dict[str, Any]:
    """A dossier with errors of every kind, the same for the same seed."""
    chance = random.Random(seed)
    spoiled = deepcopy(dossier)
    kept = [s for s in spoiled["statements"] if chance.random() < 0.8]
    for statement in kept:
        start, end = statement["content"]
        if chance.random() < 0.3:
            statement["content"] = [start, start + max(1, int((end - start) * chance.random()))]
        if chance.random() < 0.2:
            statement["chain"] = statement["chain"][:1]
        if chance.random() < 0.2:
            statement["cue"] = None
        if chance.random() < 0.2:
            statement["kind"], statement["polarity"] = "comment", "-"
    spoiled["statements"] = kept
    ids = {s["id"] for s in kept}
    members = [[m for m in claim["members"] if m in ids] for claim in spoiled["claims"]]
    chance.shuffle(members)
    joined = [a + b for a, b in zip(members[::2], members[1::2], strict=False) if chance.random() < 0.2] + [
        m for m in members if chance.random() < 0.9
    ]
    spoiled["claims"] = [
        {"id": f"p{k}", "members": m, "independent": [chance.randint(0, 3), 3]} for k, m in enumerate(joined) if m
    ]
    names = [claim["id"] for claim in spoiled["claims"]]
    spoiled["relations"] = [
        {"a": chance.choice(names), "b": chance.choice(names), "type": "update", "slot": "number"} for _ in range(30)
    ]
    for date in spoiled["dates"]:
        if chance.random() < 0.3:
            date["value"] = "2000-01-01"
    return spoiled


def _theirs(paths: list[str]) -> dict[str, float]:
    figures: dict[str, float] = json.loads(run_script("score.py", *paths).splitlines()[-1])
    return figures


@needs_gold
@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_it_agrees_with_the_annotations_own_scorer(seed: int | None, tmp_path: Path) -> None:
    paths, counts = [], Counts()
    for case in STORIES:
        dossier = perfect(case) if seed is None else _spoiled(perfect(case), seed)
        path = tmp_path / f"{case.name}.json"
        path.write_text(json.dumps(dossier), encoding="utf-8")
        paths += [str(path), str(GOLD / "stories" / f"{case.name}.gold.json")]
        counts += score_story(dossier, case.gold)
    ours = figures(table(counts))
    assert ours == _theirs(paths)
    assert sizes(counts)["gold_statements"] == sum(len(case.gold["statements"]) for case in STORIES)
    assert (ours["statements"] == 1.0) is (seed is None)


@needs_gold
def test_it_agrees_on_the_baseline(tmp_path: Path) -> None:
    paths, counts = [], Counts()
    for case in STORIES[::5]:
        path = tmp_path / f"{case.name}.json"
        path.write_text(run_script("baseline.py", str(case.inputs[0])), encoding="utf-8")
        paths += [str(path), str(GOLD / "stories" / f"{case.name}.gold.json")]
        counts += score_story(load(path), case.gold)
    assert figures(table(counts)) == _theirs(paths)
