"""Kernels that compare articles: what two have in common, and the chance that comes of it.

The chance that both report one happening is a logistic regression over few kinds of evidence.
"""

from __future__ import annotations

import numpy as np

from tawatur.grouping.arithmetic import LN2, exp, log2
from tawatur.grouping.compiled import part
from tawatur.grouping.tables import (
    CHANCE,
    DAY,
    LAST_TIE,
    LEADS,
    MARKS,
    N_LEAD,
    N_MARKS,
    N_NUMBERS,
    N_PLACES,
    N_PRINTS,
    N_TIES,
    N_UNITS,
    NEW,
    NEXT,
    OLD,
    ONE,
    OUTLET,
    QUESTION,
    THINGS,
    TIES,
    UNITS,
    Articles,
    Floats,
    Int32,
    Int64,
    Scratch,
    Terms,
    Ties,
)

MILLION = 1000000
_FEWEST = 5  # prints of the shorter text from which copying can be told


def meet(
    terms: Terms, articles: Articles, ties: Ties, scratch: Scratch,
    row: int, found: Int64, weights: Floats, least: int, copied: float, sure: float,
) -> None:  # fmt: skip
    """Compare an article with those found, and tie it to each with a chance of at least `least` millionths."""
    evidence = np.zeros(12, np.float64)
    _lay_out(terms, articles, scratch, row)
    place, at = articles.rows[row], int(ties.used[0])
    place[TIES], place[LAST_TIE] = at, -1
    for other in found:
        _compare(terms, articles, scratch, row, other, weights, copied, sure, evidence)
        chance = int(evidence[11] * MILLION + 0.5)
        if chance >= least:
            ties.rows[at, NEW], ties.rows[at, OLD], ties.rows[at, CHANCE] = row, other, chance
            ties.rows[at, NEXT] = articles.rows[other, LAST_TIE]
            articles.rows[other, LAST_TIE] = at
            at += 1
    place[N_TIES] = at - place[TIES]
    ties.used[0] = at
    _put_away(terms, articles, scratch, row)


def evidence_of(
    terms: Terms, articles: Articles, scratch: Scratch,
    a: int, b: int, weights: Floats, copied: float, sure: float, evidence: Floats,
) -> None:  # fmt: skip
    """The evidence of two articles, the same whichever comes first."""
    _lay_out(terms, articles, scratch, a)
    _compare(terms, articles, scratch, a, b, weights, copied, sure, evidence)
    _put_away(terms, articles, scratch, a)


@part
def seats(marks: int) -> int:
    """How many seats so many marks are laid out on: a power of two, at most a quarter of them taken."""
    seats = 64
    while seats < 4 * marks:
        seats *= 2
    return seats


@part
def _seat(marks: Int32, mask: int, mark: int) -> int:
    """Where a mark sits among those laid out, or would."""
    at = (mark ^ (mark >> 15)) & mask
    while marks[at] != 0 and marks[at] != mark:
        at = (at + 1) & mask
    return at


@part
def _lay_out(terms: Terms, articles: Articles, scratch: Scratch, row: int) -> None:
    """Spread an article out, so that others can be compared with it."""
    place = articles.rows[row]
    units, leads, marks, mask = place[UNITS], place[LEADS], place[MARKS], seats(place[N_MARKS]) - 1
    for k in range(place[N_UNITS]):
        terms.whole[articles.units[units + k, 0]] = articles.units[units + k, 1]
    for k in range(place[N_LEAD]):
        terms.lead[articles.units[units + k, 0]] = articles.leads[leads + k, 0]
        terms.head[articles.units[units + k, 0]] = articles.leads[leads + k, 1]
    for k in range(marks, marks + place[N_MARKS]):
        seat = _seat(scratch.marks, mask, articles.marks[k])
        scratch.marks[seat] = articles.marks[k]
        scratch.worth[seat] = articles.worth[k]


@part
def _put_away(terms: Terms, articles: Articles, scratch: Scratch, row: int) -> None:
    place = articles.rows[row]
    units = place[UNITS]
    for k in range(units, units + place[N_UNITS]):
        term = articles.units[k, 0]
        terms.whole[term], terms.lead[term], terms.head[term] = 0, 0, 0
    scratch.marks[: seats(place[N_MARKS])] = 0


@part
def _compare(
    terms: Terms, articles: Articles, scratch: Scratch,
    a: int, b: int, weights: Floats, copied: float, sure: float, evidence: Floats,
) -> None:  # fmt: skip
    """The evidence of article `a`, which is laid out, and `b`: as in `records.Evidence`."""
    mine, its = articles.rows[a], articles.rows[b]
    units, leads, marks = its[UNITS], its[LEADS], its[MARKS]
    whole, lead, told, telling = 0, 0, 0, 0
    for k in range(its[N_UNITS]):
        whole += int(terms.whole[articles.units[units + k, 0]]) * int(articles.units[units + k, 1])
    for k in range(its[N_LEAD]):
        term, weight = articles.units[units + k, 0], int(articles.leads[leads + k, 0])
        if weight > 0:
            lead += int(terms.lead[term]) * weight
            told += int(terms.head[term])
        if terms.lead[term] > 0:
            telling += int(articles.leads[leads + k, 1])
    phrases, prints, mask = 0, 0, seats(mine[N_MARKS]) - 1
    for k in range(marks, marks + its[N_MARKS]):
        seat = _seat(scratch.marks, mask, articles.marks[k])
        if scratch.marks[seat] != 0:
            if articles.marks[k] & 1:
                prints += 1
            else:
                phrases += int(min(scratch.worth[seat], articles.worth[k]))
    numbers = _common(articles, mine[THINGS], mine[N_NUMBERS], its[THINGS], its[N_NUMBERS])
    places = _common(
        articles, mine[THINGS] + mine[N_NUMBERS], mine[N_PLACES], its[THINGS] + its[N_NUMBERS], its[N_PLACES]
    )
    every = mine[N_PLACES] + its[N_PLACES] - places
    fewest = min(mine[N_PRINTS], its[N_PRINTS])
    evidence[0] = whole / (ONE * ONE)
    evidence[1] = max(told, telling) / ONE
    evidence[2] = lead / (ONE * ONE)
    evidence[3] = LN2 * log2(1.0 + phrases / ONE) if phrases > 0 else 0.0
    evidence[4] = places / every if every > 0 else 0.5
    evidence[5] = numbers / (1 + min(mine[N_NUMBERS], its[N_NUMBERS]))
    evidence[6] = 0.0 if mine[DAY] == 0 or its[DAY] == 0 else 1.0 if mine[DAY] == its[DAY] else -1.0
    evidence[7] = 1.0 if mine[OUTLET] == its[OUTLET] else 0.0
    evidence[8] = 1.0 if mine[QUESTION] + its[QUESTION] > 0 else 0.0
    evidence[9] = abs(articles.hours[a] - articles.hours[b]) / 24
    evidence[10] = prints / fewest if fewest >= _FEWEST else 0.0
    odds = weights[10]
    for k in range(10):
        odds += weights[k] * evidence[k]
    chance = sure if evidence[10] >= copied else 1.0 / (1.0 + exp(-odds))
    evidence[11] = int(chance * MILLION + 0.5) / MILLION


@part
def _common(articles: Articles, mine: int, n: int, its: int, m: int) -> int:
    """How many terms two stretches of things share."""
    found = 0
    for i in range(mine, mine + n):
        for j in range(its, its + m):
            if articles.things[i] == articles.things[j]:
                found += 1
    return found


def shown(terms: Terms, articles: Articles, scratch: Scratch, a: int, b: int, most: int) -> Int64:
    """Which stems of the lead of `a` tell most of what it shares with the lead of `b`, as places in it, best first."""
    _lay_out(terms, articles, scratch, b)
    place = articles.rows[a]
    units, leads = place[UNITS], place[LEADS]
    best, worth, kept = np.zeros(most, np.int64), np.zeros(most, np.int64), 0
    for k in range(place[N_LEAD]):
        product = int(terms.lead[articles.units[units + k, 0]]) * int(articles.leads[leads + k, 0])
        if product == 0 or (kept == most and worth[most - 1] >= product):
            continue
        at = kept if kept < most else most - 1
        while at > 0 and worth[at - 1] < product:
            best[at], worth[at] = best[at - 1], worth[at - 1]
            at -= 1
        best[at], worth[at] = k, product
        kept = min(most, kept + 1)
    _put_away(terms, articles, scratch, b)
    return best[:kept]
