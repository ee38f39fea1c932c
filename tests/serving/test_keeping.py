from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from tawatur.serving.keeping import Kept


def test_what_many_ask_for_at_once_is_made_once() -> None:
    kept: Kept[str, int] = Kept(10)
    made: list[int] = []
    go = Event()

    def make() -> int:
        go.wait(5)
        made.append(1)
        return 7

    with ThreadPoolExecutor(8) as pool:
        asked = [pool.submit(kept.get, "a", make) for _ in range(8)]
        go.set()
        assert {one.result(5) for one in asked} == {7}
    assert made == [1]


def test_what_was_used_last_stays() -> None:
    kept: Kept[str, str] = Kept(6, len)
    for key in ("aa", "bb", "cc"):
        kept.get(key, lambda key=key: key)
    kept.get("aa", lambda: "xx")
    kept.get("dd", lambda: "dd")
    assert kept.total == 6
    assert kept.get("aa", lambda: "new") == "aa"
    assert kept.get("bb", lambda: "new") == "new"


def test_failure_is_told_and_not_kept() -> None:
    kept: Kept[str, int] = Kept(2)
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 3) == 3


def test_making_may_ask_for_other_things() -> None:
    kept: Kept[int, int] = Kept(100)

    def make(n: int) -> int:
        return n if n == 0 else kept.get(n - 1, lambda: make(n - 1)) + 1

    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(kept.get, n, lambda n=n: make(n)) for n in (9, 19, 29, 39)]
        assert [one.result(5) for one in asked] == [9, 19, 29, 39]
