"""Kernels that compare two articles: what they have in common, and the chance that comes of it.

The chance that both report one happening is a logistic regression over few kinds of evidence. One of the two is laid
out by its terms and marks, so that the others are compared with it one after the other.
"""

from __future__ import annotations

import numpy as np

from tawatur.grouping.arithmetic import LN2, exp, log2
from tawatur.grouping.compiled import part
from tawatur.grouping.laying import lay_out, put_away, seat
from tawatur.grouping.tables import (
    DAY,
    HEAD,
    LEAD,
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
    WHOLE,
    Articles,
    Floats,
    Int32,
    Int64,
    Plain,
    Rules,
    Scratch,
    Terms,
    opened,
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
    terms: Terms, articles: Articles, scratch: Scratch,
    a: int, mask: int, b: int, rules: Rules, floor: float, evidence: Floats,
) -> int:  # fmt: skip
    """Put the `records.Evidence` of `b` and `a`, laid out up to seat `mask`, into `evidence`; the chance in millionths.

    It is -1, and the evidence void, as soon as it is sure that the two are no copies and their odds under `floor`. For
    that, what is not yet known is put at the most it can be: stems outside the lead of `b` at their length (by the
    inequality of Cauchy and Schwarz, as `a` has length one), phrases at all those of the one that has less.
    """
    rows, sketches, weights = articles.rows, articles.sketches, rules.weights
    lead, whole, headline = _leads(terms, articles, scratch, b)
    of_numbers = int(rows[b, SKETCH] + PER_STEM * rows[b, N_LEAD] + rows[b, N_TITLE])
    of_places = of_numbers + int(rows[b, N_NUMBERS])
    of_prints = of_places + int(rows[b, N_PLACES])
    numbers, places = _held(terms, sketches, of_numbers, of_places), _held(terms, sketches, of_places, of_prints)
    every = rows[a, N_PLACES] + rows[b, N_PLACES] - places
    evidence[0] = whole / (ONE * ONE) + articles.bounds[b, 1]
    evidence[1] = headline / ONE
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
        needed = rules.copied * fewest - 1.0 if little else 0.0
        prints = _prints(sketches, of_prints, of_prints + int(rows[b, N_PRINTS]), scratch.marks, mask, needed)
        evidence[10] = prints / fewest
    unlike = evidence[10] < rules.copied
    if unlike and little:
        return -1
    whole += _units(terms, articles, scratch, b)
    evidence[0] = whole / (ONE * ONE)
    if unlike and _odds(weights, evidence) < floor:
        return -1
    phrases = _phrases(articles, scratch, mask, b)
    evidence[3] = LN2 * log2(1.0 + phrases / ONE) if phrases > 0 else 0.0
    chance = int((1.0 / (1.0 + exp(-_odds(weights, evidence))) if unlike else rules.sure) * MILLION + 0.5)
    evidence[11] = chance / MILLION
    return chance


@part
def _leads(terms: Terms, articles: Articles, scratch: Scratch, b: int) -> tuple[int, int, int]:
    """What the lead of an article has in common with the lead and the whole of the one laid out, and how much of the
    headline of the one is in the lead of the other, whichever is more.

    The stems in common are first picked out without a branch: which they are, no processor could foretell.
    """
    rows, sketches, laid, hits = articles.rows, articles.sketches, terms.rows, scratch.hits
    first, titles = int(rows[b, SKETCH]), int(rows[b, N_TITLE])
    heads, n = first + PER_STEM * int(rows[b, N_LEAD]), 0
    for at in range(first, heads, PER_STEM):
        term = int(sketches[at])
        hits[n] = at
        n += (terms.laid[term >> 5] >> (term & 31)) & 1
    lead, whole, told, telling = 0, 0, 0, 0
    for k in range(n):
        at = int(hits[k])
        term, weight, title = sketches[at], int(sketches[at + 1]), (at - first) // PER_STEM
        lead += int(laid[term, LEAD]) * weight
        whole += int(laid[term, WHOLE]) * int(sketches[at + 2])
        told += int(laid[term, HEAD]) if weight > 0 else 0
        telling += int(sketches[heads + title]) if title < titles and laid[term, LEAD] > 0 else 0
    return lead, whole, max(told, telling)


@part
def _units(terms: Terms, articles: Articles, scratch: Scratch, b: int) -> int:
    """What the other stems of an article have in common with the whole of the one laid out."""
    units, hits, first = articles.units, scratch.hits, int(articles.rows[b, UNITS])
    n, whole = 0, 0
    for at in range(first, first + articles.rows[b, N_UNITS]):
        term = int(units[at, 0])
        hits[n] = at
        n += (terms.laid[term >> 5] >> (term & 31)) & 1
    for k in range(n):
        whole += int(terms.rows[units[hits[k], 0], WHOLE]) * int(units[hits[k], 1])
    return whole


@part
def _held(terms: Terms, sketches: Int32, first: int, last: int) -> int:
    """How many of these terms the article laid out has."""
    held = 0
    for at in range(first, last):
        held += (terms.laid[sketches[at] >> 5] >> (sketches[at] & 31)) & 1
    return held


@part
def _prints(sketches: Int32, first: int, last: int, laid: Int32, mask: int, needed: float) -> int:
    """How many of these prints the article laid out has; fewer may be told once it is sure that they are not enough."""
    prints = 0
    for at in range(first, last):
        if prints + last - at < needed:
            return prints
        mark = sketches[at]
        prints += 1 if laid[seat(laid, mask, mark)] != 0 else 0
    return prints


@part
def _phrases(articles: Articles, scratch: Scratch, mask: int, b: int) -> int:
    """What the phrases that an article shares with the one laid out weigh."""
    rows, phrases, shared = articles.rows, articles.phrases, 0
    for at in range(rows[b, PHRASES], rows[b, PHRASES] + rows[b, N_PHRASES]):
        taken = seat(scratch.marks, mask, phrases[at, 0])
        if scratch.marks[taken] != 0:
            shared += int(min(scratch.worth[taken], phrases[at, 1]))
    return shared


@part
def _odds(weights: Floats, evidence: Floats) -> float:
    """The logarithm of the odds that evidence comes to."""
    odds = float(weights[10])
    for k in range(10):
        odds += weights[k] * evidence[k]
    return odds


def linked(plain: Plain, a: int, b: int, evidence: Floats, best: Int64) -> int:
    """Put the evidence of two articles into `evidence`, and into `best` which stems of the lead of `a` tell most of
    what it shares with the lead of `b`, as places in it, best first; how many these are."""
    terms, articles, _, _, scratch, rules = opened(plain)
    mask = lay_out(terms, articles, scratch, b)
    compare(terms, articles, scratch, b, mask, a, rules, NEVER, evidence)
    worth, kept, most = np.zeros(len(best), np.int64), 0, len(best)
    first = int(articles.rows[a, SKETCH])
    for k in range(articles.rows[a, N_LEAD]):
        term, weight = articles.sketches[first + PER_STEM * k], int(articles.sketches[first + PER_STEM * k + 1])
        product = int(terms.rows[term, LEAD]) * weight * int((terms.laid[term >> 5] >> (term & 31)) & 1)
        if most == 0 or product == 0 or (kept == most and worth[most - 1] >= product):
            continue
        at = kept if kept < most else most - 1
        while at > 0 and worth[at - 1] < product:
            best[at], worth[at] = best[at - 1], worth[at - 1]
            at -= 1
        best[at], worth[at] = k, product
        kept = min(most, kept + 1)
    put_away(terms, articles, scratch, b)
    return kept
