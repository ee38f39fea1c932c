"""Kernels that find what hangs together: the articles that strong ties connect, and those whose groups changed.

A tie is strong when its chance is at least `join`. A new article touches only the part that strong ties connect it
with, as no other is grouped with it.
"""

from __future__ import annotations

import numpy as np

from tawatur.grouping.compiled import part
from tawatur.grouping.linkage import grouped
from tawatur.grouping.tables import (
    CHANCE,
    LAST_STRONG,
    N_TIES,
    NEW,
    NEXT_STRONG,
    OLD,
    OPEN,
    STORY,
    TIES,
    Int32,
    Int64,
)


def part_of(rows: Int32, ties: Int32, place: Int32, seeds: Int64, join: int, found: Int64) -> int:
    """Put into `found` the open articles that strong ties connect with the seeds; how many they are."""
    reached = 0
    for seed in seeds:
        reached = _reach(rows, place, seed, found, reached)
    done = 0
    while done < reached:
        row = found[done]
        done += 1
        for tie in range(rows[row, TIES], rows[row, TIES] + rows[row, N_TIES]):
            if ties[tie, CHANCE] >= join:
                reached = _reach(rows, place, ties[tie, OLD], found, reached)
        tie = rows[row, LAST_STRONG]
        while tie >= 0:
            reached = _reach(rows, place, ties[tie, NEW], found, reached)
            tie = ties[tie, NEXT_STRONG]
    for at in range(reached):
        place[found[at]] = 0
    return reached


@part
def _reach(rows: Int32, place: Int32, row: int, found: Int64, reached: int) -> int:
    if place[row] != 0 or rows[row, OPEN] == 0:
        return reached
    place[row] = 1
    found[reached] = row
    return reached + 1


def regrouped(rows: Int32, ties: Int32, place: Int32, articles: Int64, join: int) -> Int64:
    """As `linkage.grouped`, but -1 for the articles of groups that are a story already, whole and alone.

    The articles are a whole part, so they hold their stories whole: strong ties connect the articles of a story.
    """
    heads = grouped(rows, ties, place, articles, join)
    sizes, whole = np.zeros(len(articles), np.int64), np.ones(len(articles), np.bool_)
    for at in range(len(articles)):
        story, head = rows[articles[at], STORY], heads[at]
        sizes[head] += 1
        whole[head] = whole[head] and story > 0 and story == rows[articles[head], STORY]
        if story > 0:
            place[story - 1] += 1
    for at in range(len(articles)):
        head = heads[at]
        if whole[head] and place[rows[articles[head], STORY] - 1] == sizes[head]:
            heads[at] = -1
    for at in range(len(articles)):
        if rows[articles[at], STORY] > 0:
            place[rows[articles[at], STORY] - 1] = 0
    return heads
