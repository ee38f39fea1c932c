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
    COUNT,
    COUNTED,
    LISTED,
    N_LEAD,
    N_NUMBERS,
    N_PHRASES,
    N_PLACES,
    N_PRINTS,
    N_TITLE,
    N_UNITS,
    ONE,
    PER_STEM,
    PHRASES,
    SKETCH,
    UNITS,
    Articles,
    Floats,
    Int32,
    Int64,
    Terms,
)

_NEWS = 4294967296.0  # 2^32 articles of news at large, of which priors are told
_BITS = 0x7FFFFFFF  # of a hash that a mark is made of; those of phrases are even, those of prints odd
_MARGIN = 1e-6  # above what logarithms can be off
_ROUNDING = 1.001  # above what weights in whole parts can be off, all together
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


@part
def enter(
    terms: Terms, articles: Articles, row: int,
    keys: Int64, priors: Int64, counts: Int64, spots: Int64, pairs: Int64, prints: Int64,
    of_title: int, numbers: int, counted: int, prior: float,
) -> None:  # fmt: skip
    """Write the article of an outline into a row, of which all else is set; there is room for all of it."""
    n, of_lead = len(priors), len(spots)
    numbered, weights = np.empty(len(keys), np.int64), np.empty(len(keys), np.float64)
    wholes, leads = np.empty(n, np.float64), np.empty(of_lead, np.float64)
    whole_length, lead_length, head_length = 0.0, 0.0, 0.0
    for k in range(len(keys)):
        term = term_of(terms, keys[k])
        numbered[k] = term
        if k >= n:
            weights[k] = _NUMBER
            continue
        share = (priors[k] / _NEWS * prior + terms.rows[term, COUNT]) / (prior + counted)
        weights[k] = max(0.0, -log2(share))
        often = 1.0 + LN2 * log2(float(counts[k])) if counts[k] > 1 else float(counts[k])
        above = 1.0 if k < of_title else 0.0
        wholes[k] = weights[k] * (often + above)
        whole_length += wholes[k] * wholes[k]
        head_length += weights[k] * above
        if k < of_lead:
            leads[k] = weights[k] * ((0.0 if spots[k] == 0 else 1.0 if spots[k] == EARLY else _LATER) + above)
            lead_length += leads[k] * leads[k]
    whole_length, lead_length = math.sqrt(whole_length), math.sqrt(lead_length)
    rows, at, unit = articles.rows, int(articles.used[0]), int(articles.used[1])
    rows[row, SKETCH], rows[row, N_LEAD], rows[row, N_TITLE] = at, of_lead, of_title
    rows[row, N_NUMBERS], rows[row, N_PLACES], rows[row, N_PRINTS] = numbers, len(keys) - n - numbers, len(prints)
    rows[row, UNITS], rows[row, N_UNITS], rows[row, PHRASES] = unit, n - of_lead, articles.used[2]
    sketches, rest = articles.sketches, 0
    for k in range(of_lead):
        sketches[at] = numbered[k]
        sketches[at + 1] = fixed(leads[k] / lead_length) if lead_length > 0.0 else 0
        sketches[at + 2] = fixed(wholes[k] / whole_length) if whole_length > 0.0 else 0
        at += PER_STEM
    for k in range(of_title):
        sketches[at + k] = fixed(weights[k] / head_length) if head_length > 0.0 else 0
    at += of_title
    for k in range(n, len(keys)):
        sketches[at] = numbered[k]
        at += 1
    for k in range(len(prints)):
        sketches[at + k] = ((prints[k] & _BITS) << 1) - _BITS
    articles.used[0] = at + len(prints)
    for k in range(of_lead, n):
        whole = fixed(wholes[k] / whole_length) if whole_length > 0.0 else 0
        articles.units[unit, 0], articles.units[unit, 1] = numbered[k], whole
        rest += whole * whole
        unit += 1
    articles.used[1] = unit
    articles.bounds[row, 1] = math.sqrt(float(rest)) / ONE * _ROUNDING
    articles.bounds[row, 0] = LN2 * log2(1.0 + _phrases(articles, keys, weights, pairs) / ONE) + _MARGIN
    rows[row, N_PHRASES] = articles.used[2] - rows[row, PHRASES]


@part
def _phrases(articles: Articles, keys: Int64, weights: Floats, pairs: Int64) -> int:
    """Write the phrases of an article; what they weigh together."""
    at, phrased = int(articles.used[2]), 0
    for k in range(len(pairs)):
        a, b = pairs[k, 0], pairs[k, 1]
        weight = weights[a] + weights[b] - _PHRASE
        if weight > 0.0:
            articles.phrases[at, 0] = (((keys[a] ^ (keys[b] >> 31)) & _BITS) << 1) - _BITS - 1 or 2
            articles.phrases[at, 1] = fixed(weight)
            phrased += fixed(weight)
            at += 1
    articles.used[2] = at
    return phrased


def count(terms: Int32, rows: Int32, sketches: Int32, units: Int32, come: Int64, gone: Int64) -> None:
    """Let articles count in how rare a stem is from now on; let others count no longer, nor be found."""
    for row in come:
        rows[row, COUNTED] = 1
        _add(terms, rows, sketches, units, row, 1)
    for row in gone:
        rows[row, COUNTED], rows[row, LISTED] = 0, 0
        _add(terms, rows, sketches, units, row, -1)


@part
def _add(terms: Int32, rows: Int32, sketches: Int32, units: Int32, row: int, by: int) -> None:
    for k in range(rows[row, N_LEAD]):
        terms[sketches[rows[row, SKETCH] + PER_STEM * k], COUNT] += by
    for at in range(rows[row, UNITS], rows[row, UNITS] + rows[row, N_UNITS]):
        terms[units[at, 0], COUNT] += by
