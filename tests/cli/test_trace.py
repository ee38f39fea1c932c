from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import run

SENTENCE = "غرق قارب صيد على متنه 14 صياداً قبالة بلدة المرجان"


def test_a_sentence_is_traced_on_the_terminal(story: Path) -> None:
    ran = run("trace", SENTENCE, story)
    assert ran.code == 0, ran.err
    assert "2 of them support the sentence." in ran.out
    assert "سالم النوري" in ran.out
    assert "1 independent origin" in ran.out
    assert ran.err == ""


def test_another_number_denies(story: Path) -> None:
    ran = run("trace", "القارب غرق وعلى متنه 41 صياداً", story, "--format", "json")
    assert ran.code == 0, ran.err
    data = json.loads(ran.out)
    assert "support" not in data["standings"].values()
    assert "tracing.number" in {reason["code"] for hit in data["hits"] for reason in hit["reasons"]}


@pytest.mark.parametrize(("name", "start"), [("t.json", "{"), ("t.md", "#"), ("t.markdown", "#")])
def test_the_suffix_of_the_output_chooses_the_format(story: Path, tmp_path: Path, name: str, start: str) -> None:
    ran = run("trace", SENTENCE, story, "-o", tmp_path / name, "--ui", "ar")
    assert ran.code == 0, ran.err
    assert ran.out == ""
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_standard_input_is_read() -> None:
    article = json.dumps({"id": "x", "text": f"قال الصيادون إنه {SENTENCE}."}, ensure_ascii=False)
    ran = run("trace", SENTENCE, "-", "--format", "json", stdin=article.encode())
    assert ran.code == 0, ran.err
    assert list(json.loads(ran.out)["standings"]) == ["x"]


def test_a_trace_has_no_page(story: Path, tmp_path: Path) -> None:
    ran = run("trace", SENTENCE, story, "-o", tmp_path / "t.html")
    assert ran.code == 2
    assert ".json, .md" in ran.err
    assert not (tmp_path / "t.html").exists()


@pytest.mark.parametrize(("ui", "words"), [("en", "no word to look for"), ("ar", "ليس في الجملة كلمة")])
def test_a_sentence_without_words_is_exit_2(story: Path, ui: str, words: str) -> None:
    ran = run("trace", "؟", story, "--ui", ui)
    assert ran.code == 2
    assert words in ran.err


def test_nothing_readable_is_exit_3(tmp_path: Path) -> None:
    ran = run("trace", SENTENCE, tmp_path / "absent.txt")
    assert ran.code == 3
    assert "absent.txt" in ran.err


def test_rejects_are_named_and_strict_exits_7(story: Path) -> None:
    (story / "empty.txt").write_text("", encoding="utf-8")
    loose, strict = run("trace", SENTENCE, story), run("trace", SENTENCE, story, "--strict")
    assert (loose.code, strict.code) == (0, 7)
    assert "empty.txt" in loose.err
    assert strict.out == loose.out


def test_help_teaches_with_an_example() -> None:
    ran = run("trace", "--help")
    assert ran.code == 0
    assert "tawatur trace" in ran.out
    assert "--ui ar" in ran.out
