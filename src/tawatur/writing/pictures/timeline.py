"""How figures developed: every figure of a count at the time it was reported, with what it may reach to."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import datetime

from tawatur.dossier.parts import Report
from tawatur.dossier.series import Figure, Series
from tawatur.writing.figures import counted, number, reported, value
from tawatur.writing.messages import Messages
from tawatur.writing.pictures.canvas import Canvas, wrapped

_EDGE, _WIDTH, _PLOT, _NAMES, _PAD = 24, 900, 190, 50, 56


def timeline(views: Report, messages: Messages, most: int = 4) -> Canvas:
    """The first `most` series that develop (all that are told of them where none does), one plot below the other."""
    developing = [series for series in views.figures if not series.constant] or list(views.figures)
    canvas = Canvas(_WIDTH, messages.ui == "ar")
    y = float(_EDGE)
    for series in developing[:most]:
        y = _series(canvas, y, series, messages)
    if not developing:
        canvas.text(_EDGE, y + 14, messages.text("picture_no_figures"), kind="soft")
        y += 24
    canvas.height = y + 8
    return canvas


def _series(canvas: Canvas, top: float, series: Series, messages: Messages) -> float:
    canvas.text(_EDGE, top + 14, counted(messages, series), size=15, bold=True)
    now = series.estimate
    stand = f"{messages.text('estimate_best')} {value(messages, now.best)}"
    canvas.text(_WIDTH - _EDGE, top + 14, stand, size=13, anchor="end", kind="tone-corroborated", bold=True)
    left, right, ceiling, floor = _EDGE + _NAMES, _WIDTH - _EDGE, top + 50, top + 50 + _PLOT
    ticks = _ticks(series.largest)
    highest = ticks[-1]
    times = [_hours(figure) for figure in series.figures]
    known = [time for time in times if time is not None]
    first, last = (min(known), max(known)) if known else (0.0, 0.0)
    span = (last - first) or 1.0

    def x(time: float | None) -> float:
        return (
            right
            if time is None
            else left + _PAD + (right - left - 2 * _PAD) * ((time - first) / span if last > first else 0.5)
        )

    def y(amount: float) -> float:
        return floor - (floor - ceiling) * min(1.0, amount / highest)

    for tick in ticks:
        canvas.line([(left, y(tick)), (right, y(tick))], "line")
        canvas.text(left - 10, y(tick) + 4, number(tick), size=11, anchor="end", kind="soft")
    labelled: list[tuple[float, float]] = []
    for figure, time in zip(series.figures, times, strict=True):
        _figure(canvas, x(time), y, figure, series, messages, labelled)
    for time in sorted({first, last} if known else ()):
        day = next(f for f, t in zip(series.figures, times, strict=True) if t == time)
        canvas.text(x(time), floor + 20, reported(messages, day), size=11, kind="soft", anchor="middle")
    return floor + 48


def _figure(
    canvas: Canvas,
    x: float,
    y: Callable[[float], float],
    figure: Figure,
    series: Series,
    messages: Messages,
    labelled: list[tuple[float, float]],
) -> None:
    old = series.old(figure)
    tone = "none" if old else "corroborated" if figure.value == series.estimate.best.value else "open"
    place = y(figure.most)
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        canvas.line([(x, y(figure.low)), (x, y(figure.high))], f"ring-{tone}", 2)
    if figure.high is None:
        canvas.line([(x, place), (x, place - 14)], f"ring-{tone}", 2)
    name = messages.name(figure.speaker or f"outlet:{figure.outlet}")
    tip = f"{value(messages, figure)} · {name} · {reported(messages, figure)}"
    if old:
        canvas.circle(x, place, 4.5, f"ring ring-{tone}", 1.6, tip)
    else:
        canvas.circle(x, place, 5, f"tone-{tone}", tip=tip)
    if all(abs(x - other) > 46 or abs(place - at) > 15 for other, at in labelled):
        canvas.text(
            x,
            place - (20 if figure.high is None else 11),
            value(messages, figure),
            size=12,
            anchor="middle",
            kind="ink halo",
        )
        if all(abs(x - other) > 130 or abs(place - at) > 34 for other, at in labelled):
            short = wrapped(name, 10.5, 150, 1)[0]
            canvas.text(x, place + 18, short, size=10.5, anchor="middle", kind="soft halo", of=name)
        labelled.append((x, place))


def _ticks(highest: float) -> list[float]:
    """Round numbers from 0 to the highest or the next above it, four at most beside 0."""
    power = 10.0 ** math.floor(math.log10(highest / 4)) if highest > 0 else 1.0
    step = next(power * size for size in (1, 2, 5, 10) if highest / (power * size) <= 4)
    return [at * step for at in range(max(1, math.ceil(highest / step)) + 1)]


def _hours(figure: Figure) -> float | None:
    """When a figure was reported, in hours; a day without an hour is its noon."""
    if not figure.time:
        return None
    try:
        moment = datetime.fromisoformat(figure.time if len(figure.time) > 10 else f"{figure.time}T12:00:00")
    except ValueError:
        return None
    return (moment.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds() / 3600
