"""The quantities of a stretch of text: numbers with what they count and how exactly.

Dates, clock times, ordinals and numbers that name (an article, a resolution, a minute of play) are no quantities.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.counting import Unit, closes, known_unit, state_of
from tawatur.languages.ar.script import Word, within, words
from tawatur.languages.ar.time_grammar import find_phrases
from tawatur.model import Quantity, Span
from tawatur.statements.bounds import Count
from tawatur.statements.counts import find_counts, may_begin

# How many words back a state ("killed") still holds for a number.
REACH = 7


def find_quantities(
    text: str, span: Span, around: Sequence[Word] | None = None, dates: Sequence[Span] | None = None
) -> tuple[Quantity, ...]:
    """The quantities in `text[span[0]:span[1]]`, in order, their spans offsets into `text`.

    A span covers the number and the noun it counts; words that bound it ("at least") show in `low` and `high`.
    `around` are the words of a stretch that holds the span and `dates` the expressions of time there, where the caller
    has them: "two months" belongs to "two months ago", be the span cut between the two.
    """
    found_words = words(text, *span) if around is None else within(around, text, *span)
    if not any(map(may_begin, [word.folded for word in found_words])):
        return ()
    if dates is None:
        dates = [(phrase.start, phrase.end) for phrase in find_phrases(found_words)]
    near = [(start, end) for start, end in dates if start < span[1] and span[0] < end]
    taken = {at for start, end in near for at, word in enumerate(found_words) if start < word.end and word.start < end}
    counts = find_counts(found_words, taken)
    return tuple(q for q in (_quantity(found_words, count) for count in counts) if q is not None)


def _quantity(words_: Sequence[Word], count: Count) -> Quantity | None:
    unit, state = count.unit, count.unit.state if count.unit else None
    if state is None and (unit is None or unit.key == "person"):
        if unit is None and any(end is not None and end != int(end) for end in (count.low, count.high)):
            return None
        told = _state(words_, count)
        state = told[0] if told else None
        if unit is None:
            people = told and told[0] and (count.last >= len(words_) or closes(words_[count.last].folded))
            unit = Unit("person") if people else _number_of(words_, count.first)
    if unit is None:
        return None
    return Quantity((count.start, count.end), count.low, count.high, unit.key, state, count.vague)


def _state(words_: Sequence[Word], count: Count) -> tuple[str | None] | None:
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
