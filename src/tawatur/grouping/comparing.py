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
NEVER = -1e9
"""Odds that no evidence is under."""
_MARGIN = 1e-6
_FEWEST = 5  # prints of the shorter text from which copying can be told


def tie(articles: Articles, ties: Ties, row: int, found: Int64, evidence: Floats, least: int) -> None:
    """Tie an article to those with which its chance, by their evidence, is at least `least` millionths."""
    place, at = articles.rows[row], int(ties.used[0])
    place[TIES], place[LAST_TIE] = at, -1
    for n in range(len(found)):
        chance = int(evidence[n, 11] * MILLION + 0.5) if evidence[n, 0] >= 0.0 else -1
        if chance >= least and chance >= 0:
            ties.rows[at, NEW], ties.rows[at, OLD], ties.rows[at, CHANCE] = row, found[n], chance
            ties.rows[at, NEXT] = articles.rows[found[n], LAST_TIE]
            articles.rows[found[n], LAST_TIE] = at
            at += 1
    place[N_TIES] = at - place[TIES]
    ties.used[0] = at


def floor_of(least: int, weights: Floats) -> float:
    """The odds under which a chance is sure to be less than `least` millionths."""
    if least <= 0 or weights[0] < 0.0 or weights[3] < 0.0:  # what is not yet known could lower the odds
        return NEVER
    return LN2 * log2((least - 0.5) / (MILLION - least + 0.5)) - _MARGIN


def compare(
    terms: Terms, articles: Articles, scratch: Scratch,
    a: int, found: Int64, weights: Floats, copied: float, sure: float, floor: float, evidence: Floats,
) -> None:  # fmt: skip
    """Put into `evidence` a row for each article found, as in `records.Evidence`, the same whichever comes first.

    A row begins with -1, and is void, as soon as it is sure that the two are no copies and their odds under `floor`.
    """
    _lay_out(terms, articles, scratch, a)
    mine, marks, laid = articles.rows[a], articles.marks, scratch.marks
    mask = seats(mine[N_MARKS]) - 1
    for n in range(len(found)):
        told_of = evidence[n]
        b = found[n]
        its = articles.rows[b]
        units, leads = its[UNITS], its[LEADS]
        lead, told, telling = 0, 0, 0
        for k in range(its[N_LEAD]):
            term, weight = articles.units[units + k, 0], int(articles.leads[leads + k, 0])
            if weight > 0:
                lead += int(terms.lead[term]) * weight
                told += int(terms.head[term])
            if terms.lead[term] > 0:
                telling += int(articles.leads[leads + k, 1])
        numbers, places, thing = 0, 0, its[THINGS]
        for k in range(its[N_NUMBERS]):
            numbers += terms.whole[articles.things[thing + k]]
        for k in range(its[N_NUMBERS], its[N_NUMBERS] + its[N_PLACES]):
            places += terms.whole[articles.things[thing + k]]
        every = mine[N_PLACES] + its[N_PLACES] - places
        first = its[MARKS] + its[N_MARKS] - its[N_PRINTS]
        prints = 0
        for k in range(first, first + its[N_PRINTS]):
            mark = marks[k]
            at = (mark ^ (mark >> 15)) & mask
            while laid[at] != 0 and laid[at] != mark:
                at = (at + 1) & mask
            if laid[at] != 0:
                prints += 1
        fewest = min(mine[N_PRINTS], its[N_PRINTS])
        told_of[0] = 1.0
        told_of[1] = max(told, telling) / ONE
        told_of[2] = lead / (ONE * ONE)
        told_of[3] = min(articles.reach[a], articles.reach[b])
        told_of[4] = places / every if every > 0 else 0.5
        told_of[5] = numbers / (1 + min(mine[N_NUMBERS], its[N_NUMBERS]))
        told_of[6] = 0.0 if mine[DAY] == 0 or its[DAY] == 0 else 1.0 if mine[DAY] == its[DAY] else -1.0
        told_of[7] = 1.0 if mine[OUTLET] == its[OUTLET] else 0.0
        told_of[8] = 1.0 if mine[QUESTION] + its[QUESTION] > 0 else 0.0
        told_of[9] = abs(articles.hours[a] - articles.hours[b]) / 24
        told_of[10] = prints / fewest if fewest >= _FEWEST else 0.0
        unlike = told_of[10] < copied
        if unlike and _odds(weights, told_of) < floor:
            told_of[0] = -1.0
            continue
        whole = 0
        for k in range(its[N_UNITS]):
            whole += int(terms.whole[articles.units[units + k, 0]]) * int(articles.units[units + k, 1])
        told_of[0] = whole / (ONE * ONE)
        if unlike and _odds(weights, told_of) < floor:
            told_of[0] = -1.0
            continue
        phrases = 0
        for k in range(its[MARKS], first):
            mark = marks[k]
            seat = (mark ^ (mark >> 15)) & mask
            while laid[seat] != 0 and laid[seat] != mark:
                seat = (seat + 1) & mask
            if laid[seat] != 0:
                phrases += int(min(scratch.worth[seat], articles.worth[k]))
        told_of[3] = LN2 * log2(1.0 + phrases / ONE) if phrases > 0 else 0.0
        chance = 1.0 / (1.0 + exp(-_odds(weights, told_of))) if unlike else sure
        told_of[11] = int(chance * MILLION + 0.5) / MILLION
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
    for k in range(place[THINGS], place[THINGS] + place[N_NUMBERS] + place[N_PLACES]):
        terms.whole[articles.things[k]] = 1
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
    for k in range(place[THINGS], place[THINGS] + place[N_NUMBERS] + place[N_PLACES]):
        terms.whole[articles.things[k]] = 0
    scratch.marks[: seats(place[N_MARKS])] = 0


@part
def _odds(weights: Floats, evidence: Floats) -> float:
    """The logarithm of the odds that evidence comes to."""
    odds = float(weights[10])
    for k in range(10):
        odds += weights[k] * evidence[k]
    return odds


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
