from __future__ import annotations

from pathlib import Path

import pytest
from evaluation.name_pairs import main, measure, rank, read_pairs

PAIRS = [("باراك", "barrack"), ("جوتيريس", "guterres"), ("شافيز", "chavez"), ("ميلر", "miller"), ("ميلر", "mueller")]


def test_true_names_are_found_among_the_others() -> None:
    found = measure(PAIRS[:3], PAIRS, others=4)
    assert (found.queries, found.first, found.reciprocal, found.listed) == (3, 1.0, 1.0, 1.0)


def test_a_name_off_the_short_list_has_no_place() -> None:
    place, seconds = rank("باراك", "zzz", ["barrack", "barak"])
    assert place is None
    assert seconds > 0


def test_names_as_likely_come_before_the_true_one() -> None:
    assert rank("باراك", "barrack", ["Barrack", "chavez"])[0] == 2


def test_pairs_are_read_by_line(tmp_path: Path) -> None:
    (tmp_path / "pairs.txt").write_text("باراك\tbarrack\n\nميلر\n", encoding="utf-8")
    assert read_pairs(tmp_path / "pairs.txt") == [("باراك", "barrack")]


def test_absent_data_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["name_pairs", "--data", str(tmp_path)])
    assert main() == 0
    assert "skipped" in capsys.readouterr().err
