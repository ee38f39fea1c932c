"""Records as Arrow rows come back exactly as they were, whatever they hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import (
    Account,
    Article,
    Change,
    Chrome,
    Quantity,
    Reason,
    Speaker,
    Statement,
    TimeExpression,
    Version,
)
from tawatur.reading.draft import Draft

pytest.importorskip("pyarrow")
from tawatur.running.records import Rows, rows_of, schema, table, texts

TEXT = st.text(st.characters(categories=("L", "N", "Cs", "Cn"), include_characters="\ufdd0\ufdd1 .ء"), max_size=8)
SPAN = st.tuples(st.integers(0, 99), st.integers(0, 99))
NUMBER = st.none() | st.integers(-(10**20), 10**20) | st.floats(allow_nan=False)
REASON = st.builds(Reason, TEXT, st.lists(TEXT, max_size=2).map(tuple))


def many(of: Any) -> Any:
    return st.lists(of, max_size=2).map(tuple)


VERSION = st.builds(Version, TEXT, REASON, many(st.builds(Change, SPAN, SPAN)), url=st.none() | TEXT)
ARTICLE = st.builds(
    Article,
    TEXT,
    TEXT,
    TEXT,
    st.none() | SPAN,
    many(st.builds(Chrome, SPAN, REASON)),
    url=st.none() | TEXT,
    versions=many(VERSION),
)
STATEMENT = st.builds(
    Statement,
    TEXT,
    TEXT,
    SPAN,
    SPAN,
    st.none() | SPAN,
    st.none() | SPAN,
    st.none() | SPAN,
    many(TEXT),
    quantities=many(st.builds(Quantity, SPAN, NUMBER, NUMBER, TEXT, st.none() | TEXT, st.booleans())),
    confidence=st.floats(0, 1),
    reasons=many(REASON),
)
ACCOUNT = st.builds(
    Account,
    ARTICLE,
    many(STATEMENT),
    many(st.builds(Speaker, TEXT, st.just("person"), many(TEXT), many(TEXT), many(TEXT), st.integers(0, 2))),
    many(st.builds(TimeExpression, TEXT, SPAN, st.none() | TEXT, st.just("text"), REASON)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACCOUNT, max_size=3))
def test_accounts_come_back_exactly(accounts: list[Account]) -> None:
    kinds = Rows(Account, without="article"), Rows(Article)
    written = [
        table([kind.row(one) for one in of], schema(kind.fields))
        for kind, of in zip(kinds, (accounts, [account.article for account in accounts]), strict=True)
    ]
    articles = [kinds[1].record(row) for row in rows_of(written[1])]
    back = [kinds[0].record(row, article=its) for row, its in zip(rows_of(written[0]), articles, strict=True)]
    assert repr(back) == repr(accounts)  # `repr` tells 12 and 12.0 apart
    assert texts(written[1], "id") == [account.article.id for account in accounts]


def test_every_field_of_a_record_is_a_column() -> None:
    names = Rows(Draft).type.names if hasattr(Rows(Draft).type, "names") else [f.name for f in Rows(Draft).type]
    assert [name for name in names if not name.endswith("_exact")] == list(Draft.__dataclass_fields__)


def test_one_row_with_half_a_surrogate_pair_leaves_the_others_as_they_are() -> None:
    kind = Rows(Reason)
    reasons = [Reason("a\ufdd0b"), Reason("\udc80\ufdd0", ("x",))]
    written = table([kind.row(reason) for reason in reasons], schema(kind.fields))
    assert written.column("escaped").to_pylist() == [True, True]
    assert [kind.record(row) for row in rows_of(written)] == reasons
