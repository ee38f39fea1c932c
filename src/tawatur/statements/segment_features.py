"""What the network sees of each word: its class, its place in the sentence and in the frames over it.

What it shows by its form is in `forms`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages.keeping import Known
from tawatur.model import Span
from tawatur.statements.forms import pos_of
from tawatur.statements.frame import Frame
from tawatur.statements.marks import Marks
from tawatur.statements.parsing import Parse


@dataclass(frozen=True, slots=True)
class Shown:
    """What the words of a sentence show, one by one: by their forms, and by their places."""

    forms: list[Marks]
    places: list[Marks]

    def features(self) -> list[tuple[str, ...]]:
        """All that each word shows."""
        return [(*form.features, *place.features) for form, place in zip(self.forms, self.places, strict=True)]


def words_shown(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> Shown:
    """What the words of a sentence show; `dates` are spans of expressions of time."""
    places = list(map(_PLACES.__getitem__, zip(_roles(parse, frames), *_breaks(parse), strict=True)))
    for i, more in _particulars(parse, dates).items():
        places[i] = _with(places[i], *more)
    return Shown([form.shown for form in parse.forms], places)


def _particulars(parse: Parse, dates: Sequence[Span]) -> dict[int, list[str]]:
    """What few words show, by their indices: lists, dates, quotations, titles, the start of a sentence."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    tags, quoted = parse.tags, parse.quoted
    stems = [tag.stem for tag in tags]
    for i in [i for i, tag in enumerate(tags) if tag.conjunction]:
        # "وزير كذا ووزير كذا" is one list
        if stems[i] in stems[max(0, i - 9) : i]:
            found[i].append("parallel")
    first, last = parse.sentence.span
    if near := [d for d in dates if d[0] < last and d[1] > first]:
        for i in {i for date in near for i in parse.beginning_in(date)}:
            found[i].append("dated")
    if max(quoted, default=-1) >= 0:
        for i, number in enumerate(quoted):
            if number >= 0:
                opens = i == 0 or quoted[i - 1] != number
                closes = i + 1 == len(quoted) or quoted[i + 1] != number
                found[i].append("q=o" if opens else "q=c" if closes else "q=i")
    if parse.sentence.title:
        for i, tag in enumerate(tags):
            found[i].append(f"title|{pos_of(tag)}")
    for i in range(min(2, len(tags))):
        found[i].append(f"start{i}")
    return found


def _place(place: tuple[str, str, int]) -> Marks:
    role, kind, back = place
    since = f"{kind}{min(back, 5 if kind == 'edge' else 4)}" if back < _FAR else "far"
    return Marks((f"r={role}", f"since={since}"))


_PLACES = Known(_place, 16384)
"""What a word shows by its part in a frame and by the last break before it: its kind, and how far back."""


@lru_cache(maxsize=16384)
def _with(place: Marks, *more: str) -> Marks:
    return Marks((*place.features, *more))


def _breaks(parse: Parse) -> tuple[list[str], list[int]]:
    """For every word what the last break before it was, and how far back: there its clause may have begun."""
    kinds, backs = [], []
    kind, back = "edge", 1
    for form in parse.forms:
        kinds.append(kind)
        backs.append(back)
        if form.breaks:
            kind, back = form.breaks, 1
        elif back < _FAR:
            back += 1
    return kinds, backs


_FAR = 13  # words


def _roles(parse: Parse, frames: Sequence[Frame]) -> list[str]:
    """For every word its part in the innermost frame over it.

    Cue, source, via, first word of a content, content, out.
    """
    roles = ["out"] * len(parse)
    for frame in frames:
        begin, end = frame.content
        nested = "+" if frame.parent is not None else ""
        roles[begin:end] = [f"in{nested}.{frame.group}"] * (end - begin)
        roles[begin] = f"begin{nested}.{frame.group}.{frame.verb.kind if frame.verb else ''}"
    for frame in frames:
        for part, name in ((frame.via, "via"), (frame.source, "source"), (frame.cue, "cue")):
            if part is not None:
                for k in range(*part):
                    roles[k] = name if name != "cue" else f"cue.{frame.shape}"
    return roles
