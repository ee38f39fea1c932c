"""What is kept of things met before: that it is right, made once, and bounded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.languages.keeping import Known, Numbers


def test_what_is_known_is_made_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = Known(length, 8)
    assert [known[word] for word in ("ميناء", "نهر", "ميناء")] == [5, 3, 5]
    assert asked == ["ميناء", "نهر"]


def test_what_is_still_asked_for_is_not_made_again() -> None:
    asked: list[int] = []

    def double(number: int) -> int:
        asked.append(number)
        return 2 * number

    known = Known(double, 4)
    for number in range(40):
        assert known[-1] == -2
        assert known[number] == 2 * number
    assert asked.count(-1) == 1


@given(st.lists(st.integers(0, 30)), st.integers(1, 6))
def test_no_more_is_kept_than_was_said_and_all_of_it_is_right(keys: list[int], most: int) -> None:
    known = Known[int, int](lambda number: 2 * number, most)
    for key in keys:
        assert known[key] == 2 * key
        assert len(known) <= most
        assert len(known._older) <= most


@given(st.lists(st.text(max_size=2)))
def test_numbers_count_things_in_the_order_they_come(keys: list[str]) -> None:
    numbers = Numbers[str]()
    found = [numbers[key] for key in keys]
    distinct = list(dict.fromkeys(keys))
    assert found == [distinct.index(key) for key in keys]
    assert numbers.new == distinct


def test_new_numbers_are_those_since_the_list_was_emptied() -> None:
    numbers = Numbers[str]()
    assert [numbers["نهر"], numbers["جسر"]] == [0, 1]
    numbers.new.clear()
    assert [numbers["جسر"], numbers["سد"]] == [1, 2]
    assert numbers.new == ["سد"]
