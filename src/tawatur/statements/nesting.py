"""Which frame of a sentence holds another in what it reports: "قال المتحدث إن الوزارة أعلنت أن …"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.statements.cue_phrases import Cue
from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse


def parent_of(parse: Parse, frame: Frame, frames: Sequence[Frame]) -> int | None:
    """The frame that holds this one inside its content, or None when this one begins a clause of its own."""
    if frame.shape in {"participle", "noun"} or not frames:
        return None
    index = len(frames) - 1
    while frames[index].group in {"around", "relay"} and index > 0:
        index -= 1
    holder = frames[index]
    if not holder.content[0] <= frame.start < holder.content[1] or holder.group == "around":
        return None
    first = frame.start
    if parse.tags[first].conjunction and not _same_quotation(parse, holder.content[0], first):
        return None
    closed = parse.is_sign(first - 1, '"”»') and not _same_quotation(parse, first - 1, first)
    if _turns(parse, first) or (closed and frame.source):
        return None
    return index


def _turns(parse: Parse, first: int) -> bool:
    """Whether the clause that begins at `first` turns to somebody else: "فيما قال", "لكن الوزير أكد", "إلا أن …"."""
    if parse.keys[first - 1] == "ان":
        return first > 1 and parse.keys[first - 2] in {"الا", "غير", "بيد"}
    return parse.keys[first - 1] in _TURNING


_TURNING = {"فيما", "بينما", "كما", "حين", "لكن", "لكنه", "لكنها", "لكنهم", "اما"}


def _same_quotation(parse: Parse, a: int, b: int) -> bool:
    return parse.quoted[a] >= 0 and parse.quoted[a] == parse.quoted[b]


def still_told(previous: Frame | None, cue: Cue) -> bool:
    """Whether a cue with its noun stands in what the frame before reports."""
    told = previous is not None and previous.group == "said" and previous.content[0] <= cue.first
    return told and cue.complement == "object"
