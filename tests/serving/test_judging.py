"""Judging on pages, and signing in where an archive is shared."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tawatur.serving.app import create_app
from tawatur.store import Archive, judgements, people
from tests.serving.conftest import put_all

GOLDEN = json.loads((Path(__file__).parents[1] / "golden" / "sample.dossier.json").read_text(encoding="utf-8"))
TIED = next(
    claim["id"]
    for claim in GOLDEN["claims"]
    if len(claim["roots"]) == 2 and claim["independent"] == [1, 1] and len(claim["members"]) == 3
)
"""A claim of the sample story that two unnamed sources stand behind, who may be one."""

PASSWORD = "سر طويل جداً"


@pytest.fixture
def client(own_archive: Archive) -> TestClient:
    put_all(own_archive)
    return TestClient(create_app(own_archive), base_url="http://localhost", follow_redirects=False)


def forms(html: str) -> list[dict[str, str]]:
    """The hidden fields of every form that posts to /judge."""
    found = re.findall(r'<form action="/judge" method="post">(.*?)</form>', html, re.S)
    fields = r'<input type="hidden" name="(\w+)" value="([^"]*)">'
    return [{name: unescape(value) for name, value in re.findall(fields, one)} for one in found]


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_speaker_is_judged_and_the_judgement_withdrawn(client: TestClient, own_archive: Archive, ui: str) -> None:
    page = client.get("/judge", params={"story": "sample", "claim": TIED, "ui": ui})
    assert page.status_code == 200
    speaker = next(one for one in forms(page.text) if one["kind"] == "speaker")
    kept = client.post("/judge", data={**speaker, "verdict": "wrong", "source": "own", "note": "قاله المحرر"})
    assert kept.status_code == 303
    with own_archive.reading() as session:
        (row,) = judgements.all_judgements(session)
    assert (row.judged.by, row.judged.note, row.judged.judgement.verdict) == ("local", "قاله المحرر", "wrong")
    back = client.get(kept.headers["location"])
    assert back.status_code == 200
    assert "قاله المحرر" in back.text
    withdrawn = client.post("/judge/withdraw", data={"number": "1", "story": "sample", "claim": TIED})
    assert withdrawn.status_code == 303
    assert client.post("/judge/withdraw", data={"number": "1", "story": "sample", "claim": TIED}).status_code == 409


def test_statements_are_parted_and_ties_judged(client: TestClient) -> None:
    page = client.get("/judge", params={"story": "sample", "claim": TIED})
    claim = next(one for one in forms(page.text) if one["kind"] == "claim")
    assert client.post("/judge", data={**claim, "verdict": "wrong"}).status_code == 303
    origin = next(one for one in forms(page.text) if one["kind"] == "origin")
    assert client.post("/judge", data={**origin, "verdict": "wrong"}).status_code == 303


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_claims_are_joined_and_sources_tied_that_the_program_kept_apart(
    client: TestClient, own_archive: Archive, ui: str
) -> None:
    before = client.get("/stories/sample/claims.json").json()
    page = client.get("/judge", params={"story": "sample", "claim": TIED, "ui": ui})
    join = next(one for one in forms(page.text) if one["kind"] == "join")
    options = re.findall(r'<option value="(c\d+)"', page.text)
    assert TIED not in options
    assert len(options) == before["total"] - 1
    kept = client.post("/judge", data={**join, "other": options[0]})
    assert kept.status_code == 303
    assert client.get("/stories/sample/claims.json").json()["total"] == before["total"] - 1
    assert client.post("/judge", data={**join, "other": "c999"}).status_code == 422
    roots = re.search(r'<select id="tie-a".*?</select>', page.text)
    assert roots
    a, b = (unescape(name) for name in re.findall(r'<option value="([^"]+)"', roots[0])[:2])
    tie = next(one for one in forms(page.text) if one["kind"] == "origin" and "a" not in one)
    assert client.post("/judge", data={**tie, "a": a, "b": a, "verdict": "right"}).status_code == 422
    assert client.post("/judge", data={**tie, "a": a, "b": b, "verdict": "right"}).status_code == 303
    with own_archive.reading() as session:
        said = [row.judged.judgement for row in judgements.all_judgements(session)]
    assert [(type(one).__name__, one.verdict) for one in said] == [("OneClaim", "right"), ("OneOrigin", "right")]


def test_a_form_without_an_answer_is_told(client: TestClient) -> None:
    speaker = next(
        one for one in forms(client.get("/judge", params={"story": "sample", "claim": TIED}).text)
        if one["kind"] == "speaker"
    )  # fmt: skip
    assert client.post("/judge", data=speaker).status_code == 422
    assert client.post("/judge", data={"kind": "speaker", "verdict": "right", "statement": "{}"}).status_code == 422
    assert client.get("/judge", params={"story": "sample", "claim": "c999"}).status_code == 404


@pytest.fixture
def shared(own_archive: Archive) -> TestClient:
    put_all(own_archive)
    with own_archive.writing() as session:
        for name, role in (("ليلى", "admin"), ("سامي", "editor"), ("Rim", "reader")):
            people.add_person(session, name, role, PASSWORD)  # type: ignore[arg-type]
    return TestClient(create_app(own_archive), base_url="http://localhost", follow_redirects=False)


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    answer = client.post("/sign-in", data={"name": name, "password": password, "to": "/"})
    return answer.status_code


def test_a_shared_archive_asks_who_you_are(shared: TestClient) -> None:
    asked = shared.get("/stories/sample")
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?to=%2Fstories%2Fsample")
    assert shared.get("/sign-in").status_code == shared.get("/about").status_code == 200
    assert 'action="/sign-out"' not in shared.get("/sign-in").text
    assert shared.get("/index.json").status_code == 401 or shared.get("/index.json").status_code == 303
    assert shared.get("/api/v1/stories").status_code == 401
    assert sign_in(shared, "ليلى", "كلمة خاطئة تماما") == 403
    assert sign_in(shared, "ليلى") == 303
    assert shared.get("/stories/sample").status_code == 200
    assert 'action="/sign-out"' in shared.get("/stories/sample").text
    assert "سامي" not in shared.get("/stories/sample").text
    shared.post("/sign-out")
    assert shared.get("/stories/sample").status_code == 303


def test_a_reader_reads_and_no_more(shared: TestClient) -> None:
    assert sign_in(shared, "Rim") == 303
    assert shared.get("/stories/sample").status_code == 200
    assert shared.get("/judge", params={"story": "sample", "claim": TIED}).status_code == 403
    assert shared.post("/judge", data={}).status_code == 403
    assert shared.post("/api/v1/jobs", json={"articles": [{"text": "نص"}]}).status_code == 403


def test_judgements_carry_the_name_of_who_made_them(shared: TestClient, own_archive: Archive) -> None:
    sign_in(shared, "سامي")
    page = shared.get("/judge", params={"story": "sample", "claim": TIED})
    speaker = next(one for one in forms(page.text) if one["kind"] == "speaker")
    shared.post("/judge", data={**speaker, "verdict": "right"})
    with own_archive.reading() as session:
        assert [row.judged.by for row in judgements.all_judgements(session)] == ["سامي"]


def test_tokens_allow_what_they_were_given_for(shared: TestClient, own_archive: Archive) -> None:
    with own_archive.writing() as session:
        _, reading = people.add_token(session, "سامي", "قارئ آلي", ["read"])
        _, judging = people.add_token(session, "سامي", "", ["read", "judge"])
    headers = {"authorization": f"Bearer {reading}"}
    assert shared.get("/api/v1/stories", headers=headers).status_code == 200
    assert shared.post("/api/v1/jobs", json={"urls": ["https://x.example"]}, headers=headers).status_code == 403
    assert shared.get("/api/v1/stories", headers={"authorization": "Bearer tw_none"}).status_code == 401
    wrong = shared.delete("/api/v1/judgements/7", headers={"authorization": f"Bearer {judging}"})
    assert wrong.status_code == 404


def test_many_wrong_passwords_are_slowed_down(shared: TestClient) -> None:
    codes = [sign_in(shared, "Rim", "غير صحيحة أبداً") for _ in range(11)]
    assert codes[:10] == [403] * 10
    assert codes[10] == 429
    assert sign_in(shared, "Rim") == 429


def test_signing_in_leads_nowhere_else(shared: TestClient) -> None:
    for to in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        answer = shared.post("/sign-in", data={"name": "Rim", "password": PASSWORD, "to": to})
        assert answer.headers["location"] == "/"
