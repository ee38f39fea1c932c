"""What the network sees of each word: its class, its place in the sentence and in the frames over it.

What it shows by its form is in `forms`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple, cast

from tawatur.model import Span
from tawatur.statements.forms import pos_of
from tawatur.statements.frame import Frame
from tawatur.statements.marks import Marks
from tawatur.statements.parsing import Parse


class Shown(NamedTuple):
    """What one word shows: by its form, and by its place."""

    form: Marks
    place: Marks

    def features(self) -> tuple[str, ...]:
        """All that it shows."""
        return (*self.form.features, *self.place.features)


def words_shown(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> list[Shown]:
    """What every word of a sentence shows; `dates` are spans of expressions of time."""
    places = list(map(_place, _roles(parse, frames), _breaks(parse)))
    for i, more in _particulars(parse, dates).items():
        places[i] = _with(places[i], *more)
    return list(map(_shown, zip([form.shown for form in parse.forms], places, strict=True)))


def _particulars(parse: Parse, dates: Sequence[Span]) -> dict[int, list[str]]:
    """What few words show, by their indices: lists, dates, quotations, titles, the start of a sentence."""
    found: dict[int, list[str]] = {}
    tags, quoted = parse.tags, parse.quoted
    for i, tag in enumerate(tags):
        # "وزير كذا ووزير كذا" is one list
        if tag.conjunction and any(other.stem == tag.stem for other in tags[max(0, i - 9) : i]):
            found.setdefault(i, []).append("parallel")
    first, last = parse.sentence.span
    if near := [d for d in dates if d[0] < last and d[1] > first]:
        for i, word in enumerate(parse.words):
            if any(s <= word.start < e for s, e in near):
                found.setdefault(i, []).append("dated")
    if max(quoted, default=-1) >= 0:
        for i, number in enumerate(quoted):
            if number >= 0:
                opens = i == 0 or quoted[i - 1] != number
                closes = i + 1 == len(quoted) or quoted[i + 1] != number
                found.setdefault(i, []).append("q=o" if opens else "q=c" if closes else "q=i")
    if parse.sentence.title:
        for i, tag in enumerate(tags):
            found.setdefault(i, []).append(f"title|{pos_of(tag)}")
    for i in range(min(2, len(tags))):
        found.setdefault(i, []).append(f"start{i}")
    return found


# What `Shown(...)` comes to, without a call of a function in Python for each word.
_shown = partial(cast("Callable[[type[Shown], tuple[Marks, Marks]], Shown]", tuple.__new__), Shown)


@lru_cache(maxsize=16384)
def _place(role: str, broken: str) -> Marks:
    return Marks((f"r={role}", f"since={broken}"))


@lru_cache(maxsize=16384)
def _with(place: Marks, *more: str) -> Marks:
    return Marks((*place.features, *more))


def _breaks(parse: Parse) -> list[str]:
    """For every word what the last break before it was, and how far back: there its clause may have begun."""
    found: list[str] = []
    last, kind = -1, "edge"
    for i, (word, tag, grammar) in enumerate(zip(parse.words, parse.tags, parse.grammar, strict=True)):
        found.append(_break(kind, i - last) if i - last <= 12 else "far")
        if tag.verb:
            last, kind = i, "v"
        elif word.text in "،,:;؛":
            last, kind = i, word.text
        elif grammar and not _OPENING.isdisjoint(grammar):
            last, kind = i, word.folded
    return found


@lru_cache(maxsize=4096)
def _break(kind: str, back: int) -> str:
    return f"{kind}{min(back, 5 if kind == 'edge' else 4)}"


_OPENING = frozenset({"that", "relative", "subordinator"})


def _roles(parse: Parse, frames: Sequence[Frame]) -> list[str]:
    """For every word its part in the innermost frame over it.

    Cue, source, via, first word of a content, content, out.
    """
    roles = ["out"] * len(parse)
    for frame in frames:
        begin, end = frame.content
        nested = "+" if frame.parent is not None else ""
        for k in range(begin, end):
            roles[k] = f"in{nested}.{frame.group}"
        roles[begin] = f"begin{nested}.{frame.group}.{frame.verb.kind if frame.verb else ''}"
    for frame in frames:
        for part, name in ((frame.via, "via"), (frame.source, "source"), (frame.cue, "cue")):
            if part is not None:
                for k in range(*part):
                    roles[k] = name if name != "cue" else f"cue.{frame.shape}"
    return roles
