"""Kernels that put the memory in order now and then: what is forgotten leaves it, and the index is made anew."""

from __future__ import annotations

import numpy as np

from tawatur.grouping.compiled import part
from tawatur.grouping.meeting import tie
from tawatur.grouping.tables import (
    CHANCE,
    COUNT,
    LAST_STRONG,
    LAST_TIE,
    LISTED,
    N_LEAD,
    N_NUMBERS,
    N_PHRASES,
    N_PLACES,
    N_PRINTS,
    N_TIES,
    N_TITLE,
    N_UNITS,
    OLD,
    OPEN,
    PER_STEM,
    PHRASES,
    SKETCH,
    TIES,
    UNITS,
    Articles,
    Index,
    Int32,
    Int64,
    Plain,
    Terms,
    Ties,
    opened,
)


def put_in_order(plain: Plain, order: Int64, forget: bool) -> None:
    """Keep these articles alone, in the order in which they came, close together and in an index made anew.

    To `forget` is to drop the terms that none of them holds as well.
    """
    terms, articles, index, ties, _, rules = opened(plain)
    _close_up(articles, ties, order, rules.join)
    if forget:
        _renumber(terms, articles, order)
        _place(terms)
    reindex(terms, articles, index, order)


@part
def _close_up(articles: Articles, ties: Ties, order: Int64, join: int) -> None:
    """Move what belongs to these articles together."""
    rows, sketch, units, phrases = articles.rows, 0, 0, 0
    for row in order:
        first, n = rows[row, SKETCH], sketched(rows, row)
        for k in range(n):
            articles.sketches[sketch + k] = articles.sketches[first + k]
        _move(articles.units, rows[row, UNITS], rows[row, N_UNITS], units)
        _move(articles.phrases, rows[row, PHRASES], rows[row, N_PHRASES], phrases)
        rows[row, SKETCH], rows[row, UNITS], rows[row, PHRASES] = sketch, units, phrases
        sketch, units, phrases = sketch + n, units + rows[row, N_UNITS], phrases + rows[row, N_PHRASES]
        rows[row, LAST_TIE], rows[row, LAST_STRONG] = -1, -1
    articles.used[0], articles.used[1], articles.used[2] = sketch, units, phrases
    ties.used[0] = 0
    for row in order:
        first, n = int(rows[row, TIES]), int(rows[row, N_TIES])
        rows[row, TIES], rows[row, N_TIES] = ties.used[0], 0
        for at in range(first, first + n):
            old = ties.rows[at, OLD]
            if rows[row, OPEN] == 1 and rows[old, OPEN] == 1:
                tie(articles, ties, row, old, int(ties.rows[at, CHANCE]), join)


@part
def sketched(rows: Int32, row: int) -> int:
    """How many numbers the sketch of an article takes."""
    things = rows[row, N_NUMBERS] + rows[row, N_PLACES]
    return int(PER_STEM * rows[row, N_LEAD] + rows[row, N_TITLE] + things + rows[row, N_PRINTS])


@part
def _move(stretch: Int32, first: int, n: int, to: int) -> None:
    for k in range(n):
        stretch[to + k, 0], stretch[to + k, 1] = stretch[first + k, 0], stretch[first + k, 1]


@part
def _renumber(terms: Terms, articles: Articles, order: Int64) -> None:
    """Forget the terms that no article holds, and number the others anew in order; their slots are to be filled."""
    n = int(terms.used[0])
    numbers, made = np.full(n, -1, np.int32), 0
    for row in order:
        _number(articles, row, numbers, False)
    for term in range(n):
        if numbers[term] == 0:
            numbers[term] = made
            terms.keys[made], terms.rows[made, COUNT] = terms.keys[term], terms.rows[term, COUNT]
            made += 1
    terms.rows[made:n, COUNT] = 0
    terms.used[0] = made
    for row in order:
        _number(articles, row, numbers, True)


@part
def _number(articles: Articles, row: int, numbers: Int32, anew: bool) -> None:
    """Number the terms of an article anew, or mark them with 0."""
    rows, at = articles.rows, int(articles.rows[row, SKETCH])
    things = rows[row, N_TITLE] + rows[row, N_NUMBERS] + rows[row, N_PLACES]
    for k in range(rows[row, N_LEAD] + things):
        if k < rows[row, N_LEAD] or k >= rows[row, N_LEAD] + rows[row, N_TITLE]:
            if anew:
                articles.sketches[at] = numbers[articles.sketches[at]]
            else:
                numbers[articles.sketches[at]] = 0
        at += PER_STEM if k < rows[row, N_LEAD] else 1
    for k in range(rows[row, UNITS], rows[row, UNITS] + rows[row, N_UNITS]):
        if anew:
            articles.units[k, 0] = numbers[articles.units[k, 0]]
        else:
            numbers[articles.units[k, 0]] = 0


def place_terms(plain: Plain) -> None:
    """Give every term its slot by its key."""
    _place(opened(plain)[0])


@part
def _place(terms: Terms) -> None:
    terms.slots[:] = 0
    mask = len(terms.slots) - 1
    for term in range(terms.used[0]):
        at = terms.keys[term] & mask
        while terms.slots[at] != 0:
            at = (at + 1) & mask
        terms.slots[at] = term + 1


@part
def reindex(terms: Terms, articles: Articles, index: Index, order: Int64) -> None:
    """Make the index anew: for each stem, the articles whose leads hold it, with its weight there."""
    rows, sketches, first = articles.rows, articles.sketches, terms.first
    index.used[0] = 0
    terms.last[:] = 0
    first[:] = 0
    for row in order:
        if rows[row, LISTED] == 1:
            for k in range(rows[row, N_LEAD]):
                first[sketches[rows[row, SKETCH] + PER_STEM * k] + 1] += 1
    used = terms.used[0]
    for term in range(used):
        first[term + 1] += first[term]
    first[used:] = first[used]
    filled = first[:used].copy()
    for row in order:
        if rows[row, LISTED] == 1:
            for k in range(rows[row, N_LEAD]):
                at = rows[row, SKETCH] + PER_STEM * k
                to = filled[sketches[at]]
                index.posts[to, 0], index.posts[to, 1] = row, sketches[at + 1]
                filled[sketches[at]] += 1
