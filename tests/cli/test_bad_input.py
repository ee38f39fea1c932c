"""Bad input through the real command: a clear message, the documented exit code, and the rest processed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import FIRST, run


def dossier_of(*inputs: str | Path, code: int = 0) -> tuple[dict, str]:  # type: ignore[type-arg]
    ran = run("dossier", *inputs, "--format", "json")
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    return json.loads(ran.out), ran.err


BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "cut.json": '{"text": "قال'.encode(),
    "words.json": b'{"words": ["one", "two"]}',
    "menu.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
    "broken.txt.gz": b"\x1f\x8b\x08nonsense",
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_named_and_the_rest_is_processed(story: Path, tmp_path: Path, name: str) -> None:
    bad = tmp_path / name
    bad.write_bytes(BROKEN[name])
    made, said = dossier_of(bad, story)
    assert [article["id"] for article in made["articles"]] == ["first", "second"]
    assert str(bad) in said
    assert "2 articles" in said
    assert len(made["rejects"]) == 1


@pytest.mark.parametrize("name", BROKEN)
def test_nothing_else_given_is_exit_3_with_the_reason(tmp_path: Path, name: str) -> None:
    bad = tmp_path / name
    bad.write_bytes(BROKEN[name])
    ran = run("dossier", bad)
    assert ran.code == 3
    assert ran.out == ""
    assert name in ran.err
    assert "What to do:" in ran.err
    assert "Traceback" not in ran.err


def test_strict_says_with_7_that_something_was_rejected(story: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    target = tmp_path / "out.json"
    ran = run("dossier", story, tmp_path / "empty.txt", "--strict", "-o", target)
    assert ran.code == 7
    assert len(json.loads(target.read_text("utf-8"))["articles"]) == 2
    assert run("dossier", story, "--strict", "-o", target).code == 0


def test_a_path_that_does_not_exist_is_named(story: Path, tmp_path: Path) -> None:
    _, said = dossier_of(story, tmp_path / "nowhere.txt")
    assert "nowhere.txt" in said
    assert run("dossier", tmp_path / "nowhere.txt").code == 3


def test_a_folder_without_articles_is_exit_3(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    ran = run("dossier", tmp_path / "notes")
    assert ran.code == 3
    assert "notes" in ran.err


def test_windows_1256_is_read(story: Path, tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes(FIRST.encode("cp1256"))
    made, _ = dossier_of(old)
    assert made["articles"][0]["text"].strip() == FIRST.strip()


def test_one_broken_line_costs_one_line(tmp_path: Path) -> None:
    lines = [json.dumps({"id": id, "text": FIRST}, ensure_ascii=False) for id in ("a", "b")]
    stream = tmp_path / "day.jsonl"
    stream.write_text("\n".join([lines[0], '{"id": "x", "text": ', lines[1]]), encoding="utf-8")
    made, said = dossier_of(stream)
    assert [article["id"] for article in made["articles"]] == ["a", "b"]
    assert "day.jsonl" in said


def found(made: dict) -> set[str]:  # type: ignore[type-arg]
    return {finding["reason"]["code"] for finding in made["findings"]}


def test_one_article_is_a_finding(story: Path) -> None:
    made, said = dossier_of(story / "first.txt")
    assert "pipeline.single_article" in found(made)
    assert said == ""


def test_articles_of_two_events_are_a_finding(story: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(
        "افتتاح مهرجان الزيتون في وادي النخيل\nافتتح وزير الثقافة رامي الحداد مهرجان الزيتون السنوي في وادي النخيل. "
        "وقال إن 40 فرقة موسيقية ستشارك في الحفلات، معلناً تخصيص جائزة لأفضل معصرة. "
        "ويستمر المهرجان ثلاثة أيام تعرض فيها التعاونيات الزيت والصابون والأطباق الشعبية أمام الزوار.\n",
        encoding="utf-8",
    )
    made, _ = dossier_of(story, other)
    assert "pipeline.several_events" in found(made)
    assert len(made["articles"]) == 3


def test_a_missing_date_is_a_finding(tmp_path: Path) -> None:
    undated = tmp_path / "undated.json"
    undated.write_text(json.dumps({"text": "قال الوزير إن الجسر سيُفتح قريباً أمام السيارات."}), encoding="utf-8")
    made, _ = dossier_of(undated)
    assert {"pipeline.no_date", "pipeline.outlet_unknown"} <= found(made)


def test_standard_input_is_read() -> None:
    ran = run("dossier", "-", "--format", "json", stdin=FIRST.encode())
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["articles"][0]["text"].strip() == FIRST.strip()


def test_empty_standard_input_is_exit_3() -> None:
    assert run("dossier", "-").code == 3


@pytest.mark.parametrize("command", ["dossier", "stories", "copies", "fetch"])
def test_what_is_read_is_not_replaced_by_the_result(tmp_path: Path, command: str) -> None:
    report = tmp_path / "report.json"
    report.write_text('{"id": "a", "text": "قال الناطق إن الجسر أُغلق."}', encoding="utf-8")
    before = report.read_bytes()
    ran = run(command, report, "-o", report, "--ui", "ar")
    assert ran.code == 2
    assert "-o" in ran.err
    assert report.read_bytes() == before


def test_the_language_of_the_interface_can_be_set_once_for_all_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_UI", "ar")
    assert "لم يُقرأ شيء" in run("dossier", "nowhere.txt").err
    assert "لم يُقرأ شيء" not in run("dossier", "nowhere.txt", "--ui", "en").err
