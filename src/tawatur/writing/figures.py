"""Figures and their series in words: what is counted, a number with its ends, when it was reported, where it stands."""

from __future__ import annotations

from tawatur.dossier.series import Figure, Series
from tawatur.writing.messages import Messages


def counted(messages: Messages, series: Series) -> str:
    """What a series counts."""
    return messages.text(series.word)


def number(value: float) -> str:
    """A number with its thousands parted: "1,500", "67.7"."""
    return f"{value:,.15g}"


def value(messages: Messages, figure: Figure) -> str:
    """The number that a figure gives: "at least 9", "about 140", "160 to 170"."""
    if figure.low is None or figure.high is None:
        known = figure.least if figure.high is None else figure.most
        return messages.text("value_least" if figure.high is None else "value_most", number(known))
    if figure.low != figure.high:
        return messages.text("value_between", number(figure.low), number(figure.high))
    return messages.text("value_about" if figure.approximate else "value_exact", number(figure.low))


def standing(messages: Messages, series: Series) -> tuple[tuple[str, str], ...]:
    """Low, best supported and high of a series, each with its caption."""
    now = series.estimate
    high = messages.text("value_least", number(now.high)) if now.open else number(now.high)
    return (
        (messages.text("estimate_low"), number(now.low)),
        (messages.text("estimate_best"), value(messages, now.best)),
        (messages.text("estimate_high"), high),
    )


def reported(messages: Messages, figure: Figure) -> str:
    """When a figure was reported."""
    if figure.time is None:
        return messages.text("undated")
    day = messages.date(figure.time)
    return messages.text("figure_said", day) if figure.said else messages.value(day)


def bar(series: Series, figure: Figure) -> tuple[float, float]:
    """Where a figure's bar begins and how long it is, in hundredths of the largest number of its series."""
    most = series.largest or 1.0
    end = round(100 * figure.most / most, 1)
    start = round(100 * figure.least / most, 1) if figure.least != figure.most else 0.0
    return start, max(1.0, round(end - start, 1))
