"""The kernel that finds which articles of the window are worth comparing with a new one.

An inverted index of the stems of leads. Stems that many articles of the window hold find nobody, so that a new article
meets a handful of others, not all. Articles that came after the index was last made are looked through one by one.
"""

from __future__ import annotations

from tawatur.grouping.tables import LEADS, LISTED, N_LEAD, UNITS, Articles, Int32, Int64, Scratch, Terms


def find(
    terms: Terms, articles: Articles, posts: Int32, recent: Int64, scratch: Scratch,
    row: int, most: float, least: float, furthest: float, found: Int64,
) -> int:  # fmt: skip
    """Put into `found` the rows of the articles whose leads share enough rare stems with this one; how many they are.

    `most` is how many articles of the window may hold a stem that finds, `least` what the product of two leads has to
    come to, `furthest` how many hours they may lie apart.
    """
    units, leads, likeness = articles.units, articles.leads, scratch.likeness
    first, lead, n = articles.rows[row, UNITS], articles.rows[row, LEADS], articles.rows[row, N_LEAD]
    touched = 0
    for k in range(n):
        term, weight = units[first + k, 0], int(leads[lead + k, 0])
        if weight == 0 or terms.counts[term] > most:
            continue
        terms.finding[term] = weight
        for at in range(terms.first[term], terms.first[term + 1]):
            other = posts[at, 0]
            if likeness[other] == 0:
                found[touched] = other
                touched += 1
            likeness[other] += weight * int(posts[at, 1])
    for other in recent:
        there, its, total = articles.rows[other, UNITS], articles.rows[other, LEADS], 0
        for k in range(articles.rows[other, N_LEAD]):
            total += int(terms.finding[units[there + k, 0]]) * int(leads[its + k, 0])
        if total > 0:
            likeness[other] = total
            found[touched] = other
            touched += 1
    kept = 0
    for at in range(touched):
        other = found[at]
        if (
            likeness[other] >= least
            and articles.rows[other, LISTED] == 1
            and abs(articles.hours[other] - articles.hours[row]) <= furthest
        ):
            found[kept] = other
            kept += 1
        likeness[other] = 0
    for k in range(n):
        terms.finding[units[first + k, 0]] = 0
    return kept
