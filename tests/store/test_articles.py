from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tawatur.model import Article, CalendarDate, Change, Chrome, InterfaceWord, Reason, Version
from tawatur.store import Archive
from tawatur.store import articles as stored
from tawatur.store.columns import escaped, unescaped
from tests.store.invented import article, marked

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from("\0\x1a\ud800\udfff'\\"), max_size=40)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99))
REASONS = st.builds(Reason, ANY, st.lists(ANY | ANY.map(InterfaceWord) | ANY.map(CalendarDate), max_size=3).map(tuple))
VERSIONS = st.builds(
    Version, text=ANY, reason=REASONS, changes=st.lists(st.builds(Change, SPANS, SPANS), max_size=3).map(tuple),
    added=st.integers(0, 9), removed=st.integers(0, 9), url=st.none() | ANY, published=st.none() | ANY,
    fetched=st.none() | ANY, origin=ANY,
)  # fmt: skip
ARTICLES = st.builds(
    Article, id=ANY, outlet=ANY, text=ANY, title=st.none() | SPANS,
    chrome=st.lists(st.builds(Chrome, SPANS, REASONS), max_size=2).map(tuple), outlet_name=st.none() | ANY,
    url=st.none() | ANY, published=st.none() | ANY, published_basis=ANY, language=ANY, origin=ANY,
    canonical=st.none() | ANY, fetched=st.none() | ANY, versions=st.lists(VERSIONS, max_size=3).map(tuple),
)  # fmt: skip
_SEEN = count()


@settings(
    max_examples=25,
    phases=[Phase.generate, Phase.target],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ARTICLES)
def test_an_article_of_any_code_points_comes_back_equal(archive: Archive, given_: Article) -> None:
    given_ = replace(given_, id=f"{next(_SEEN)} {given_.id}")
    with archive.writing() as session:
        stored.add(session, [given_])
    with archive.reading() as session:
        back = stored.article(session, given_.id)
    assert back == given_
    assert back is not None
    kinds = [[type(value) for value in chrome.reason.values] for chrome in back.chrome]
    assert kinds == [[type(value) for value in chrome.reason.values] for chrome in given_.chrome]


@given(ANY)
def test_escaping_is_undone_and_leaves_nothing_a_database_refuses(text: str) -> None:
    kept = escaped(text)
    assert unescaped(kept) == text
    assert "\0" not in kept
    kept.encode("utf-8")


def test_arrivals_grow_by_one_in_the_order_of_coming(archive: Archive) -> None:
    with archive.writing() as session:
        assert stored.add(session, [article(3), article(1)]) == [1, 2]
    with archive.writing() as session:
        assert stored.take(session, article(2)).arrival == 3
    with archive.reading() as session:
        assert [(n, a.id) for n, a in stored.arrivals(session)] == [(1, "boat3"), (2, "boat1"), (3, "boat2")]
        assert [n for n, _ in stored.arrivals(session, after=1, limit=1)] == [2]
        assert (stored.last_arrival(session), stored.count(session)) == (3, 3)


def test_a_transaction_that_raises_leaves_nothing(archive: Archive) -> None:
    def add_and_fail() -> None:
        with archive.writing() as session:
            stored.add(session, [article(1)])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()
    with archive.writing() as session:
        assert stored.count(session) == 0
        assert stored.add(session, [article(2)]) == [1]


def test_the_same_text_again_changes_nothing(archive: Archive) -> None:
    with archive.writing() as session:
        stored.take(session, article(1))
        again = stored.take(session, article(1))
        assert (again.kind, again.arrival, again.article) == ("same", 1, article(1))
        assert stored.count(session) == 1


def test_another_text_under_the_id_keeps_the_one_before_as_a_version(archive: Archive) -> None:
    first = article(1)
    later = replace(first, text=f"{first.text} وعُثر على اثنين آخرين.", published="2031-05-09T06:00:00Z")
    last = replace(first, text=f"{later.text} وانتهى البحث.", published="2031-05-10T06:00:00Z")
    with archive.writing() as session:
        stored.take(session, first)
        assert stored.take(session, later).kind == "version"
    with archive.writing() as session:
        taken = stored.take(session, last)
        assert stored.take(session, later).kind == "same"  # a version that is there already
    with archive.reading() as session:
        back = stored.article(session, "boat1")
        assert stored.count(session) == 1
    assert back == taken.article
    assert back is not None
    assert back.text == last.text
    assert [version.text for version in back.versions] == [first.text, later.text]
    assert back.versions[0].added == 4


def test_an_earlier_text_that_comes_late_does_not_replace_the_latest(archive: Archive) -> None:
    first = article(1, published="2031-05-09T06:00:00Z")
    early = replace(first, text=first.text.replace(" قرب المرفأ", ""), published="2031-05-08T06:00:00Z")
    with archive.writing() as session:
        stored.take(session, first)
        stored.take(session, early)
        back = stored.article(session, "boat1")
    assert back is not None
    assert back.text == first.text
    assert [version.text for version in back.versions] == [early.text]


def test_a_text_of_the_same_address_under_another_id_is_a_version(archive: Archive) -> None:
    first = article(1)
    other = replace(first, id="other", text=first.text.replace("9 منهم", "8 منهم"), published="2031-05-09T06:00:00Z")
    with archive.writing() as session:
        stored.take(session, first)
        taken = stored.take(session, other)
        assert (taken.kind, taken.article.id) == ("version", "boat1")
        # And found again by its wording, at another address of the outlet.
        far = replace(other, id="third", url="https://alef.example/other", text=other.text + " انتهى.")
        assert stored.take(session, far).article.id == "boat1"


def test_ids_that_are_made_up_are_numbered_where_two_texts_have_one(archive: Archive) -> None:
    first = replace(article(1, id="a"), url=None, outlet="unknown:a")
    other = replace(first, text="خبر عن أمر آخر تماماً في مدينة أخرى لا صلة له بالأول")
    with archive.writing() as session:
        assert stored.take(session, first, own_id=False).article.id == "a"
        assert stored.take(session, other, own_id=False).article.id == "a-2"
        assert stored.take(session, other, own_id=False).kind == "same"
        assert stored.take(session, first, own_id=False).kind == "same"
        assert stored.count(session) == 2


def test_over_long_ids_are_shortened_alike_every_time(archive: Archive) -> None:
    long = replace(article(1), id="ب" * 4000, outlet="ت" * 4000, url="https://a.example/" + "ث" * 4000)
    with archive.writing() as session:
        taken = stored.take(session, long)
        assert len(taken.article.id) == stored.LONGEST_ID
        assert stored.take(session, long).kind == "same"
        assert stored.take(session, replace(long, id="ب" * 4001, url=None, text="غيره")).kind == "new"


def test_known_gives_hashes_of_those_that_are_there(archive: Archive) -> None:
    chromed = replace(article(1), chrome=marked(article(1)))
    with archive.writing() as session:
        stored.add(session, [chromed])
        assert list(stored.known(session, ["boat1", "absent"])) == ["boat1"]
        assert stored.articles(session, ["absent", "boat1", "boat1"]) == {"boat1": chromed}
        assert stored.article(session, "absent") is None
