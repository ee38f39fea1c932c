from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import run
from tests.stories.corpus.invented import COUNCIL, FIRE, WIRE


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Four invented articles, one a line: two share a wire, and one of them stands in another outlet a day later."""
    texts = (("a", "alef", WIRE), ("b", "beh", f"{COUNCIL} {WIRE}"), ("c", "alef", FIRE), ("d", "alef", WIRE))
    lines = [
        {"id": id, "outlet": outlet, "text": text, "published": f"2031-05-0{at + 1}T06:00:00Z"}
        for at, (id, outlet, text) in enumerate(texts)
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_json_holds_pairs_with_passages_and_reasons(news: Path, tmp_path: Path) -> None:
    output = tmp_path / "copies.json"
    ran = run("copies", news, "-o", output)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    made = read(output)
    assert (made["format"], made["read"], made["aligned"]) == ("tawatur copies 1", 4, 2)
    assert [article["id"] for article in made["articles"]] == ["a", "b", "d"]
    pair = made["pairs"][0]
    assert (pair["a"], pair["b"], pair["share"], pair["verbatim"], pair["standing"]) == ("a", "b", 1.0, 1.0, False)
    assert pair["passages"] == [{"a": [0, len(WIRE) - 1], "b": [len(COUNCIL) + 1, len(COUNCIL) + len(WIRE)]}]
    assert [reason["code"] for reason in pair["reasons"]] == ["stories.shared_wording", "stories.copy_earlier"]
    assert pair["reasons"][0]["text"].startswith("100% of the words of the shorter article")


def test_the_same_input_gives_the_same_bytes(news: Path) -> None:
    first = run("copies", news, "--format", "json")
    assert first.out == run("copies", "-", "--format", "json", stdin=news.read_bytes()).out.replace(
        '"origin": "-:', '"origin": "news.jsonl:'
    )
    assert first.out == run("copies", news, "--format", "json").out


@pytest.mark.parametrize(("ui", "words"), [("en", "2 pairs with wording in common"), ("ar", "زوجان بصياغة مشتركة")])
def test_the_terminal_shows_the_passages(news: Path, ui: str, words: str) -> None:
    ran = run("copies", news, "--ui", ui)
    assert ran.code == 0, ran.err
    assert words in ran.out
    assert "غرقت عبارة صغيرة" in ran.out


def test_options_change_what_is_compared(news: Path) -> None:
    def pairs(*options: str) -> list[tuple[str, str]]:
        made = json.loads(run("copies", news, "--format", "json", *options).out)
        return [(pair["a"], pair["b"]) for pair in made["pairs"]]

    assert pairs() == [("a", "b"), ("b", "d")]
    assert pairs("--one-outlet") == [("a", "b"), ("a", "d"), ("b", "d")]
    assert pairs("--days", "1.5") == [("a", "b")]


def test_help_teaches() -> None:
    ran = run("copies", "--help")
    assert ran.code == 0
    assert "tawatur copies week.jsonl -o copies.json" in ran.out


def test_errors_have_their_codes(news: Path, tmp_path: Path) -> None:
    assert run("copies", news, "-o", tmp_path / "c.html").code == 2
    assert run("copies", news, "--least", "0").code == 2
    absent = run("copies", tmp_path / "none.jsonl", "--ui", "ar")
    assert absent.code == 3
    assert "لم يُقرأ" in absent.err
    assert run("copies", news, "-o", tmp_path / "no" / "c.json").code == 4
    assert run("copies", news, tmp_path / "none.jsonl", "--strict").code == 7


def test_naming_the_finder_loads_no_numba() -> None:
    program = "import sys, tawatur.stories, tawatur.cli.copies; print('numba' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "False"
