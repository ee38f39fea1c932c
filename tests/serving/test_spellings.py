"""Names found in other spellings: what is looked for, what a page says of it, how to ask for the words as typed."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tawatur.grouping.records import Story
from tawatur.model import Account, Article, Speaker
from tawatur.serving.app import create_app
from tawatur.serving.spellings import NameWords
from tawatur.store import Archive, accounts, articles
from tawatur.store.queries import for_postgresql, for_sqlite, parsed
from tawatur.store.snippets import snippet
from tawatur.store.stories import save_stories

SPELT = {"a": "غروسمانوف", "b": "جروسمنوف", "c": "لوسترين"}


def put(archive: Archive, ids: str) -> None:
    with archive.writing() as session:
        for id in ids:
            text = f"كلمة عن الميناء\nقال {SPELT[id]} إن كتاب الميناء جاهز."
            one = Article(id, f"وسيلة {id}", text, (0, 15), published="2031-05-01")
            articles.add(session, [one])
            speaker = Speaker(f"src:{id}", "person", (f"الوزير {SPELT[id]}",))
            accounts.save_accounts(session, [Account(one, (), (speaker,), ())])
            save_stories(session, [Story(f"s:{id}", (id,), (one.outlet,), f"كلمة {id}", 500_000.0, 500_000.0)])


def spelt(archive: Archive, names: NameWords, word: str, stamp: str = "1") -> list[str]:
    with archive.reading() as session:
        return list(names.alike(session, stamp)(word))


@pytest.mark.parametrize(
    ("word", "others"),
    [("غروسمانوف", ["جروسمنوف"]), ("لغروسمانوف", ["جروسمنوف"]), ("لوسترن", ["لوسترين"]), ("كتاب", []), ("الوزير", [])],
)
def test_other_spellings_of_names_and_of_nothing_else(own_archive: Archive, word: str, others: list[str]) -> None:
    put(own_archive, "abc")
    assert spelt(own_archive, NameWords(), word) == others


def test_a_name_in_latin_letters_finds_it_in_arabic_ones(own_archive: Archive) -> None:
    put(own_archive, "abc")
    assert spelt(own_archive, NameWords(), "Grosmanov") != []
    assert spelt(own_archive, NameWords(), "Hamburg") == []


def test_names_that_come_later_are_found_too(own_archive: Archive) -> None:
    names = NameWords()
    put(own_archive, "a")
    assert spelt(own_archive, names, "جروسمنوف") == ["غروسمانوف"]
    assert spelt(own_archive, names, "غروسمانوف") == []
    put(own_archive, "b")
    assert spelt(own_archive, names, "غروسمانوف", "2") == ["جروسمنوف"]


def test_a_query_asks_for_any_spelling_but_of_what_is_quoted() -> None:
    def alike(word: str) -> dict[str, str]:
        return {"جروس": "جروس"} if word == "غروس" else {}

    assert for_sqlite(parsed("غروس ميناء -غروس", alike)) == '(("غروس" OR "جروس") AND "ميناء") NOT "غروس"'
    assert for_postgresql(parsed("غروس ميناء", alike)).count("|") == 1
    assert parsed('"غروس"', alike) == parsed('"غروس"')
    found = snippet("عاد جروس إلى الميناء", parsed("غروس", alike))
    assert [found.span] == [(0, 20)]
    assert found.hits == ((4, 8),)


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_page_says_what_else_was_looked_for(own_archive: Archive, ui: str) -> None:
    put(own_archive, "abc")
    client = TestClient(create_app(own_archive), base_url="http://localhost", follow_redirects=False)
    page = client.get("/?q=" + quote("غروسمانوف الميناء"), headers={"accept-language": ui}).text
    assert sorted(re.findall(r"<h2><a[^>]*>(.*?)</a>", page)) == ["كلمة a", "كلمة b"]
    assert "<mark>جروسمنوف</mark>" in page
    note = re.search(r'<p class="note also">(.*?)</p>', page)
    assert note
    assert "<bdi>جروسمنوف</bdi>" in note[1]
    link = re.search(r'href="([^"]+)"', note[1])
    assert link
    only = client.get(unescape(link[1])).text
    assert re.findall(r"<h2><a[^>]*>(.*?)</a>", only) == ["كلمة a"]
    assert "note also" not in only
    twin = client.get("/index.json?q=" + quote("غروسمانوف")).json()
    assert twin["also_searched"] == {"غروسمانوف": ["جروسمنوف"]}
