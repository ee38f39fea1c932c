"""Clock times of Arabic news: "الساعة 14:30 بتوقيت غرينتش", "الثامنة والنصف صباحا", "08,00 (07,00 ت غ)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.languages.ar.number_words import is_digits, ordinal_table, strip_clitics
from tawatur.languages.ar.numbers import read_number
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_words import sense

_JOINED = re.compile(r"([01]?[0-9]|2[0-4])[.,٫]([0-5][0-9])(?:[0-9]{2})?")
_FOUR = re.compile(r"([01][0-9]|2[0-3])([0-5][0-9])")
_SIXTY = re.compile(r"[0-5][0-9]")
_PARTS_OF_HOUR = {"النصف": 30, "نصف": 30, "الربع": 15, "ربع": 15, "ربعا": 15, "الثلث": 20, "ثلث": 20, "ثلثا": 20}
_MINUTES = ("دقيقه", "دقائق", "دقايق")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day at `words[first:last]`; `greenwich` when it is given in universal time.

    `half` is the half of the day that stands with it ("" where none does; `hour` is then as written). `sure` tells
    whether it says by itself that it is a clock time: by the noun "hour", a colon, a half, a zone.
    """

    first: int
    last: int
    hour: int
    minute: int
    greenwich: bool = False
    half: str = ""
    sure: bool = True


Hand = tuple[int, int, int, bool]
"""Hour, minute, index after them, and whether their form can hardly be anything but a clock's."""


def _digits(words: Sequence[Word], i: int) -> Hand | None:
    if i >= len(words) or not is_digits(words[i]):
        return None
    text = words[i].folded
    if match := _JOINED.fullmatch(text):
        return int(match[1]), int(match[2]), i + 1, False
    if not (text.isdigit() and len(text) <= 2 and int(text) <= 24):
        return None
    if i + 2 < len(words) and words[i + 1].folded == ":" and _SIXTY.fullmatch(words[i + 2].folded):
        last = i + 3
        # The seconds of an earthquake are written and not kept.
        if last + 1 < len(words) and words[last].folded == ":" and _SIXTY.fullmatch(words[last + 1].folded):
            last += 2
        return int(text), int(words[i + 2].folded), last, True
    return *_with_part(words, int(text), i + 1)[:3], False


def _together(words: Sequence[Word], i: int) -> Hand | None:
    """ "الساعة 1345 بتوقيت غرينتش", as one agency writes it: only with its zone."""
    match = _FOUR.fullmatch(words[i].folded) if i < len(words) else None
    return (int(match[1]), int(match[2]), i + 1, True) if match and _zone(words, i + 1) else None


def hour_word(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The hour that an ordinal names ("السابعة", "الحادية عشرة"), and the index after it."""
    if i >= len(words) or not words[i].folded.startswith(("ال", "وال", "بال")):
        return None
    hit = strip_clitics(words[i].folded, _hours())
    if hit is None:
        return None
    hour = _hours()[hit[1]]
    if i + 1 < len(words) and words[i + 1].folded in ("عشر", "عشره"):
        return (10 + hour, i + 2) if hour in (1, 2) else None
    return (hour, i + 1) if hit[1] != "حاديه" else None


@cache
def _hours() -> dict[str, int]:
    """The feminine ordinals up to the tenth, "one" and "eleventh" among them."""
    found = {form: value for form, value in ordinal_table().items() if form.endswith("ه") and value <= 11}
    return found | {"واحده": 1, "حاديه": 1}


def _spoken(words: Sequence[Word], i: int) -> Hand | None:
    hour = hour_word(words, i)
    return _with_part(words, *hour) if hour else None


def _with_part(words: Sequence[Word], hour: int, at: int) -> Hand:
    """The hour with the part of it, or the minutes, that "and" or "less" joins to it."""
    minute, last, told = _part(words, at)
    if minute > 0 and (less := _less(words, last)):
        minute, last, told = minute - less[0], less[1], True
    if minute == 0 and (less := _less(words, at)):
        minute, last, told = -less[0], less[1], True
    if minute < 0:
        hour, minute = hour - 1 or 12, minute + 60
    return hour, minute, last, told


def _part(words: Sequence[Word], at: int) -> tuple[int, int, bool]:
    """`(minutes, index after them, whether only a clock has them)` joined by "and" at `at`."""
    if at >= len(words) or not words[at].folded.startswith("و"):
        return 0, at, False
    alone = words[at].folded == "و"
    rest = words[at + 1].folded if alone and at + 1 < len(words) else words[at].folded[1:]
    if rest in _PARTS_OF_HOUR:
        return _PARTS_OF_HOUR[rest], at + 1 + alone, True
    number = read_number(words, at + alone) if at + alone < len(words) else None
    if number is None or not number.exact or not 1 <= number.low < 60 or number.low != int(number.low):
        return 0, at, False
    last = number.last
    if last < len(words) and words[last].folded in _MINUTES:
        return int(number.low), last + 1, True
    # "seven and thirty-five" is a clock time when a half of the day follows.
    if not number.digits and _half(words, last):
        return int(number.low), last, False
    return 0, at, False


def _less(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """ "إلا ربعا", "إلا خمس دقائق": minutes to be taken off, and the index after them."""
    if at + 1 >= len(words) or words[at].folded != "الا":
        return None
    if (part := _PARTS_OF_HOUR.get(words[at + 1].folded)) is not None:
        return part, at + 2
    number = read_number(words, at + 1)
    if number and number.exact and 1 <= number.low < 30 and number.last < len(words):
        return (int(number.low), number.last + 1) if words[number.last].folded in _MINUTES else None
    return None


def _half(words: Sequence[Word], at: int) -> tuple[str, int] | None:
    """The half of the day at `at`: "مساء", "بعد الظهر", "في المساء", "بعد منتصف الليل"; and the index after it."""
    here = words[at].folded if at < len(words) else ""
    entry = sense(here, "half_day") if not here.startswith("ال") else None
    if entry and entry[0] in ("", "ب"):
        return str(entry[1]["half"]), at + 1
    following = words[at + 1].folded if at + 1 < len(words) else ""
    if here in ("بعد", "قبل") and following == "الظهر":
        return ("pm" if here == "بعد" else "am"), at + 2
    if here == "بعد" and following == "منتصف" and at + 2 < len(words) and words[at + 2].folded == "الليل":
        return "am", at + 3
    if here == "في" and following.startswith("ال") and (entry := sense(following, "half_day")) and entry[0] == "ال":
        return str(entry[1]["half"]), at + 2
    return None


def _zone(words: Sequence[Word], i: int) -> tuple[bool, int] | None:
    """A zone at `i`: `(whether universal, index after it)`."""
    if i >= len(words) or (words[i].folded not in _ZONED and not sense(words[i].folded, "zone")):
        return None
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


_ZONED = frozenset({"ت", "gmt", "utc", "بتوقيت", "توقيت", "بالتوقيت", "حسب"})


def read_clock(words: Sequence[Word], i: int, *, loose: bool = False) -> Clock | None:
    """The clock time that begins at `words[i]`, with its half of the day and its zone.

    `loose`: a bare number or ordinal will do; what stands around it makes it an hour.
    """
    at = i
    if words[at].folded in ("تمام", "وتمام"):
        at += 1
    named = at < len(words) and words[at].folded in ("الساعه", "والساعه", "ساعه", "للساعه")
    at += named
    read = _digits(words, at) or _spoken(words, at) or (_together(words, at) if named else None)
    if read is None:
        return None
    spoken = not is_digits(words[at])
    hour, minute, last, told = read
    colon = told and not spoken
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
        elif not half and (found := _half(words, last)):
            half, last = found
        else:
            break
    following = words[last].folded if last < len(words) else ""
    if named and not (spoken or colon or half or greenwich) and sense(following, "unit"):
        return None  # "round the clock 7 days a week"
    # "the second and the first half" are no half past two.
    free = not following.startswith("ال") or sense(following, "weekday") or sense(following, "day_word")
    sure = named or bool(half) or greenwich or (spoken and told and bool(free))
    # A colon alone is a score or a verse, a number alone anything.
    sure = sure or (colon and last < len(words) and again is not None)
    if not sure and not (loose and (spoken or words[at].folded.isdigit() or colon)):
        return None
    if sure and not named and not spoken and not colon and words[i].folded.isdigit() and not half and not loose:
        return None
    if again:
        hour, minute = again
    elif half:
        # "12:40 in the evening" is a translator's p.m.
        hour = half_hour(hour, "pm" if minute and half == "evening" else half)
    if hour > 24 or (hour == 24 and minute and half != "night"):
        return None
    return Clock(i, last, hour, minute, greenwich, half, sure or colon)


def half_hour(hour: int, half: str) -> int:
    """The hour of the 24-hour clock: noon stays 12, midnight is 0, or 24 at the end of an evening or a night.

    The small hours of a "night" are those after midnight.
    """
    if hour > 12 or not half:
        return hour
    if half == "am" or (half == "night" and hour < 5):
        return hour % 12
    if hour == 12:
        return 12 if half == "pm" else 24
    return hour + 12
