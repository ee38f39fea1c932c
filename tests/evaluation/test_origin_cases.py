from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest
from evaluation.corpus import DATA, origin_cases
from evaluation.origin_cases import case_table, coverage, score_case
from evaluation.scoring import figures

from tests.evaluation.gold_data import GOLD, needs_gold, run_script

CASE = {
    "id": "o1",
    "claim": "the ferry carried 140",
    "articles": ["a", "b"],
    "passages": [
        {"article": "a", "span": [10, 30], "root": "src:x"},
        {"article": "b", "span": [0, 20], "root": "src:x"},
    ],
    "independent": [1, 1],
}


def _dossier(low: int, *contents: tuple[str, int, int]) -> dict[str, Any]:
    statements = [{"id": f"s{k}", "article": a, "content": [s, e]} for k, (a, s, e) in enumerate(contents)]
    claim = {"id": "c1", "members": [s["id"] for s in statements], "independent": [low, low]}
    return {"statements": statements, "claims": [{"id": "c0", "members": [], "independent": [9, 9]}, claim]}


def test_a_passage_is_covered_by_half_of_the_shorter_span() -> None:
    dossier = _dossier(1, ("a", 25, 45), ("b", 5, 9))
    assert coverage(CASE, dossier)(dossier["claims"][1]) == 1
    assert coverage(CASE, dossier)(dossier["claims"][0]) == 0


def test_the_claim_that_covers_most_answers() -> None:
    counts = score_case(CASE, _dossier(1, ("a", 10, 30), ("b", 0, 20)))
    assert (counts["exact"], counts["over"], counts["found"]) == (1, 0, 2)
    assert score_case(CASE, _dossier(2, ("a", 10, 30)))["over"] == 1


@pytest.mark.parametrize("dossier", [None, _dossier(1, ("a", 90, 99)), {"statements": [], "claims": []}])
def test_an_unanswered_case_counts_as_wrong(dossier: dict[str, Any] | None) -> None:
    rows = figures(case_table([score_case(CASE, dossier)]))
    assert rows["exact"] == rows["balanced"] == rows["overclaimed"] == 0.0
    assert rows["naive_overclaimed"] == 1.0


def _drawn(case: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A dossier that covers some passages of a case, in one claim or two, with an interval drawn by chance."""
    kept = [p for p in case["passages"] if chance.random() < 0.8]
    statements = [
        {"id": f"s{k}", "article": p["article"], "content": [p["span"][0] + chance.randint(0, 5), p["span"][1]]}
        for k, p in enumerate(kept)
    ]
    ids = [s["id"] for s in statements]
    cut = chance.randint(0, len(ids))
    claims = [
        {"id": f"c{k}", "members": members, "independent": [chance.randint(0, 3), 3]}
        for k, members in enumerate([ids[:cut], ids[cut:]])
    ]
    return {"statements": statements, "claims": claims}


@needs_gold
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_agrees_with_the_annotations_own_scorer(seed: int, tmp_path: Path) -> None:
    cases, _ = origin_cases(DATA)
    chance = random.Random(seed)
    counts = []
    for case in cases:
        dossier = _drawn(case, chance) if chance.random() < 0.9 else None
        if dossier:
            (tmp_path / f"{case['id']}.json").write_text(json.dumps(dossier), encoding="utf-8")
        counts.append(score_case(case, dossier))
    theirs = json.loads(run_script("origins.py", "score", str(GOLD / "origins" / "cases.jsonl"), str(tmp_path)))
    ours = figures(case_table(counts))
    names = {"corroborated": "corroborated_f"}
    assert {names.get(name, name): value for name, value in ours.items()} == {
        name: theirs[name] for name in theirs if name not in ("cases", "corroborated_p", "corroborated_r")
    }
    assert len(cases) == theirs["cases"]
