"""Clock times of Arabic news: "الساعة 14:30 بتوقيت غرينتش", "الثامنة والنصف صباحا", "08,00 (07,00 ت غ)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.languages.ar.number_words import is_digits
from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.ordinals import read_ordinal
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_words import sense

_JOINED = re.compile(r"([01]?[0-9]|2[0-4])[.,٫]([0-5][0-9])(?:[0-9]{2})?")
_PARTS_OF_HOUR = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "الثلث": 20, "ثلث": 20}


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at `words[first:last]`; `greenwich` when it is given in universal time."""

    first: int
    last: int
    hour: int
    minute: int
    greenwich: bool


def _digits(words: Sequence[Word], i: int) -> tuple[int, int, int] | None:
    if i >= len(words) or not is_digits(words[i]):
        return None
    text = words[i].folded
    if match := _JOINED.fullmatch(text):
        return int(match[1]), int(match[2]), i + 1
    if not (text.isdigit() and len(text) <= 2 and int(text) <= 24):
        return None
    if i + 2 < len(words) and words[i + 1].folded == ":" and re.fullmatch(r"[0-5][0-9]", words[i + 2].folded):
        return int(text), int(words[i + 2].folded), i + 3
    return int(text), 0, i + 1


def _spoken(words: Sequence[Word], i: int) -> tuple[int, int, int] | None:
    if i >= len(words) or not words[i].folded.startswith(("ال", "وال", "بال")):
        return None
    if words[i].folded.removeprefix("و") == "الواحده":
        hour, at = 1, i + 1
    else:
        ordinal = read_ordinal(words, i)
        if ordinal is None or not 1 <= ordinal[0] <= 12 or not words[ordinal[1] - 1].folded.endswith("ه"):
            return None
        hour, at = ordinal
    minute = 0
    if at < len(words) and words[at].folded.startswith("و"):
        rest = words[at].folded[1:]
        if rest in _PARTS_OF_HOUR:
            minute, at = _PARTS_OF_HOUR[rest], at + 1
        else:
            number = read_number(words, at + (rest == ""))
            if number and number.last < len(words) and words[number.last].folded in ("دقيقه", "دقائق", "دقايق"):
                minute, at = int(number.low), number.last + 1
    elif at + 1 < len(words) and words[at].folded == "الا" and words[at + 1].folded in _PARTS_OF_HOUR:
        hour, minute, at = hour - 1 or 12, 60 - _PARTS_OF_HOUR[words[at + 1].folded], at + 2
    return (hour, minute, at) if minute < 60 else None


def _zone(words: Sequence[Word], i: int) -> tuple[bool, int] | None:
    """A zone at `i`: `(whether universal, index after it)`."""
    folded = [w.folded for w in words[i : i + 4]] + [""] * 4
    if folded[0] == "ت" and folded[1] == "غ":
        return True, i + 2
    if folded[0] in ("gmt", "utc"):
        return True, i + 1
    at = i + (folded[0] in ("بتوقيت", "توقيت", "بالتوقيت", "حسب"))
    at += folded[1] == "توقيت" and folded[0] == "حسب"
    if at < len(words) and sense(words[at].folded, "zone"):
        return True, at + 1
    if at > i and at < len(words):
        return False, at + 1 + (folded[1] == "مكه" and folded[2] in ("المكرمه",))
    return None


def read_clock(words: Sequence[Word], i: int) -> Clock | None:
    """The clock time that begins at `words[i]`, with its half of the day and its zone."""
    at = i
    if words[at].folded in ("تمام", "وتمام"):
        at += 1
    named = at < len(words) and words[at].folded in ("الساعه", "والساعه", "ساعه", "للساعه")
    at += named
    read = _digits(words, at) or _spoken(words, at)
    if read is None:
        return None
    spoken = not is_digits(words[at])
    hour, minute, last = read
    colon = not spoken and last > at + 1
    greenwich, half, again = False, "", None
    while last < len(words):
        here = words[last].folded
        if here == "(" and (inner := _digits(words, last + 1)):
            zone = _zone(words, inner[2])
            close = zone[1] if zone else inner[2]
            if not (close < len(words) and words[close].folded == ")"):
                break
            again, last = (None if zone else inner[:2]), close + 1
        elif zone := _zone(words, last):
            greenwich, last = zone
        elif entry := sense(here, "half_day") if not here.startswith("ال") else None:
            if half or (entry[0] and entry[0] != "ب"):
                break
            half, last = str(entry[1]["half"]), last + 1
        else:
            break
    if not named and not (half or greenwich) and not (colon and last < len(words) and again):
        return None
    if not named and not spoken and not colon and words[i].folded.isdigit() and not half:
        return None
    if again:
        hour, minute = again
    elif half:
        hour = half_hour(hour, half)
    return Clock(i, last, hour, minute, greenwich) if hour <= 23 or (hour, minute) == (24, 0) else None


def half_hour(hour: int, half: str) -> int:
    """The hour of the 24-hour clock: noon stays 12, midnight is 0."""
    if hour > 12:
        return hour
    if half == "pm":
        return hour if hour == 12 else hour + 12
    return hour % 12
