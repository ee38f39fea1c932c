"""`tawatur dossier --ask-model`, as a user runs it, on the sample story."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tawatur.languages.lexicons import entries
from tawatur.samples import story
from tests.cli.command import run
from tests.second_reader.server import Question, closed_port, reply, serving

FERRY = story()


def named_first(question: Question) -> tuple[int, bytes]:
    """For every statement, the first two words of the article: they stand there, whoever spoke."""
    given = [
        {"statement": one["statement"], "source": " ".join(question["article"].split()[:2])}
        for one in question["statements"]
    ]
    return reply(json.dumps({"answers": given}))


def test_the_dossier_and_stderr_say_that_a_model_was_used(tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    with serving(named_first) as server:
        ran = run("dossier", FERRY, "-o", first, "--ask-model", server.url, "--model", "qari-7b")
        again = run("dossier", FERRY, "-o", second, "--ask-model", server.url, "--model", "qari-7b")
    assert (ran.code, again.code, ran.out) == (0, 0, "")
    assert "A language model was used" in ran.err
    assert "qari-7b" in ran.err
    assert first.read_bytes() == second.read_bytes()
    dossier = json.loads(first.read_text("utf-8"))
    assert dossier["manifest"]["settings"]["ask_model"] == "qari-7b"
    (used,) = [f["reason"] for f in dossier["findings"] if f["reason"]["code"].startswith("second_reader")]
    assert used["code"] == "second_reader.used"
    asked = [s for s in dossier["statements"] if any("second_reader" in r["code"] for r in s["reasons"])]
    assert len(asked) == int(used["values"][2]) > 0
    changed = [s for s in asked if s["reasons"][-1]["code"] == "second_reader.changed"]
    told = run("explain", first, changed[0]["id"])
    assert "words that stand in the article" in " ".join(told.out.split())


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_server_that_is_down_costs_no_reading(tmp_path: Path, ui: str) -> None:
    plain, down = tmp_path / "plain.json", tmp_path / "down.json"
    run("dossier", FERRY, "-o", plain)
    ran = run("dossier", FERRY, "-o", down, "--ask-model", closed_port(), "--model", "m", "--ui", ui)
    assert ran.code == 0
    assert ("could not be reached" if ui == "en" else "تعذّر الوصول") in ran.err
    assert "Traceback" not in ran.err
    before, after = (json.loads(path.read_text("utf-8")) for path in (plain, down))
    assert before["claims"] == after["claims"]
    assert before["sources"] == after["sources"]


def test_a_missing_extra_is_exit_6_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", None)
    for ui, words in (("en", "asking a language model"), ("ar", "نموذج لغوي")):
        ran = run("dossier", FERRY, "--ask-model", "http://127.0.0.1:1", "--model", "m", "--ui", ui)
        assert (ran.code, ran.out) == (6, "")
        assert "pip install 'tawatur[llm]'" in ran.err
        assert words in ran.err


@pytest.mark.parametrize(
    "options", [["--ask-model", "http://x"], ["--model", "m"], ["--ask-model", "user:word@x", "--model", "m"]]
)
def test_half_an_order_and_a_wrong_address_are_exit_2(options: list[str]) -> None:
    ran = run("dossier", FERRY, *options)
    assert (ran.code, ran.out) == (2, "")
    assert "word" not in ran.err.replace("password", "")


def test_the_help_says_that_text_is_sent() -> None:
    told = " ".join(run("dossier", "--help").out.split())
    assert "is sent to that address" in told
    assert "TAWATUR_MODEL_KEY" in told


def test_every_reason_has_words_in_both_languages_with_the_same_values() -> None:
    slot = re.compile(r"\{\d\}")
    texts = entries("interface", "reasons_second_reader")
    for entry in texts:
        assert set(slot.findall(entry["en"])) == set(slot.findall(entry["ar"])), entry["form"]
    known = {entry["form"] for entry in texts}
    outcomes = ("changed", "agreed", "nobody", "not_in_text", "too_long", "in_chrome", "in_content", "is_outlet")
    troubles = ("silent", "used", "not_needed", "unreachable", "slow", "status", "malformed")
    assert {f"second_reader.{code}" for code in (*outcomes, *troubles)} <= known
