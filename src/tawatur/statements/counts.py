"""Numbers with what they count, before anything is known of states: ranges, bounds, shared units, numbers that name.

Clock times, ordinals and numbers that name (an article, a resolution, a minute of play) are no counts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from tawatur.languages.ar.counting import (
    Unit,
    bare_unit,
    counted_noun,
    dual_unit,
    is_label,
    known_unit,
    measures,
)
from tawatur.languages.ar.number_words import after_clitics, is_digits, joined_share, may_be_number
from tawatur.languages.ar.numbers import Numeral, read_number
from tawatur.languages.ar.script import Word
from tawatur.statements.bounds import Count, below_zero, bounded, joined_bounds


def find_counts(words_: Sequence[Word], taken: Collection[int] = ()) -> list[Count]:
    """Every count in the words, in order, words that bound it taken in; indices in `taken` belong to something else."""
    counts: list[Count] = []
    i = 0
    while i < len(words_):
        if i in taken or not may_begin(words_[i].folded):
            i += 1
            continue
        halved = _halved(words_, i, counts[-1] if counts and counts[-1].last == i else None)
        count, last = (halved, halved.last) if halved else _read(words_, i, taken)
        if halved and halved.first < i and counts and counts[-1].last == i:
            counts.pop()
        if count is not None:
            counts.append(count)
        i = last
    return joined_bounds(words_, [bounded(words_, count) for count in _share_units(words_, counts)])


def _halved(words_: Sequence[Word], i: int, before: Count | None) -> Count | None:
    """ "ساعة ونصف", "3 سنوات ونصف السنة": a measure and a fraction of it; `before` is the count that ends at `i`."""
    share = joined_share(words_, i) if i and words_[i].folded.startswith("و") else None
    if share is None:
        return None
    if before is None:
        hit = known_unit(words_, i - 1)
        if hit is None or hit[1] != i or words_[i - 1].folded.removeprefix("و").startswith(("ال", "لل", "بال")):
            return None
        before = Count(i - 1, i, words_[i - 1].start, words_[i - 1].end, 1, 1, hit[0])
    if before.unit is None or not measures(before.unit) or before.low is None or before.low != before.high:
        return None
    again = known_unit(words_, share[1])
    last = again[1] if again and again[0] == before.unit else share[1]
    value = before.low + share[0]
    return replace(before, last=last, end=words_[last - 1].end, low=value, high=value)


@lru_cache(maxsize=32768)
def may_begin(folded: str) -> bool:
    """Whether a quantity can begin at such a word: the first, cheap look."""
    return may_be_number(folded) or dual_unit(folded) is not None


def _read(words_: Sequence[Word], i: int, taken: Collection[int]) -> tuple[Count | None, int]:
    """The count that begins at `i`, or None, and where to read on."""
    word = words_[i]
    if pair := dual_unit(word.folded):
        count = _dual(words_, i, *pair)
        return count, count.last
    if not may_be_number(word.folded):
        return None, i + 1
    number = read_number(words_, i)
    if number is None or any(at in taken for at in range(number.first, number.last)):
        return None, i + 1
    if _names(words_, number):
        return None, number.last
    found = _range(words_, number, taken) or _single(words_, number)
    return below_zero(words_, found) if found else None, found.last if found else number.last


def _single(words_: Sequence[Word], number: Numeral) -> Count | None:
    hit = counted_noun(words_, number.last, number.low, exact=number.exact) or _behind_bracket(words_, number)
    before = known_unit(words_, number.first - 1) if number.first else None
    previous = words_[number.first - 1] if number.first else None
    first, start = number.first, number.start
    unit, last, end = None, number.last, number.end
    if not number.digits and number.exact and 0 < number.low < 1:
        # Fractions in words count measures; "half of the people" has no number of its own.
        hit = known_unit(words_, last)
        if hit and (not measures(hit[0]) or (number.first and words_[number.first].folded.startswith("و"))):
            return None
        before = None
    if not number.digits and number.low == 0 and number.exact:
        hit = known_unit(words_, last)
        if hit is None:
            return None
    if hit:
        unit, last = hit
        end = words_[last - 1].end
        if any(word.folded == ")" for word in words_[first:last]):
            start = words_[first - 1].start
    elif previous and previous.folded in ("$", "€", "£") and before:
        unit, first, start = before[0], first - 1, previous.start
    elif not number.digits and before and previous and 1 <= number.low <= 10 and _follows(words_, number):
        # "two citizens, two", "the three dead": the number follows its noun.
        unit, start = before[0], previous.start
    elif number.definite or (number.low == 1 and number.high == 1 and not number.digits):
        return None
    return Count(first, last, start, end, number.low, number.high, unit, vague=not number.exact)


def _behind_bracket(words_: Sequence[Word], number: Numeral) -> tuple[Unit, int] | None:
    """The listed unit behind a number that stands in brackets alone: "(5) أيام", but not "القرار (2231)"."""
    first, last = number.first, number.last
    opened = first > 0 and words_[first - 1].folded == "("
    if not opened or last >= len(words_) or words_[last].folded != ")":
        return None
    return None if first > 1 and is_label(words_[first - 2].folded) else bare_unit(words_, last + 1)


def _follows(words_: Sequence[Word], number: Numeral) -> bool:
    """Whether nothing but the article is written onto the number, as onto an adjective of the noun before it."""
    return number.definite == words_[number.first].folded.startswith("ال") and words_[number.first].folded[0] != "و"


def _dual(words_: Sequence[Word], i: int, clitics: str, unit: Unit) -> Count:
    last = i + 1
    number = read_number(words_, last) if last < len(words_) and may_be_number(words_[last].folded) else None
    if number and not number.digits and number.low == 2 and number.exact:
        last = number.last
    return Count(i, last, after_clitics(words_[i], clitics), words_[last - 1].end, 2, 2, unit)


def _names(words_: Sequence[Word], number: Numeral) -> bool:
    """Whether the number is a name or part of one: a label's number, a score, a clock time, a year, a telephone."""
    first, last = number.first, number.last
    previous = words_[first - 1] if first else None
    following = words_[last] if last < len(words_) else None
    if not number.digits and number.low == 0 and number.high == 0:
        # "three - nil" is a result; "above zero" and "the hour zero" count nothing.
        beside = (previous.folded if previous else "", following.folded if following else "")
        return number.definite or any(sign in ("-", "–", "/", ":") for sign in beside)
    if words_[first].folded == "وست" and following and following.folded in _WEST:
        return True
    if previous is not None:
        if is_label(previous.folded) and not (following and known_unit(words_, last)):
            return True
        touching = previous.end == words_[first].start
        if (
            touching
            and number.digits
            and (previous.folded in ":/@#_." or (previous.folded.isascii() and previous.folded.isalpha()))
        ):
            return True
        # "اف-16": a hyphen that hangs on letters.
        if touching and previous.folded in "-–" and first >= 2 and words_[first - 2].end == previous.start:
            return words_[first - 2].folded.isalpha() or _score(words_, first - 2, last)
    if following is not None and number.digits and following.start == number.end:
        if following.folded in ":/@_" or (following.folded.isascii() and following.folded.isalpha()):
            return True
        if following.folded in "-–" and last + 1 < len(words_) and is_digits(words_[last + 1]):
            return _score(words_, first, last + 2)
    bare_year = number.digits and number.exact and 1900 <= number.low <= 2099 and last == first + 1
    return bare_year and len(words_[first].folded) == 4 and counted_noun(words_, last, number.low, exact=True) is None


_WEST = frozenset({"هام", "بروميتش", "بروم", "بوينت", "فرجينيا", "لايف", "بانك"})
"""What follows "West" in names, which is spelt like "and six"."""


def _score(words_: Sequence[Word], first: int, last: int) -> bool:
    """Whether "2-1" is a result of play and not a range: nothing counted stands behind it."""
    return is_digits(words_[first]) and known_unit(words_, last) is None


def _range(words_: Sequence[Word], number: Numeral, taken: Collection[int]) -> Count | None:
    """ "بين 3 و5", "من 10 إلى 12", "3-5", "ثلاثة أو أربعة" with one unit behind."""
    if not number.exact or number.last + 1 >= len(words_) or number.last in taken:
        return None
    lead = words_[number.first - 1].folded if number.first else ""
    at = number.last
    own = known_unit(words_, at)
    if own and lead in _BETWEEN:
        at = own[1]
    joint = words_[at].folded if at < len(words_) else ""
    if (
        (lead in _BETWEEN and joint in ("و", "-", "الي"))
        or (lead in _FROM and joint in ("الي", "حتي"))
        or joint in ("او", "-", "–")
        or (joint == "الي" and (number.digits or (number.low > 1 and not number.definite)))
    ):
        at += 1
    elif not (lead in _BETWEEN and joint.startswith("و")):
        return None
    if at >= len(words_) or at in taken or not may_be_number(words_[at].folded):
        return None
    second = read_number(words_, at)
    if second is None or not second.exact or second.low <= number.low:
        return None
    hit = counted_noun(words_, second.last, second.low, exact=True)
    ranging = any(w.folded.removeprefix("و") in _RANGING for w in words_[max(0, number.first - 4) : number.first])
    if hit is None and lead not in _BETWEEN and not (ranging and lead in _FROM):
        return None
    low = number.low
    # "بين 3 و5 آلاف": the scale belongs to both.
    written = float(words_[at].folded) if words_[at].folded.isdigit() else second.low
    if low < 1000 < second.low and low < written < second.low:
        low *= second.low / written
    last = hit[1] if hit else second.last
    unit = hit[0] if hit else (own[0] if own else None)
    return Count(number.first, last, number.start, words_[last - 1].end, low, second.low, unit)


_BETWEEN = ("بين", "وبين")
_FROM = ("من", "ومن")
_RANGING = frozenset({"يتراوح", "تتراوح", "تراوح", "تراوحت", "يتراوحون"})


def _share_units(words_: Sequence[Word], counts: list[Count]) -> list[Count]:
    """Give a bare number the unit of the one joined to it: "16 و18 عاما"."""
    out = list(counts)
    for k in range(len(out) - 2, -1, -1):
        here, following = out[k], out[k + 1]
        gap = [w.folded for w in words_[here.last : following.first]]
        joined = gap in (["و"], ["او"], ["،"], [","]) or (not gap and words_[following.first].folded.startswith("و"))
        if here.unit is None and following.unit and joined:
            out[k] = Count(here.first, here.last, here.start, here.end, here.low, here.high, following.unit, here.vague)
    return out
