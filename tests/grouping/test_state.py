from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.errors import InputError
from tawatur.grouping import Change, Stream
from tests.grouping.test_stream import ARRIVALS, NEWS, made


@settings(max_examples=40, deadline=None)
@given(ARRIVALS, st.integers(0, 12), st.booleans())
def test_a_stream_that_is_restored_goes_on_as_if_never_stopped(
    arrivals: list[tuple[tuple[str, str], str, int]], at: int, in_order: bool
) -> None:
    articles = made(sorted(arrivals, key=lambda one: one[2]) if in_order else arrivals)
    through, stopped = Stream(), Stream()
    expected: list[tuple[Change, ...]] = []
    found: list[tuple[Change, ...]] = []
    for number, one in enumerate(articles):
        if number == at:
            stopped = Stream.restored(stopped.state())
        expected.append(through.add(one))
        found.append(stopped.add(one))
    assert found == expected
    assert stopped.stories() == through.stories()
    assert stopped.compared() == through.compared()
    assert stopped.close_minute() == through.close_minute()
    assert stopped.changed() == through.changed()


def test_what_is_no_state_is_refused() -> None:
    stream = Stream()
    for one in NEWS:
        stream.add(one)
    state = stream.state()
    for wrong in (b"", b"{}", state.replace(b"stream 2", b"stream 1", 1), state[:-9], state[:200]):
        with pytest.raises(InputError):
            Stream.restored(wrong)
    assert Stream.restored(state).stories() == stream.stories()
