"""Arabic numbers in digits and words, read from the words of a text.

Number words join as the grammar has it: ones before tens with "and" between, hundreds, then scales that multiply what
stands before them (the order CLDR's rule-based number formats for Arabic spell out).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.languages.ar.number_words import (
    Entry,
    after_clitics,
    digits_value,
    is_digits,
    many_table,
    number_table,
    ordinal_table,
    strip_clitics,
)
from tawatur.languages.ar.script import Word


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at `words[first:last]`, from `start` in the text: `low` is `high` when exact, `high` None when open."""

    first: int
    last: int
    start: int
    end: int
    low: float
    high: float | None
    digits: bool
    definite: bool = False

    @property
    def exact(self) -> bool:
        """Whether one value is meant."""
        return self.low == self.high


def read_number(words: Sequence[Word], i: int) -> Numeral | None:
    """The cardinal number that begins at `words[i]`, as long as it goes, or None."""
    word = words[i]
    if is_digits(word):
        return _from_digits(words, i)
    hit = strip_clitics(word.folded, number_table())
    many = strip_clitics(word.folded, many_table())
    if many and not (hit and many[1] not in _VAGUE_ALONE):
        return _from_many(words, i, *many)
    if not hit:
        return None
    clitics, form = hit
    entry = number_table()[form]
    start, definite = after_clitics(word, clitics), clitics.endswith("ال") or clitics in ("لل", "ولل")
    if entry.kind == "part":
        return _from_part(words, i, start, entry.value)
    read = _small(words, i)
    if read is None:
        return None
    value, last = read
    value, last = _scaled(words, value, last, entry.kind == "scale")
    return Numeral(i, last, start, words[last - 1].end, value, value, False, definite)


# Plurals that are also scales ("three thousands") stand for "thousands" when no number precedes them.
_VAGUE_ALONE = frozenset({"الاف", "ملايين", "مليارات", "بلايين"})


def _entry(words: Sequence[Word], i: int, *, joined: bool = False) -> Entry | None:
    """The number word at `i`; with `joined`, only one that "and" is written onto."""
    if i >= len(words):
        return None
    folded = words[i].folded
    if joined:
        # "and one of ten" is spelt like "one"; only the ten after it tells.
        eleven = folded == "واحد" and i + 1 < len(words) and words[i + 1].folded == "عشر"
        if not folded.startswith("و") or (folded in number_table() and not eleven):
            return None
        folded = folded[1:]
    return number_table().get(folded) or number_table().get(folded.removeprefix("ال"))


def _small(words: Sequence[Word], i: int) -> tuple[float, int] | None:
    """A number below a thousand at `i` (or a scale word standing for one of it), and where it ends."""
    hit = strip_clitics(words[i].folded, number_table())
    entry = number_table()[hit[1]] if hit else None
    if entry is None:
        return None
    if entry.kind == "scale":
        return entry.times * entry.value, i + 1
    value, last = entry.value, i + 1
    following = _entry(words, last)
    if entry.kind in ("one", "teen_one") and following and following.value == 10 and value < 10:
        return value + 10, last + 1
    if entry.kind == "one" and value > 2 and following and following.kind == "hundred" and following.value == 100:
        value, last = value * 100, last + 1
    elif entry.kind in ("one", "teen_one") and value < 10:
        tens = _entry(words, last, joined=True)
        if tens and tens.kind == "ten":
            return value + tens.value, last + 1
        return (value, last) if entry.kind == "one" else None
    if value >= 100 and (rest := _entry(words, last, joined=True)) and rest.kind in ("one", "teen_one", "ten"):
        low = _small(words, last)
        if low:
            return value + low[0], low[1]
    return value, last


def _scaled(words: Sequence[Word], value: float, last: int, scaled: bool) -> tuple[float, int]:
    """Multiply by the scale words that follow and add the smaller groups joined with "and"."""
    total, limit = 0.0, 0.0
    if scaled:
        limit = 1000 ** ((len(str(int(value))) - 1) // 3)
        total, value = value, 0.0
    while True:
        scale = _entry(words, last)
        if value and scale and scale.kind == "scale" and scale.times == 1:
            if limit and value * scale.value >= limit:
                break
            total, limit, last, value = total + value * scale.value, scale.value, last + 1, 0.0
        if value or not limit:
            break
        group = _joined_group(words, last, limit)
        if group is None:
            break
        value, last, done = group
        if done:
            total, value = total + value, 0.0
            break
    return total + value, last


def _joined_group(words: Sequence[Word], last: int, limit: float) -> tuple[float, int, bool] | None:
    """What "and" adds after a scale of size `limit`: value, end, and whether nothing can multiply it any more."""
    if last >= len(words):
        return None
    if words[last].folded == "و" and last + 1 < len(words) and is_digits(words[last + 1]):
        value = digits_value(words[last + 1].folded)
        scale = _entry(words, last + 2)
        fits = value is not None and (value < limit and (limit > 1000 or value >= 100 or scale is not None))
        bare = limit > 1000 and not (scale and scale.kind == "scale")
        return (value, last + 2, False) if fits and value is not None and not bare else None
    entry = _entry(words, last, joined=True)
    if entry is None:
        return None
    if entry.kind == "part":
        # "two million and a half", the scale named again or not.
        again = _entry(words, last + 1)
        return entry.value * limit, last + 1 + bool(again and again.value == limit), True
    if entry.kind == "scale":
        return (entry.times * entry.value, last + 1, True) if entry.value < limit else None
    small = _small(words, last)
    return (small[0], small[1], False) if small else None


def _from_digits(words: Sequence[Word], i: int) -> Numeral | None:
    last = i + 1
    scale = _entry(words, last)
    value = digits_value(words[i].folded, decimal=bool(scale and scale.kind == "scale"))
    if value is None:
        return None
    # "12 000": a narrow or plain space between groups of three.
    while (
        last < len(words)
        and len(words[i].folded) <= 3
        and re.fullmatch(r"[0-9]{3}", words[last].folded)
        and words[last].start == words[last - 1].end + 1
    ):
        value, last = value * 1000 + float(words[last].folded), last + 1
    value, last = _scaled(words, value, last, False)
    return Numeral(i, last, words[i].start, words[last - 1].end, value, value, True)


def _from_part(words: Sequence[Word], i: int, start: int, share: float) -> Numeral | None:
    scale = _entry(words, i + 1)
    if not scale or scale.kind != "scale":
        return None
    value = share * scale.times * scale.value
    return Numeral(i, i + 2, start, words[i + 1].end, value, value, False)


def _from_many(words: Sequence[Word], i: int, clitics: str, form: str) -> Numeral:
    entry, last, factor = many_table()[form], i + 1, 1.0
    scale = _entry(words, last)
    while scale and scale.kind == "scale" and scale.times == 1 and entry.high is not None:
        factor, last = factor * scale.value, last + 1
        scale = _entry(words, last)
    high = None if entry.high is None else (entry.high + 1) * factor - 1
    start = after_clitics(words[i], clitics)
    return Numeral(i, last, start, words[last - 1].end, entry.value * factor, high, False)


def read_ordinal(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The ordinal at `words[i]` ("الرابع عشر", "الحادي والعشرين", "العشرين") below 100, and the index after it."""
    hit = strip_clitics(words[i].folded, ordinal_table())
    if hit is None:
        entry = strip_clitics(words[i].folded, number_table())
        if entry and "ال" in entry[0] and number_table()[entry[1]].kind == "ten":
            return int(number_table()[entry[1]].value), i + 1
        return None
    value = ordinal_table()[hit[1]]
    following = _entry(words, i + 1)
    unit = 1 if value == 11 else value
    if following and following.value == 10 and not words[i + 1].folded.startswith("ال"):
        return unit + 10, i + 2
    tens = _entry(words, i + 1, joined=True)
    if tens and tens.kind == "ten" and unit < 10:
        return unit + int(tens.value), i + 2
    return (value, i + 1) if value != 11 else None
