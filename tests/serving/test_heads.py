"""What heads a story, a claim and an article: one head for one thing, wherever it stands."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from tawatur.model import Article
from tawatur.serving.app import create_app
from tawatur.serving.pages import addresses
from tawatur.serving.shelving import put_dossier, story_of
from tawatur.store import Archive, articles
from tawatur.store.stories import save_stories
from tests.invented_dossier import ferry

GROUPED = "s:n"


@pytest.fixture
def client(own_archive: Archive) -> TestClient:
    """An archive whose story was found by grouping, so that it is listed by the headline of one of its articles."""
    made = replace(ferry(), story=GROUPED)
    put_dossier(own_archive, made, "watch", [])
    with own_archive.writing() as session:
        save_stories(session, [replace(story_of(made), title="مقتل ركاب في غرق عبّارة")])
        save = Article(
            "w", "wahda", "خبر وحيد\nلم يقرأه أحد.", (0, 8), url="https://wahda.example/%D8%AE%D8%A8%D8%B1-1"
        )
        articles.add(session, [save, replace(save, id="f", url="ftp://wahda.example/%0A")])
    return TestClient(create_app(own_archive), base_url="http://localhost", follow_redirects=False)


def heads(html: str, level: int = 1) -> list[str]:
    found = re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", html, re.S)
    return [" ".join(unescape(re.sub("<[^>]+>", "", one)).split()) for one in found]


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_story_has_the_head_that_it_is_listed_by(client: TestClient, ui: str) -> None:
    listed = client.get("/", headers={"accept-language": ui}).text
    page = client.get(addresses.story(GROUPED), headers={"accept-language": ui}).text
    assert "مقتل ركاب في غرق عبّارة" in heads(listed, 2)
    assert heads(page) == ["مقتل ركاب في غرق عبّارة"]
    assert ("Headline of" in page) == (ui == "en")
    assert f'href="{addresses.article("j")}"' in page[: page.index("</header>", page.index("<h1"))]
    assert client.get(addresses.story(GROUPED) + ".json").json()["title"] == "مقتل ركاب في غرق عبّارة"
    claim = client.get(addresses.claim(GROUPED, "c01")).text
    assert "مقتل ركاب في غرق عبّارة" in claim[: claim.index("<h1")]


@pytest.mark.parametrize("page", ["/", "/paste", "/runs", "/about", addresses.claim(GROUPED, "c01"),
                                  addresses.claims(GROUPED), addresses.article("n"), "/nothing",
                                  addresses.source("هدى السالم", GROUPED)])  # fmt: skip
def test_every_page_has_one_head_and_leaves_no_level_out(client: TestClient, page: str) -> None:
    levels = [int(n) for n in re.findall(r"<h([1-6])[ >]", client.get(page).text)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_an_address_leads_to_the_page_and_shows_its_letters(client: TestClient) -> None:
    web = client.get(addresses.article("w")).text
    assert '<a href="https://wahda.example/%D8%AE%D8%A8%D8%B1-1" rel="noreferrer external">' in web
    assert '<bdi dir="ltr">https://wahda.example/خبر-1</bdi>' in web
    other = client.get(addresses.article("f")).text
    assert 'href="ftp:' not in other
    assert '<bdi dir="ltr">ftp://wahda.example/%0A</bdi>' in other
