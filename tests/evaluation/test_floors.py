from __future__ import annotations

from pathlib import Path
from typing import Any

from evaluation.floors import FILE, load_floors, pin, save_floors, shortfalls, worse

NONE: dict[str, Any] = {"corpora": {}, "lowered": []}
FIRST = {"statements": 0.7, "origins_overclaimed": 0.05, "naive_overclaimed": 0.9}


def _pinned() -> dict[str, Any]:
    return pin(NONE, "stories", "h1", FIRST, day="2026-05-01")


def test_what_counting_outlets_gives_is_not_pinned() -> None:
    assert _pinned()["corpora"]["stories"]["rows"] == {"statements": 0.7, "origins_overclaimed": 0.05}


def test_over_claiming_is_a_ceiling() -> None:
    assert worse("origins_overclaimed", 0.06, 0.05)
    assert not worse("origins_overclaimed", 0.04, 0.05)
    assert worse("statements", 0.69, 0.7)


def test_a_figure_below_its_floor_is_named() -> None:
    found = {**FIRST, "statements": 0.69, "origins_overclaimed": 0.06}
    short = shortfalls(_pinned(), "stories", "h1", found)
    assert [line.split()[1] for line in short] == ["statements", "origins_overclaimed"]
    assert shortfalls(_pinned(), "stories", "h1", FIRST) == []
    assert shortfalls(_pinned(), "sample", "h1", found) == []


def test_another_corpus_does_not_pass_in_silence() -> None:
    short = shortfalls(_pinned(), "stories", "h2", FIRST)
    assert len(short) == 1
    assert "pinned on" in short[0]


def test_pinning_raises_but_does_not_lower() -> None:
    floors = pin(_pinned(), "stories", "h1", {"statements": 0.8, "origins_overclaimed": 0.09}, day="2026-05-02")
    assert floors["corpora"]["stories"]["rows"] == {"statements": 0.8, "origins_overclaimed": 0.05}
    assert floors["corpora"]["stories"]["date"] == "2026-05-02"
    assert floors["lowered"] == []


def test_pinning_what_is_pinned_changes_nothing() -> None:
    assert pin(_pinned(), "stories", "h1", FIRST, day="2026-06-01") == _pinned()


def test_a_reason_lowers_and_is_kept() -> None:
    floors = pin(_pinned(), "stories", "h1", {**FIRST, "statements": 0.6}, day="2026-05-02", reason="stricter guide")
    assert floors["corpora"]["stories"]["rows"]["statements"] == 0.6
    assert [(r["row"], r["from"], r["to"], r["reason"]) for r in floors["lowered"]] == [
        ("statements", 0.7, 0.6, "stricter guide")
    ]


def test_a_changed_corpus_needs_a_reason() -> None:
    assert pin(_pinned(), "stories", "h2", {**FIRST, "statements": 0.9}, day="2026-05-02") == _pinned()
    floors = pin(_pinned(), "stories", "h2", {**FIRST, "statements": 0.9}, day="2026-05-02", reason="more stories")
    assert floors["corpora"]["stories"]["sha256"] == "h2"


def test_floors_are_written_with_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == NONE
    save_floors(_pinned(), path)
    first = path.read_bytes()
    save_floors(load_floors(path), path)
    assert path.read_bytes() == first
    assert load_floors(path) == _pinned()


def test_every_lowering_on_record_has_a_reason() -> None:
    assert all(record["reason"].strip() for record in load_floors(FILE)["lowered"])
