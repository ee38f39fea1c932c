"""The quantities of a stretch of text: numbers with what they count and how exactly.

Dates, clock times, ordinals and numbers that name (an article, a resolution, a minute of play) are no quantities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages.ar.counting import (
    Unit,
    bound_after,
    bound_before,
    closes,
    counted_noun,
    dual_unit,
    is_label,
    known_unit,
    state_of,
)
from tawatur.languages.ar.numbers import Numeral, after_clitics, is_digits, may_be_number, read_number
from tawatur.languages.ar.script import Word, within, words
from tawatur.languages.ar.time_grammar import find_phrases
from tawatur.model import Quantity, Span

# How many words back a state ("killed") still holds for a number.
REACH = 7


@dataclass(frozen=True, slots=True)
class _Count:
    """A number on its way to a quantity: word range, text span, ends, unit."""

    first: int
    last: int
    start: int
    end: int
    low: float | None
    high: float | None
    unit: Unit | None
    vague: bool = False


def find_quantities(text: str, span: Span, around: Sequence[Word] | None = None) -> tuple[Quantity, ...]:
    """The quantities in `text[span[0]:span[1]]`, in order, their spans offsets into `text`.

    A span covers the number and the noun it counts; words that bound it ("at least") show in `low` and `high`.
    `around` are the words of a stretch that holds the span, where the caller has them.
    """
    found_words = words(text, *span) if around is None else within(around, text, *span)
    if not any(_may_begin(word.folded) for word in found_words):
        return ()
    taken = {at for phrase in find_phrases(found_words) for at in range(phrase.first, phrase.last)}
    counts: list[_Count] = []
    i = 0
    while i < len(found_words):
        passed = i in taken or not _may_begin(found_words[i].folded)
        count, last = (None, i + 1) if passed else _read(found_words, i, taken)
        if count is not None:
            counts.append(count)
        i = last
    shared = _share_units(found_words, counts)
    return tuple(q for q in (_quantity(found_words, count) for count in shared) if q is not None)


@lru_cache(maxsize=32768)
def _may_begin(folded: str) -> bool:
    """Whether a quantity can begin at such a word: the first, cheap look."""
    return may_be_number(folded) or dual_unit(folded) is not None


def _read(words_: Sequence[Word], i: int, taken: set[int]) -> tuple[_Count | None, int]:
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
    return found, found.last if found else number.last


def _single(words_: Sequence[Word], number: Numeral) -> _Count | None:
    hit = counted_noun(words_, number.last, number.low, exact=number.exact)
    before = known_unit(words_, number.first - 1) if number.first else None
    previous = words_[number.first - 1] if number.first else None
    first, start = number.first, number.start
    unit, last, end = None, number.last, number.end
    if hit:
        unit, last = hit
        end = words_[last - 1].end
    elif previous and previous.folded in ("$", "€", "£") and before:
        unit, first, start = before[0], first - 1, previous.start
    elif not number.digits and before and previous and number.low <= 10 and _follows(words_, number):
        # "two citizens, two", "the three dead": the number follows its noun.
        unit, start = before[0], previous.start
    elif number.definite or (number.low == 1 and number.high == 1 and not number.digits):
        return None
    return _Count(first, last, start, end, number.low, number.high, unit, vague=not number.exact)


def _follows(words_: Sequence[Word], number: Numeral) -> bool:
    """Whether nothing but the article is written onto the number, as onto an adjective of the noun before it."""
    return number.definite == words_[number.first].folded.startswith("ال") and words_[number.first].folded[0] != "و"


def _dual(words_: Sequence[Word], i: int, clitics: str, unit: Unit) -> _Count:
    last = i + 1
    number = read_number(words_, last) if last < len(words_) and may_be_number(words_[last].folded) else None
    if number and not number.digits and number.low == 2 and number.exact:
        last = number.last
    return _Count(i, last, after_clitics(words_[i], clitics), words_[last - 1].end, 2, 2, unit)


def _names(words_: Sequence[Word], number: Numeral) -> bool:
    """Whether the number is a name or part of one: a label's number, a score, a clock time, a year, a telephone."""
    first, last = number.first, number.last
    previous = words_[first - 1] if first else None
    following = words_[last] if last < len(words_) else None
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


def _score(words_: Sequence[Word], first: int, last: int) -> bool:
    """Whether "2-1" is a result of play and not a range: nothing counted stands behind it."""
    return is_digits(words_[first]) and known_unit(words_, last) is None


def _range(words_: Sequence[Word], number: Numeral, taken: set[int]) -> _Count | None:
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
    if hit is None and lead not in _BETWEEN:
        return None
    low = number.low
    # "بين 3 و5 آلاف": the scale belongs to both.
    written = float(words_[at].folded) if words_[at].folded.isdigit() else second.low
    if low < 1000 < second.low and low < written < second.low:
        low *= second.low / written
    last = hit[1] if hit else second.last
    unit = hit[0] if hit else (own[0] if own else None)
    return _Count(number.first, last, number.start, words_[last - 1].end, low, second.low, unit)


_BETWEEN = ("بين", "وبين")
_FROM = ("من", "ومن")


def _share_units(words_: Sequence[Word], counts: list[_Count]) -> list[_Count]:
    """Give a bare number the unit of the one joined to it: "16 و18 عاما"."""
    out = list(counts)
    for k in range(len(out) - 2, -1, -1):
        here, following = out[k], out[k + 1]
        gap = [w.folded for w in words_[here.last : following.first]]
        joined = gap in (["و"], ["او"], ["،"], [","]) or (not gap and words_[following.first].folded.startswith("و"))
        if here.unit is None and following.unit and joined:
            out[k] = _Count(
                here.first, here.last, here.start, here.end, here.low, here.high, following.unit, here.vague
            )
    return out


def _quantity(words_: Sequence[Word], count: _Count) -> Quantity | None:
    unit, state = count.unit, count.unit.state if count.unit else None
    if state is None and (unit is None or unit.key == "person"):
        told = _state(words_, count)
        state = told[0] if told else None
        if unit is None:
            people = told and told[0] and (count.last >= len(words_) or closes(words_[count.last].folded))
            unit = Unit("person") if people else _number_of(words_, count.first)
    if unit is None:
        return None
    bound = bound_before(words_, count.first) or bound_after(words_, count.last)
    low, high = count.low, count.high
    if bound == "low":
        high = None
    elif bound == "high":
        low, high = None, count.high if count.high is not None else count.low
    return Quantity((count.start, count.end), low, high, unit.key, state, count.vague or bound == "about")


def _state(words_: Sequence[Word], count: _Count) -> tuple[str | None] | None:
    """What became of the people counted: the nearest word before that tells, else one right behind."""
    for at in range(count.first - 1, max(-1, count.first - 1 - REACH), -1):
        folded = words_[at].folded
        if folded in (".", "؟", "!", "؛", ":", "الذي", "التي", "الذين"):
            break
        if (state := state_of(folded)) is not None:
            second = state_of(words_[at - 1].folded) if at and folded.startswith("و") else None
            # "killing and wounding 20" says neither of all.
            return (None,) if second and second != state else state
    for at in range(count.last, min(count.last + 3, len(words_))):
        folded = words_[at].folded
        if (
            folded in ("،", ".", "(")
            or folded.startswith("ال")
            or folded.startswith("و")
            or folded in ("من", "في", "بينهم")
        ):
            break
        if (state := state_of(folded)) is not None:
            return state
    return None


def _number_of(words_: Sequence[Word], first: int) -> Unit | None:
    """The unit of "the number of X rose to 15"."""
    for at in range(first - 1, max(0, first - 1 - REACH), -1):
        if words_[at - 1].folded.removeprefix("و") in ("عدد", "حصيله", "العدد", "عددهم"):
            hit = known_unit(words_, at)
            return hit[0] if hit else None
        if words_[at].folded in (".", "،", ":"):
            return None
    return None
