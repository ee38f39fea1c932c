"""How each outlet covers what several tell: one cell for each shared claim, in the order of the matrix."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tawatur.dossier.index import time_key
from tawatur.dossier.parts import Cell, Outlet, Report, Voice


@dataclass(frozen=True, slots=True)
class Coverage:
    """One outlet's strip: when it first reported, and how it carries each claim that several outlets carry."""

    outlet: Outlet
    first: str | None
    cells: tuple[Cell, ...]

    def count(self, voice: Voice) -> int:
        """How many of the claims it carries in this way."""
        return Counter(cell.voice for cell in self.cells)[voice]

    @property
    def carried(self) -> int:
        """How many of the claims it carries at all."""
        return sum(bool(cell.statements) for cell in self.cells)


def coverage(views: Report) -> tuple[Coverage, ...]:
    """The strips of all outlets, those that reported first before the others; the undated come last."""
    rows = [row for row in views.matrix if not row.alone]
    strips = [
        Coverage(outlet, _first(views, outlet), tuple(row.cells[at] for row in rows))
        for at, outlet in enumerate(views.outlets)
    ]
    return tuple(sorted(strips, key=lambda strip: time_key(strip.first)))


def _first(views: Report, outlet: Outlet) -> str | None:
    times = [views.index.articles[article].published for article in outlet.articles]
    return min((time for time in times if time), key=time_key, default=None)
