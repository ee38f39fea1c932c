"""The parts of a report, as plain records: outlets, claims, the matrix, conflicts, lone claims, omissions, sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.dossier.credibility import Credibility
from tawatur.dossier.index import Index
from tawatur.dossier.series import Series
from tawatur.model import Claim, Relation, Source, Statement

Standing = Literal["corroborated", "open", "one_origin", "unsourced"]
Voice = Literal["own", "attributed", "conflicting", "absent"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet of the story, by key, with the name readers know it by and its articles' ids."""

    key: str
    name: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as reports show it; `shown` is the member whose exact words stand for it.

    `standing` follows the interval: `corroborated` from a lower bound of 2; `open` when the upper bound alone reaches
    2; `one_origin`; `unsourced` when nobody vouches for it. `parties_only` when everyone who does is a party.
    `credibility` is a suggestion for the Admiralty scale.
    """

    claim: Claim
    shown: Statement
    members: tuple[Statement, ...]
    outlets: tuple[str, ...]
    standing: Standing
    parties_only: bool
    credibility: Credibility
    comment: bool
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """How one outlet carries one claim. `rivals` are the claims it carries that conflict with this one."""

    outlet: str
    voice: Voice
    statements: tuple[str, ...]
    speakers: tuple[str, ...]
    rivals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim across all outlets, the cells in the order of `Report.outlets`."""

    claim: ClaimView
    cells: tuple[Cell, ...]

    @property
    def alone(self) -> bool:
        """Whether only one outlet carries it."""
        return len(self.claim.outlets) == 1

    @property
    def wide(self) -> bool:
        """Whether it is worth comparing: several outlets carry it, or another gives a different account."""
        return not self.alone or any(cell.voice == "conflicting" for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Lone:
    """What only one outlet says; its own comment apart from what it reports."""

    outlet: str
    reported: tuple[ClaimView, ...]
    comments: tuple[ClaimView, ...]

    @property
    def total(self) -> int:
        """How many claims it carries alone."""
        return len(self.reported) + len(self.comments)


@dataclass(frozen=True, slots=True)
class Omission:
    """A claim that an outlet does not carry.

    `instead` are the claims with another account that it carries, `nearest` its own statement that comes near in words.
    """

    claim: ClaimView
    instead: tuple[str, ...]
    nearest: Statement | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What one outlet leaves out of what at least two others carry."""

    outlet: str
    omissions: tuple[Omission, ...]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source that is relied on: the outlets that quote or relay it, and the ids of its statements and claims.

    `alone` are the claims that rest on its word and nobody else's.
    """

    source: Source
    outlets: tuple[str, ...]
    statements: tuple[str, ...]
    claims: tuple[str, ...]
    alone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a report says, in the order it says it."""

    index: Index
    outlets: tuple[Outlet, ...]
    origins: int
    claims: tuple[ClaimView, ...]
    matrix: tuple[Row, ...]
    lone: tuple[Lone, ...]
    left_out: tuple[LeftOut, ...]
    figures: tuple[Series, ...]
    conflicts: tuple[Relation, ...]
    updates: tuple[Relation, ...]
    sources: tuple[SourceRow, ...]

    @property
    def several(self) -> bool:
        """Whether there is more than one outlet, so that accounts can be compared."""
        return len(self.outlets) > 1

    @property
    def shared(self) -> tuple[ClaimView, ...]:
        """Claims that several outlets carry: the corroborated, open, echoed and unsourced ones together."""
        return tuple(view for view in self.claims if len(view.outlets) > 1)

    @property
    def single(self) -> tuple[ClaimView, ...]:
        """Claims that one outlet carries alone."""
        return tuple(view for view in self.claims if len(view.outlets) == 1)

    @property
    def corroborated(self) -> tuple[ClaimView, ...]:
        """Claims of several outlets with at least two independent origins."""
        return self._shared("corroborated")

    @property
    def within(self) -> tuple[ClaimView, ...]:
        """Claims with at least two independent origins that one outlet of several alone carries."""
        return tuple(view for view in self.single if view.standing == "corroborated")

    @property
    def open(self) -> tuple[ClaimView, ...]:
        """Claims of several outlets of which it stays open whether one or more origins stand behind them."""
        return self._shared("open")

    @property
    def echoes(self) -> tuple[ClaimView, ...]:
        """Claims of several outlets that echo one origin."""
        return self._shared("one_origin")

    @property
    def unsourced(self) -> tuple[ClaimView, ...]:
        """Claims of several outlets for which none names anybody."""
        return self._shared("unsourced")

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Conflicts, then updates."""
        return self.conflicts + self.updates

    @property
    def compared(self) -> tuple[Row, ...]:
        """The rows worth a table: what several outlets carry, and what another outlet tells differently."""
        return tuple(row for row in self.matrix if row.wide) if self.several else ()

    def _shared(self, standing: Standing) -> tuple[ClaimView, ...]:
        return tuple(view for view in self.shared if view.standing == standing)
