from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tawatur.serving.pages import addresses
from tests.invented_dossier import ferry
from tests.serving.conftest import STRANGE
from tests.writing.test_html import Document

FERRY = ferry().story
PAGES = [
    "/",
    "/?q=" + quote("العبّارة"),
    addresses.story(FERRY),
    addresses.claims(FERRY),
    addresses.claims(FERRY, standing="conflicting"),
    addresses.claim(FERRY, "c01"),
    addresses.article("n"),
    addresses.source("هدى السالم", FERRY),
    addresses.story(STRANGE),
    addresses.claim(STRANGE, "c01"),
    addresses.article(STRANGE),
    addresses.article("lone"),
    "/paste",
    "/runs",
    "/about",
]


def twin(address: str) -> str:
    path, _, query = address.partition("?")
    return ("/index" if path == "/" else path) + ".json" + (f"?{query}" if query else "")


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize("address", PAGES)
def test_page_is_sound_and_needs_nothing_from_elsewhere(client: TestClient, address: str, ui: str) -> None:
    answer = client.get(address, headers={"accept-language": ui})
    assert answer.status_code == 200
    document = Document(answer.text)
    assert document.errors == []
    assert document.open == []
    root = document.tags[0][1]
    assert (root["lang"], root["dir"]) == (ui, "rtl" if ui == "ar" else "ltr")
    ids = [a["id"] for _, a in document.tags if a.get("id")]
    assert len(ids) == len(set(ids))
    for tag, attributes in document.tags:
        assert "style" not in attributes
        assert tag != "style"
        assert not any(name.startswith("on") for name in attributes)
        for name in ("src", "href", "action"):
            value = attributes.get(name)
            assert value is None or value.startswith(("/", "#", "data:,", "?")), (tag, value)
    assert all(a.get("src") for tag, a in document.tags if tag == "script")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_a_twin(client: TestClient, address: str) -> None:
    answer = client.get(twin(address))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert isinstance(answer.json(), dict)
    page = client.get(address).text
    told = re.search(r'rel="alternate" type="application/json" href="([^"]+)"', page)
    assert told
    assert client.get(told[1].replace("&amp;", "&")).json() == answer.json()


@pytest.mark.parametrize("address", PAGES)
def test_links_lead_to_pages(client: TestClient, address: str) -> None:
    document = Document(client.get(address).text)
    links = {str(a["href"]) for tag, a in document.tags if tag == "a" and a.get("href")}
    ids = {a["id"] for _, a in document.tags if a.get("id")}
    for link in links:
        path, _, fragment = link.partition("#")
        if not path:
            assert fragment in ids
            continue
        answer = client.get(path)
        assert answer.status_code == 200, link
        if fragment and answer.headers["content-type"].startswith("text/html"):
            assert f'id="{fragment}"' in answer.text, link


def test_list_shows_origins_beside_outlets(client: TestClient) -> None:
    line = next(one for one in client.get("/index.json").json()["stories"] if one["id"] == FERRY)
    assert len(line["outlets"]) == 3
    assert line["claims"] == len(ferry().claims)
    text = re.sub("<[^>]+>", "", client.get("/", headers={"accept-language": "en"}).text)
    assert f"of {line['claims']} claims corroborated" in text


def test_words_are_found_and_marked_in_their_article(client: TestClient) -> None:
    found = client.get("/", params={"q": "المشاة"})
    assert "<mark>المشاة</mark>" in found.text
    assert [one["id"] for one in client.get("/index.json", params={"q": "المشاة"}).json()["stories"]] == [STRANGE]
    assert client.get("/index.json", params={"q": "لاوجود"}).json()["stories"] == []


def test_filters_hold_together(client: TestClient) -> None:
    def ids(**asked: str) -> list[str]:
        return [one["id"] for one in client.get("/index.json", params=asked).json()["stories"]]

    assert STRANGE in ids()
    assert STRANGE not in ids(several="1")
    assert ids(since="2031-04-30", until="2031-05-01") == [STRANGE]
    assert FERRY in ids(outlet="nahr")
    assert ids(outlet="nahr", q="المشاة") == []
    assert FERRY in ids(conflicting="1")
    assert STRANGE not in ids(conflicting="1")


def test_day_that_is_none_is_told_in_one_shape(client: TestClient) -> None:
    answer = client.get("/index.json", params={"since": "gestern", "until": "2031-02-30"})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"
    assert [fault["where"] for fault in answer.json()["errors"]] == ["since", "until"]
    page = client.get("/", params={"since": "gestern"}, headers={"accept-language": "ar"})
    assert page.status_code == 422
    assert "gestern" in page.text
    assert 'lang="ar"' in page.text


@pytest.mark.parametrize(
    "address",
    ["/nothing", addresses.story("none"), addresses.claim(FERRY, "c99"), addresses.article("none"),
     addresses.source("none"), addresses.job("none"), "/static/none.css", addresses.story(FERRY) + "/dossier.exe"],
)  # fmt: skip
def test_what_is_not_there_is_told_as_page_and_as_problem(client: TestClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert Document(page.text).errors == []
    if not address.startswith(("/static", "/stories/" + quote(FERRY) + "/dossier")):
        problem = client.get(twin(address))
        assert problem.status_code == 404
        assert set(problem.json()) == {"type", "title", "status", "detail", "instance", "errors"}
        assert problem.json()["errors"]


def test_same_state_is_answered_with_304(client: TestClient) -> None:
    for address in ("/", addresses.story(FERRY), "/about"):
        first = client.get(address)
        again = client.get(address, headers={"if-none-match": first.headers["etag"]})
        assert again.status_code == 304
        assert not again.content
        assert client.get(address, params={"ui": "ar"}).headers["etag"] != first.headers["etag"]
        client.cookies.clear()


def test_language_is_asked_for_and_remembered(client: TestClient) -> None:
    answer = client.get("/about", params={"ui": "ar"}, headers={"accept-language": "en"})
    assert 'lang="ar"' in answer.text
    assert answer.cookies.get("ui") == "ar"
    assert 'lang="ar"' in client.get("/runs", headers={"accept-language": "en"}).text
    client.cookies.clear()
    switch = re.search(r'class="language" href="([^"]+)"', answer.text)
    assert switch
    assert 'lang="en"' in client.get(switch[1].replace("&amp;", "&")).text
    client.cookies.clear()


def test_only_known_names_are_answered(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403
    assert client.get("/", headers={"host": "[::1]:80"}).status_code == 200


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://evil.example"}, {"origin": "null"}]
)
def test_other_sites_change_nothing(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/paste", data={"text": "خبر"}, headers=headers).status_code == 403


def test_policy_forbids_everything_from_elsewhere(client: TestClient) -> None:
    policy = client.get("/about").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_downloads_are_the_dossier(client: TestClient) -> None:
    from tawatur.writing import to_html, to_json, to_markdown

    base = addresses.story(FERRY)
    assert client.get(f"{base}/dossier.json").text == to_json(ferry())
    assert client.get(f"{base}/dossier.html").text == to_html(ferry(), "en")
    answer = client.get(f"{base}/dossier.md")
    assert answer.text == to_markdown(ferry(), ui="en")
    assert answer.headers["content-disposition"].startswith("attachment")


def test_article_shows_what_was_taken_out_and_put_in(client: TestClient) -> None:
    text = client.get(addresses.article(STRANGE)).text
    assert "<del>" in text
    assert "<ins>" in text


def test_copied_passages_lead_to_each_other(client: TestClient) -> None:
    copies = client.get(addresses.article("n.json")).json()["copies"]
    other = copies[0]["article"]
    here, there = client.get(addresses.article("n")).text, client.get(addresses.article(other)).text
    assert f'class="copy-mark" href="{addresses.article(other)}#copied-0-0"' in here
    assert 'id="copied-0-0"' in there
    assert f'href="{addresses.article("n")}#copied-0-0"' in there


def test_page_with_its_sheet_and_script_is_light(client: TestClient) -> None:
    """At most 300 KB without fonts, unpacked."""
    page = client.get(addresses.story("غرق العبّارة «نورس 2»")).text
    assets = re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js))"', page)
    assert len(assets) == 2
    assert len(page.encode()) + sum(len(client.get(one).content) for one in assets) <= 300_000


def test_page_of_a_large_story_stays_light() -> None:
    from tawatur.dossier import report
    from tawatur.serving.library import FoundStory
    from tawatur.serving.pages import story
    from tawatur.serving.pages.showing import templates
    from tests.writing.test_html import many_articles

    made = many_articles(30, 40)
    found = FoundStory(made.story, "1", report(made))
    shown = story.story(found, "ar")
    frame = {"ui": "ar", "direction": "rtl", "w": shown.values["h"], "path": "/", "switched": lambda _: "/",
             "query": "", "twin": "", "gated": False}  # fmt: skip
    page = templates().get_template(shown.template).render(**frame, **shown.values)
    assert len(page.encode()) <= 195_000  # with 102 KB of style sheet and script at most 300 KB


def test_packed_answers_are_the_same(client: TestClient) -> None:
    plain = client.get(addresses.story(FERRY), headers={"accept-encoding": "identity"})
    packed = client.get(addresses.story(FERRY), headers={"accept-encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text
