"""Arabic numbers in digits and words, read from the words of a text.

Number words join as the grammar has it: ones before tens with "and" between, hundreds, then scales that multiply what
stands before them (the order CLDR's rule-based number formats for Arabic spell out).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.languages.ar.number_words import (
    after_clitics,
    digits_value,
    entry_at,
    is_digits,
    joined_entry,
    joined_share,
    many_table,
    number_table,
    read_share,
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
    if word.folded in ("-", "−"):
        return _from_minus(words, i) if _is_sign(words, i) else None
    hit = strip_clitics(word.folded, number_table())
    many = strip_clitics(word.folded, many_table())
    if many and not (hit and many[1] not in _VAGUE_ALONE):
        return _from_many(words, i, *many)
    if not hit:
        return None
    clitics, form = hit
    entry = number_table()[form]
    start, definite = after_clitics(word, clitics), clitics.endswith("ال") or clitics in ("لل", "ولل")
    if entry.kind == "minus":
        return None if clitics else _from_minus(words, i)
    if share := read_share(words, i):
        return _from_share(words, i, start, *share)
    read = _small(words, i)
    if read is None:
        return None
    value, last = read if entry.kind == "scale" else _fraction(words, *read)
    value, last = _scaled(words, value, last, entry.kind == "scale")
    return Numeral(i, last, start, words[last - 1].end, value, value, False, definite)


# Plurals that are also scales ("three thousands") stand for "thousands" when no number precedes them.
_VAGUE_ALONE = frozenset({"الاف", "ملايين", "مليارات", "بلايين"})


def _small(words: Sequence[Word], i: int) -> tuple[float, int] | None:
    """A number below a thousand at `i` (or a scale word standing for one of it), and where it ends."""
    hit = strip_clitics(words[i].folded, number_table())
    entry = number_table()[hit[1]] if hit else None
    if entry is None or entry.kind in ("minus", "part", "parts"):
        return None
    if entry.kind == "scale":
        return entry.times * entry.value, i + 1
    value, last = entry.value, i + 1
    following = entry_at(words, last)
    if entry.kind in ("one", "teen_one") and following and following.value == 10 and value < 10:
        return value + 10, last + 1
    if entry.kind == "one" and value > 2 and following and following.kind == "hundred" and following.value == 100:
        value, last = value * 100, last + 1
    elif entry.kind in ("one", "teen_one") and value < 10:
        tens = joined_entry(words, last)
        if tens and tens[0].kind == "ten":
            return value + tens[0].value, tens[1] + 1
        return (value, last) if entry.kind == "one" else None
    if value >= 100 and (rest := joined_entry(words, last)) and rest[0].kind in ("one", "teen_one", "ten"):
        low = None if read_share(words, rest[1]) else _small(words, rest[1])
        if low:
            return value + low[0], low[1]
    return value, last


def _fraction(words: Sequence[Word], value: float, last: int) -> tuple[float, int]:
    """`value` with what follows its point ("خمسة فاصلة ثلاثة") or its "and" ("واحد ونصف")."""
    if last + 1 < len(words) and words[last].folded == "فاصله":
        after = words[last + 1].folded
        if after.isdigit() and after.isascii():
            return value + float(f"0.{after}"), last + 2
        small = _small(words, last + 1)
        if small and small[0] == int(small[0]):
            return value + small[0] / 10 ** len(str(int(small[0]))), small[1]
    if share := joined_share(words, last):
        return value + share[0], share[1]
    return value, last


def _scaled(words: Sequence[Word], value: float, last: int, scaled: bool) -> tuple[float, int]:
    """Multiply by the scale words that follow and add the smaller groups joined with "and"."""
    total, limit = 0.0, 0.0
    if scaled:
        limit = 1000 ** ((len(str(int(value))) - 1) // 3)
        total, value = value, 0.0
    while True:
        scale = entry_at(words, last)
        if value and scale and scale.kind == "scale" and scale.times == 1:
            if limit and value * scale.value >= limit:
                break
            total, limit, last, value = total + value * scale.value, scale.value, last + 1, 0.0
        if value or not limit:
            break
        group = _joined_group(words, last, limit)
        if group is None:
            break
        value, last, below = group
        if below is not None:
            total, limit, value = total + value, below, 0.0
            continue
        if share := joined_share(words, last):
            value, last = value + share[0], share[1]
    # 129.3 million is no 129,300,000.00000001.
    return (round(total + value, 3) if total >= 1000 else total + value), last


def _joined_group(words: Sequence[Word], last: int, limit: float) -> tuple[float, int, float | None] | None:
    """What "and" adds after a scale of size `limit`: value, end, and below what more may follow.

    That is None where a scale may still multiply it, and 0 where nothing follows.
    """
    if last >= len(words):
        return None
    if words[last].folded == "و" and last + 1 < len(words) and is_digits(words[last + 1]):
        value = digits_value(words[last + 1].folded)
        scale = entry_at(words, last + 2)
        fits = value is not None and (value < limit and (limit > 1000 or value >= 100 or scale is not None))
        bare = limit > 1000 and not (scale and scale.kind == "scale")
        return (value, last + 2, None) if fits and value is not None and not bare else None
    joined = joined_entry(words, last)
    if joined is None:
        return None
    entry, at = joined
    if share := joined_share(words, last):
        # "two million and a half", the scale named again or not.
        again = entry_at(words, share[1])
        return share[0] * limit, share[1] + bool(again and again.value == limit), 0.0
    if entry.kind == "scale":
        return (entry.times * entry.value, at + 1, entry.value) if entry.value < limit else None
    small = _small(words, at)
    return (small[0], small[1], None) if small else None


def _from_digits(words: Sequence[Word], i: int) -> Numeral | None:
    last = i + 1
    if i + 2 < len(words) and words[last].folded == "ر" and (read := _around_a_letter(words, i)):
        return read
    if last < len(words) and words[last].folded == ")" and i and words[i - 1].folded == "(":
        # "(95) ألف": a number in brackets that a scale multiplies.
        scale = entry_at(words, last + 1)
        last += bool(scale and scale.kind == "scale")
    scale = entry_at(words, last)
    value = digits_value(words[i].folded, decimal=bool(scale and scale.kind == "scale"))
    if value is None:
        return None
    # "12 000", "12،000": a space or an Arabic comma between groups of three.
    while len(words[i].folded) <= 3 and value >= 1 and (group := _group(words, last)):
        value, last = value * 1000 + group[0], group[1]
    value, last = _scaled(words, *_fraction(words, value, last), False)
    return Numeral(i, last, words[i].start, words[last - 1].end, value, value, True)


def _around_a_letter(words: Sequence[Word], i: int) -> Numeral | None:
    """ "5ر49", as agencies of the Gulf and of Jordan write 49.5: the letter is the point, decimals come first."""
    whole, decimals = words[i + 2], words[i].folded
    together = words[i].end == words[i + 1].start and words[i + 1].end == whole.start
    if not together or not decimals.isdigit() or not whole.folded.isdigit():
        return None
    value, last = _scaled(words, float(f"{whole.folded}.{decimals}"), i + 3, False)
    return Numeral(i, last, words[i].start, words[last - 1].end, value, value, True)


def _group(words: Sequence[Word], last: int) -> tuple[float, int] | None:
    """Three more digits of a number that ends before `last`, with its decimals after the last three."""
    comma = last < len(words) and words[last].folded == "،" and words[last].start == words[last - 1].end
    at = last + comma
    if at >= len(words) or words[at].start != words[at - 1].end + (not comma):
        return None
    group = re.fullmatch(r"([0-9]{3})(?:[.,٫]([0-9]+))?", words[at].folded)
    return (float(f"{group[1]}.{group[2] or 0}"), at + 1) if group else None


def _from_share(words: Sequence[Word], i: int, start: int, share: float, last: int) -> Numeral:
    scale = entry_at(words, last)
    if scale and scale.kind == "scale":
        share, last = share * scale.times * scale.value, last + 1
    return Numeral(i, last, start, words[last - 1].end, share, share, False)


def _from_minus(words: Sequence[Word], i: int) -> Numeral | None:
    """ "سالب خمسة", "-5"."""
    number = read_number(words, i + 1) if i + 1 < len(words) and words[i + 1].folded not in ("-", "−") else None
    if number is None or not number.exact or number.low < 0:
        return None
    return replace(number, first=i, start=words[i].start, low=-number.low, high=-number.low)


def _is_sign(words: Sequence[Word], i: int) -> bool:
    """Whether a hyphen touches the digits behind it and nothing before it."""
    touches = i + 1 < len(words) and is_digits(words[i + 1]) and words[i].end == words[i + 1].start
    return touches and not (i and words[i - 1].end == words[i].start)


def _from_many(words: Sequence[Word], i: int, clitics: str, form: str) -> Numeral:
    entry, last, factor = many_table()[form], i + 1, 1.0
    scale = entry_at(words, last)
    while scale and scale.kind == "scale" and scale.times == 1 and entry.high is not None:
        factor, last = factor * scale.value, last + 1
        scale = entry_at(words, last)
    high = None if entry.high is None else (entry.high + 1) * factor - 1
    start = after_clitics(words[i], clitics)
    return Numeral(i, last, start, words[last - 1].end, entry.value * factor, high, False)
