"""The articles of the last days: they enter, meet those they are like, are grouped, and are forgotten.

All of it is arrays (`memory`) and the kernels that work on them; what a story is and what it is called is for `stream`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

import numpy as np

from tawatur.grouping import comparing, connecting, meeting, spanning, weighing
from tawatur.grouping.memory import Memory
from tawatur.grouping.outlines import Outline
from tawatur.grouping.records import Evidence
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.tables import (
    LISTED,
    N_LEAD,
    N_NUMBERS,
    N_PLACES,
    N_TIES,
    N_TITLE,
    OLD,
    OPEN,
    PER_STEM,
    SKETCH,
    STORY,
    TIES,
    Int32,
)
from tawatur.model import Reason

_EAST = timedelta(hours=3)  # days are told as in the Arab east
_DAWN = datetime(1970, 1, 1)
_EQUALS = 64  # equally near neighbours of a story that are looked at


class Kept(NamedTuple):
    """What is kept of an article for telling."""

    id: str
    hour: float
    outlet: str
    title: str
    forms: str  # as the text writes them: the stems of its lead, then its numbers, then its places, one a line
    alone: Reason | None


class Window:
    """Articles by their rows, which are numbers that the next ones use again."""

    def __init__(self, settings: GroupSettings) -> None:
        self._settings = settings
        self.memory = Memory(settings)
        self.kept: list[Kept] = []  # by row
        self.outlets: dict[str, int] = {}
        self.counted = 0

    def enter(self, outline: Outline, hour: float) -> int:
        """Take in an article, and tie it to those that it may share a happening with; its row."""
        memory, settings = self.memory, self._settings
        row = memory.row_for(outline)
        kept = Kept(outline.id, hour, outline.outlet, outline.title, "\n".join(outline.forms), outline.alone)
        if row == len(self.kept):
            self.kept.append(kept)
        else:
            self.kept[row] = kept
        memory.run(
            meeting.come, memory.plain, row,
            outline.keys, outline.priors, outline.counts, outline.spots, outline.pairs, outline.prints,
            outline.of_title, outline.numbers, hour, self.outlets.setdefault(outline.outlet, len(self.outlets)),
            _day(outline, hour), outline.question, outline.alone is not None, self.counted,
            max(float(settings.common_from), settings.common * self.counted),
        )  # fmt: skip
        return row

    def age(self, row: int) -> tuple[float, str]:
        """By what articles are put in order, the oldest first."""
        kept = self.kept[row]
        return kept.hour, kept.id

    def count(self, come: Sequence[int], gone: Sequence[int]) -> None:
        """Let articles count in how rare a stem is from now on; let others do so no longer, nor be found."""
        memory = self.memory
        articles, ends = memory.articles, (np.array(come, np.int64), np.array(gone, np.int64))
        memory.run(weighing.count, memory.terms.rows, articles.rows, articles.sketches, articles.units, *ends)
        self.counted += len(come) - len(gone)

    def close(self, rows: Iterable[int]) -> None:
        """Let nothing be tied to these articles any longer."""
        for row in rows:
            self.memory.articles.rows[row, OPEN], self.memory.articles.rows[row, LISTED] = 0, 0

    def regrouped(self, rows: Sequence[int]) -> list[list[int]]:
        """The groups of all that strong ties connect with these articles, but for those that are a story already.

        Articles are in the order of their ids; of pairs of groups that are equally good the first go first.
        """
        memory = self.memory
        arrays, join, found = (*self._tied, memory.scratch.place), memory.rules.join, memory.scratch.found
        n = memory.run(connecting.part_of, *arrays, np.array(rows, np.int64), join, found)
        part: list[int] = found[:n].tolist()
        if n <= 1:
            return [part] if part else []
        kept = self.kept
        by_id = {kept[row].id: row for row in part}
        part = [by_id[id] for id in sorted(by_id)]
        heads = memory.run(connecting.regrouped, *arrays, np.array(part, np.int64), join)
        groups: dict[int, list[int]] = {}
        for row, head in zip(part, heads.tolist(), strict=True):
            if head >= 0:
                groups.setdefault(head, []).append(row)
        return list(groups.values())

    def settle(self, rows: Sequence[int]) -> None:
        """Let articles be a story."""
        for row in rows:
            self.memory.articles.rows[row, STORY] = rows[0] + 1

    def bonds(self, rows: Sequence[int]) -> tuple[list[list[int]], list[int], list[list[int]]]:
        """What holds a story together: the strongest ties that connect its articles, each as two places in `rows` and a
        chance in millionths; what each article has in common with the others; and the strongest ties with articles
        outside, as two rows and a chance: all that are equally strong."""
        memory, n = self.memory, len(rows)
        held, totals = np.zeros((n - 1, 3), np.int64), np.zeros(n, np.int64)
        outside, members = np.zeros((_EQUALS, 3), np.int64), np.array(rows, np.int64)
        reached = memory.run(spanning.bonds, *self._tied, memory.scratch.place, members, held, totals, outside)
        return held.tolist(), totals.tolist(), outside[:reached].tolist()

    def compared(self, a: int, b: int, most: int = 0) -> tuple[Evidence, list[int]]:
        """What two articles have in common, and which stems of the lead of `a`, `most` of them, tell most of it, as
        places in it."""
        memory = self.memory
        evidence, best = np.empty(12, np.float64), np.zeros(most, np.int64)
        n = memory.run(comparing.linked, memory.plain, a, b, evidence, best)
        return Evidence(*evidence.tolist()), best[:n].tolist()

    def things(self, row: int) -> tuple[list[int], list[int]]:
        """The terms of an article's numbers and of its places."""
        articles = self.memory.articles
        place = articles.rows[row].tolist()
        first = place[SKETCH] + PER_STEM * place[N_LEAD] + place[N_TITLE]
        terms: list[int] = articles.sketches[first : first + place[N_NUMBERS] + place[N_PLACES]].tolist()
        return terms[: place[N_NUMBERS]], terms[place[N_NUMBERS] :]

    def tied(self) -> list[tuple[int, int]]:
        """All pairs of open articles that are tied, the newer first."""
        rows, ties = self._tied
        return [
            (row, int(tie[OLD]))
            for row in self.memory.order
            for tie in ties[rows[row, TIES] : rows[row, TIES] + rows[row, N_TIES]]
            if rows[row, OPEN] and rows[tie[OLD], OPEN]
        ]

    @property
    def _tied(self) -> tuple[Int32, Int32]:
        return self.memory.articles.rows, self.memory.ties.rows


def _day(outline: Outline, hour: float) -> int:
    """The calendar day, as an ordinal, that the first day an article names stands for; 0 for none."""
    if outline.weekday < 0 and outline.offset is None:
        return 0
    published = (_DAWN + timedelta(hours=hour) + _EAST).date()
    if outline.weekday >= 0:
        back = (published.weekday() - outline.weekday) % 7
        return published.toordinal() - (back - 7 if outline.ahead else back)
    return published.toordinal() + (outline.offset or 0)
