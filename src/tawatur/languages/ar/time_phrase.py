"""What a temporal expression says: its parts as read; nothing is placed on the calendar here.

The parts follow the normal forms of TIMEX3 (Pustejovsky et al. 2010, ISO-TimeML): a calendar date with what it names,
or a unit counted from the day of writing or from the time just spoken of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.languages.ar.number_words import after_clitics
from tawatur.languages.ar.script import Word
from tawatur.languages.ar.time_words import sense


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """An expression at `words[first:last]`, from `start` to `end` in the text, and the parts that it names.

    `unit` is the finest part; `shift` counts units from the day of writing, or from the time just spoken of when
    `told`. `step` is what an adjective says of a named weekday, month or day (-1 past, 0 current, 1 coming; 2 the
    one after it), `year_step` the same of the year. `window` makes it the last (or next) `shift` units as a whole;
    `before` everything until its end. `week` counts weeks to the one that a weekday belongs to. `nth` is the place
    of a week or a weekday in the stretch `of`, -1 the last.
    """

    first: int
    last: int
    start: int
    end: int
    unit: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    islamic: bool = False
    weekday: int | None = None
    shift: int | None = None
    told: bool = False
    step: int | None = None
    year_step: int | None = None
    same_year: bool = False
    edge: str = ""
    window: bool = False
    before: bool = False
    clock: tuple[int, int] | None = None
    greenwich: bool = False
    midnight: bool = False
    until: TimePhrase | None = None
    week: int | None = None
    nth: int | None = None
    of: TimePhrase | None = None


def phrase(words: Sequence[Word], first: int, last: int, unit: str, clitics: str = "", **parts: object) -> TimePhrase:
    """The phrase over `words[first:last]`, its span begun after the clitics of its first word."""
    start = after_clitics(words[first], clitics.removesuffix("ال")) if clitics else words[first].start
    return TimePhrase(first, last, start, words[last - 1].end, unit, **parts)  # type: ignore[arg-type]


def spanning(
    words: Sequence[Word], inner: TimePhrase, first: int, last: int | None = None, **parts: object
) -> TimePhrase:
    """`inner` widened to begin at `words[first]`, without an "and" written onto it, and to end before `words[last]`."""
    last = inner.last if last is None else last
    lead = "و" if words[first].folded[:1] in "وف" and len(words[first].folded) > 3 and first < inner.first else ""
    start = inner.start if first == inner.first else after_clitics(words[first], lead)
    end = max(inner.end, words[last - 1].end)
    return replace(inner, first=first, last=last, start=start, end=end, **parts)  # type: ignore[arg-type]


def is_sign(words: Sequence[Word], i: int, signs: str) -> bool:
    """Whether `words[i]` exists and is one of the signs or one-letter words."""
    return i < len(words) and words[i].folded in signs and words[i].folded != ""


def is_form(words: Sequence[Word], i: int, *forms: str) -> bool:
    """Whether `words[i]` exists and is one of the folded forms."""
    return i < len(words) and words[i].folded in forms


def kind_at(words: Sequence[Word], i: int, kind: str) -> dict[str, object] | None:
    """The entry of `words[i]` when it can have that sense."""
    hit = sense(words[i].folded, kind) if i < len(words) else None
    return hit[1] if hit else None
