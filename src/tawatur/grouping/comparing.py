"""Kernels that compare two articles: what they have in common, and the chance that comes of it.

The chance that both report one happening is a logistic regression over few kinds of evidence. One of the two is laid
out by its terms and marks, so that the others are compared with it one after the other.
"""

from __future__ import annotations

import numpy as np

from tawatur.grouping.arithmetic import LN2, exp, log2
from tawatur.grouping.compiled import part
from tawatur.grouping.tables import (
    DAY,
    N_LEAD,
    N_NUMBERS,
    N_PHRASES,
    N_PLACES,
    N_PRINTS,
    N_TITLE,
    N_UNITS,
    ONE,
    OUTLET,
    PER_STEM,
    PHRASES,
    QUESTION,
    SKETCH,
    UNITS,
    Articles,
    Floats,
    Int32,
    Int64,
    Rules,
    Scratch,
    Terms,
)

MILLION = 1000000
NEVER = -1e9
"""Odds that no evidence is under."""
_MARGIN = 1e-6
_FEWEST = 5  # prints of the shorter text from which copying can be told


def floor_of(least: int, weights: Floats) -> float:
    """The odds under which a chance is sure to be less than `least` millionths."""
    if least <= 0 or weights[0] < 0.0 or weights[3] < 0.0:  # what is not yet known could lower the odds
        return NEVER
    return LN2 * log2((least - 0.5) / (MILLION - least + 0.5)) - _MARGIN


@part
def compare(
    terms: Terms, articles: Articles, scratch: Scratch, a: int, b: int, rules: Rules, floor: float, evidence: Floats
) -> int:
    """Put the `records.Evidence` of `b` and `a`, which is laid out, into `evidence`; the chance in millionths.

    It is -1, and the evidence void, as soon as it is sure that the two are no copies and their odds under `floor`. For
    that, what is not yet known is put at the most it can be: stems outside the lead of `b` at their length (by the
    inequality of Cauchy and Schwarz, as `a` has length one), phrases at all those of the one that has less.
    """
    rows, sketches, laid, weights = articles.rows, articles.sketches, terms.lead, rules.weights
    lead, told, telling, whole = 0, 0, 0, 0
    first, stems = int(rows[b, SKETCH]), int(rows[b, N_LEAD])
    heads = first + PER_STEM * stems
    for at in range(first, heads, PER_STEM):
        term, weight = sketches[at], int(sketches[at + 1])
        lead += int(laid[term, 0]) * weight
        whole += int(terms.whole[term]) * int(sketches[at + 2])
        told += int(laid[term, 1]) if weight > 0 else 0
    for k in range(rows[b, N_TITLE]):
        telling += int(sketches[heads + k]) if laid[sketches[first + PER_STEM * k], 0] > 0 else 0
    numbers, places = 0, 0
    of_numbers = heads + int(rows[b, N_TITLE])
    of_places = of_numbers + int(rows[b, N_NUMBERS])
    of_prints = of_places + int(rows[b, N_PLACES])
    for at in range(of_numbers, of_places):
        numbers += terms.whole[sketches[at]]
    for at in range(of_places, of_prints):
        places += terms.whole[sketches[at]]
    every = rows[a, N_PLACES] + rows[b, N_PLACES] - places
    evidence[0] = whole / (ONE * ONE) + articles.bounds[b, 1]
    evidence[1] = max(told, telling) / ONE
    evidence[2] = lead / (ONE * ONE)
    evidence[3] = min(articles.bounds[a, 0], articles.bounds[b, 0])
    evidence[4] = places / every if every > 0 else 0.5
    evidence[5] = numbers / (1 + min(rows[a, N_NUMBERS], rows[b, N_NUMBERS]))
    evidence[6] = 0.0 if rows[a, DAY] == 0 or rows[b, DAY] == 0 else 1.0 if rows[a, DAY] == rows[b, DAY] else -1.0
    evidence[7] = 1.0 if rows[a, OUTLET] == rows[b, OUTLET] else 0.0
    evidence[8] = 1.0 if rows[a, QUESTION] + rows[b, QUESTION] > 0 else 0.0
    evidence[9] = abs(articles.hours[a] - articles.hours[b]) / 24
    fewest, little = min(rows[a, N_PRINTS], rows[b, N_PRINTS]), _odds(weights, evidence) < floor
    evidence[10] = 0.0
    if fewest >= _FEWEST:
        mask = seats(rows[a, N_PHRASES] + rows[a, N_PRINTS]) - 1
        needed = rules.copied * fewest - 1.0 if little else 0.0
        prints = _prints(sketches, of_prints, of_prints + int(rows[b, N_PRINTS]), scratch.marks, mask, needed)
        evidence[10] = prints / fewest
    unlike = evidence[10] < rules.copied
    if unlike and little:
        return -1
    for at in range(rows[b, UNITS], rows[b, UNITS] + rows[b, N_UNITS]):
        whole += int(terms.whole[articles.units[at, 0]]) * int(articles.units[at, 1])
    evidence[0] = whole / (ONE * ONE)
    if unlike and _odds(weights, evidence) < floor:
        return -1
    phrases = _phrases(articles, scratch, a, b)
    evidence[3] = LN2 * log2(1.0 + phrases / ONE) if phrases > 0 else 0.0
    chance = int((1.0 / (1.0 + exp(-_odds(weights, evidence))) if unlike else rules.sure) * MILLION + 0.5)
    evidence[11] = chance / MILLION
    return chance


@part
def _prints(sketches: Int32, first: int, last: int, laid: Int32, mask: int, needed: float) -> int:
    """How many of these prints the article laid out has; fewer may be told once it is sure that they are not enough."""
    prints = 0
    for at in range(first, last):
        if prints + last - at < needed:
            return prints
        mark = sketches[at]
        prints += 1 if laid[_seat(laid, mask, mark)] != 0 else 0
    return prints


@part
def _phrases(articles: Articles, scratch: Scratch, a: int, b: int) -> int:
    """What the phrases that two articles share weigh, `a` being laid out."""
    rows, phrases, shared = articles.rows, articles.phrases, 0
    mask = seats(rows[a, N_PHRASES] + rows[a, N_PRINTS]) - 1
    for at in range(rows[b, PHRASES], rows[b, PHRASES] + rows[b, N_PHRASES]):
        seat = _seat(scratch.marks, mask, phrases[at, 0])
        if scratch.marks[seat] != 0:
            shared += int(min(scratch.worth[seat], phrases[at, 1]))
    return shared


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
def lay_out(terms: Terms, articles: Articles, scratch: Scratch, row: int) -> None:
    """Spread an article out, so that others can be compared with it."""
    rows, sketches, units, phrases = articles.rows, articles.sketches, articles.units, articles.phrases
    at, mask = int(rows[row, SKETCH]), seats(rows[row, N_PHRASES] + rows[row, N_PRINTS]) - 1
    heads = at + PER_STEM * int(rows[row, N_LEAD])
    for k in range(rows[row, N_LEAD]):
        term = sketches[at]
        terms.lead[term, 0], terms.whole[term] = sketches[at + 1], sketches[at + 2]
        terms.lead[term, 1] = sketches[heads + k] if k < rows[row, N_TITLE] else 0
        at += PER_STEM
    at += int(rows[row, N_TITLE])
    for _ in range(rows[row, N_NUMBERS] + rows[row, N_PLACES]):
        terms.whole[sketches[at]] = 1
        at += 1
    for k in range(at, at + rows[row, N_PRINTS]):
        scratch.marks[_seat(scratch.marks, mask, sketches[k])] = sketches[k]
    for k in range(rows[row, UNITS], rows[row, UNITS] + rows[row, N_UNITS]):
        terms.whole[units[k, 0]] = units[k, 1]
    for k in range(rows[row, PHRASES], rows[row, PHRASES] + rows[row, N_PHRASES]):
        seat = _seat(scratch.marks, mask, phrases[k, 0])
        scratch.marks[seat], scratch.worth[seat] = phrases[k, 0], phrases[k, 1]


@part
def put_away(terms: Terms, articles: Articles, scratch: Scratch, row: int) -> None:
    """Undo `lay_out`."""
    rows, at = articles.rows, int(articles.rows[row, SKETCH])
    for _ in range(rows[row, N_LEAD]):
        term = articles.sketches[at]
        terms.lead[term, 0], terms.lead[term, 1], terms.whole[term] = 0, 0, 0
        at += PER_STEM
    at += int(rows[row, N_TITLE])
    for k in range(at, at + rows[row, N_NUMBERS] + rows[row, N_PLACES]):
        terms.whole[articles.sketches[k]] = 0
    for k in range(rows[row, UNITS], rows[row, UNITS] + rows[row, N_UNITS]):
        terms.whole[articles.units[k, 0]] = 0
    scratch.marks[: seats(rows[row, N_PHRASES] + rows[row, N_PRINTS])] = 0


@part
def _odds(weights: Floats, evidence: Floats) -> float:
    """The logarithm of the odds that evidence comes to."""
    odds = float(weights[10])
    for k in range(10):
        odds += weights[k] * evidence[k]
    return odds


def linked(
    terms: Terms, articles: Articles, scratch: Scratch, a: int, b: int, rules: Rules, evidence: Floats, best: Int64
) -> int:
    """Put the evidence of two articles into `evidence`, and into `best` which stems of the lead of `a` tell most of
    what it shares with the lead of `b`, as places in it, best first; how many these are."""
    lay_out(terms, articles, scratch, b)
    compare(terms, articles, scratch, b, a, rules, NEVER, evidence)
    worth, kept, most = np.zeros(len(best), np.int64), 0, len(best)
    first = int(articles.rows[a, SKETCH])
    for k in range(articles.rows[a, N_LEAD]):
        term, weight = articles.sketches[first + PER_STEM * k], int(articles.sketches[first + PER_STEM * k + 1])
        product = int(terms.lead[term, 0]) * weight
        if product == 0 or (kept == most and worth[most - 1] >= product):
            continue
        at = kept if kept < most else most - 1
        while at > 0 and worth[at - 1] < product:
            best[at], worth[at] = best[at - 1], worth[at - 1]
            at -= 1
        best[at], worth[at] = k, product
        kept = min(most, kept + 1)
    put_away(terms, articles, scratch, b)
    return kept
