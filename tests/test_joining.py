from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.joining import Joined


def test_the_first_of_two_goes_on_to_stand_for_both_and_order_is_that_of_sight() -> None:
    one = Joined("abcd")
    one.join("c", "a")
    assert one.top("a") == "c"
    assert one.sets() == [["a", "c"], ["b"], ["d"]]
    assert one.top("e") == "e"
    assert list(one.tops()) == list("abcde")


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_everything_is_in_one_set_and_what_was_joined_is_together(pairs: list[tuple[int, int]]) -> None:
    one = Joined(range(10))
    for a, b in pairs:
        one.join(a, b)
    assert sorted(x for s in one.sets() for x in s) == list(range(10))
    assert all(one.top(a) == one.top(b) for a, b in pairs)
