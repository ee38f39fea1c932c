"""A series of figures as a plot: when each was reported and how much it says, in units of the drawing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tawatur.dossier.series import Figure, Series

WIDTH, HEIGHT = 720, 232
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 24, 22, 34
_MOST_DAYS = 7
_NEAR = 34  # two labels nearer than this would stand on each other
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in the plot: `top` and `foot` differ where it is a range, `up` or `down` where an end is open."""

    figure: Figure
    x: float
    top: float
    foot: float
    old: bool
    label: bool

    @property
    def up(self) -> bool:
        """Whether the number may be higher ("at least 9")."""
        return self.figure.high is None

    @property
    def down(self) -> bool:
        """Whether the number may be lower ("at most 9")."""
        return self.figure.low is None


@dataclass(frozen=True, slots=True)
class Plot:
    """Points in order of time, the lines of the grid (y and its number), and the days along the foot (x and day)."""

    points: tuple[Point, ...]
    lines: tuple[tuple[float, float], ...]
    days: tuple[tuple[float, str], ...]
    undated: int
    right_to_left: bool

    @property
    def axis(self) -> float:
        """Where the numbers of the grid stand."""
        return WIDTH - _LEFT + 10 if self.right_to_left else _LEFT - 10


def plotted(series: Series, right_to_left: bool) -> Plot | None:
    """The plot of a series in the reading direction; None where fewer than two of its figures have a time."""
    timed = [(figure, at) for figure in series.figures if (at := _moment(figure.time))]
    if len(timed) < 2 or series.constant:
        return None
    first, last = min(at for _, at in timed), max(at for _, at in timed)
    start = first - timedelta(hours=3) if last > first else first - timedelta(hours=12)
    end = last + timedelta(hours=3) if last > first else last + timedelta(hours=12)
    top = _round_up(series.largest)

    def x(at: datetime) -> float:
        share = (at - start) / (end - start)
        place = _LEFT + share * (WIDTH - _LEFT - _RIGHT)
        return round(WIDTH - place if right_to_left else place, 1)

    def y(number: float) -> float:
        return round(HEIGHT - _BOTTOM - number / top * (HEIGHT - _TOP - _BOTTOM), 1)

    points: list[Point] = []
    for figure, at in timed:
        here = x(at), y(figure.most), y(figure.least)
        crowded = any(abs(p.x - here[0]) < _NEAR and abs(p.top - here[1]) < 16 and p.label for p in points)
        points.append(Point(figure, *here, old=series.old(figure), label=not crowded))
    lines = tuple((y(top * n / 4), top * n / 4) for n in range(5))
    return Plot(tuple(points), lines, _days(start, end, x), len(series.figures) - len(timed), right_to_left)


def _moment(time: str | None) -> datetime | None:
    """A time as a moment; a day without an hour at its noon."""
    if not time:
        return None
    try:
        whole = datetime.fromisoformat(time if len(time) > 10 else f"{time}T12:00:00")
    except ValueError:
        return None
    return whole.replace(tzinfo=None)


def _round_up(number: float) -> float:
    """The next number that four equal lines can stand under."""
    scale = 1.0
    while scale * 10 < number:
        scale *= 10
    return next((4 * step * scale / 4 for step in _STEPS if step * scale >= number), number) if number > 4 else 4.0


def _days(start: datetime, end: datetime, x: object) -> tuple[tuple[float, str], ...]:
    """The days along the foot, each under its noon; of many, some."""
    assert callable(x)
    day = start.replace(hour=12, minute=0, second=0, microsecond=0)
    found = []
    while day <= end:
        if day >= start:
            found.append((x(day), day.date().isoformat()))
        day += timedelta(days=1)
    every = -(-len(found) // _MOST_DAYS)
    return tuple(found[::every]) if found else ()
