"""What is new in a story: one dossier of it against the one before.

A claim goes on as another where they share a statement, since statements keep their ids while their article's text is
the same. So a claim that was merged, or whose members grew, is told once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tawatur.dossier.parts import ClaimView, Report
from tawatur.dossier.series import Series
from tawatur.dossier.views import report
from tawatur.model import Dossier, Reason, Statement

Kind = Literal["corroborated", "conflict", "figure", "lone"]
KINDS: tuple[Kind, ...] = ("corroborated", "conflict", "figure", "lone")
_COMPARED = 3  # outlets from which it says something that only one of them carries a claim; by judgement


@dataclass(frozen=True, slots=True)
class Development:
    """Something new: which claim it is about (and which other, for a conflict), whose exact words tell it, and why.

    `words` and `other_words` are quoted from the statements `statement` and `other_statement`.
    """

    kind: Kind
    story: str
    claim: str
    statement: str
    words: str
    reason: Reason
    other: str | None = None
    other_statement: str | None = None
    other_words: str | None = None


def developments(before: Dossier | None, after: Dossier) -> tuple[Development, ...]:
    """What the dossier `after` says that `before`, of the same story, did not; all that is worth telling without it.

    Newly corroborated claims (two independent origins at least), then new conflicts, then figures of several articles
    whose best, lowest or highest value changed, then the first claim that an outlet carries alone, with how many more.
    """
    past = _Past(report(before)) if before else _Past(None)
    now = report(after)
    return (*_corroborated(now, past), *_conflicts(now, past), *_figures(now, past), *_lone(now, past))


class _Past:
    """What the earlier dossier told, by statement."""

    def __init__(self, views: Report | None) -> None:
        self.claim_of = {s: claim.id for s, claim in views.index.claim_of.items()} if views else {}
        shown = views.claims if views else ()
        self.corroborated = {m for view in shown if view.standing == "corroborated" for m in view.claim.members}
        self.lone = {m for view in shown if len(view.outlets) == 1 for m in view.claim.members}
        self.outlets = len(views.outlets) if views else 0
        self.conflicts = {frozenset((r.a, r.b)) for r in views.conflicts} if views else set()
        self.series = views.figures if views else ()

    def told(self, one: ClaimView, other: ClaimView) -> bool:
        """Whether the two were in conflict already."""
        left = {self.claim_of[m] for m in one.claim.members if m in self.claim_of}
        right = {self.claim_of[m] for m in other.claim.members if m in self.claim_of}
        return any(frozenset((a, b)) in self.conflicts for a in left for b in right)

    def same(self, series: Series) -> Series | None:
        """The earlier series that goes on as this one."""
        places = {figure.place for figure in series.figures}
        return next((s for s in self.series if any(figure.place in places for figure in s.figures)), None)


def _corroborated(now: Report, past: _Past) -> Iterator[Development]:
    for view in now.claims:
        if view.standing == "corroborated" and past.corroborated.isdisjoint(view.claim.members):
            low, outlets = view.claim.independent[0], len(view.outlets)
            yield _development("corroborated", now, view, Reason("dossier.new.corroborated", (str(low), str(outlets))))


def _conflicts(now: Report, past: _Past) -> Iterator[Development]:
    views = {view.claim.id: view for view in now.claims}
    for relation in now.conflicts:
        if not past.told(views[relation.a], views[relation.b]):
            one, other = (now.index.statements[id] for id in relation.statements)
            yield Development(
                kind="conflict",
                story=now.index.dossier.story,
                claim=relation.a,
                statement=one.id,
                words=_words(now, one),
                reason=relation.reason,
                other=relation.b,
                other_statement=other.id,
                other_words=_words(now, other),
            )


def _figures(now: Report, past: _Past) -> Iterator[Development]:
    views = {m.id: view for view in now.claims for m in view.members}
    for series in now.figures:
        earlier = past.same(series)
        if earlier is None and series.constant:
            continue
        was, is_now = (earlier.estimate if earlier else None), series.estimate
        if was and (was.best.value, was.low, was.high) == (is_now.best.value, is_now.low, is_now.high):
            continue
        best = is_now.best
        numbers = tuple(f"{n:,.15g}" for n in (best.least, is_now.low, is_now.high))
        before = (f"{was.best.least:,.15g}",) if was else ()
        code = "dossier.new.figure" if was else "dossier.new.figures"
        if numbers[1] == numbers[2]:  # no other figure stands
            code, numbers = f"{code}_one", numbers[:1]
        reason = Reason(code, (series.word, *before, *numbers))
        yield _development("figure", now, views[best.statement.id], reason, best.statement)


def _lone(now: Report, past: _Past) -> Iterator[Development]:
    if len(now.outlets) < _COMPARED:
        return
    known = past.lone if past.outlets >= _COMPARED else set[str]()
    for lone in now.lone:
        new = [view for view in lone.reported if _tells(view) and known.isdisjoint(view.claim.members)]
        if new:
            reason = Reason("dossier.new.lone", (f"outlet:{lone.outlet}", str(len(new) - 1)))
            yield _development("lone", now, new[0], reason)


def _tells(view: ClaimView) -> bool:
    """Whether a claim reports something that somebody vouches for."""
    return view.standing != "unsourced" and view.shown.kind in ("fact", "accusation")


def _development(
    kind: Kind, now: Report, view: ClaimView, reason: Reason, said: Statement | None = None
) -> Development:
    shown = said or view.shown
    return Development(kind, now.index.dossier.story, view.claim.id, shown.id, _words(now, shown), reason)


def _words(now: Report, statement: Statement) -> str:
    return now.index.words(statement.article, statement.content)
