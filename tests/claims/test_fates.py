from __future__ import annotations

from collections.abc import Sequence

import pytest

from tawatur.claims import align
from tawatur.claims.fates import death_in_headline, other_fate
from tawatur.claims.wording import Wording, wordings
from tawatur.settings import DEFAULT
from tests.claims.invented import Number, Said, account


def read(words: str, numbers: Sequence[Number] = (), *, titled: bool = False) -> Wording:
    return wordings((account("a1", "hibr", [Said(words, numbers=numbers)], titled=titled),))[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("مقتل خمسة عمال في انهيار نفق الوادي وإصابة آخرين", "killed"),
        ("أصيب عشرة عمال في انهيار نفق الوادي ثم توفي أحدهم", "wounded"),
        ("انهيار نفق الوادي صباح الأحد", None),
    ],
)
def test_what_became_of_people_is_what_is_told_first(words: str, told: str | None) -> None:
    assert read(words).fate == told


def test_a_count_tells_a_fate_where_no_word_of_the_content_does() -> None:
    assert read("انهيار نفق الوادي خلف 9 ضحايا", [("9", 9, 9, "person", "killed")]).fate == "killed"


def test_the_killed_are_not_the_wounded() -> None:
    killed, wounded = read("مقتل خمسة عمال في نفق الوادي"), read("إصابة خمسة عمال في نفق الوادي")
    assert other_fate(killed, wounded)
    assert not other_fate(killed, read("وفاة خمسة عمال في نفق الوادي"))
    assert not other_fate(killed, read("انهيار نفق الوادي"))


def test_a_headline_of_a_death_beside_a_statement_without_one() -> None:
    title = read("مقتل خمسة عمال في نفق الوادي", titled=True)
    assert death_in_headline(title, read("انهيار نفق الوادي صباح الأحد"))
    assert not death_in_headline(title, read("سقوط خمسة عمال ضحايا انهيار النفق"))
    assert not death_in_headline(read("مقتل خمسة عمال في نفق الوادي"), read("انهيار نفق الوادي صباح الأحد"))


def test_two_fates_are_two_claims_however_alike_the_words() -> None:
    one = account("a1", "hibr", [Said("مقتل عدد من عمال منجم الفضة في انهيار نفق الوادي صباح الأحد")])
    other = account("a2", "sanabel", [Said("إصابة عدد من عمال منجم الفضة في انهيار نفق الوادي صباح الأحد")])
    assert [claim.members for claim in align((one, other), (), (), DEFAULT)] == [("a1.01",), ("a2.01",)]
