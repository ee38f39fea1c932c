from __future__ import annotations

from tawatur.grouping.identity import renamed
from tawatur.grouping.records import Change


def named(
    groups: list[list[str]], before: dict[str, str], used: set[str] | None = None
) -> tuple[dict[str, list[str]], list[Change]]:
    begun = {story: float(at) for at, story in enumerate(sorted(set(before.values())))}
    return renamed(groups, before, begun, lambda id: id in begun or id in (used or ()), lambda id: (0.0, id), 9.0)


def test_a_new_group_is_named_after_its_oldest_article() -> None:
    found, changes = named([["b", "a"]], {})
    assert found == {"s:a": ["a", "b"]}
    assert changes == [Change(9.0, "begun", "s:a", ("a", "b"))]


def test_a_story_that_is_joined_keeps_its_id() -> None:
    found, changes = named([["a", "b", "c"]], {"b": "s:b", "c": "s:b"})
    assert found == {"s:b": ["a", "b", "c"]}
    assert changes == [Change(9.0, "joined", "s:b", ("a",))]


def test_of_two_stories_the_larger_one_goes_on() -> None:
    found, changes = named([["a", "b", "c"]], {"a": "s:a", "b": "s:b", "c": "s:b"})
    assert list(found) == ["s:b"]
    assert changes == [Change(9.0, "merged", "s:b", ("a",), "s:a")]


def test_the_larger_part_of_a_split_story_keeps_the_id() -> None:
    found, changes = named([["a"], ["b", "c"]], {"a": "s:a", "b": "s:a", "c": "s:a"})
    assert found == {"s:a": ["b", "c"], "s:a.2": ["a"]}
    assert changes == [Change(9.0, "split", "s:a.2", ("a",), "s:a")]


def test_an_article_can_move_from_story_to_story() -> None:
    found, changes = named([["a", "b"], ["c", "d", "e"]], {"a": "s:a", "b": "s:a", "c": "s:a", "d": "s:d", "e": "s:d"})
    assert found == {"s:a": ["a", "b"], "s:d": ["c", "d", "e"]}
    assert changes == [Change(9.0, "moved", "s:d", ("c",), "s:a")]


def test_an_article_alone_gets_an_id_that_was_never_used() -> None:
    assert named([["a"]], {}) == ({"s:a": ["a"]}, [Change(9.0, "begun", "s:a", ("a",))])
    assert named([["a"]], {}, {"s:a", "s:a.2"}) == ({"s:a.3": ["a"]}, [Change(9.0, "begun", "s:a.3", ("a",))])
