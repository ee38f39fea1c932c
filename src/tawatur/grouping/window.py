"""The articles of the last days in memory: they enter, meet those they are like, are grouped, and are forgotten.

All of it is arrays and the kernels that work on them; what a story is and what it is called is for `stream`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import numpy as np

from tawatur.grouping import comparing, finding, linkage, sweeping, tables, weighing
from tawatur.grouping.compiled import at_hand, compiled
from tawatur.grouping.outlines import Outline
from tawatur.grouping.records import Evidence
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.tables import (
    COUNTED,
    DAY,
    LAST_TIE,
    LISTED,
    N_NUMBERS,
    N_PLACES,
    N_TIES,
    OPEN,
    OUTLET,
    QUESTION,
    THINGS,
    TIES,
)
from tawatur.model import Reason

MILLION = comparing.MILLION
PLAIN_UP_TO = 150
"""Articles up to which kernels run as they are: compiling them, or loading Numba, would take longer than that."""
_EAST = timedelta(hours=3)  # days are told as in the Arab east
_DAWN = datetime(1970, 1, 1)
_UNSWEPT, _PER_ARTICLE = 128, 14  # how many come between two sweeps: at least, and by how looking and sweeping cost
_TERMS = 1 << 15  # terms up to which none is forgotten


class Kept(NamedTuple):
    """What is kept of an article for telling."""

    id: str
    outlet: str
    title: str
    forms: str  # as the text writes them: the stems of its lead, then its numbers, then its places, one a line
    alone: Reason | None


class Window:
    """Articles by their rows, which are numbers that the next ones use again."""

    def __init__(self, settings: GroupSettings) -> None:
        self._settings = settings
        self._weights = np.array(astuple(settings.weights), np.float64)
        self.terms, self.articles, self.ties = tables.new_terms(1 << 14), tables.new_articles(), tables.new_ties()
        self._scratch = tables.new_scratch()
        self._posts: tables.Int32 = np.zeros((0, 2), np.int32)
        self.kept: list[Kept | None] = []
        self.outlets: dict[str, int] = {}
        self.order: list[int] = []  # rows in use, in the order in which their articles came
        self._recent = np.zeros(256, np.int64)  # those that the index does not hold
        self._unswept = 0
        self._free: list[int] = []
        self._full = _TERMS
        self.counted = 0
        self.taken = 0

    def enter(self, outline: Outline, hour: float) -> int:
        """Take in an article, and tie it to those that it may share a happening with; its row."""
        self._make_room(outline)
        row = self._free.pop() if self._free else len(self.kept)
        if row == len(self.kept):
            self.kept.append(None)
        self.kept[row] = Kept(outline.id, outline.outlet, outline.title, "\n".join(outline.forms), outline.alone)
        place, settings = self.articles.rows[row], self._settings
        place[:] = 0
        place[OPEN], place[QUESTION], place[DAY] = 1, outline.question, _day(outline, hour)
        place[OUTLET] = self.outlets.setdefault(outline.outlet, len(self.outlets))
        place[TIES], place[LAST_TIE] = self.ties.used[0], -1
        self.articles.hours[row] = hour
        self._run(
            weighing.enter, self.terms, self.articles, row, outline.keys, outline.priors, outline.counts, outline.spots,
            outline.pairs, outline.prints, outline.of_title, outline.numbers, self.counted,
            float(settings.prior_articles),
        )  # fmt: skip
        if not outline.alone:
            self._meet(row)
        self._recent[self._unswept] = row
        self._unswept += 1
        self.order.append(row)
        self.taken += 1
        return row

    def _meet(self, row: int) -> None:
        settings = self._settings
        found = np.empty(len(self.order), np.int64)
        n = self._run(
            finding.find, self.terms, self.articles, self._posts, self._recent[: self._unswept], self._scratch, row,
            max(float(settings.common_from), settings.common * self.counted),
            settings.least_likeness * tables.ONE * tables.ONE, 24.0 * settings.window_days, found,
        )  # fmt: skip
        evidence, least = np.empty((n, 12), np.float64), round(settings.least * MILLION)
        self._compare(row, found[:n], comparing.floor_of(least, self._weights), evidence)
        self._run(comparing.tie, self.articles, self.ties, row, found[:n], evidence, least)
        self.articles.rows[row, LISTED] = 1

    def article(self, row: int) -> Kept:
        """What is kept of an article for telling."""
        kept = self.kept[row]
        assert kept is not None
        return kept

    def hour(self, row: int) -> float:
        """When an article came out."""
        return float(self.articles.hours[row])

    def age(self, row: int) -> tuple[float, str]:
        """By what articles are put in order, the oldest first."""
        return self.hour(row), self.article(row).id

    def things(self, row: int) -> tuple[list[int], list[int]]:
        """The terms of an article's numbers and of its places."""
        first, numbers, places = self.articles.rows[row, [THINGS, N_NUMBERS, N_PLACES]].tolist()
        terms: list[int] = self.articles.things[first : first + numbers + places].tolist()
        return terms[:numbers], terms[numbers:]

    def count(self, rows: Sequence[int]) -> None:
        """Let articles count in how rare a stem is from now on."""
        self._run(weighing.count, self.terms, self.articles, np.array(rows, np.int64), 1)
        self.articles.rows[rows, COUNTED] = 1
        self.counted += len(rows)

    def leave(self, row: int) -> None:
        """Let an article be found no longer, nor count in how rare a stem is."""
        self._run(weighing.count, self.terms, self.articles, np.array([row], np.int64), -1)
        place = self.articles.rows[row]
        place[COUNTED], place[LISTED] = 0, 0
        self.counted -= 1

    def close(self, rows: Iterable[int]) -> None:
        """Let nothing be tied to these articles any longer."""
        for row in rows:
            self.articles.rows[row, OPEN], self.articles.rows[row, LISTED] = 0, 0

    def part_of(self, rows: Sequence[int]) -> list[int]:
        """The articles that strong ties connect with these."""
        found = np.empty(len(self.order), np.int64)
        seeds = np.array(rows, np.int64)
        n = self._run(linkage.part_of, self.articles, self.ties, self._scratch, seeds, self._join, found)
        reached: list[int] = found[:n].tolist()
        return reached

    def grouped(self, rows: Sequence[int]) -> list[list[int]]:
        """These articles in groups; of pairs that are equally good the first go first."""
        if len(rows) == 1:
            return [list(rows)]
        heads = self._run(
            linkage.grouped, self.articles, self.ties, self._scratch, np.array(rows, np.int64), self._join
        )
        groups: dict[int, list[int]] = {}
        for row, head in zip(rows, heads.tolist(), strict=True):
            groups.setdefault(head, []).append(row)
        return list(groups.values())

    @property
    def _join(self) -> int:
        return round(self._settings.join * MILLION)

    def bonds(self, rows: Sequence[int]) -> tuple[list[list[int]], list[int], list[list[int]]]:
        """What holds a story together: the strongest ties that connect its articles, each as two places in `rows` and a
        chance in millionths; what each article has in common with the others; and the strongest ties with articles
        outside, as two rows and a chance: all that are equally strong."""
        n = len(rows)
        held, totals = np.zeros((n - 1, 3), np.int64), np.zeros(n, np.int64)
        outside = np.zeros((64, 3), np.int64)
        reached = self._run(
            linkage.bonds, self.articles, self.ties, self._scratch, np.array(rows, np.int64), held, totals, outside
        )
        return held.tolist(), totals.tolist(), outside[:reached].tolist()

    def evidence(self, a: int, b: int) -> Evidence:
        """What two articles have in common."""
        evidence = np.empty((1, 12), np.float64)
        self._compare(a, np.array([b], np.int64), comparing.NEVER, evidence)
        return Evidence(*evidence[0].tolist())

    def _compare(self, row: int, found: tables.Int64, floor: float, evidence: tables.Floats) -> None:
        settings = self._settings
        self._run(
            comparing.compare, self.terms, self.articles, self._scratch, row, found, self._weights, settings.copied,
            settings.sure, floor, evidence,
        )  # fmt: skip

    def shown(self, a: int, b: int, most: int) -> list[int]:
        """Which stems of the lead of `a` tell most of what it shares with that of `b`, as places in it."""
        best: list[int] = self._run(comparing.shown, self.terms, self.articles, self._scratch, a, b, most).tolist()
        return best

    def tied(self) -> list[tuple[int, int, int]]:
        """All pairs of open articles that are tied, the newer first, with their chance in millionths."""
        rows = self.articles.rows
        return [
            (row, int(old), int(chance))
            for row in self.order
            for _, old, chance, _ in self.ties.rows[rows[row, TIES] : rows[row, TIES] + rows[row, N_TIES]]
            if rows[row, OPEN] and rows[old, OPEN]
        ]

    def sweep(self) -> None:
        """Forget the articles that neither count nor are open, and make the index anew; no result depends on it."""
        rows = self.articles.rows
        used = np.array(self.order, np.int64)
        kept = (rows[used, OPEN] | rows[used, COUNTED]) != 0
        for row in used[~kept].tolist():
            self.kept[row] = None
            self._free.append(row)
        order = used[kept]
        self.order = order.tolist()
        self._run(sweeping.close_up, self.articles, self.ties, order)
        if self.terms.used[0] > self._full:
            self._run(sweeping.renumber, self.terms, self.articles)
            self._run(sweeping.place_terms, self.terms)
            self._full = max(_TERMS, 2 * int(self.terms.used[0]))
        leads = int(self.articles.used[1])
        if len(self._posts) < leads:
            self._posts = np.zeros((leads + leads // 2, 2), np.int32)
        self._run(sweeping.index, self.terms, self.articles, self._posts, order)
        self._unswept = 0

    def resume(self) -> None:
        """Go on with arrays, `kept` and `order` that were put in from elsewhere."""
        self._free = [row for row, one in enumerate(self.kept) if one is None]
        self.counted, self.taken = int(self.articles.rows[:, COUNTED].sum()), len(self.order)
        self._run(sweeping.place_terms, self.terms)
        self.sweep()

    def _make_room(self, outline: Outline) -> None:
        """See to it that an article can enter; now and then this is when the memory is put in order."""
        if self._unswept >= max(_UNSWEPT, math.isqrt(_PER_ARTICLE * len(self.order))):
            self.sweep()
        a, rows, n = self.articles, len(self.kept) + 1, len(outline.keys)
        units, leads, marks, things = (used + more for used, more in zip(a.used.tolist(), _sizes(outline), strict=True))
        if rows > len(a.rows) or units > len(a.units) or leads > len(a.leads) or marks > len(a.marks):
            a = a._replace(rows=tables.roomy(a.rows, rows), hours=tables.roomy(a.hours, rows))
            a = a._replace(reach=tables.roomy(a.reach, rows))
            a = a._replace(units=tables.roomy(a.units, units), leads=tables.roomy(a.leads, leads))
            a = a._replace(marks=tables.roomy(a.marks, marks), worth=tables.roomy(a.worth, marks))
            self._scratch = self._scratch._replace(
                likeness=tables.roomy(self._scratch.likeness, rows), place=tables.roomy(self._scratch.place, rows)
            )
        if things > len(a.things):
            a = a._replace(things=tables.roomy(a.things, things))
        self.articles = a
        if self.ties.used[0] + rows > len(self.ties.rows):
            self.ties = self.ties._replace(rows=tables.roomy(self.ties.rows, int(self.ties.used[0]) + rows))
        seats = comparing.seats(len(outline.pairs) + len(outline.prints))
        if seats > len(self._scratch.marks):
            self._scratch = self._scratch._replace(
                marks=tables.roomy(self._scratch.marks, seats), worth=tables.roomy(self._scratch.worth, seats)
            )
        if self._unswept == len(self._recent):
            self._recent = tables.roomy(self._recent, self._unswept + 1)
        if self.terms.used[0] + n > len(self.terms.keys):
            self.terms = tables.wider(self.terms, int(self.terms.used[0]) + n)
            self._run(sweeping.place_terms, self.terms)

    def _run(self, kernel: Callable[..., Any], *values: Any) -> Any:
        return (compiled(kernel) if self.taken > PLAIN_UP_TO else at_hand(kernel))(*values)


def _day(outline: Outline, hour: float) -> int:
    """The calendar day, as an ordinal, that the first day an article names stands for; 0 for none."""
    published = (_DAWN + timedelta(hours=hour) + _EAST).date()
    if outline.weekday >= 0:
        back = (published.weekday() - outline.weekday) % 7
        return published.toordinal() - (back - 7 if outline.ahead else back)
    return 0 if outline.offset is None else published.toordinal() + outline.offset


def _sizes(outline: Outline) -> tuple[int, int, int, int]:
    """How much of units, leads, marks and things an article takes at most."""
    stems = len(outline.priors)
    return stems, len(outline.spots), len(outline.pairs) + len(outline.prints), len(outline.keys) - stems
