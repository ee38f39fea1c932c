from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tawatur.store import Archive, Session, accounts, articles, checking, dossiers, news, open_archive, runs, stories
from tawatur.store.story_lines import StoryFilter, story_list
from tawatur.watching import round_of
from tawatur.watching.delivery import NotPostedError, deliver
from tests.watching.invented import FIRST, SECOND, lines

FETCHED = re.compile(r'"fetched": "[^"]*"')


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with open_archive(tmp_path / "desk.db") as opened:
        yield opened


def contents(archive: Archive) -> dict[str, Any]:
    """Everything of an archive that does not tell of when it was made."""
    with archive.reading() as session:
        found = list(articles.arrivals(session))
        ids = [line.id for line in story_list(session, StoryFilter(least_outlets=1))]
        return {
            "articles": sorted((replace(article, fetched=None) for _, article in found), key=lambda a: a.id),
            "statements": {a.id: read.statements for _, a in found if (read := accounts.account(session, a.id))},
            "stories": {id: stories.story(session, id) for id in sorted(ids)},
            "dossiers": {id: FETCHED.sub("", dossiers.dossier_json(session, id) or "") for id in sorted(ids)},
        }


def told(archive: Archive) -> list[dict[str, Any]]:
    shown: list[dict[str, Any]] = []
    deliver(archive, ("corroborated", "conflict", "figure", "lone"), shown.append)
    return shown


def test_a_round_takes_in_reads_groups_and_makes_dossiers(archive: Archive, tmp_path: Path) -> None:
    made = round_of(archive, [lines(tmp_path / "a.jsonl", FIRST)])
    assert (made.tally.added, made.grouped, made.dossiers) == (4, 4, 1)
    found = contents(archive)
    assert all(found["statements"].values())
    assert len(found["statements"]) == 4
    assert sorted(len(story.members) for story in found["stories"].values()) == [1, 3]
    (ferry,) = (text for text in found["dossiers"].values() if text)
    assert '"c1"' in ferry


def test_a_second_round_tells_only_what_is_new(archive: Archive, tmp_path: Path) -> None:
    round_of(archive, [lines(tmp_path / "a.jsonl", FIRST)])
    told(archive)
    made = round_of(archive, [lines(tmp_path / "a.jsonl", FIRST), lines(tmp_path / "b.jsonl", SECOND)])
    assert (made.tally.added, made.dossiers) == (2, 1)
    assert made.tally.dropped == {"reading.duplicate": 4}
    new = told(archive)
    assert told(archive) == []
    assert {"figure"} <= {one["kind"] for one in new}
    toll = next(one for one in new if one["kind"] == "figure")
    assert "12" in toll["text"]["en"]
    assert toll["sides"][0]["words"]


def test_a_round_without_anything_new_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", FIRST)
    round_of(archive, [path])
    before = contents(archive)
    made = round_of(archive, [path])
    assert (made.tally.added, made.grouped, made.dossiers) == (0, 0, 0)
    assert contents(archive) == before


def test_another_text_of_an_article_makes_the_dossier_anew(archive: Archive, tmp_path: Path) -> None:
    round_of(archive, [lines(tmp_path / "a.jsonl", FIRST)])
    id, outlet, (title, text), at = FIRST[2]
    changed = ((id, outlet, (title, text.replace("9 ركاب", "11 راكباً")), at),)
    made = round_of(archive, [lines(tmp_path / "b.jsonl", changed)])
    assert (made.tally.versions, made.dossiers) == (1, 1)
    found = contents(archive)
    assert any("11 راكباً" in text for text in found["dossiers"].values() if text)
    assert len(next(a for a in found["articles"] if a.id == id).versions) == 1


def test_runs_and_losses_are_counted(archive: Archive, tmp_path: Path) -> None:
    broken = tmp_path / "c.jsonl"
    broken.write_text("{\n", encoding="utf-8")
    round_of(archive, [lines(tmp_path / "a.jsonl", FIRST), str(broken)])
    with archive.reading() as session:
        (run,) = runs.runs(session)
    assert (run.added, run.ended is not None) == (4, True)
    assert [(lost.first.reason.code, lost.n) for lost in run.dropped] == [("reading.json_line", 1)]


class Stopped(BaseException):
    """As a kill: nothing catches it."""


@contextmanager
def stopped_at(monkeypatch: pytest.MonkeyPatch, commit: int) -> Iterator[list[int]]:
    """Have the writing transaction of a number undone and everything after it not happen."""
    count = [0]
    real = Archive.writing

    @contextmanager
    def writing(self: Archive) -> Iterator[Session]:
        with real(self) as session:
            yield session
            count[0] += 1
            if count[0] == commit:
                raise Stopped

    with monkeypatch.context() as patched:
        patched.setattr(Archive, "writing", writing)
        yield count


def test_a_round_that_is_broken_off_anywhere_is_made_good(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rounds = [lines(tmp_path / "a.jsonl", FIRST)], [lines(tmp_path / "b.jsonl", SECOND)]
    with open_archive(tmp_path / "whole.db") as archive, stopped_at(monkeypatch, 0) as count:
        for inputs in rounds:
            round_of(archive, inputs)
        whole, commits = contents(archive), count[0]
    assert commits > 10
    for at in range(1, commits + 1):
        with open_archive(tmp_path / f"broken{at}.db") as archive:
            with stopped_at(monkeypatch, at):
                for inputs in rounds:
                    try:
                        round_of(archive, inputs)
                    except Stopped:
                        round_of(archive, inputs)
            assert contents(archive) == whole, at
            with archive.reading() as session:
                assert checking.check(session).problems == ()


def test_news_that_cannot_be_posted_wait(archive: Archive, tmp_path: Path) -> None:
    for name, rows in (("a.jsonl", FIRST), ("b.jsonl", SECOND)):
        round_of(archive, [lines(tmp_path / name, rows)])
    shown: list[dict[str, Any]] = []

    def refuse(_news: Any) -> None:
        raise NotPostedError("HTTP 503")

    with pytest.raises(NotPostedError):
        deliver(archive, ("lone", "figure"), shown.append, refuse)
    assert shown == []
    posted: list[Any] = []
    assert deliver(archive, ("lone", "figure"), shown.append, posted.extend) == len(posted) == len(shown) > 0
    with archive.reading() as session:
        assert news.waiting_news(session) == []
