from __future__ import annotations

from dataclasses import replace

import pytest
from anyio.from_thread import start_blocking_portal
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from tawatur.serving import library
from tawatur.serving.app import create_app
from tawatur.serving.shelving import put_dossier
from tawatur.store import Archive
from tests.invented_dossier import ferry, of_text


def test_what_another_process_writes_is_seen_a_moment_later(
    own_archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_dossier(own_archive, ferry(), "serve", [])
    now = 1000.0
    monkeypatch.setattr(library, "monotonic", lambda: now)
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        first = client.get("/index.json")
        assert client.get("/index.json").headers["etag"] == first.headers["etag"]
        other = replace(of_text("فُتح الجسر صباح أمس"), story="خبر")
        put_dossier(own_archive, other, "serve", [])
        now += 1
        assert [one["id"] for one in client.get("/index.json").json()["stories"]] != [
            one["id"] for one in first.json()["stories"]
        ]


def test_answer_is_not_given_to_one_who_asks_for_another(own_archive: Archive) -> None:
    put_dossier(own_archive, ferry(), "serve", [])
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        for _ in range(3):
            assert 'lang="en"' in client.get("/", headers={"accept-language": "en"}).text
            assert 'lang="ar"' in client.get("/", headers={"accept-language": "ar"}).text
            assert client.get("/index.json").headers["content-type"] == "application/json"
            assert client.get("/?q=x").text != client.get("/").text
            assert client.get("/", headers={"host": "evil.example"}).status_code == 403


def test_quick_answers_know_what_the_reader_has(own_archive: Archive) -> None:
    put_dossier(own_archive, ferry(), "serve", [])
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        etag = [client.get("/").headers["etag"] for _ in range(3)][-1]
        assert client.get("/", headers={"if-none-match": etag}).status_code == 304
        assert "content-security-policy" in client.get("/").headers


def test_nothing_is_quick_where_who_asks_has_to_be_looked_at(own_archive: Archive) -> None:
    from tawatur.serving.library import Library
    from tawatur.serving.quick import Quick, QuickAnswers

    asked: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        asked.append(scope["path"])
        assert "tawatur.stamp" not in scope

    shelf = Library(own_archive)
    library.stamp(shelf)
    quick = QuickAnswers(app, Quick(shelf), anybody=False)
    scope = {"type": "http", "method": "GET", "path": "/", "raw_path": b"/", "query_string": b"", "headers": []}

    async def never(*_: object) -> dict[str, object]:
        raise AssertionError

    with start_blocking_portal() as portal:  # a loop of its own: the browser tests leave theirs running in this thread
        portal.call(quick, dict(scope), never, never)
    assert asked == ["/"]


def test_what_is_changed_here_is_seen_at_once(own_archive: Archive) -> None:
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        before = [client.get("/index.json").json()["stories"] for _ in range(3)][-1]
        put_dossier(own_archive, ferry(), "serve", [])
        client.post("/paste", data={"text": ""})  # whatever it was, it may have changed something
        assert client.get("/index.json").json()["stories"] != before


def test_story_without_a_dossier_shows_its_articles(own_archive: Archive) -> None:
    from tawatur.grouping.records import Story
    from tawatur.store.articles import add
    from tawatur.store.stories import save_stories

    article = ferry().articles[0]
    with own_archive.writing() as session:
        add(session, [article])
        save_stories(session, [Story("allein", (article.id,), (article.outlet,), "عنوان", 1.0, 1.0)])
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        assert client.get("/stories/allein.json").json()["articles"][0]["id"] == article.id
        assert f'href="/articles/{article.id}"' in client.get("/stories/allein").text
        assert client.get("/stories/allein/claims").status_code == 404
