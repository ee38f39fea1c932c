"""The kernel by which an article comes: it is weighed and written, meets those like it, and is tied to some of them."""

from __future__ import annotations

import numpy as np

from tawatur.grouping.comparing import compare
from tawatur.grouping.compiled import part
from tawatur.grouping.finding import find, post
from tawatur.grouping.laying import lay_out, put_away
from tawatur.grouping.tables import (
    CHANCE,
    DAY,
    LAST_STRONG,
    LAST_TIE,
    N_TIES,
    NEW,
    NEXT,
    NEXT_STRONG,
    OLD,
    OPEN,
    OUTLET,
    QUESTION,
    TIES,
    Articles,
    Int64,
    Plain,
    Ties,
    opened,
)
from tawatur.grouping.weighing import enter


def come(
    plain: Plain, row: int,
    keys: Int64, priors: Int64, counts: Int64, spots: Int64, pairs: Int64, prints: Int64, of_title: int, numbers: int,
    hour: float, outlet: int, day: int, question: bool, alone: bool, counted: int, most: float,
) -> None:  # fmt: skip
    """Take in the article of an outline, in a row for which there is room; it meets no other where it is `alone`.

    `counted` is how many articles the window has, `most` how many of them may hold a stem that finds others.
    """
    terms, articles, index, ties, scratch, rules = opened(plain)
    rows = articles.rows
    rows[row] = 0
    rows[row, OPEN], rows[row, OUTLET], rows[row, DAY], rows[row, QUESTION] = 1, outlet, day, 1 if question else 0
    rows[row, TIES], rows[row, LAST_TIE], rows[row, LAST_STRONG] = ties.used[0], -1, -1
    articles.hours[row] = hour
    enter(terms, articles, row, keys, priors, counts, spots, pairs, prints, of_title, numbers, counted, rules.prior)
    if alone:
        return
    met = find(terms, articles, index, scratch, row, most, rules.least_likeness, rules.furthest)
    evidence = np.empty(12, np.float64)
    mask = lay_out(terms, articles, scratch, row)
    for at in range(met):
        other = scratch.found[at]
        chance = compare(terms, articles, scratch, row, mask, other, rules, rules.floor, evidence)
        if chance >= rules.least and chance >= 0:
            tie(articles, ties, row, other, chance, rules.join)
    put_away(terms, articles, scratch, row)
    post(terms, articles, index, row)


@part
def tie(articles: Articles, ties: Ties, new: int, old: int, chance: int, join: int) -> None:
    """Tie two articles; of the newer all ties with older ones follow on each other."""
    rows, at = articles.rows, int(ties.used[0])
    ties.rows[at, NEW], ties.rows[at, OLD], ties.rows[at, CHANCE] = new, old, chance
    ties.rows[at, NEXT], rows[old, LAST_TIE] = rows[old, LAST_TIE], at
    if chance >= join:
        ties.rows[at, NEXT_STRONG], rows[old, LAST_STRONG] = rows[old, LAST_STRONG], at
    rows[new, N_TIES] += 1
    ties.used[0] = at + 1
