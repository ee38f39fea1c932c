"""A number on its way to a quantity, and the words beside it that bound it, join it to another or put it below zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.languages.ar.counting import Unit, bound_after, bound_before
from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.script import Word


@dataclass(frozen=True, slots=True)
class Count:
    """A number and what it counts: word range, text span, ends (None when open), unit when there is one."""

    first: int
    last: int
    start: int
    end: int
    low: float | None
    high: float | None
    unit: Unit | None
    vague: bool = False


def bounded(words_: Sequence[Word], count: Count) -> Count:
    """The count with the end that "at least" or "at most" beside it leaves open."""
    bound, behind = bound_before(words_, count.first), bound_after(words_, count.last)
    if bound == "about" and behind:
        count, bound = replace(count, vague=True), behind
    bound = bound or behind
    if bound == "low":
        return replace(count, high=None)
    if bound == "high":
        return replace(count, low=None, high=count.high if count.high is not None else count.low)
    return replace(count, vague=True) if bound == "about" else count


def joined_bounds(words_: Sequence[Word], counts: list[Count]) -> list[Count]:
    """One range of "more than 20 and less than 30"."""
    out: list[Count] = []
    for count in counts:
        last = out[-1] if out else None
        if last and _closes_range(words_, last, count):
            low, high = (last.low, count.high) if last.high is None else (count.low, last.high)
            out[-1] = replace(last, last=count.last, end=count.end, low=low, high=high, unit=last.unit or count.unit)
        else:
            out.append(count)
    return out


def _closes_range(words_: Sequence[Word], here: Count, there: Count) -> bool:
    if (here.low is None) == (here.high is None) or (there.low is None) == (there.high is None):
        return False
    if (here.low is None) == (there.low is None) or (here.unit and there.unit and here.unit != there.unit):
        return False
    low, high = (here.low, there.high) if here.high is None else (there.low, here.high)
    between = words_[here.last : there.first]
    joined = 1 < len(between) <= 5 and between[0].folded.startswith("و")
    return (
        joined and bound_before(words_, there.first) is not None and low is not None and high is not None and low < high
    )


def below_zero(words_: Sequence[Word], count: Count) -> Count:
    """The count made negative where a sign or "below zero" says so; only degrees and shares can be."""
    if count.low is None or count.high is None or (count.unit and count.unit.key not in _SIGNED):
        return count
    first, last, sign = count.first, count.last, False
    if first and words_[first - 1].folded in ("-", "−", "سالب", "ناقص"):
        number = read_number(words_, first - 1)
        sign = number is not None and number.low < 0
        first -= sign
    if not sign and [w.folded for w in words_[last : last + 2]] == ["تحت", "الصفر"] and count.unit:
        sign, last = True, last + 2
    if not sign or count.low < 0:
        return count
    start, end = min(count.start, words_[first].start) if first < count.first else count.start, words_[last - 1].end
    return replace(count, first=first, last=last, start=start, end=end, low=-count.high, high=-count.low)


_SIGNED = frozenset({"degree", "celsius", "percent"})
