from __future__ import annotations

import json
import time
from typing import Any

import pytest
from starlette.testclient import TestClient

from tawatur.serving.app import create_app
from tawatur.store import Archive
from tests.serving.conftest import STRANGE, put_all

BASE = "/api/v1"


def get(client: TestClient, path: str, status: int = 200, **params: Any) -> Any:
    response = client.get(BASE + path, params=params)
    assert response.status_code == status, response.text
    return response.json()


def test_stories_page_by_page(client: TestClient) -> None:
    seen, after = [], None
    for _ in range(5):
        page = get(client, "/stories", several=False, limit=1, **({"after": after} if after else {}))
        seen += [story["id"] for story in page["stories"]]
        after = page["next"]
        if after is None:
            break
    assert len(seen) == len(set(seen)) == 3
    several = get(client, "/stories")["stories"]
    assert all(len(story["outlets"]) > 1 for story in several)


def test_stories_by_words_and_facets(client: TestClient) -> None:
    found = get(client, "/stories", q="العبّارة راكباً")["stories"]
    assert {story["id"] for story in found} == {"العبّارة", "sample"}
    assert get(client, "/stories", q="كلام لا يرد في مقال")["stories"] == []
    outlet = found[0]["outlets"][0]
    assert all(outlet in s["outlets"] for s in get(client, "/stories", outlet=outlet)["stories"])


def test_one_story_whatever_its_id_holds(client: TestClient) -> None:
    for id in ("sample", STRANGE):
        response = client.get(f"{BASE}/stories/{id.replace('?', '%3F').replace('#', '%23')}")
        assert response.json()["id"] == id
    assert get(client, "/dossiers/sample")["format"] == "tawatur dossier 1"


def test_claims_with_everything_behind_them(client: TestClient) -> None:
    first = get(client, "/claims", story="sample", limit=3)
    assert len(first["claims"]) == 3
    second = get(client, "/claims", story="sample", limit=3, after=first["next"])
    assert not {c["id"] for c in first["claims"]} & {c["id"] for c in second["claims"]}
    claim = get(client, f"/claims/{first['claims'][0]['id']}", story="sample")
    assert claim["statements"]
    assert claim["why"]
    text = get(client, f"/articles/{claim['statements'][0]['article']}")["text"]
    said = claim["statements"][0]
    assert text[slice(*said["content"])] == said["words"]
    assert len(said["chain"]) == len(said["names"])


def test_relations_and_sources(client: TestClient) -> None:
    relations = get(client, "/relations", story="sample")["relations"]
    assert {"update", "contradiction"} <= {r["type"] for r in relations}
    assert all(len(r["differs"]) == 2 and r["why"]["text"] for r in relations)
    sources = get(client, "/sources", story="sample")["sources"]
    assert any(source["party"] for source in sources)


def test_articles_and_their_statements(client: TestClient) -> None:
    page = get(client, "/articles", q="راكب", limit=2)
    assert len(page["articles"]) == 2
    assert page["next"]
    for row in page["articles"]:
        text = get(client, f"/articles/{row['id']}")["text"]
        assert row["snippet"] in text
        assert all(start < end for start, end in row["found"])
    found = get(client, "/statements", article="najmat-alsahl", limit=2)
    assert len(found["statements"]) == 2
    assert get(client, "/articles/lone")["read"] is False
    assert get(client, "/statements", article="lone") == {"statements": [], "next": None}


def test_corroborations(client: TestClient) -> None:
    response = client.post(f"{BASE}/corroborations", json={"claim": "كان على متن العبّارة نحو 140 راكباً"})
    assert response.status_code == 200
    assert response.json()["answer"] == "one_origin"
    assert response.json()["support"]["passages"][0]["words"]
    wrong = client.post(f"{BASE}/corroborations", json={"claim": "كلام", "since": "أمس"})
    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["where"] == "since"


@pytest.mark.parametrize(
    ("path", "params", "status", "where"),
    [
        ("/claims", {}, 422, "query.story"),
        ("/claims", {"story": "nowhere"}, 404, ""),
        ("/claims/c99", {"story": "sample"}, 404, ""),
        ("/stories", {"limit": 0}, 422, "query.limit"),
        ("/stories", {"after": "x"}, 422, "after"),
        ("/stories", {"since": "soon"}, 422, "since"),
        ("/articles/nowhere", {}, 404, ""),
        ("/statements", {"article": "nowhere"}, 404, ""),
        ("/jobs/nowhere", {}, 404, ""),
        ("/nowhere", {}, 404, ""),
    ],
)
def test_problems_have_one_shape(
    client: TestClient, path: str, params: dict[str, Any], status: int, where: str
) -> None:
    response = client.get(BASE + path, params=params)
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told = response.json()
    assert set(told) == {"type", "title", "status", "detail", "instance", "errors"}
    assert told["status"] == status
    assert told["errors"][0]["where"] == where
    assert "None" not in told["detail"]


def test_answers_are_not_sent_twice(client: TestClient) -> None:
    first = client.get(f"{BASE}/stories")
    again = client.get(f"{BASE}/stories", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_dossier_is_made_in_the_background(own_archive: Archive) -> None:
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        asked = {
            "name": "السد",
            "articles": [
                {"text": "قال مدير السد سامي العلي إن البوابات فُتحت صباح أمس.", "title": "فتح السد", "outlet": "nahr"},
                {"text": "أكد مدير السد سامي العلي أن البوابات فُتحت صباح أمس.", "title": "السد يفتح", "outlet": "jisr"},
            ],
        }
        response = client.post(f"{BASE}/jobs", json=asked)
        assert response.status_code == 202
        place = response.headers["location"]
        for _ in range(600):
            job = client.get(place).json()
            if job["state"] not in ("waiting", "working"):
                break
            time.sleep(0.05)
        assert job["state"] == "done", job
        assert get(client, f"/stories/{job['story']}")["articles"] == 2
        assert client.delete(place).status_code == 409
        assert client.post(f"{BASE}/jobs", json={}).status_code == 422
        refused = client.post(f"{BASE}/jobs", json={"urls": ["file:///etc/passwd"]})
        assert refused.json()["errors"][0]["where"] == "urls"


def test_a_judgement_changes_the_story_at_once_and_can_be_withdrawn(own_archive: Archive) -> None:
    put_all(own_archive)
    with TestClient(create_app(own_archive), base_url="http://localhost") as client:
        claims = get(client, "/claims", story="sample", limit=100)["claims"]
        claim = next(c for c in claims if len(c["members"]) > 2)
        a, b = get(client, f"/claims/{claim['id']}", story="sample")["statements"][:2]

        def place(s: dict[str, Any]) -> dict[str, Any]:
            return {"article": s["article"], "span": s["content"], "words": s["words"]}

        judgement = {"kind": "claim", "a": place(a), "b": place(b), "verdict": "wrong"}
        kept = client.post(f"{BASE}/judgements", json={"judgement": judgement, "note": "حدثان"})
        assert kept.status_code == 201, kept.text
        assert kept.json()["by"] == "local"

        def together() -> bool:
            now = get(client, "/claims", story="sample", limit=100)["claims"]
            return any({a["id"], b["id"]} <= set(c["members"]) for c in now)

        assert not together()
        (row,) = get(client, "/judgements")["judgements"]
        assert row["judgement"]["verdict"] == "wrong"
        assert client.delete(f"{BASE}/judgements/{row['number']}").status_code == 200
        assert together()
        assert client.delete(f"{BASE}/judgements/{row['number']}").status_code == 409
        assert client.delete(f"{BASE}/judgements/99").status_code == 404
        elsewhere = {**judgement, "a": {**place(a), "words": "كلام آخر"}}
        assert client.post(f"{BASE}/judgements", json={"judgement": elsewhere}).json()["errors"][0]["where"] == "a"


def test_everything_can_be_taken_out(client: TestClient) -> None:
    response = client.get(f"{BASE}/export")
    rows = [json.loads(line) for line in response.text.splitlines()]
    kinds = [row["kind"] for row in rows]
    assert kinds.count("article") == 10 or kinds.count("article") > 5
    assert kinds.count("story") == 3
    assert all(row["dossier"]["format"] for row in rows if row["kind"] == "story")


def test_the_description_names_every_answer(client: TestClient) -> None:
    described = client.get(f"{BASE}/openapi.json").json()
    assert described["info"]["title"] == "tawatur"
    for path, methods in described["paths"].items():
        assert path.startswith(BASE)
        for one in methods.values():
            assert {"401", "403", "422"} <= set(one["responses"])
            assert one["description"]


def test_private_addresses_are_not_asked_for_a_visitor(own_archive: Archive) -> None:
    pytest.importorskip("httpx")
    from tests.reading.site import Answer, article, serving

    with (
        serving({"/a": Answer(article("رافعة"))}) as site,
        TestClient(create_app(own_archive), base_url="http://localhost") as client,
    ):
        place = client.post(f"{BASE}/jobs", json={"urls": [f"{site.url}/a"]}).headers["location"]
        for _ in range(200):
            job = client.get(place).json()
            if job["state"] not in ("waiting", "working"):
                break
            time.sleep(0.05)
        assert job["state"] == "failed"
        assert site.asked == []
