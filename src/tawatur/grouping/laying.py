"""Kernels that lay an article out by its terms and marks, so that others can be compared with it one after the other.

A bit for each term says whether the article has it, so that what others share with it is found in few bytes of memory.
"""

from __future__ import annotations

from tawatur.grouping.compiled import part
from tawatur.grouping.tables import (
    HEAD,
    LEAD,
    N_LEAD,
    N_NUMBERS,
    N_PHRASES,
    N_PLACES,
    N_PRINTS,
    N_TITLE,
    N_UNITS,
    PER_STEM,
    PHRASES,
    SKETCH,
    UNITS,
    WHOLE,
    Articles,
    Int32,
    Scratch,
    Terms,
)

SPARSE = 16
"""Seats for each mark, at least."""


@part
def seats(marks: int) -> int:
    """How many seats so many marks are laid out on, a power of two: few of another's marks find one that is taken."""
    seats = 64
    while seats < SPARSE * marks:
        seats *= 2
    return seats


@part
def seat(marks: Int32, mask: int, mark: int) -> int:
    """Where a mark sits among those laid out, or would."""
    at = (mark ^ (mark >> 15)) & mask
    while marks[at] != 0 and marks[at] != mark:
        at = (at + 1) & mask
    return at


@part
def lay_out(terms: Terms, articles: Articles, scratch: Scratch, row: int) -> int:
    """Spread an article out, so that others can be compared with it; the last of the seats of its marks."""
    rows, sketches, units, phrases = articles.rows, articles.sketches, articles.units, articles.phrases
    at, mask = int(rows[row, SKETCH]), seats(rows[row, N_PHRASES] + rows[row, N_PRINTS]) - 1
    heads = at + PER_STEM * int(rows[row, N_LEAD])
    for k in range(rows[row, N_LEAD]):
        head = int(sketches[heads + k]) if k < rows[row, N_TITLE] else 0
        _lay(terms, int(sketches[at]), int(sketches[at + 1]), head, int(sketches[at + 2]))
        at += PER_STEM
    at += int(rows[row, N_TITLE])
    for _ in range(rows[row, N_NUMBERS] + rows[row, N_PLACES]):
        _lay(terms, int(sketches[at]), 0, 0, 1)
        at += 1
    for k in range(at, at + rows[row, N_PRINTS]):
        scratch.marks[seat(scratch.marks, mask, sketches[k])] = sketches[k]
    for k in range(rows[row, UNITS], rows[row, UNITS] + rows[row, N_UNITS]):
        _lay(terms, int(units[k, 0]), 0, 0, int(units[k, 1]))
    for k in range(rows[row, PHRASES], rows[row, PHRASES] + rows[row, N_PHRASES]):
        taken = seat(scratch.marks, mask, phrases[k, 0])
        scratch.marks[taken], scratch.worth[taken] = phrases[k, 0], phrases[k, 1]
    return mask


@part
def put_away(terms: Terms, articles: Articles, scratch: Scratch, row: int) -> None:
    """Undo `lay_out`."""
    rows, at = articles.rows, int(articles.rows[row, SKETCH])
    for _ in range(rows[row, N_LEAD]):
        terms.laid[articles.sketches[at] >> 5] = 0
        at += PER_STEM
    at += int(rows[row, N_TITLE])
    for k in range(at, at + rows[row, N_NUMBERS] + rows[row, N_PLACES]):
        terms.laid[articles.sketches[k] >> 5] = 0
    for k in range(rows[row, UNITS], rows[row, UNITS] + rows[row, N_UNITS]):
        terms.laid[articles.units[k, 0] >> 5] = 0
    scratch.marks[: seats(rows[row, N_PHRASES] + rows[row, N_PRINTS])] = 0


@part
def _lay(terms: Terms, term: int, lead: int, head: int, whole: int) -> None:
    terms.laid[term >> 5] |= 1 << (term & 31)
    terms.rows[term, LEAD], terms.rows[term, HEAD], terms.rows[term, WHOLE] = lead, head, whole
