from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from evaluation.stances import half_of, macro, main, scores, trace_articles, trace_headlines

CLAIM = "انهار جسر الياقوت في مدينة السدرة صباح الثلاثاء"
ROWS = [
    {
        "id": "c1",
        "claim": CLAIM,
        "articles": [
            {"url": "http://a.example/1", "stance": "agree", "text": f"قال رئيس البلدية إنه {CLAIM} .\nوالطريق مغلق ."},
            {"url": "http://b.example/2", "stance": "unrelated", "text": "فاز فريق النوارس بهدفين في ختام الدوري ."},
        ],
    },
]


def test_scores_are_those_of_each_stance() -> None:
    pairs = [("agree", "agree"), ("agree", "discuss"), ("unrelated", "unrelated"), ("disagree", "unrelated")]
    found = scores(pairs)
    assert found["agree"] == pytest.approx((1.0, 0.5, 2 / 3))
    assert found["unrelated"] == pytest.approx((0.5, 1.0, 2 / 3))
    assert found["disagree"] == (0.0, 0.0, 0.0)
    assert macro(pairs) == pytest.approx(1 / 3)


def test_the_halves_are_fixed_and_together_all() -> None:
    rows = [{"id": f"c{n}"} for n in range(9)]
    first, second = half_of(rows, "first"), half_of(list(reversed(rows)), "second")
    assert sorted(row["id"] for row in [*first, *second]) == [row["id"] for row in rows]
    assert len(half_of(rows, "all")) == 9


def test_articles_and_headlines_are_traced() -> None:
    assert [one.told for one in trace_articles(ROWS)] == ["support", "unrelated"]
    pairs = [
        {"s1": CLAIM, "s2": CLAIM, "stance": "agree"},
        {"s1": CLAIM, "s2": f"شائعة: {CLAIM}", "stance": "disagree"},
    ]
    assert [one.told for one in trace_headlines(pairs)] == ["support", "deny"]


def test_the_report_has_the_baselines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in ROWS).encode()))
    monkeypatch.setattr("sys.argv", ["stances", str(path), "--show", "1", "--kind", "agree:support"])
    assert main() == 0
    out = capsys.readouterr().out
    assert "baseline, everything unrelated" in out
    assert CLAIM in out


def test_absent_data_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["stances", str(tmp_path / "none.gz")])
    assert main() == 0
    assert "skipped" in capsys.readouterr().err


def test_a_file_of_something_else_is_told_plainly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "claims.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.write('{"claim": "x"}\n')
    monkeypatch.setattr("sys.argv", ["stances", str(path)])
    assert main() == 2
    assert "nothing measured" in capsys.readouterr().err
