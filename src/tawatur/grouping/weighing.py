"""Kernels by which an article enters the memory: its stems weighed by how rare they are at this moment.

Rare means rare in news at large *and* in the articles of the window: a name that a hundred articles of these days hold
tells no two of them together, however rare it was before. Weights are binary logarithms of inverse document frequency
(Sparck Jones, 1972), news at large counting for `prior` articles.
"""

from __future__ import annotations

import math

import numpy as np

from tawatur.grouping.arithmetic import LN2, log2
from tawatur.grouping.compiled import part
from tawatur.grouping.outlines import EARLY
from tawatur.grouping.tables import (
    LEADS,
    MARKS,
    N_LEAD,
    N_MARKS,
    N_NUMBERS,
    N_PLACES,
    N_PRINTS,
    N_TITLE,
    N_UNITS,
    ONE,
    THINGS,
    UNITS,
    Articles,
    Int64,
    Terms,
)

_NEWS = 4294967296.0  # 2^32 articles of news at large, of which priors are told
_BITS = 0x7FFFFFFF  # of a hash that a mark is made of; those of phrases are even, those of prints odd
_MARGIN = 1e-6  # above what logarithms can be off
_LATER = 0.7  # what a stem that the lead tells late counts for
_PHRASE = 8.0  # weight from which two neighbouring words say more together: both at least rather rare
_NUMBER = 10.0  # what a number of three digits and more weighs beside its neighbour: as a rare word does


@part
def term_of(terms: Terms, key: int) -> int:
    """The number of a term, a new one for a key that was not met before."""
    mask = len(terms.slots) - 1
    at = key & mask
    while terms.slots[at] != 0:
        if terms.keys[terms.slots[at] - 1] == key:
            return int(terms.slots[at]) - 1
        at = (at + 1) & mask
    made = int(terms.used[0])
    terms.slots[at] = made + 1
    terms.keys[made] = key
    terms.used[0] = made + 1
    return made


@part
def fixed(weight: float) -> int:
    """A weight as whole parts of `ONE`; none above 0 comes to 0."""
    return max(1, int(weight * ONE + 0.5)) if weight > 0.0 else 0


def enter(
    terms: Terms, articles: Articles, row: int,
    keys: Int64, priors: Int64, counts: Int64, spots: Int64, pairs: Int64, prints: Int64,
    of_title: int, numbers: int, counted: int, prior: float,
) -> None:  # fmt: skip
    """Write the article of an outline into a row, of which all else is set; there is room for all of it."""
    n, of_lead = len(priors), len(spots)
    numbered, weights = np.zeros(len(keys), np.int64), np.zeros(len(keys), np.float64)
    wholes, leads = np.zeros(n, np.float64), np.zeros(of_lead, np.float64)
    whole_length, lead_length, head_length = 0.0, 0.0, 0.0
    for k in range(len(keys)):
        term = term_of(terms, keys[k])
        numbered[k] = term
        if k >= n:
            weights[k] = _NUMBER
            continue
        terms.priors[term] = priors[k]
        share = (priors[k] / _NEWS * prior + terms.counts[term]) / (prior + counted)
        weights[k] = max(0.0, -log2(share))
        often = 1.0 + LN2 * log2(float(counts[k])) if counts[k] > 0 else 0.0
        above = 1.0 if k < of_title else 0.0
        wholes[k] = weights[k] * (often + above)
        whole_length += wholes[k] * wholes[k]
        head_length += weights[k] * above
        if k < of_lead:
            leads[k] = weights[k] * ((0.0 if spots[k] == 0 else 1.0 if spots[k] == EARLY else _LATER) + above)
            lead_length += leads[k] * leads[k]
    units, at, mark, thing = articles.used[0], articles.used[1], articles.used[2], articles.used[3]
    place = articles.rows[row]
    place[UNITS], place[N_UNITS], place[N_LEAD], place[N_TITLE] = units, n, of_lead, of_title
    place[LEADS], place[MARKS], place[N_PRINTS], place[THINGS] = at, mark, len(prints), thing
    place[N_NUMBERS], place[N_PLACES] = numbers, len(keys) - n - numbers
    for k in range(n):
        articles.units[units + k, 0] = numbered[k]
        articles.units[units + k, 1] = fixed(wholes[k] / math.sqrt(whole_length)) if whole_length > 0.0 else 0
    for k in range(of_lead):
        articles.leads[at + k, 0] = fixed(leads[k] / math.sqrt(lead_length)) if lead_length > 0.0 else 0
        articles.leads[at + k, 1] = fixed(weights[k] / head_length) if k < of_title and head_length > 0.0 else 0
    phrased = 0
    for k in range(len(pairs)):
        a, b = pairs[k, 0], pairs[k, 1]
        weight = weights[a] + weights[b] - _PHRASE
        if weight > 0.0:
            articles.marks[mark] = (((keys[a] ^ (keys[b] >> 31)) & _BITS) << 1) - _BITS - 1 or 2
            articles.worth[mark] = fixed(weight)
            phrased += fixed(weight)
            mark += 1
    articles.reach[row] = LN2 * log2(1.0 + phrased / ONE) + _MARGIN
    for k in range(len(prints)):
        articles.marks[mark] = ((prints[k] & _BITS) << 1) - _BITS
        mark += 1
    place[N_MARKS] = mark - place[MARKS]
    for k in range(n, len(keys)):
        articles.things[thing + k - n] = numbered[k]
    articles.used[0], articles.used[1], articles.used[2] = units + n, at + of_lead, mark
    articles.used[3] = thing + len(keys) - n


def count(terms: Terms, articles: Articles, rows: Int64, by: int) -> None:
    """Count the stems of articles (`by` is 1) or count them no longer (-1)."""
    for row in rows:
        first = articles.rows[row, UNITS]
        for at in range(first, first + articles.rows[row, N_UNITS]):
            terms.counts[articles.units[at, 0]] += by
