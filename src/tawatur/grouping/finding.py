"""Kernels that find which articles of the window are worth comparing with a new one.

An inverted index of the stems of leads. Stems that many articles of the window hold find nobody, so that a new article
meets a few dozen others, not all. The index is made anew now and then; postings of later articles are chained to it.
"""

from __future__ import annotations

from tawatur.grouping.compiled import part
from tawatur.grouping.tables import COUNT, LISTED, N_LEAD, PER_STEM, SKETCH, Articles, Index, Int64, Scratch, Terms


@part
def find(
    terms: Terms, articles: Articles, index: Index, scratch: Scratch,
    row: int, most: float, least: float, furthest: float,
) -> int:  # fmt: skip
    """Put into `scratch.found` the articles whose leads share enough rare stems with this one's; how many they are.

    `most` is how many articles of the window may hold a stem that finds, `least` what the product of two leads has to
    come to, `furthest` how many hours they may lie apart.
    """
    rows, found, likeness = articles.rows, scratch.found, scratch.likeness
    touched, first = 0, int(rows[row, SKETCH])
    for k in range(rows[row, N_LEAD]):
        term, weight = articles.sketches[first + PER_STEM * k], int(articles.sketches[first + PER_STEM * k + 1])
        if weight == 0 or terms.rows[term, COUNT] > most:
            continue
        for at in range(terms.first[term], terms.first[term + 1]):
            touched = _touch(likeness, found, touched, index.posts[at, 0], weight * int(index.posts[at, 1]))
        late = terms.last[term]
        while late > 0:
            touched = _touch(likeness, found, touched, index.late[late - 1, 0], weight * int(index.late[late - 1, 1]))
            late = index.late[late - 1, 2]
    kept = 0
    for at in range(touched):
        other = found[at]
        if (
            likeness[other] >= least
            and rows[other, LISTED] == 1
            and abs(articles.hours[other] - articles.hours[row]) <= furthest
        ):
            found[kept] = other
            kept += 1
        likeness[other] = 0
    return kept


@part
def _touch(likeness: Int64, found: Int64, touched: int, other: int, product: int) -> int:
    if likeness[other] == 0:
        found[touched] = other
        touched += 1
    likeness[other] += product
    return touched


@part
def post(terms: Terms, articles: Articles, index: Index, row: int) -> None:
    """Let an article be found from now on."""
    rows, late = articles.rows, int(index.used[0])
    first = int(rows[row, SKETCH])
    for at in range(first, first + PER_STEM * rows[row, N_LEAD], PER_STEM):
        term, weight = articles.sketches[at], articles.sketches[at + 1]
        if weight > 0:
            index.late[late, 0], index.late[late, 1], index.late[late, 2] = row, weight, terms.last[term]
            late += 1
            terms.last[term] = late
    index.used[0] = late
    rows[row, LISTED] = 1
