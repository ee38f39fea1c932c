from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tawatur.errors import SettingsError
from tawatur.grouping import Story
from tawatur.model import Article, Chrome, Reason
from tawatur.store import Archive
from tawatur.store.accounts import save_accounts
from tawatur.store.articles import add, take
from tawatur.store.ranking import Filter, Order
from tawatur.store.searching import Page, search, search_statements
from tawatur.store.stories import save_stories
from tests.store.invented import account, article


def found(archive: Archive, query: str, filter: Filter | None = None, order: Order = "relevance") -> list[str]:
    with archive.reading() as session:
        return [hit.id for hit in search(session, query, filter, order=order).hits]


def put(archive: Archive, **texts: str) -> None:
    with archive.writing() as session:
        add(session, [article(n, id=id, body=text) for n, (id, text) in enumerate(texts.items(), 1)])


SPELLINGS = [
    ("إدارة المدرسة", "اداره"),
    ("ادارة المدرسة", "إدارة"),
    ("أعلن المستشفى", "مستشفي"),
    ("أعلن المستشفي", "المستشفى"),
    ("مَدْرَسَةٌ جديدة", "مدرسة"),
    ("مدرســـة جديدة", "مدرسه"),
    ("وبالمدرسة طلاب", "مدرسة"),
    ("للمدارس والمعاهد", "معاهد"),
    ("في عام ٢٠٣١", "2031"),
    ("في عام 2031", "٢٠٣١"),
    ("في عام ۲۰۳۱", "2031"),
    ("بلغت 1,250 حالة", "1250"),
    ("بلغت ١٬٢٥٠ حالة", "1250"),
    ("نسبة ٧٫٥ في المئة", "7.5"),
    ("ﻣﺪﺭﺳﺔ قديمة", "مدرسة"),
    ("رئيس مسؤول", "مسئول"[:2] + "ؤول"),
    ("آلاف السكان", "الاف"),
    ("Orhan Gökçe said", "gokce"),
    ("KERCH strait", "kerch"),
    ("موجة كوفيد-19 جديدة", "كوفيد-19"),
    ("المهندسون والمعلمات", "مهندس"),
]


@pytest.mark.parametrize(("text", "query"), SPELLINGS)
def test_no_spelling_hides_a_hit(tmp_path_factory: pytest.TempPathFactory, text: str, query: str) -> None:
    from tawatur.store import open_archive

    with open_archive(tmp_path_factory.mktemp("a") / "a.db") as archive:
        put(archive, hit=text, other="خبر عن شيء مختلف")
        assert found(archive, query) == ["hit"]


def test_the_databases_find_the_same_for_every_spelling(archive: Archive) -> None:
    put(archive, **{f"t{n}": text for n, (text, _) in enumerate(SPELLINGS)})
    for n, (_, query) in enumerate(SPELLINGS):
        assert f"t{n}" in found(archive, query), query


def test_all_words_phrases_and_words_that_must_not_be_there(archive: Archive) -> None:
    put(
        archive,
        a="اجتمع مجلس الأمن اليوم وناقش ملف المياه",
        b="اجتمع المجلس لبحث الأمن المائي",
        c="اجتمع مجلس الأمن لبحث ملف الزراعة",
    )
    assert sorted(found(archive, "مجلس الأمن")) == ["a", "b", "c"]
    assert sorted(found(archive, '"مجلس الأمن"')) == ["a", "c"]
    assert sorted(found(archive, "«مجلس الأمن»")) == ["a", "c"]
    assert found(archive, '"مجلس الأمن" -الزراعة') == ["a"]
    assert found(archive, 'مجلس -"مجلس الأمن"') == ["b"]
    assert found(archive, "مجلس الفضاء") == []


def test_a_query_can_do_no_harm(archive: Archive) -> None:
    put(archive, a="قال: 'نعم' وكتب a\\b ثم NEAR(x) first : y")
    for query in ('"', "'", "\\", 'a"b', "first:y", "NEAR(x)", "*", "-", "(", "a & b", "a <-> b", "'; DROP TABLE x"):
        found(archive, query)
    assert found(archive, "a\\b") == ["a"]
    assert found(archive, "a'b") == ["a"]


def test_only_unwanted_words_are_refused(archive: Archive) -> None:
    with pytest.raises(SettingsError):
        found(archive, "-مجلس")


def test_a_title_counts_more_and_chrome_nothing(archive: Archive) -> None:
    body = "كلام طويل عن أمور كثيرة لا صلة لها بما يأتي ذكره هنا ولا بما مضى من حديث عن الميناء"
    tail = "\nشاهد أيضاً: السنونو"
    in_body = article(1, id="body", title="خبر أول", body=body + " والسنونو")
    in_title = article(2, id="title", title="السنونو يعود", body=body)
    text = article(3, id="chrome", title="خبر ثالث", body=body + tail)
    chrome = replace(text, chrome=(Chrome((len(text.text) - len(tail), len(text.text)), Reason("x")),))
    with archive.writing() as session:
        add(session, [in_body, in_title, chrome])
    assert found(archive, "السنونو") == ["title", "body"]


def test_snippets_are_spans_of_the_text_as_stored(archive: Archive) -> None:
    long = "كلمات كثيرة قبل ذلك. " * 30 + "وصلت الإدارةُ الجديدة إلى المدرســة. " + "وكلمات بعده. " * 30
    put(archive, a=long)
    with archive.reading() as session:
        hit = search(session, "ادارة مدرسه").hits[0]
    assert [hit.text[slice(*span)] for span in hit.snippet.hits] == ["الإدارةُ", "المدرســة"]
    start, end = hit.snippet.span
    assert end - start < 260
    assert all(start <= a and b <= end for a, b in hit.snippet.hits)
    assert hit.text == article(1, id="a", body=long).text


def test_a_phrase_is_marked_where_it_stands_not_where_its_words_do(archive: Archive) -> None:
    put(archive, a="الأمن أولاً. عقد مجلس الأمن جلسة.")
    with archive.reading() as session:
        hit = search(session, '"مجلس الأمن"').hits[0]
    assert [hit.text[slice(*span)] for span in hit.snippet.hits] == ["مجلس", "الأمن"]


@pytest.fixture
def boats(archive: Archive) -> Iterator[Archive]:
    """Thirty boats of two outlets, a day apart; boat 7 is in English by its mark, boats 3 and 4 are one story."""
    some = [article(n, outlet="alef" if n % 2 else "beh", published=f"2031-03-{n:02}T00:00:00Z") for n in range(1, 31)]
    some[6] = replace(some[6], language="en")
    with archive.writing() as session:
        add(session, some)
        save_accounts(session, [account(one) for one in some[:5]])
        save_stories(session, [Story("s:boat3", ("boat3", "boat4"), ("alef", "beh"), "غرق", 1.0, 2.0)])
    return archive


def test_filters(boats: Archive) -> None:
    assert len(found(boats, "قارب", Filter(outlets=("beh",)))) == 15
    assert found(boats, "قارب", Filter(languages=("en",))) == ["boat7"]
    march_10, march_12 = 1_930_867_200, 1_931_040_000
    assert sorted(found(boats, "قارب", Filter(since=march_10, until=march_12))) == ["boat10", "boat11"]
    assert sorted(found(boats, "القارب", Filter(story="s:boat3"))) == ["boat3", "boat4"]
    assert found(boats, "القارب", Filter(outlets=("beh", "alef"), story="s:boat3", languages=("en",))) == []


def test_without_words_everything_is_listed_newest_first(boats: Archive) -> None:
    assert found(boats, "")[:3] == ["boat30", "boat29", "boat28"]
    assert found(boats, "", Filter(outlets=("alef",)))[:2] == ["boat29", "boat27"]


@pytest.mark.parametrize("order", ["relevance", "newest"])
@pytest.mark.parametrize("query", ["قارب", "صياد -طائرة", ""])
def test_pages_hold_every_hit_once_in_one_order(boats: Archive, query: str, order: Order) -> None:
    with boats.reading() as session:
        whole = search(session, query, order=order, limit=100)
        assert whole.after is None
        pages: list[Page] = [search(session, query, order=order, limit=7)]
        while pages[-1].after:
            pages.append(search(session, query, order=order, limit=7, after=pages[-1].after))
    assert [len(page.hits) for page in pages] == [7, 7, 7, 7, 2]
    assert [hit.id for page in pages for hit in page.hits] == [hit.id for hit in whole.hits]
    if order == "newest":
        assert [hit.id for hit in whole.hits] == [f"boat{n}" for n in range(30, 0, -1)]


def test_a_place_that_no_page_gave_is_refused(boats: Archive) -> None:
    with boats.reading() as session, pytest.raises(SettingsError):
        search(session, "قارب", after="?")


def test_hits_name_their_story(boats: Archive) -> None:
    with boats.reading() as session:
        page = search(session, "القارب", Filter(outlets=("alef",), story="s:boat3"))
    assert [(hit.story, hit.title, hit.outlet_name) for hit in page.hits] == [
        ("s:boat3", "غرق قارب صيد قبالة المرجان", "صحيفة ألف")
    ]


def test_statements_by_words_and_by_speaker(boats: Archive) -> None:
    with boats.reading() as session:
        by_words = search_statements(session, "القوارب غرق", limit=100)
        assert [hit.id for hit in by_words.hits] == []  # a broken plural is another word
        by_words = search_statements(session, "قارب", limit=100)
        assert sorted(hit.id for hit in by_words.hits) == [f"boat{n}.01" for n in range(1, 6)]
        assert by_words.hits[0].words.startswith("القارب غرق")
        by_both = search_statements(session, "أنقذوا", speaker="سالم النورى", limit=100)
        assert sorted(hit.id for hit in by_both.hits) == [f"boat{n}.02" for n in range(1, 6)]
        assert {hit.speaker for hit in by_both.hits} == {"قائد خفر السواحل سالم النوري"}
        assert search_statements(session, "النوري").hits == ()  # he is who says it, not what is said
        assert search_statements(session, "قارب", speaker="مصدر").hits == ()
        outlet = search_statements(session, "قارب", Filter(outlets=("beh",)), order="newest")
        assert [hit.article for hit in outlet.hits] == ["boat4", "boat2"]


def test_a_new_version_is_found_by_its_words_and_no_longer_by_the_old_ones(archive: Archive) -> None:
    first: Article = article(1)
    later = replace(first, text=first.text.replace("القارب", "المركب"), published="2031-06-01T00:00:00Z")
    with archive.writing() as session:
        take(session, first)
        assert take(session, later).kind == "version"
    assert found(archive, "المركب") == ["boat1"]
    assert found(archive, '"إن القارب"') == []
