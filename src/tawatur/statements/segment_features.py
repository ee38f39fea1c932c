"""What the segmenter sees of each word: its class, its place in the sentence's frames, its neighbours.

Names are no features, so that the model learns the grammar of clauses and not the events it was trained on; of other
words the stem counts, since nouns of action and verbs open clauses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.languages.ar.tagging import Tag
from tawatur.model import Span
from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse

_MARKS = '،,.:;؛"“”«»()[]!؟?-–—'


def segment_features(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> list[list[str]]:
    """One list of features for every word of a sentence, as the model is trained with."""
    shown = words_shown(parse, frames, dates)
    rows = []
    for i, mine in enumerate(shown):
        row = [*mine.own(), f"since={mine.since}"]
        for offset in OFFSETS:
            k = i + offset
            row += shown[k].beside(offset) if 0 <= k < len(shown) else edge(offset)
        if i:
            row += after(shown[i - 1], mine)
        if i + 1 < len(shown):
            row += before(mine, shown[i + 1])
        rows.append(row)
    return rows


OFFSETS = (-3, -2, -1, 1, 2, 3)


@dataclass(frozen=True, slots=True)
class Shown:
    """What one word shows to itself and its neighbours: `marks` as features, with its class, role and form apart.

    `since` is seen by the word alone: what the last break before it was, and how far back.
    """

    marks: tuple[str, ...]
    pos: str
    role: str
    since: str

    def own(self) -> list[str]:
        """Its features for itself."""
        form = next((mark for mark in self.marks if mark.startswith("w=")), self.pos)
        return ["b", *self.marks, f"{self.role}|{form}"]

    def beside(self, offset: int) -> list[str]:
        """Its features for the word that it stands `offset` words after (before where negative)."""
        return [f"{offset}{mark}" for mark in self.marks if abs(offset) == 1 or mark.startswith(_FAR)]


_FAR = ("p=", "w=", "s=")


def edge(offset: int) -> list[str]:
    """The feature of a word that has no neighbour at `offset`."""
    return [f"{offset}edge"]


def after(left: Shown, right: Shown) -> list[str]:
    """What a pair of neighbours tells of its right word."""
    return [f"{left.pos}|{right.pos}", f"{left.role}|{right.role}|{right.pos}"]


def before(left: Shown, right: Shown) -> list[str]:
    """What a pair of neighbours tells of its left word."""
    return [f"{left.pos}|{right.pos}+"]


def words_shown(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> list[Shown]:
    """What every word of a sentence shows; `dates` are spans of expressions of time."""
    roles = _roles(parse, frames)
    first, last = parse.sentence.span
    near = [d for d in dates if d[0] < last and d[1] > first]
    shown = []
    for i, since in enumerate(_breaks(parse)):
        dated = any(s <= parse.words[i].start < e for s, e in near)
        marks = _word(parse, i, roles[i], dated)
        shown.append(Shown(tuple(marks.values()), marks["pos"], marks["role"], since))
    return shown


def _word(parse: Parse, i: int, role: str, dated: bool) -> dict[str, str]:
    tag, word = parse.tags[i], parse.words[i]
    out = {"pos": f"p={_pos(tag)}", "role": f"r={role}"}
    if word.text in _MARKS:
        out["sign"] = f"s={word.text}"
    if parse.grammar[i]:
        out["word"] = f"w={word.folded}"
        out["class"] = "c=" + "+".join(sorted(parse.grammar[i]))
    if not tag.name:
        out["stem"] = f"st={tag.stem}"
    if tag.conjunction:
        out["and"] = f"and={tag.conjunction}|{_pos(tag)}"
        if any(parse.tags[k].stem == tag.stem for k in range(max(0, i - 9), i)):
            out["parallel"] = "parallel"  # "وزير كذا ووزير كذا" is one list
    if tag.preposition:
        out["prefix"] = f"pre={tag.preposition}"
    if tag.passive:
        out["passive"] = "passive"
    if dated:
        out["dated"] = "dated"
    if parse.quoted[i] >= 0:
        opens = i == 0 or parse.quoted[i - 1] != parse.quoted[i]
        closes = i + 1 == len(parse) or parse.quoted[i + 1] != parse.quoted[i]
        out["quote"] = f"q={'o' if opens else 'c' if closes else 'i'}"
    if parse.sentence.title:
        out["title"] = f"title|{_pos(tag)}"
    if i < 2:
        out["start"] = f"start{i}"
    if tag.article:
        out["article"] = "al"
    if tag.pos == "noun" and not tag.article and word.folded.endswith(("ا", "ه")):
        out["ending"] = f"end={word.folded[-1]}"
    if tag.number in {"p", "d"}:
        out["plural"] = "plural"
    return out


def _pos(tag: Tag) -> str:
    return f"{tag.pos}.{tag.name}" if tag.name else tag.pos


def _breaks(parse: Parse) -> list[str]:
    """For every word what the last break before it was, and how far back: there its clause may have begun."""
    found: list[str] = []
    last, kind = -1, "edge"
    for i in range(len(parse)):
        back = i - last
        found.append("far" if back > 12 else f"{kind}{min(back, 5 if kind == 'edge' else 4)}")
        mark = parse.words[i].text in "،,:;؛"
        if parse.tags[i].verb:
            last, kind = i, "v"
        elif mark or not _OPENING.isdisjoint(parse.grammar[i]):
            last, kind = i, parse.words[i].text if mark else parse.words[i].folded
    return found


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
