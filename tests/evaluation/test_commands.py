from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from evaluation.commands import app
from evaluation.corpus import Case
from evaluation.floors import load_floors
from typer.testing import CliRunner


@pytest.fixture(autouse=True)
def perfect_program(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """A program that answers every story with its annotation, save for what a test takes from the answer."""
    spoil: list[Any] = []

    def answer(case: Case, given: str = "articles") -> dict[str, Any]:
        dossier = deepcopy(case.gold)
        end = max(s["content"][1] for s in dossier["statements"]) + 1
        for article in dossier["articles"]:
            article["text"] = "س" * end
        for change in spoil:
            change(dossier)
        return dossier

    monkeypatch.setattr("evaluation.runs.dossier_of", answer)
    return spoil


def _run(tmp_path: Path, *options: str) -> Any:
    floors = tmp_path / "floors.json"
    return CliRunner().invoke(app, ["--data", str(tmp_path / "none"), "--floors", str(floors), *options])


def test_without_the_data_the_sample_is_scored_and_the_rest_skipped_with_a_word(tmp_path: Path) -> None:
    result = _run(tmp_path, "--origins")
    assert result.exit_code == 0
    assert result.stderr.count("skipped: no gold at") == 2
    assert "statements           P 1.000  R 1.000  F1 1.000" in result.stdout
    assert "No figure is below its floor." in result.stdout
    assert not (tmp_path / "floors.json").exists()


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    found = json.loads(_run(tmp_path, "--json").stdout)
    assert found["corpora"]["sample"]["attribution"] == 1.0
    assert found["corpora"]["sample"]["gold_statements"] == 84
    assert found["below"] == []


def test_below_a_floor_the_exit_status_is_1(tmp_path: Path, perfect_program: list[Any]) -> None:
    assert _run(tmp_path, "--pin").exit_code == 0
    assert load_floors(tmp_path / "floors.json")["corpora"]["sample"]["rows"]["dates"] == 1.0
    perfect_program.append(lambda dossier: dossier["dates"].pop())
    result = _run(tmp_path)
    assert result.exit_code == 1
    assert "sample: dates" in result.stdout
    assert "sample: statements" not in result.stdout
    assert _run(tmp_path, "--pin").exit_code == 1
    assert _run(tmp_path, "--pin", "--reason", "a date was no date").exit_code == 0
    assert _run(tmp_path).exit_code == 0


def test_errors_are_listed_with_their_words(tmp_path: Path, perfect_program: list[Any]) -> None:
    perfect_program.append(lambda dossier: dossier["statements"].pop())
    assert "missed statement" in _run(tmp_path, "--errors").stdout
    assert "missed statement" not in _run(tmp_path).stdout


def test_the_same_run_prints_the_same(tmp_path: Path) -> None:
    assert _run(tmp_path).stdout == _run(tmp_path).stdout


@pytest.mark.parametrize("options", [("--given", "headlines"), ("--pin", "--stories", "S04")])
def test_what_makes_no_sense_is_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert _run(tmp_path, *options).exit_code == 2


def test_unseen_articles_that_are_not_there_are_skipped_with_a_word(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["unseen", "--data", str(tmp_path)])
    assert result.exit_code == 0
    assert "skipped: no articles at" in result.stderr
