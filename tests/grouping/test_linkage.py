from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tawatur.grouping import connecting, linkage, spanning, tables
from tawatur.grouping.meeting import tie
from tawatur.grouping.tables import LAST_STRONG, LAST_TIE, OPEN, STORY, TIES, Int32

IDS = "abcdef"
Pairs = Mapping[tuple[str, str], int]


def memory(pairs: Pairs, join: int = 0) -> tuple[Int32, Int32, Int32]:
    """Six articles, of which the later letters are tied with the earlier ones: their rows, their ties, room."""
    articles, ties = tables.new_articles(), tables.new_ties()
    articles.rows[: len(IDS), [LAST_TIE, LAST_STRONG]] = -1
    for row, id in enumerate(IDS):
        articles.rows[row, OPEN], articles.rows[row, TIES] = 1, ties.used[0]
        for old in range(row):
            if (IDS[old], id) in pairs:
                tie(articles, ties, row, old, pairs[IDS[old], id], join)
    return articles.rows, ties.rows, tables.new_scratch().place


def grouped(pairs: Pairs, join: int, ids: str = IDS) -> list[list[str]]:
    rows = np.array([IDS.index(id) for id in ids], np.int64)
    groups: dict[int, list[str]] = {}
    for id, head in zip(ids, linkage.grouped(*memory(pairs), rows, join).tolist(), strict=True):
        groups.setdefault(head, []).append(id)
    return sorted(groups.values())


def part_of(seeds: str, pairs: Pairs, join: int) -> str:
    found = np.zeros(len(IDS), np.int64)
    rows = np.array([IDS.index(id) for id in seeds], np.int64)
    n = connecting.part_of(*memory(pairs, join), rows, join, found)
    return "".join(sorted(IDS[row] for row in found[:n]))


def plainly_grouped(ids: Sequence[str], pairs: Pairs, join: int) -> list[list[str]]:
    """The same by its definition: the best pair of groups, again and again."""
    groups = [[id] for id in ids]
    while True:
        ranked = [
            (-sum(pairs.get((min(x, y), max(x, y)), 0) for x in a for y in b) / (len(a) * len(b)), a[0], b[0])
            for a in groups
            for b in groups
            if a[0] < b[0]
        ]
        average, *best = heapq.nsmallest(1, ranked)[0] if ranked else (0, "", "")
        if -average < join:
            return sorted(groups)
        a, b = (next(group for group in groups if group[0] == first) for first in best)
        groups.remove(b)
        groups[groups.index(a)] = sorted(a + b)


def test_the_average_of_all_pairs_decides() -> None:
    chain = {("a", "b"): 900_000, ("b", "c"): 900_000}
    assert grouped(chain, 500_000, "abc") == [["a", "b"], ["c"]]
    assert grouped(chain, 400_000, "abc") == [["a", "b", "c"]]


def test_the_best_pair_goes_first() -> None:
    assert grouped({("a", "b"): 600_000, ("b", "c"): 900_000}, 500_000, "abc") == [["a"], ["b", "c"]]


def test_a_part_is_what_strong_ties_connect() -> None:
    ties = {("a", "b"): 900_000, ("b", "c"): 100_000, ("d", "e"): 900_000}
    assert part_of("a", ties, 500_000) == "ab"
    assert part_of("bd", ties, 500_000) == "abde"


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] < p[1]),
    st.integers(10_000, 1_000_000) | st.sampled_from([300_000, 600_000]),
)
JOIN = st.integers(50_000, 950_000)


@given(PAIRS, JOIN)
def test_groups_are_what_their_definition_says(pairs: Pairs, join: int) -> None:
    assert grouped(pairs, join) == plainly_grouped(IDS, pairs, join)


@given(PAIRS, JOIN)
def test_parts_grouped_one_by_one_are_the_whole_grouped(pairs: Pairs, join: int) -> None:
    parts = {part_of(id, pairs, join) for id in IDS}
    assert sorted(group for part in parts for group in grouped(pairs, join, part)) == grouped(pairs, join)


@given(PAIRS)
def test_what_holds_a_story_is_its_strongest_ties(pairs: Pairs) -> None:
    articles = np.array([0, 1, 2, 3], np.int64)
    held, totals, outside = np.zeros((3, 3), np.int64), np.zeros(4, np.int64), np.zeros((9, 3), np.int64)
    n = spanning.bonds(*memory(pairs), articles, held, totals, outside)
    inside = {p: c for p, c in pairs.items() if p[1] < "e"}
    strongest, group = [], {id: id for id in "abcd"}
    for (a, b), chance in sorted(inside.items(), key=lambda item: (-item[1], item[0])):
        if group[a] != group[b]:
            strongest.append((IDS.index(a), IDS.index(b), chance))
            group = {id: group[a] if of == group[b] else of for id, of in group.items()}
    if len(strongest) == 3:
        assert sorted(map(tuple, held.tolist())) == sorted(strongest)
    assert totals.tolist() == [sum(c for p, c in inside.items() if id in p) for id in "abcd"]
    across = {(a, b): c for (a, b), c in pairs.items() if a < "e" <= b}
    nearest = {(IDS.index(a), IDS.index(b)) for (a, b), c in across.items() if c == max(across.values())}
    assert {(a, b) for a, b, _ in outside[:n].tolist()} == nearest


@given(PAIRS, JOIN, st.lists(st.integers(0, 3), min_size=len(IDS), max_size=len(IDS)))
def test_groups_that_are_a_story_already_are_left_out(pairs: Pairs, join: int, number: list[int]) -> None:
    rows, ties, place = memory(pairs, join)
    stories: dict[int, list[int]] = {}
    for row, story in enumerate(number):
        stories.setdefault(story, []).append(row)
        rows[row, STORY] = stories[story][0] + 1 if story else 0
    heads = connecting.regrouped(rows, ties, place, np.arange(len(IDS)), join).tolist()
    whole = linkage.grouped(rows, ties, place, np.arange(len(IDS)), join).tolist()
    for row, head in enumerate(heads):
        group = [other for other in range(len(IDS)) if whole[other] == whole[row]]
        known = bool(number[row]) and group == stories[number[row]]
        assert head == (-1 if known else whole[row])
    assert not place.any()
