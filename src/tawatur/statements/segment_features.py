"""What the segmenter sees of each word: its class, its place in the sentence's frames, its neighbours.

Names are no features, so that the model learns the grammar of clauses and not the events it was trained on; of other
words the stem counts, since nouns of action and verbs open clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.tagging import Tag
from tawatur.model import Span
from tawatur.statements.frames import Frame
from tawatur.statements.parsing import Parse

_MARKS = '،,.:;؛"“”«»()[]!؟?-–—'


def segment_features(parse: Parse, frames: Sequence[Frame], dates: Sequence[Span] = ()) -> list[list[str]]:
    """One list of features for every word of a sentence."""
    roles = _roles(parse, frames)
    dated = [any(s <= w.start < e for s, e in dates) for w in parse.words]
    own = [_word(parse, i, roles[i], dated[i]) for i in range(len(parse))]
    rows = []
    for i, mine in enumerate(own):
        row = ["b", *mine.values()]
        for offset in (-3, -2, -1, 1, 2, 3):
            k = i + offset
            if 0 <= k < len(own):
                other = own[k]
                keys = ("pos", "word", "sign") if abs(offset) > 1 else tuple(other)
                row.extend(f"{offset}{other[key]}" for key in keys if key in other)
            else:
                row.append(f"{offset}edge")
        if i:
            row.append(f"{own[i - 1]['pos']}|{mine['pos']}")
            row.append(f"{own[i - 1]['role']}|{mine['role']}|{mine['pos']}")
        if i + 1 < len(own):
            row.append(f"{mine['pos']}|{own[i + 1]['pos']}+")
        row.append(f"{mine['role']}|{mine.get('word', mine['pos'])}")
        row.append(f"since={_since(parse, i)}")
        rows.append(row)
    return rows


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


def _since(parse: Parse, i: int) -> str:
    """What the last break before the word was, and how far back: breaks tell where a clause may have begun."""
    for back in range(1, 13):
        k = i - back
        if k < 0:
            return f"edge{min(back, 5)}"
        if (
            parse.words[k].text in "،,:;؛"
            or parse.grammar[k] & {"that", "relative", "subordinator"}
            or parse.tags[k].verb
        ):
            kind = (
                "v"
                if parse.tags[k].verb
                else parse.words[k].text
                if parse.words[k].text in "،,:;؛"
                else parse.words[k].folded
            )
            return f"{kind}{min(back, 4)}"
    return "far"


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
