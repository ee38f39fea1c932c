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
