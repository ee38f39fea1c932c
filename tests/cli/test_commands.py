from __future__ import annotations

import json
import re
import stat
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tawatur.cli import __doc__ as exit_codes
from tawatur.errors import (
    ArchiveError,
    DossierError,
    InputError,
    MissingExtraError,
    OutputError,
    SettingsError,
    TawaturError,
)
from tests.cli.command import run


def test_help_teaches_with_examples_and_exit_codes() -> None:
    ran = run("--help")
    assert ran.code == 0
    assert "tawatur demo" in ran.out
    for code in range(9):
        assert re.search(rf"^ +{code}  \w", ran.out, re.M), code
        assert exit_codes is not None
        assert re.search(rf"^ +{code}  \w", exit_codes, re.M), code


def test_every_error_has_its_own_documented_code() -> None:
    errors = (TawaturError, SettingsError, InputError, OutputError, DossierError, MissingExtraError, ArchiveError)
    assert [error.exit_code for error in errors] == [1, 2, 3, 4, 5, 6, 8]


def test_the_version_is_that_of_the_package() -> None:
    ran = run("--version")
    assert (ran.code, ran.out) == (0, f"tawatur {version('tawatur')}\n")


def test_python_m_tawatur_is_the_command() -> None:
    out = subprocess.check_output([sys.executable, "-m", "tawatur", "--version"], text=True)
    assert out == f"tawatur {version('tawatur')}\n"


@pytest.mark.parametrize("arguments", [("dossier",), ("dossier", "--nonsense"), ("verdict",), ("explain", "x.json")])
def test_a_wrong_command_line_is_exit_2(arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert "Traceback" not in ran.err


def test_without_output_the_terminal_gets_a_view(story: Path) -> None:
    ran = run("dossier", story)
    assert ran.code == 0, ran.err
    assert "first" in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    ("suffix", "start"), [(".json", "{"), (".html", "<!doctype html>"), (".md", "#"), (".HTM", "<!doctype html>")]
)
def test_the_suffix_of_the_output_chooses_the_format(story: Path, tmp_path: Path, suffix: str, start: str) -> None:
    target = tmp_path / f"out{suffix}"
    ran = run("dossier", story, "-o", target, "--story", "boat")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    text = target.read_text("utf-8")
    assert text.lower().startswith(start)


def test_the_named_format_wins_over_the_suffix(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.data"
    assert run("dossier", story, "-o", target, "--format", "json").code == 0
    assert json.loads(target.read_text("utf-8"))["story"] == "first"


def test_an_unknown_suffix_lists_the_known_ones_before_any_work(tmp_path: Path) -> None:
    ran = run("dossier", tmp_path / "nowhere", "-o", tmp_path / "out.docx")
    assert ran.code == 2
    assert ".docx" in ran.err
    assert ".json, .html, .htm, .md" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_an_output_without_a_suffix_is_told_as_such(tmp_path: Path) -> None:
    ran = run("dossier", tmp_path / "nowhere", "-o", tmp_path / "out")
    assert ran.code == 2
    assert "has no ending" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["dossier", "STORY"], ["--help"]])
def test_a_full_stdout_is_exit_4_and_no_defect(story: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "tawatur", *(str(story) if a == "STORY" else a for a in arguments)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, "defect" in said, "Exception ignored" in said) == (4, False, False), said
    assert "standard output" in said


def test_a_closed_stdout_is_exit_4(story: Path) -> None:
    command = f"exec '{sys.executable}' -m tawatur dossier '{story}' >&-"
    done = subprocess.run(["sh", "-c", command], stderr=subprocess.PIPE, check=False)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, "defect" in said) == (4, False), said


@pytest.mark.parametrize(
    "arguments",
    [
        ["dossier", "nowhere", "-o", "out.docx"],
        ["dossier", "nowhere"],
        ["dossier", "STORY", "-o", "no/such/folder/out.json"],
        ["explain", "nowhere.json", "c01"],
        ["explain", "DOSSIER", "c9999"],
        ["explain", "DOSSIER", "c01~c02"],
        ["dossier", "STORY", "empty.txt", "--format", "json"],
    ],
)
def test_arabic_messages_are_all_arabic(
    story: Path, tmp_path: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").touch()
    if "DOSSIER" in arguments:
        run("dossier", story, "-o", "DOSSIER", "--format", "json")
    said = run(*(str(story) if a == "STORY" else a for a in arguments), "--ui", "ar").err
    assert said
    words = set(re.findall(r"[A-Za-z]+", said.replace(str(tmp_path), "").replace("No such file or directory", "")))
    names = "tawatur dossier o FILE json jsonl html htm md markdown txt docx out format nowhere empty no such folder"
    assert words <= {*names.split(), "warc", "parquet", "c", "story"}, said


def test_an_output_that_cannot_be_written_is_exit_4_and_leaves_nothing(story: Path, tmp_path: Path) -> None:
    for target in (tmp_path / "no" / "such" / "out.json", tmp_path):
        ran = run("dossier", story, "-o", target, "--format", "json")
        assert ran.code == 4
        assert str(target) in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["story"]


def test_a_result_replaces_a_file_whole_and_keeps_its_permissions(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("older and longer\n" * 100_000, encoding="utf-8")
    target.chmod(0o640)
    assert run("dossier", story, "-o", target).code == 0
    json.loads(target.read_text("utf-8"))
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.json", "story"]


def test_an_input_is_overwritten_only_when_it_is_named_as_output(story: Path, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in story.iterdir()}
    run("dossier", story, "-o", tmp_path / "out.md")
    assert {path: path.read_bytes() for path in story.iterdir()} == before


def test_the_same_input_gives_the_same_bytes(story: Path) -> None:
    first, second = (run("dossier", story, "--format", "json") for _ in range(2))
    assert first.out == second.out != ""


def test_explain_shows_why(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    run("dossier", story, "-o", target)
    statement = json.loads(target.read_text("utf-8"))["statements"][0]["id"]
    english, arabic = run("explain", target, statement), run("explain", target, statement, "--ui", "ar")
    assert english.code == arabic.code == 0, english.err
    assert statement in english.out
    assert english.out != arabic.out


def test_explain_reads_a_dossier_from_standard_input(story: Path) -> None:
    made = run("dossier", story, "--format", "json").out
    assert run("explain", "-", "first", stdin=made.encode()).code == 0


def test_an_id_that_is_not_there_is_exit_5(story: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    run("dossier", story, "-o", target)
    ran = run("explain", target, "c9999")
    assert ran.code == 5
    assert "c9999" in ran.err
    assert "its claims run from c01 to" in ran.err
    assert not re.search(r"[?.]\.$", ran.err, re.M)


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[1, 2]", b"\xff\xfe\x00", b'{"statements": 3}', b'{"statements": []}']
)
def test_what_is_no_dossier_is_exit_5(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    ran = run("explain", path, "c01")
    assert ran.code == 5
    assert "x.json" in ran.err
    assert "What to do:" in ran.err
    assert run("explain", tmp_path / "absent.json", "c01").code == 5


def test_a_defect_is_exit_1_in_plain_words(story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a made-up defect")

    monkeypatch.setattr("tawatur.pipeline.build", broken)
    ran = run("dossier", story)
    assert ran.code == 1
    assert "a made-up defect" in ran.err
    assert "Traceback" not in ran.err
    monkeypatch.setenv("TAWATUR_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("dossier", story)


def test_a_reader_that_stops_early_is_no_error(story: Path) -> None:
    command = [sys.executable, "-m", "tawatur", "dossier", str(story), "--format", "html"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert process.returncode == 0
    assert said == b""


def test_demo_runs_the_sample_story() -> None:
    ran = run("demo", "--format", "json")
    assert ran.code == 0, ran.err
    made = json.loads(ran.out)
    assert len(made["articles"]) == 5
    assert made["claims"]
    assert made["rejects"] == []
