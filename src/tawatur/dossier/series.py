"""A series of figures of one thing, and its low, best-supported and high values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.dossier.index import Index, time_key
from tawatur.model import InterfaceWord, Relation, Span, Statement

Value = tuple[float | None, float | None]
Place = tuple[str, Span]
_NAMED = frozenset(
    ("killed", "wounded", "missing", "survived", "aboard", "detained", "displaced", "attackers", "person", "percent")
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as one statement gives it: `low <= value <= high`, an end None when open ("at least 9").

    `time` is when it was reported: the day on which its speaker gave it or until which it holds where the article
    names one before its own day (`said`), else when the article was published. `origins` are the origins of the story
    that the statement rests on; an outlet's own voice has none.
    """

    statement: Statement
    span: Span
    counted: str
    low: float | None
    high: float | None
    approximate: bool
    outlet: str
    time: str | None
    said: bool
    origins: tuple[str, ...]

    @property
    def article(self) -> str:
        """The id of its article."""
        return self.statement.article

    @property
    def place(self) -> Place:
        """Where it stands: statement and span."""
        return self.statement.id, self.span

    @property
    def value(self) -> Value:
        """Both ends."""
        return self.low, self.high

    @property
    def least(self) -> float:
        """The smallest number that was given."""
        return self.low if self.low is not None else self.high or 0.0

    @property
    def most(self) -> float:
        """The largest number that was given; where it is open above, the number from which it is open."""
        return self.high if self.high is not None else self.low or 0.0

    @property
    def speaker(self) -> str | None:
        """Who says it, as far in as the article tells; None for the outlet's own voice."""
        return self.statement.chain[-1] if len(self.statement.chain) > 1 else None


@dataclass(frozen=True, slots=True)
class Estimate:
    """Where a series stands: the lowest and highest number still given, and the one that most origins support.

    `open` when somebody gives the highest number as "at least". `best_origins` counts the origins behind `best`.
    """

    low: float
    best: Figure
    high: float
    open: bool
    best_origins: int


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one thing in order of their time; `superseded` are the places of those that newer ones replace.

    `counted` is a role of people ("killed") or the unit that is counted.
    """

    counted: str
    figures: tuple[Figure, ...]
    superseded: frozenset[Place]
    estimate: Estimate

    @property
    def word(self) -> InterfaceWord:
        """What it counts, as the interface calls it."""
        return InterfaceWord(f"counted_{self.counted}" if self.counted in _NAMED else "counted_other")

    @property
    def articles(self) -> int:
        """How many articles report it."""
        return len({figure.article for figure in self.figures})

    @property
    def constant(self) -> bool:
        """Whether all give the same number."""
        return len({figure.value for figure in self.figures}) == 1

    @property
    def largest(self) -> float:
        """The largest number in it."""
        return max(figure.most for figure in self.figures)

    def old(self, figure: Figure) -> bool:
        """Whether a newer figure of the series replaces this one."""
        return figure.place in self.superseded


def opposed(relation: Relation, a: Figure, b: Figure) -> bool:
    """Whether a relation sets the first figure against the second, and both count one thing."""
    if a.counted != b.counted:
        return False
    sides = zip(relation.statements, relation.spans, (a, b), strict=True)
    return all(id == f.statement.id and span[0] < f.span[1] and f.span[0] < span[1] for id, span, f in sides)


def superseded(found: Index, figures: Sequence[Figure]) -> set[Place]:
    """The places of figures, in order of time, that a newer one replaces.

    A speaker's newer figure replaces the same speaker's older one. Where the dossier says that one claim's number is an
    update of another's, the number of the earlier report is replaced wherever it was given before the newer report.
    """
    old, latest = set[Place](), dict[str, Figure]()
    for figure in figures:
        voice = figure.speaker or f"outlet:{figure.outlet}"
        if voice in latest and latest[voice].value != figure.value and latest[voice].article != figure.article:
            old.add(latest[voice].place)
        latest[voice] = figure
    of_statement: dict[str, list[Figure]] = {}
    for figure in figures:
        of_statement.setdefault(figure.statement.id, []).append(figure)
    for relation in found.dossier.relations:
        if relation.type == "update" and relation.slot == "number":
            one, other = (of_statement.get(id, ()) for id in relation.statements)
            for pair in ((a, b) for a in one for b in other if opposed(relation, a, b)):
                earlier, later = sorted(pair, key=lambda f: time_key(f.time))
                before = figures[: figures.index(later)]
                old |= {f.place for f in before if f.value == earlier.value}
    return old


def estimate(standing: Sequence[Figure]) -> Estimate:
    """Low, best and high of the figures that stand, in order of time.

    Low and high are the smallest and the largest number of any of them. Best is the figure with the most independent
    origins behind it, of equals the latest: repetitions by outlets without a source count for nothing.
    """

    def support(figure: Figure) -> int:
        return len({origin for f in standing if f.value == figure.value for origin in f.origins})

    at = max(range(len(standing)), key=lambda n: (support(standing[n]), n))
    high = max(figure.most for figure in standing)
    opened = any(figure.high is None and figure.most == high for figure in standing)
    return Estimate(min(f.least for f in standing), standing[at], high, opened, support(standing[at]))
