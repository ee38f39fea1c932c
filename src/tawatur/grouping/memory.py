"""The arrays of a window: they grow as articles come, and are put in order now and then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import astuple
from typing import Any

import numpy as np

from tawatur.grouping import sweeping, tables
from tawatur.grouping.comparing import MILLION, floor_of
from tawatur.grouping.compiled import at_hand, compiled
from tawatur.grouping.laying import SPARSE, seats
from tawatur.grouping.outlines import Outline
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.tables import COUNTED, N_LEAD, N_UNITS, OPEN, Plain, Rules, roomy

PLAIN_UP_TO = 150
"""Articles up to which kernels run as they are: compiling them, or loading Numba, would take longer than that."""
_UNSWEPT, _PART = 128, 4  # how many articles come between two sweeps: at least, and what part of those that stay
_TERMS = 1 << 15  # terms up to which none is forgotten


class Memory:
    """Articles by their rows, which are numbers that the next ones use again."""

    def __init__(self, settings: GroupSettings) -> None:
        self.terms, self.articles, self.ties = tables.new_terms(1 << 14), tables.new_articles(), tables.new_ties()
        self.index, self.scratch = tables.new_index(), tables.new_scratch()
        self.rules = rules_of(settings)
        self.order: list[int] = []  # rows in use, in the order in which their articles came
        self.taken = 0  # articles that came since the process took up the window
        self._unswept = 0
        self._free: list[int] = []
        self._rows = 0  # that were ever in use
        self._full = _TERMS

    def run(self, kernel: Callable[..., Any], *values: Any) -> Any:
        """What a kernel gives, compiled where so many articles have come that it pays."""
        return (compiled(kernel) if self.taken > PLAIN_UP_TO else at_hand(kernel))(*values)

    @property
    def plain(self) -> Plain:
        """All arrays as kernels take them."""
        terms, articles, index = tuple(self.terms), tuple(self.articles), tuple(self.index)
        return terms, articles, index, tuple(self.ties), tuple(self.scratch), tuple(self.rules)

    def row_for(self, outline: Outline) -> int:
        """A row for one more article, with room for all that belongs to it; now and then all is put in order before."""
        if self._unswept >= max(_UNSWEPT, len(self.order) // _PART):
            self.sweep()
        self._make_room(outline)
        if self._free:
            row = self._free.pop()
        else:
            row = self._rows
            self._rows += 1
        self.order.append(row)
        self._unswept += 1
        self.taken += 1
        return row

    def sweep(self) -> None:
        """Forget the articles that neither count nor are open, and make the index anew; no result depends on it."""
        rows, used = self.articles.rows, np.array(self.order, np.int64)
        kept = (rows[used, OPEN] | rows[used, COUNTED]) != 0
        self._free += used[~kept].tolist()
        order = used[kept]
        self.order = order.tolist()
        postings, forget = int(rows[order, N_LEAD].sum()), bool(self.terms.used[0] > self._full)
        self.index = self.index._replace(posts=roomy(self.index.posts, postings))
        self.run(sweeping.put_in_order, self.plain, order, forget)
        if forget:
            self._full = max(_TERMS, 2 * int(self.terms.used[0]))
        self._unswept = 0

    def resume(self, order: Sequence[int], rows: int) -> None:
        """Go on with arrays that were put in from elsewhere, of so many rows, of which those in `order` are in use."""
        self.order, self._rows = list(order), rows
        self._free = sorted(set(range(rows)) - set(order))
        self.scratch, stems = _widened(self.scratch, rows), int(self.articles.rows[:, [N_LEAD, N_UNITS]].max(initial=0))
        self.scratch = self.scratch._replace(hits=roomy(self.scratch.hits, stems))
        self.run(sweeping.place_terms, self.plain)
        self.sweep()

    def _make_room(self, outline: Outline) -> None:
        a, rows = self.articles, self._rows + 1
        stems, terms, lead, prints = len(outline.priors), len(outline.keys), len(outline.spots), len(outline.prints)
        sketch, units, phrases = a.used.tolist()
        sketch += tables.PER_STEM * lead + outline.of_title + terms - stems + prints
        units, phrases = units + stems - lead, phrases + len(outline.pairs)
        if rows > len(a.rows):
            a = a._replace(rows=roomy(a.rows, rows), hours=roomy(a.hours, rows), bounds=roomy(a.bounds, rows))
            self.scratch = _widened(self.scratch, rows)
        if sketch > len(a.sketches) or units > len(a.units) or phrases > len(a.phrases):
            a = a._replace(sketches=roomy(a.sketches, sketch), units=roomy(a.units, units))
            a = a._replace(phrases=roomy(a.phrases, phrases))
        self.articles = a
        if self.ties.used[0] + rows > len(self.ties.rows):
            self.ties = self.ties._replace(rows=roomy(self.ties.rows, int(self.ties.used[0]) + rows))
        if self.index.used[0] + lead > len(self.index.late):
            self.index = self.index._replace(late=roomy(self.index.late, int(self.index.used[0]) + lead))
        if SPARSE * (len(outline.pairs) + prints) > len(self.scratch.marks):
            marks = seats(len(outline.pairs) + prints)
            marked, worth = roomy(self.scratch.marks, marks), roomy(self.scratch.worth, marks)
            self.scratch = self.scratch._replace(marks=marked, worth=worth)
        if stems > len(self.scratch.hits):
            self.scratch = self.scratch._replace(hits=roomy(self.scratch.hits, stems))
        if self.terms.used[0] + terms > len(self.terms.keys):
            self.terms = tables.wider(self.terms, int(self.terms.used[0]) + terms)
            self.run(sweeping.place_terms, self.plain)


def rules_of(settings: GroupSettings) -> Rules:
    """What kernels need of the settings."""
    weights, least = np.array(astuple(settings.weights), np.float64), round(settings.least * MILLION)
    return Rules(
        weights=weights,
        prior=float(settings.prior_articles),
        least_likeness=float(settings.least_likeness * tables.ONE * tables.ONE),
        furthest=24.0 * settings.window_days,
        copied=float(settings.copied),
        sure=float(settings.sure),
        floor=float(floor_of(least, weights)),
        least=least,
        join=round(settings.join * MILLION),
    )


def _widened(scratch: tables.Scratch, rows: int) -> tables.Scratch:
    return scratch._replace(
        likeness=roomy(scratch.likeness, rows), place=roomy(scratch.place, rows), found=roomy(scratch.found, rows)
    )
