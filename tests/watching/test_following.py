"""`tawatur watch` as a user runs it: a real server, real processes, killed at any moment."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("httpx")
pytest.importorskip("feedparser")

from tawatur.reading.web import limits
from tawatur.store import checking, open_archive
from tests.cli.command import run
from tests.reading.site import QUICK, Answer, Page, Site, item, rss, serving
from tests.watching.invented import FIRST, SECOND
from tests.watching.test_round import contents

Rows = tuple[tuple[str, str, tuple[str, str], str], ...]


def page(title: str, text: str, at: str) -> bytes:
    """A saved page of an article."""
    head = f'<meta charset=utf-8><meta property="article:published_time" content="{at}"><title>{title}</title>'
    body = f"<article><h1>{title}</h1><p>{text}</p></article>"
    return f"<!doctype html><html lang=ar><head>{head}</head><body>{body}</body></html>".encode()


OUTLETS = {"nahr": "127.0.0.1", "jisr": "127.0.0.2", "manara": "127.0.0.3"}


def pages(*rounds: Rows) -> dict[str, Page]:
    """A feed of each outlet's articles, and their pages, by path."""
    rows = [row for some in rounds for row in some]
    found: dict[str, Page] = {f"/{id}": Answer(page(*text, at)) for id, _, text, at in rows}
    for outlet in OUTLETS:
        items = (item(f"/{id}", text[0]) for id, of, text, _ in rows if of == outlet)
        found[f"/{outlet}"] = Answer(rss(*items))
    found["/robots.txt"] = Answer(b"User-agent: *\nAllow: /\n")
    return found


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site, asked without pausing."""
    monkeypatch.setattr(limits, "Limits", partial(limits.Limits, gap=QUICK.gap, backoff=QUICK.backoff, retries=1))
    monkeypatch.setattr(limits, "LIMITS", QUICK)
    with serving(pages(FIRST), "0.0.0.0") as found:
        yield found


def watch(site: Site, archive: Path, *more: str) -> list[str]:
    port = site.url.rpartition(":")[2]
    feeds = [f"http://{host}:{port}/{outlet}" for outlet, host in OUTLETS.items()]
    return ["watch", *feeds, "--archive", str(archive), "--once", *more]


def test_rounds_tell_what_is_new_as_text_and_as_json(quick: Site, tmp_path: Path) -> None:
    first = run(*watch(quick, tmp_path / "desk.db", "--ui", "ar"))
    assert first.code == 0
    assert "9 ركاب قتلوا" in first.out  # one outlet alone says so
    assert "4 مقالات جديدة" in first.err
    quick.pages.update(pages(FIRST, SECOND))
    second = run(*watch(quick, tmp_path / "desk.db", "--format", "json"))
    assert second.code == 0
    told = [json.loads(line) for line in second.out.splitlines()]
    assert {"figure", "lone"} <= {one["kind"] for one in told}
    assert "2 new articles" in second.err
    third = run(*watch(quick, tmp_path / "desk.db"))
    assert (third.code, third.out) == (0, "")
    assert "0 new articles" in third.err


def test_only_the_kinds_that_are_asked_for(quick: Site, tmp_path: Path) -> None:
    quick.pages.update(pages(FIRST, SECOND))
    told = run(*watch(quick, tmp_path / "desk.db", "--tell", "figure", "--format", "json"))
    assert {json.loads(line)["kind"] for line in told.out.splitlines()} == {"figure"}


def test_a_feed_that_is_down_is_told_and_loses_nothing(quick: Site, tmp_path: Path) -> None:
    run(*watch(quick, tmp_path / "desk.db"))
    quick.pages["/nahr"] = Answer(b"", 500)
    down = run(*watch(quick, tmp_path / "desk.db"))
    assert down.code == 0
    assert "500" in down.err
    with open_archive(tmp_path / "desk.db") as archive:
        assert len(contents(archive)["articles"]) == 4


def test_a_round_in_which_nothing_can_be_read_ends_with_an_error(quick: Site, tmp_path: Path) -> None:
    quick.pages.update({f"/{outlet}": Answer(b"", 404) for outlet in OUTLETS})
    lost = run(*watch(quick, tmp_path / "desk.db", "--ui", "ar"))
    assert lost.code == 3
    assert "404" in lost.err
    quick.pages.update(pages(FIRST))
    assert run(*watch(quick, tmp_path / "desk.db")).code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [(("--every", "soon"), "30s"), (("--tell", "rumours"), "corroborated"), (("--webhook", "ftp://x"), "https://")],
)
def test_mistakes_on_the_command_line(quick: Site, tmp_path: Path, arguments: tuple[str, str], words: str) -> None:
    wrong = run(*watch(quick, tmp_path / "desk.db", *arguments))
    assert wrong.code == 2
    assert words in wrong.err
    assert not (tmp_path / "desk.db").exists()
    assert quick.asked == []


def test_a_file_that_is_not_there_is_a_slip_and_not_watched_for(tmp_path: Path) -> None:
    wrong = run("watch", tmp_path / "feds.opml", "--archive", tmp_path / "desk.db", "--once", "--ui", "ar")
    assert wrong.code == 3
    assert "feds.opml" in wrong.err
    assert not (tmp_path / "desk.db").exists()


class Hook:
    """A server that takes news, and refuses them as long as `refusing`."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.tokens: list[str | None] = []
        self.refusing = False


@pytest.fixture
def hook() -> Iterator[tuple[str, Hook]]:
    kept = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if not kept.refusing:
                kept.taken.append(body)
                kept.tokens.append(self.headers.get("Authorization"))
            self.send_response(400 if kept.refusing else 204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing to stderr."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", kept
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_news_are_posted_once_they_can_be(
    quick: Site, hook: tuple[str, Hook], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, kept = hook
    monkeypatch.setenv("TAWATUR_WEBHOOK_TOKEN", "secret")
    quick.pages.update(pages(FIRST, SECOND))
    kept.refusing = True
    refused = run(*watch(quick, tmp_path / "desk.db", "--webhook", url))
    assert (refused.code, refused.out) == (0, "")
    assert "HTTP 400" in refused.err
    kept.refusing = False
    posted = run(*watch(quick, tmp_path / "desk.db", "--webhook", url, "--format", "json"))
    (body,) = kept.taken
    assert body["format"] == "tawatur news 1"
    assert [one["number"] for one in body["news"]] == [json.loads(line)["number"] for line in posted.out.splitlines()]
    assert kept.tokens == ["Bearer secret"]


def process(site: Site, archive: Path) -> subprocess.Popen[bytes]:
    """The command in a process of its own, which asks a host without pausing."""
    code = (
        "from functools import partial; from tawatur.reading.web import limits\n"
        "quick = partial(limits.Limits, gap=0, backoff=0.01); limits.LIMITS = quick(); limits.Limits = quick\n"
        "from tawatur.cli import main; main()"
    )
    command = [sys.executable, "-c", code, *watch(site, archive)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_killed_at_any_moment_it_ends_as_if_it_had_not_been(
    quick: Site, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """No article is lost or doubled, the archive is sound, and the dossiers are those of an undisturbed run."""
    rounds = (pages(FIRST), pages(FIRST, SECOND))
    whole = tmp_path / "whole.db"
    took = 0.0
    for state in rounds:
        quick.pages.clear()
        quick.pages.update(state)
        began = time.monotonic()
        done = process(quick, whole)
        assert done.communicate()[1].count(b"Traceback") == 0
        took = max(took, time.monotonic() - began)
    with open_archive(whole) as archive:
        wanted = contents(archive)
    wanted_kills = int(pytestconfig.getoption("--kills"))
    chance, kills = random.Random(7), 0
    for attempt in range(100):
        broken = tmp_path / f"broken{attempt}.db"
        for state in rounds:
            quick.pages.clear()
            quick.pages.update(state)
            while True:
                running = process(quick, broken)
                try:
                    running.communicate(timeout=chance.uniform(0.0, took) if kills < wanted_kills else None)
                except subprocess.TimeoutExpired:
                    running.send_signal(signal.SIGKILL)
                    running.communicate()
                    kills += 1
                    continue
                assert running.returncode == 0
                break
        with open_archive(broken) as archive:
            assert contents(archive) == wanted
            with archive.reading() as session:
                assert checking.check(session).problems == ()
        if kills >= wanted_kills:
            return
