"""Average linking of any things whose likeness is known, by the program's own kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tawatur.grouping import linkage, tables
from tawatur.grouping.compiled import compiled
from tawatur.grouping.tables import LAST_TIE, N_TIES, OPEN, TIES
from tawatur.grouping.window import MILLION


def grouped(ids: Sequence[str], likeness: Mapping[tuple[str, str], float], join: float) -> list[list[str]]:
    """The ids in groups, as the stream would group them with these chances of pairs."""
    place = {id: at for at, id in enumerate(ids)}
    older: list[list[tuple[int, int]]] = [[] for _ in ids]
    for (a, b), value in likeness.items():
        low, high = sorted((place[a], place[b]))
        older[high].append((low, round(value * MILLION)))
    articles, ties = tables.new_articles(), tables.new_ties()
    articles = articles._replace(rows=tables.roomy(articles.rows, len(ids)))
    ties = ties._replace(rows=tables.roomy(ties.rows, len(likeness)))
    scratch = tables.new_scratch()
    scratch = scratch._replace(place=tables.roomy(scratch.place, len(ids)))
    at = 0
    for row, found in enumerate(older):
        articles.rows[row, [OPEN, TIES, N_TIES, LAST_TIE]] = 1, at, len(found), -1
        for low, chance in found:
            ties.rows[at] = row, low, chance, -1
            at += 1
    heads = compiled(linkage.grouped)(articles, ties, scratch, np.arange(len(ids)), round(join * MILLION))
    groups: dict[int, list[str]] = {}
    for id, head in zip(ids, heads.tolist(), strict=True):
        groups.setdefault(head, []).append(id)
    return list(groups.values())
