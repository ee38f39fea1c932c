"""Average linking of any things whose likeness is known, by the program's own kernel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tawatur.grouping import linkage, tables
from tawatur.grouping.comparing import MILLION
from tawatur.grouping.compiled import compiled
from tawatur.grouping.tables import CHANCE, N_TIES, NEW, OLD, OPEN, TIES


def grouped(ids: Sequence[str], likeness: Mapping[tuple[str, str], float], join: float) -> list[list[str]]:
    """The ids in groups, as the stream would group them with these chances of pairs."""
    place = {id: at for at, id in enumerate(ids)}
    older: list[list[tuple[int, int]]] = [[] for _ in ids]
    for (a, b), value in likeness.items():
        low, high = sorted((place[a], place[b]))
        older[high].append((low, round(value * MILLION)))
    rows = tables.roomy(tables.new_articles().rows, len(ids))
    ties, room, at = tables.roomy(tables.new_ties().rows, len(likeness)), np.zeros(len(ids), np.int32), 0
    for row, found in enumerate(older):
        rows[row, [OPEN, TIES, N_TIES]] = 1, at, len(found)
        for low, chance in found:
            ties[at, [NEW, OLD, CHANCE]] = row, low, chance
            at += 1
    heads = compiled(linkage.grouped)(rows, ties, room, np.arange(len(ids)), round(join * MILLION))
    groups: dict[int, list[str]] = {}
    for id, head in zip(ids, heads.tolist(), strict=True):
        groups.setdefault(head, []).append(id)
    return list(groups.values())
