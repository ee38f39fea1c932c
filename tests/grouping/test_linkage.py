from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.grouping.linkage import grouped, part_of


def both_ways(pairs: dict[tuple[str, str], float]) -> dict[str, dict[str, float]]:
    links: dict[str, dict[str, float]] = {id: {} for id in "abcdef"}
    for (a, b), chance in pairs.items():
        links[a][b] = links[b][a] = chance
    return links


def test_the_average_of_all_pairs_decides() -> None:
    chain = both_ways({("a", "b"): 0.9, ("b", "c"): 0.9})
    assert grouped("abc", chain, 0.5) == [["a", "b"], ["c"]]
    assert grouped("abc", chain, 0.4) == [["a", "b", "c"]]


def test_the_best_pair_goes_first() -> None:
    links = both_ways({("a", "b"): 0.6, ("b", "c"): 0.9})
    assert grouped("abc", links, 0.5) == [["a"], ["b", "c"]]


def test_a_part_is_what_strong_links_connect() -> None:
    links = both_ways({("a", "b"): 0.9, ("b", "c"): 0.1, ("d", "e"): 0.9})
    assert part_of(["a"], links, 0.5) == ["a", "b"]


PAIRS = st.dictionaries(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda p: p[0] < p[1]),
    st.floats(0.01, 1.0),
)


@given(PAIRS, st.floats(0.05, 0.95))
def test_parts_grouped_one_by_one_are_the_whole_grouped(pairs: dict[tuple[str, str], float], join: float) -> None:
    links = both_ways(pairs)
    parts = {tuple(part_of([id], links, join)) for id in "abcdef"}
    assert sorted(g for part in parts for g in grouped(part, links, join)) == grouped("abcdef", links, join)


@given(PAIRS, st.floats(0.05, 0.95))
def test_nobody_is_lost_or_doubled(pairs: dict[tuple[str, str], float], join: float) -> None:
    assert sorted(id for group in grouped("abcdef", both_ways(pairs), join) for id in group) == list("abcdef")
