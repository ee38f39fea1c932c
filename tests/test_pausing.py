"""The search for garbage is put off for a while and then left as it was found."""

from __future__ import annotations

import gc

import pytest

from tawatur.pausing import no_garbage_search


@pytest.mark.parametrize("searching", [True, False])
def test_the_search_is_left_as_it_was_found(searching: bool) -> None:
    (gc.enable if searching else gc.disable)()
    try:
        with pytest.raises(KeyError):
            _fail_inside()
        assert gc.isenabled() is searching
    finally:
        gc.enable()


def _fail_inside() -> None:
    with no_garbage_search():
        assert not gc.isenabled()
        raise KeyError


def test_what_was_made_meanwhile_is_not_looked_through_at_once() -> None:
    with no_garbage_search():
        made = [[number] for number in range(5000)]
    young = {id(one) for one in gc.get_objects(generation=0)}
    assert not young & set(map(id, made))


def test_what_somebody_else_keeps_frozen_stays_so() -> None:
    gc.freeze()
    try:
        before = gc.get_freeze_count()
        with no_garbage_search():
            pass
        assert gc.get_freeze_count() == before > 0
    finally:
        gc.unfreeze()
