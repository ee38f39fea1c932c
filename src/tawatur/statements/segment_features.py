"""What the segmenter sees of each word: its class, its place in the sentence's frames, its neighbours.

Names are no features, so that the model learns the grammar of clauses and not the events it was trained on; of other
words the stem counts, since nouns of action and verbs open clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import NamedTuple, cast

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.tagging import Tag
from tawatur.languages.ar.vocabulary import clause_classes
from tawatur.model import Span
from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse

_MARKS = '،,.:;؛"“”«»()[]!؟?-–—'


def segment_features(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> list[list[str]]:
    """One list of features for every word of a sentence, as the model is trained with."""
    shown = words_shown(parse, frames, dates)
    rows = []
    for i, mine in enumerate(shown):
        row = ["b", *mine.form.marks, *mine.around, both(mine.role, mine.form.word), since(mine.since)]
        for offset in OFFSETS:
            k = i + offset
            marks = (*shown[k].form.marks, *shown[k].around) if 0 <= k < len(shown) else ("edge",)
            row += (feature for mark in marks for feature in beside(mark, offset))
        if i:
            row += after(shown[i - 1], mine)
        if i + 1 < len(shown):
            row += before(mine, shown[i + 1])
        rows.append(row)
    return rows


OFFSETS = (-3, -2, -1, 1, 2, 3)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """What a word shows wherever it stands: `marks` as features, its class and, where it is a clause word, itself.

    Each is one of a kind, so that it is looked up by what it is and not by all that it holds.
    """

    marks: tuple[str, ...]
    pos: str
    word: str


class Shown(NamedTuple):
    """What one word shows to itself and its neighbours: by its form, and what its place adds as features.

    `since` is seen by the word alone: what the last break before it was, and how far back.
    """

    form: Form
    role: str
    around: tuple[str, ...]
    since: str

    def features(self) -> list[str]:
        """All that it shows."""
        return [*self.form.marks, *self.around, since(self.since)]


_FAR = ("p=", "w=", "s=", "edge")


def beside(mark: str, offset: int) -> list[str]:
    """A mark as feature of the word that it stands `offset` words after (before where negative), if that sees it.

    The mark "edge" stands where a sentence has no word, and "b" on every word, for itself alone.
    """
    return [f"{offset}{mark}"] if mark != "b" and (abs(offset) == 1 or mark.startswith(_FAR)) else []


def both(role: str, word: str) -> str:
    """What a role and a form tell together."""
    return f"r={role}|{word}"


def since(told: str) -> str:
    """The feature of what was before."""
    return f"since={told}"


def after(left: Shown, right: Shown) -> list[str]:
    """What a pair of neighbours tells of its right word."""
    roles = f"r={left.role}|r={right.role}|{right.form.pos}"
    return [f"{left.form.pos}|{right.form.pos}", roles]


def before(left: Shown, right: Shown) -> list[str]:
    """What a pair of neighbours tells of its left word."""
    return [f"{left.form.pos}|{right.form.pos}+"]


def words_shown(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> list[Shown]:
    """What every word of a sentence shows; `dates` are spans of expressions of time."""
    first, last = parse.sentence.span
    near = [d for d in dates if d[0] < last and d[1] > first]
    title, quoted = parse.sentence.title, parse.quoted
    roles = _roles(parse, frames)
    told = zip(parse.words, parse.tags, roles, map(_of_role, roles), _breaks(parse), strict=True)
    shown = []
    for i, (word, tag, role, around, broken) in enumerate(told):
        # "وزير كذا ووزير كذا" is one list
        if tag.conjunction and any(other.stem == tag.stem for other in parse.tags[max(0, i - 9) : i]):
            around += ("parallel",)
        if near and any(s <= word.start < e for s, e in near):
            around += ("dated",)
        if quoted[i] >= 0:
            opens = i == 0 or quoted[i - 1] != quoted[i]
            closes = i + 1 == len(quoted) or quoted[i + 1] != quoted[i]
            around += ("q=o" if opens else "q=c" if closes else "q=i",)
        if title:
            around += (f"title|{_pos(tag)}",)
        if i < 2:
            around += (f"start{i}",)
        shown.append(_shown((_form(word.text, tag), role, around, broken)))
    return shown


# What `Shown(...)` comes to, without a call of a function in Python for each word.
_shown = partial(cast("Callable[[type[Shown], tuple[Form, str, tuple[str, ...], str]], Shown]", tuple.__new__), Shown)


@lru_cache(maxsize=256)
def _of_role(role: str) -> tuple[str, ...]:
    return (f"r={role}",)


@lru_cache(maxsize=65536)
def _form(text: str, tag: Tag) -> Form:
    folded = fold(text)
    grammar = clause_classes(folded)
    pos = f"p={_pos(tag)}"
    marks = [pos]
    if text in _MARKS:
        marks.append(f"s={text}")
    if grammar:
        marks += (f"w={folded}", "c=" + "+".join(sorted(grammar)))
    if not tag.name:
        marks.append(f"st={tag.stem}")
    if tag.conjunction:
        marks.append(f"and={tag.conjunction}|{_pos(tag)}")
    if tag.preposition:
        marks.append(f"pre={tag.preposition}")
    if tag.passive:
        marks.append("passive")
    if tag.article:
        marks.append("al")
    if tag.pos == "noun" and not tag.article and folded.endswith(("ا", "ه")):
        marks.append(f"end={folded[-1]}")
    if tag.number in {"p", "d"}:
        marks.append("plural")
    return Form(tuple(marks), pos, f"w={folded}" if grammar else pos)


def _pos(tag: Tag) -> str:
    return f"{tag.pos}.{tag.name}" if tag.name else tag.pos


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
