from __future__ import annotations

from dataclasses import replace
from itertools import count

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tawatur.model import Account, Article, Quantity, Speaker, Statement, TimeExpression
from tawatur.store import Archive
from tawatur.store import accounts as stored
from tawatur.store.articles import add, take
from tawatur.store.checking import check
from tawatur.store.searching import search_statements
from tests.store.invented import account, article
from tests.store.test_articles import ANY, REASONS, SPANS

FIGURES = st.none() | st.integers() | st.floats(allow_nan=False) | st.just(10**400)
QUANTITIES = st.builds(Quantity, SPANS, FIGURES, FIGURES, ANY, st.none() | ANY, st.booleans())
STATEMENTS = st.builds(
    Statement, id=ANY, article=st.just("x"), sentence=SPANS, content=SPANS, source=st.none() | SPANS,
    cue=st.none() | SPANS, via=st.none() | SPANS, chain=st.lists(ANY, min_size=1, max_size=3).map(tuple),
    explicitness=st.just("explicit"), mode=st.just("direct"), kind=st.just("fact"), polarity=st.just("+"),
    certainty=st.just("certain"), quantities=st.lists(QUANTITIES, max_size=3).map(tuple),
    confidence=st.floats(0, 1), reasons=st.lists(REASONS, max_size=2).map(tuple),
)  # fmt: skip
SPEAKERS = st.builds(
    Speaker, ANY, st.just("person"), st.lists(ANY, min_size=1, max_size=2).map(tuple),
    st.lists(ANY, max_size=2).map(tuple), st.lists(ANY, max_size=2).map(tuple), st.integers(0, 2),
)  # fmt: skip
DATES = st.builds(TimeExpression, st.just("x"), SPANS, st.none() | ANY, st.just("text"), REASONS)
_SEEN = count()


@settings(
    max_examples=25,
    phases=[Phase.generate, Phase.target],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(ANY, st.lists(STATEMENTS, max_size=3), st.lists(SPEAKERS, max_size=2), st.lists(DATES, max_size=2))
def test_any_account_comes_back_equal(
    archive: Archive, text: str, statements: list[Statement], speakers: list[Speaker], dates: list[TimeExpression]
) -> None:
    id = f"a{next(_SEEN)}"
    own = Account(
        Article(id, "alef", text),
        tuple(replace(s, article=id) for s in statements),
        tuple({s.key: s for s in speakers}.values()),
        tuple(replace(d, article=id) for d in dates),
    )
    with archive.writing() as session:
        add(session, [own.article])
        stored.save_accounts(session, [own])
    with archive.reading() as session:
        back = stored.account(session, id)
    assert back == own
    assert back is not None
    ends = [[(type(q.low), type(q.high)) for q in s.quantities] for s in back.statements]
    assert ends == [[(type(q.low), type(q.high)) for q in s.quantities] for s in own.statements]


def test_several_accounts_in_the_order_asked_for(archive: Archive) -> None:
    read = [account(article(n)) for n in (1, 2, 3)]
    with archive.writing() as session:
        add(session, [article(n) for n in (1, 2, 3, 4)])
        stored.save_accounts(session, read)
    with archive.reading() as session:
        assert list(stored.accounts(session, ["boat3", "boat4", "boat1"]).values()) == [read[2], read[0]]
        assert [(n, a.id) for n, a in stored.unread(session, ["ar"])] == [(4, "boat4")]
        assert stored.unread(session, ["en"]) == []


def test_what_is_read_again_takes_the_place_of_what_was(archive: Archive) -> None:
    whole = account(article(1))
    less = replace(whole, statements=whole.statements[:1], dates=())
    with archive.writing() as session:
        add(session, [article(1)])
        stored.save_accounts(session, [whole])
        stored.save_accounts(session, [less])
    with archive.reading() as session:
        assert stored.account(session, "boat1") == less
        assert [hit.id for hit in search_statements(session, "", speaker="النوري").hits] == ["boat1.01"]
        assert check(session).problems == ()


def test_another_text_drops_the_statements_of_the_one_before(archive: Archive) -> None:
    first = article(1)
    later = replace(first, text=first.text + " وانتهى البحث عنهم.", published="2031-05-20T06:00:00Z")
    with archive.writing() as session:
        take(session, first)
        stored.save_accounts(session, [account(first)])
        take(session, later)
    with archive.reading() as session:
        assert stored.account(session, "boat1") is None
        assert [a.text for _, a in stored.unread(session, ["ar"])] == [later.text]
        assert search_statements(session, "القارب").hits == ()
        assert check(session).problems == ()
    with archive.writing() as session:
        stored.save_accounts(session, [account(first)])  # read from the text before: its spans would not fit
        assert stored.account(session, "boat1") is None
        stored.save_accounts(session, [account(later)])
        again = stored.account(session, "boat1")
    assert again is not None
    assert (again.statements, again.dates) == (account(later).statements, account(later).dates)


def test_an_older_text_that_comes_late_leaves_the_statements(archive: Archive) -> None:
    first = article(1, published="2031-05-20T06:00:00Z")
    early = replace(first, text=first.text.replace(" قرب المرفأ", ""), published="2031-05-19T06:00:00Z")
    with archive.writing() as session:
        take(session, first)
        stored.save_accounts(session, [account(first)])
        assert take(session, early).kind == "version"
        found = stored.account(session, "boat1")
    assert found is not None
    assert found.statements == account(first).statements
