from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest
from evaluation.annotated import FILES, texts_of_corpus

from evaluation import annotating

TEXT = " ".join(f"كلمة{number} تصف حادثا وقع قرب الميناء وشاهده بعض الناس" for number in range(20))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data" / FILES["saudinewsnet"]
    path.parent.mkdir(parents=True)
    rows = [{"id": f"{n}", "outlet": "almadar", "title": f"عنوان {n}", "text": f"{n} {TEXT} {n}"} for n in range(5)]
    rows.append({"id": "short", "outlet": "almadar", "title": "قصير", "text": "نص قصير"})
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    texts_of_corpus.cache_clear()
    return tmp_path


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr(sys, "argv", ["annotating", *words])
    return annotating.main()


def test_articles_long_enough_are_drawn_the_same_for_one_seed(data: Path) -> None:
    drawn = annotating.draw(data, "saudinewsnet", 3, 1)
    assert len(drawn) == 3
    assert drawn == annotating.draw(data, "saudinewsnet", 3, 1)
    assert len(annotating.draw(data, "saudinewsnet", 99, 1)) == 5


def test_copies_of_what_is_measured_are_not_drawn(data: Path) -> None:
    stories = data / "gold" / "stories"
    stories.mkdir(parents=True)
    articles = [{"id": "a", "title": "عنوان", "text": TEXT}]
    (stories / "x.in.json").write_text(json.dumps({"articles": articles}), encoding="utf-8")
    gold = {"sources": {}, "statements": []}
    (stories / "x.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    assert annotating.draw(data, "saudinewsnet", 3, 1) == []


def test_what_is_written_is_checked_and_collected(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = data / "one"
    common = (str(folder), "--data", str(data), "--corpus", "saudinewsnet")
    assert _run(monkeypatch, "draw", *common, "--articles", "2") == 0
    assert "# one.02" in (folder / "sheet.txt").read_text(encoding="utf-8")
    assert _run(monkeypatch, "check", *common) == 1
    assert "annotate" in capsys.readouterr().out
    (folder / "written.txt").write_text("# one.01\n0-1 | - | - | - | - | fact | -\n9-8 | - | - | - | - | fact | -\n")
    assert _run(monkeypatch, "check", *common, "--show", "one.01") == 1
    shown = capsys.readouterr().out
    assert "own voice | fact | none | content=عنوان" in shown
    assert "1 articles, 1 statements, 1 lines that cannot be meant" in shown
    assert _run(monkeypatch, "collect", *common) == 0
    assert json.loads(capsys.readouterr().out)["statements"][0]["content"] == [0, 7]
