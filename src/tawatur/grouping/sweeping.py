"""Kernels that put the memory in order now and then: what is forgotten leaves it, and the index is made anew."""

from __future__ import annotations

import numpy as np

from tawatur.grouping.compiled import part
from tawatur.grouping.tables import (
    CHANCE,
    LAST_TIE,
    LEADS,
    LISTED,
    MARKS,
    N_LEAD,
    N_MARKS,
    N_NUMBERS,
    N_PLACES,
    N_TIES,
    N_UNITS,
    NEW,
    NEXT,
    OLD,
    OPEN,
    THINGS,
    TIES,
    UNITS,
    Articles,
    Int32,
    Int64,
    Terms,
    Ties,
)


def close_up(articles: Articles, ties: Ties, order: Int64) -> None:
    """Move what belongs to these articles together; they are all that is left, in the order in which they came."""
    units, leads, marks, things, tied = 0, 0, 0, 0, 0
    for row in order:
        place = articles.rows[row]
        _move(articles.units, place[UNITS], place[N_UNITS], units)
        _move(articles.leads, place[LEADS], place[N_LEAD], leads)
        for k in range(place[N_MARKS]):
            articles.marks[marks + k] = articles.marks[place[MARKS] + k]
            articles.worth[marks + k] = articles.worth[place[MARKS] + k]
        for k in range(place[N_NUMBERS] + place[N_PLACES]):
            articles.things[things + k] = articles.things[place[THINGS] + k]
        place[UNITS], place[LEADS], place[MARKS], place[THINGS] = units, leads, marks, things
        units, leads, marks = units + place[N_UNITS], leads + place[N_LEAD], marks + place[N_MARKS]
        things += place[N_NUMBERS] + place[N_PLACES]
        place[LAST_TIE] = -1
    articles.used[0], articles.used[1], articles.used[2], articles.used[3] = units, leads, marks, things
    for row in order:
        place = articles.rows[row]
        first = tied
        for tie in range(place[TIES], place[TIES] + place[N_TIES]):
            old = ties.rows[tie, OLD]
            if place[OPEN] == 1 and articles.rows[old, OPEN] == 1:
                chance = ties.rows[tie, CHANCE]
                ties.rows[tied, NEW], ties.rows[tied, OLD], ties.rows[tied, CHANCE] = row, old, chance
                ties.rows[tied, NEXT] = articles.rows[old, LAST_TIE]
                articles.rows[old, LAST_TIE] = tied
                tied += 1
        place[TIES], place[N_TIES] = first, tied - first
    ties.used[0] = tied


@part
def _move(stretch: Int32, first: int, n: int, to: int) -> None:
    for k in range(n):
        stretch[to + k, 0], stretch[to + k, 1] = stretch[first + k, 0], stretch[first + k, 1]


def renumber(terms: Terms, articles: Articles) -> None:
    """Forget the terms that no article holds, and number the others anew in order; their slots are to be filled."""
    n = int(terms.used[0])
    numbers, made = np.full(n, -1, np.int64), 0
    for at in range(articles.used[0]):
        numbers[articles.units[at, 0]] = 0
    for at in range(articles.used[3]):
        numbers[articles.things[at]] = 0
    for term in range(n):
        if numbers[term] == 0:
            numbers[term] = made
            terms.keys[made], terms.priors[made] = terms.keys[term], terms.priors[term]
            terms.counts[made] = terms.counts[term]
            made += 1
    terms.counts[made:n] = 0
    terms.used[0] = made
    for at in range(articles.used[0]):
        articles.units[at, 0] = numbers[articles.units[at, 0]]
    for at in range(articles.used[3]):
        articles.things[at] = numbers[articles.things[at]]


def place_terms(terms: Terms) -> None:
    """Give every term its slot by its key."""
    terms.slots[:] = 0
    mask = len(terms.slots) - 1
    for term in range(terms.used[0]):
        at = terms.keys[term] & mask
        while terms.slots[at] != 0:
            at = (at + 1) & mask
        terms.slots[at] = term + 1


def index(terms: Terms, articles: Articles, posts: Int32, order: Int64) -> None:
    """Make the index anew: for each stem, the articles whose leads hold it, with its weight there."""
    terms.first[:] = 0
    for row in order:
        place = articles.rows[row]
        if place[LISTED] == 1:
            for k in range(place[N_LEAD]):
                terms.first[articles.units[place[UNITS] + k, 0] + 1] += 1
    used = terms.used[0]
    for term in range(used):
        terms.first[term + 1] += terms.first[term]
    terms.first[used:] = terms.first[used]
    filled = terms.first[:used].copy()
    for row in order:
        place = articles.rows[row]
        if place[LISTED] == 1:
            for k in range(place[N_LEAD]):
                term = articles.units[place[UNITS] + k, 0]
                posts[filled[term], 0], posts[filled[term], 1] = row, articles.leads[place[LEADS] + k, 0]
                filled[term] += 1
