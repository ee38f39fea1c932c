from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from evaluation.corpus import Case, corpus_hash, gold_stories, origin_cases
from evaluation.runs import run_origin_cases, run_stories

GOLD: dict[str, Any] = {
    "articles": [{"id": "a", "outlet": "x"}, {"id": "b", "outlet": "y"}],
    "sources": {},
    "statements": [
        {"id": "a.01", "article": "a", "content": [0, 9], "chain": ["outlet:x"], "explicitness": "none", "kind": "fact",
         "polarity": "+"},
        {"id": "b.01", "article": "b", "content": [0, 9], "chain": ["outlet:y"], "explicitness": "none", "kind": "fact",
         "polarity": "+"},
    ],
    "claims": [{"id": "c1", "members": ["a.01", "b.01"], "independent": [0, 0]}],
    "relations": [],
    "dates": [],
}  # fmt: skip
DOSSIER = {**GOLD, "articles": [{"id": "a", "text": "س" * 9}, {"id": "b", "text": "س" * 9}]}
PASSAGES = [{"article": key, "span": [0, 9], "root": "none", "source_text": None} for key in "ab"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with two stories and two origin cases about the same two articles."""
    articles = [{"id": key, "outlet": key, "title": "خبر", "text": "غرقت"} for key in "ab"]
    stories, origins = tmp_path / "gold" / "stories", tmp_path / "gold" / "origins"
    stories.mkdir(parents=True)
    origins.mkdir()
    for name in ("S1", "S2"):
        (stories / f"{name}.in.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
        (stories / f"{name}.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    cases = [
        {"id": f"o{low}", "claim": "it sank", "articles": ["a", "b"], "passages": PASSAGES, "independent": [low, low]}
        for low in (0, 2)
    ]
    for name, rows in (("cases", cases), ("articles", articles)):
        (origins / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return tmp_path


def test_stories_are_found_all_or_by_name(data: Path) -> None:
    assert [case.name for case in gold_stories(data)] == ["S1", "S2"]
    assert [case.name for case in gold_stories(data, ["S2"])] == ["S2"]
    assert gold_stories(data / "none") == []
    assert origin_cases(data / "none") == ([], {})


def test_a_corpus_that_changes_has_another_hash(data: Path) -> None:
    before = corpus_hash(gold_stories(data))
    assert corpus_hash(gold_stories(data)) == before
    path = data / "gold" / "stories" / "S1.gold.json"
    path.write_text(json.dumps(GOLD, indent=3), encoding="utf-8")
    assert corpus_hash(gold_stories(data)) == before
    path.write_text(json.dumps({**GOLD, "dates": [1]}), encoding="utf-8")
    assert corpus_hash(gold_stories(data)) != before


def test_stories_add_up(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(case: Case, given: str) -> dict[str, Any]:
        return DOSSIER if case.name == "S1" else {**DOSSIER, "statements": [], "claims": []}

    monkeypatch.setattr("evaluation.runs.dossier_of", answer)
    result = run_stories("stories", gold_stories(data), "articles", errors=True)
    rows = {row.name: row for row in result.rows}
    assert (rows["statements"].precision, rows["statements"].recall) == (1.0, 0.5)
    assert result.sizes == {"stories": 2, "gold_statements": 4, "cross_article_pairs": 2, "multi_outlet_claims": 2}
    assert len(result.misses) == 2
    assert all(line.startswith("S2 ") for line in result.misses)


def test_given_statements_only_later_stages_are_judged(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluation.runs.dossier_of", lambda _case, _given: DOSSIER)
    result = run_stories("stories", gold_stories(data), "statements", errors=False)
    assert result.name == "stories, given statements"
    assert "statements" not in {row.name for row in result.rows}
    assert "alignment" in {row.name for row in result.rows}


def test_origin_cases_are_given_their_own_articles(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def answer(_name: str, articles: Sequence[dict[str, Any]]) -> dict[str, Any]:
        given.append([article["id"] for article in articles])
        return DOSSIER

    monkeypatch.setattr("evaluation.runs.dossier_of_articles", answer)
    result = run_origin_cases(data, "articles", errors=True)
    assert result
    assert given == [["a", "b"], ["a", "b"]]
    assert {row.name: row.value for row in result.rows}["balanced"] == 0.5
    assert result.misses == ("o2 not exact, truly 2 to 2: it sank",)
    assert run_origin_cases(data / "none", "articles", errors=True) is None
