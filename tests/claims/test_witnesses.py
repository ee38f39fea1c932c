from __future__ import annotations

from tawatur.claims.witnesses import Witnesses
from tawatur.claims.wording import Wording, wordings
from tests.claims.invented import Said, account


def ready(*articles: int) -> tuple[Wording, ...]:
    """Statements of the articles with so many statements each."""
    words = "غرقت العبارة قرب الجزيرة"
    return wordings([account(f"a{n}", "hibr", [Said(words)] * count) for n, count in enumerate(articles)])


def test_a_statement_like_both_speaks_for_them_by_as_much_as_it_is_more_like_both() -> None:
    known = Witnesses(ready(1, 1, 1), {(1, 0): -1.0, (2, 0): 2.0, (2, 1): 0.5}, set())
    assert known.features(1, 0) == (1.5, 0.0)
    assert known.strongest(1, 0) == 2
    assert known.features(2, 0) == (0.0, 0.0)
    assert known.strongest(2, 0) is None


def test_a_witness_of_an_own_article_is_told_from_one_of_a_third() -> None:
    known = Witnesses(ready(2, 1), {(1, 0): 3.0, (2, 0): 2.0, (2, 1): -2.0}, set())
    assert known.features(2, 1) == (0.0, 4.0)


def test_what_is_kept_apart_from_either_is_no_witness() -> None:
    odds = {(1, 0): -1.0, (2, 0): 2.0, (2, 1): 0.5}
    assert Witnesses(ready(1, 1, 1), odds, {(2, 1)}).features(1, 0) == (0.0, 0.0)
