"""Stretches from one clock time to another: "من الساعة 8 حتى 5 مساء غدا", "بين الثالثة والخامسة فجرا", "9-10 صباحا"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.languages.ar.clock import Clock, half_hour, read_clock
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_hours import day_behind, may_be_clock
from tawatur.languages.ar.time_phrase import TimePhrase, is_form, is_sign, phrase, spanning
from tawatur.languages.ar.time_words import LEADS, sense

_JOINTS = ("الي", "حتي", "ولغايه", "لغايه", "وحتي")

# "Beginning at 11 and until 4" gives two points of one course, which annotators tell apart.
_BEGINNING = frozenset({"ابتداء", "بدءا", "بدء", "اعتبارا", "انطلاقا"})


def read_clock_span(words: Sequence[Word], i: int) -> TimePhrase | None:
    """Two clock times that bound a stretch; what one of them leaves out, the other or the day before it tells."""
    led = words[i].folded in LEADS
    at = i + led
    if at >= len(words) or not may_be_clock(words, at) or (at and is_sign(words, at - 1, "-–:/.")):
        return None
    if any(w.folded in _BEGINNING for w in words[max(0, i - 2) : i]):
        return None
    first = read_clock(words, at, loose=True)
    if first is None:
        return None
    day, part = day_behind(words, first.last) if first.half or first.sure else (None, "")
    if day is None and is_form(words, first.last, "في"):
        day, part = day_behind(words, first.last + 1)
    joint = day.last if day else first.last
    ahead = _after_joint(words, joint, between=words[i].folded in ("بين", "وبين"))
    if ahead is None or not may_be_clock(words, ahead):
        return None
    second = read_clock(words, ahead, loose=True)
    if second is None:
        return None
    closing, late = day_behind(words, second.last)
    meant = first.sure and second.sure
    if led:
        meant = meant or first.sure or second.sure or bool(late) or _day_before(words, i)
    else:
        # "2-1 on Tuesday evening" is the result of a match.
        meant = meant or (bool(second.half) and (first.sure or closing is None))
    if not meant:
        return None
    begin, end = _hours(first, second, part, late)
    # "until six in the morning of the following day" says nothing of the day of its beginning.
    shared = closing if closing and not closing.told else None
    return _placed(words, i, (first, begin, day or shared), (second, end, closing or day))


def _after_joint(words: Sequence[Word], at: int, *, between: bool) -> int | None:
    """The index of the second time, behind "to", a hyphen, or the "and" of "between"."""
    if is_form(words, at, *_JOINTS) or is_sign(words, at, "-–و" if between else "-–"):
        found = at + 1
    elif between and at < len(words) and words[at].folded.startswith("وال"):
        found = at
    else:
        return None
    return found if found < len(words) else None


def _day_before(words: Sequence[Word], i: int) -> bool:
    """Whether a day stands right before: "اليوم من الخامسة إلى السابعة"."""
    before = words[i - 1].folded if i else ""
    return sense(before, "weekday") is not None or sense(before, "day_word") is not None


def _hours(first: Clock, second: Clock, part: str, late: str) -> tuple[int, int]:
    """Both hours on the clock of 24; a half that stands with one of them is the other's too, if the order lets it."""
    begin = half_hour(first.hour, part) if part and not first.half else first.hour
    end = half_hour(second.hour, late) if late and not second.half else second.hour
    ours, theirs = first.half or part, second.half or late
    if theirs and not ours and begin <= 12:
        same = half_hour(begin, theirs)
        other = half_hour(begin, "pm" if theirs == "am" else "am")
        begin = same if (same, first.minute) < (end, second.minute) else other
    elif end <= 12 and not theirs:
        same = half_hour(end, ours) if ours else end
        end = same if (same, second.minute) > (begin, first.minute) else end % 12 + 12
    return begin, end


Told = tuple[Clock, int, TimePhrase | None]


def _placed(words: Sequence[Word], i: int, first: Told, second: Told) -> TimePhrase:
    """The stretch with its days: those told, or the one spoken of; a night ends on the morrow."""
    last = max(second[0].last, second[2].last if second[2] else 0)
    ends, greenwich = [], first[0].greenwich or second[0].greenwich
    for clock, hour, day in (first, second):
        known = day or phrase(words, clock.first, clock.last, "day", shift=0, told=True)
        ends.append(replace(known, clock=(hour, clock.minute), greenwich=greenwich))
    begin, end = ends
    start = begin if begin.first == i else replace(begin, first=i, start=words[i].start)
    return replace(spanning(words, start, i, last), start=words[i].start, end=words[last - 1].end, until=end)
