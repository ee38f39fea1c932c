from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import run
from tests.grouping.invented import FERRY, FERRY_AGAIN, VINEYARD


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Three invented articles, one a line: two outlets on a ferry, one on a tax."""
    stories = (("a", "alef", FERRY), ("b", "beh", FERRY_AGAIN), ("v", "alef", VINEYARD))
    lines = [
        {"id": id, "outlet": outlet, "title": title, "text": text, "published": "2031-05-06T06:00:00Z"}
        for id, outlet, (title, text) in stories
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_json_holds_every_article_once_with_reasons(news: Path, tmp_path: Path) -> None:
    output = tmp_path / "stories.json"
    ran = run("stories", news, "-o", output)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    made = read(output)
    assert made["format"] == "tawatur stories 1"
    assert [story["members"] for story in made["stories"]] == [["a", "b"], ["v"]]
    ferry = made["stories"][0]
    assert ferry["id"] == "s:a"
    assert ferry["links"][0]["reasons"][0]["text"].startswith("Both tell of")
    assert ferry["history"][0]["kind"] == "begun"
    assert made["settings"]["join"] > 0


def test_the_same_input_gives_the_same_bytes(news: Path) -> None:
    first = run("stories", news, "--format", "json")
    assert first.out == run("stories", news, "--format", "json").out
    assert run("stories", "-", "--format", "json", stdin=news.read_bytes()).out == first.out


@pytest.mark.parametrize(("ui", "words"), [("en", "Held together"), ("ar", "ما يجمعها")])
def test_the_terminal_shows_what_holds_a_story_together(news: Path, ui: str, words: str) -> None:
    ran = run("stories", news, "--ui", ui)
    assert ran.code == 0, ran.err
    assert words in ran.out
    assert "grouping" not in ran.out


def test_each_story_of_several_outlets_gets_a_dossier(news: Path, tmp_path: Path) -> None:
    ran = run("stories", news, "-o", tmp_path / "s.json", "--dossiers", tmp_path / "out")
    assert ran.code == 0, ran.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["s_a.json"]
    assert [article["id"] for article in read(tmp_path / "out" / "s_a.json")["articles"]] == ["a", "b"]
    assert "1 dossier" in ran.err


def test_help_teaches(news: Path) -> None:
    ran = run("stories", "--help")
    assert ran.code == 0
    assert "tawatur stories week.jsonl -o stories.json" in ran.out


def test_errors_have_their_codes(news: Path, tmp_path: Path) -> None:
    assert run("stories", news, "-o", tmp_path / "s.html").code == 2
    absent = run("stories", tmp_path / "none.jsonl", "--ui", "ar")
    assert absent.code == 3
    assert "لم يُقرأ" in absent.err
    assert run("stories", news, "-o", tmp_path / "no" / "s.json").code == 4
    assert run("stories", news, "--dossiers", news).code == 4
    assert run("stories", news, tmp_path / "none.jsonl", "--strict").code == 7


def test_what_was_not_read_is_named(news: Path, tmp_path: Path) -> None:
    ran = run("stories", news, tmp_path / "none.jsonl")
    assert ran.code == 0
    assert "none.jsonl" in ran.err
