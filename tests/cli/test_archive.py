from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.store import migrating, open_archive, opening
from tawatur.store.runs import runs
from tests.cli.command import FIRST, SECOND, run


@pytest.fixture
def news(story: Path, tmp_path: Path) -> Path:
    """An archive of two reports of one event, with their statements."""
    path = tmp_path / "news.db"
    ran = run("archive", "add", story, "--archive", path)
    assert (ran.code, ran.out) == (0, "")
    assert (
        ran.err
        == "tawatur: 2 new articles, statements of 2 articles read, 1 dossier of a story of several outlets made\n"
    )
    return path


def test_what_is_there_already_is_known_again(news: Path, story: Path) -> None:
    (story / "third.txt").write_text("خبر ثالث عن أمر آخر\n3 مايو 2031\nقال وزير الزراعة إن الموسم جيد.\n", "utf-8")
    ran = run("archive", "add", story, "--archive", news)
    assert ran.code == 0
    assert "1 new article, statements of 1 article read" in ran.err
    assert "2 ×" in ran.err  # of the input dropped: known already
    with open_archive(news) as archive, archive.reading() as session:
        newest, first = runs(session)
    assert (newest.read, newest.added, [d.n for d in newest.dropped]) == (3, 1, [2])
    assert (first.command, first.added, first.ended is not None) == ("archive add", 2, True)


def test_without_statements_they_are_read_by_a_later_run(story: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    assert run("archive", "add", story, "--archive", path, "--no-statements").err == "tawatur: 2 new articles\n"
    found = run("archive", "search", "", "--in", "statements", "--archive", path)
    assert (found.code, found.out) == (0, "")
    assert "statements of 2 articles read" in run("archive", "add", story, "-a", path).err
    assert "القارب" in run("archive", "search", "غرق", "--in", "statements", "-a", path).out


def test_the_archive_may_be_named_by_the_environment(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAWATUR_ARCHIVE", str(tmp_path / "named.db"))
    assert run("archive", "add", story, "--no-statements").code == 0
    assert run("archive", "check").code == 0


def test_search_shows_the_words_and_pages(news: Path) -> None:
    ran = run("archive", "search", "القوارب زوارق", "--archive", news)
    assert (ran.code, ran.out) == (0, "")
    assert "nothing in the archive" in ran.err
    ran = run("archive", "search", "زوارق الانقاذ", "--archive", news)
    assert "غرق قارب صيد قبالة بلدة المرجان" in ran.out
    first = run("archive", "search", "الصيادين", "--limit", "1", "--archive", news)
    place = first.err.split("--after ")[1].strip()
    second = run("archive", "search", "الصيادين", "--limit", "1", "--after", place, "--archive", news)
    assert second.code == 0
    assert second.out != first.out
    assert "--after" not in second.err


def test_search_as_json_gives_spans_into_the_stored_text(news: Path) -> None:
    made = json.loads(run("archive", "search", "خفر السواحل", "--format", "json", "--archive", news).out)
    assert {hit["id"] for hit in made["hits"]} == {"first", "second"}
    texts = {"first": FIRST, "second": SECOND}
    for hit in made["hits"]:
        with open_archive(news) as archive, archive.reading() as session:
            from tawatur.store.articles import article

            stored = article(session, hit["id"])
        assert stored is not None
        assert stored.text in texts[hit["id"]]
        words = [stored.text[a:b] for a, b in hit["snippet"]["hits"]]
        assert "السواحل" in words
    statements = json.loads(
        run("archive", "search", "", "--in", "statements", "--speaker", "النوري", "--format", "json", "-a", news).out
    )
    assert statements["hits"]
    assert all("النوري" in hit["speaker"] for hit in statements["hits"])
    claims = run("archive", "search", "غرق", "--in", "claims", "--format", "json", "-a", news)
    hits = json.loads(claims.out)["hits"]
    assert hits
    assert all(hit["independent"] for hit in hits)


def test_a_large_archive_is_searched_through_its_own_index(news: Path) -> None:
    pytest.importorskip("tantivy")
    plain = run("archive", "search", "الصيادين", "--format", "json", "-a", news)
    large = run("archive", "search", "الصيادين", "--large", "--format", "json", "-a", news)
    assert [h["id"] for h in json.loads(large.out)["hits"]] == [h["id"] for h in json.loads(plain.out)["hits"]]
    assert news.with_name("news.db.words").is_dir()


def test_export_and_check(news: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    ran = run("archive", "export", "--archive", news, "--out", tmp_path / "tables")
    assert ran.code == 0
    assert (tmp_path / "tables" / "articles.parquet").exists()
    ran = run("archive", "check", "--archive", news)
    assert ran.code == 0
    assert ["articles", "2"] in [line.split() for line in ran.out.splitlines()]
    assert "whole" in ran.err


def test_what_is_not_whole_is_told_with_8(news: Path) -> None:
    with open_archive(news) as archive, archive.writing() as session:
        session.connection.exec_driver_sql("UPDATE articles SET text = text || 'x' WHERE arrival = 1")
    for ui, words in (("en", "texts that are not what was written: 1"), ("ar", "نصوص ليست كما كُتبت")):
        ran = run("archive", "check", "--archive", news, "--ui", ui)
        assert ran.code == 8
        assert words in ran.err


def test_upgrade_tells_from_where_to_where(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with opening._unopened(str(path), create=True) as archive:
        migrating.upgrade(archive, "0001")
    assert "from schema 0001 to" in run("archive", "upgrade", "--archive", path).err
    assert "up to date" in run("archive", "upgrade", "--archive", path).err


@pytest.mark.parametrize("command", [["search", "x"], ["check"], ["upgrade"], ["export", "--out", "x"]])
def test_an_archive_that_is_not_there_is_told_with_8(tmp_path: Path, command: list[str]) -> None:
    ran = run("archive", *command, "--archive", tmp_path / "absent.db")
    assert ran.code == 8
    assert "there is no archive" in ran.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("ui", "words"), [("en", "there is no folder"), ("ar", "لا وجود للمجلد")])
def test_an_archive_in_a_folder_that_is_not_there_is_told_with_8(
    story: Path, tmp_path: Path, ui: str, words: str
) -> None:
    ran = run("archive", "add", story, "--archive", tmp_path / "desk" / "news.db", "--ui", ui)
    assert ran.code == 8
    assert words in ran.err
    assert not (tmp_path / "desk").exists()


def test_claims_are_shown_with_their_independent_origins_in_words(tmp_path: Path) -> None:
    reports = tmp_path / "reports.jsonl"
    reports.write_text(
        "".join(
            json.dumps({"id": name, "outlet": name, "published": "2031-05-02T08:00:00Z", "text": text}) + "\n"
            for name, text in (("nur", FIRST), ("mina", SECOND))
        ),
        "utf-8",
    )
    added = run("archive", "add", reports, "--archive", tmp_path / "a.db")
    assert added.err.endswith(", 1 dossier of a story of several outlets made\n")
    found = run("archive", "search", "غرق", "--in", "claims", "--archive", tmp_path / "a.db", "--ui", "ar")
    assert "مصدر مستقل" in found.out
    assert "[" not in found.out


def test_an_archive_without_people_says_so(news: Path) -> None:
    ran = run("people", "list", "--archive", news)
    assert (ran.code, ran.out) == (0, "")
    assert "tawatur people add" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_client_that_takes_no_answers_is_no_defect(news: Path) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "initialize",
             "params": {"protocolVersion": "2024-11-05", "capabilities": {},
                        "clientInfo": {"name": "x", "version": "1"}}}  # fmt: skip
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([sys.executable, "-m", "tawatur", "mcp", "--archive", str(news)], stdout=full,
                             input=json.dumps(asked).encode() + b"\n", stderr=subprocess.PIPE, timeout=60)  # fmt: skip
    assert ran.returncode == 4
    assert b"takes no more answers" in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["search", "-x", "-a"], 2),
        (["search", "--since", "lately", "x", "-a"], 2),
        (["search", "x", "--after", "?", "-a"], 2),
    ],
)
def test_a_wrong_question_is_2(news: Path, arguments: list[str], code: int) -> None:
    ran = run("archive", *arguments, news)
    assert ran.code == code
    assert "Traceback" not in ran.err


def test_nothing_readable_is_3_and_the_archive_keeps_why(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    ran = run("archive", "add", tmp_path / "empty.txt", "--archive", tmp_path / "a.db")
    assert ran.code == 3
    with open_archive(tmp_path / "a.db") as archive, archive.reading() as session:
        assert sum(d.n for d in runs(session)[0].dropped) == 1


def test_another_long_writer_is_told_with_8(news: Path, story: Path) -> None:
    from tawatur.store.locking import hold

    with open_archive(news) as archive, hold(archive, "tawatur watch"):
        ran = run("archive", "add", story, "--archive", news)
    assert ran.code == 8
    assert "tawatur watch" in ran.err
