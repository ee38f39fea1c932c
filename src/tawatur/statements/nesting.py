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
    if parse.keys[first - 1] == "وقت" and first > 1 and parse.keys[first - 2] == "في":
        return True  # "…، في وقت طالبت الحكومة بـ"
    if parse.keys[first - 1] == "ان":
        return first > 1 and parse.keys[first - 2] in {"الا", "غير", "بيد"}
    return parse.keys[first - 1] in _TURNING


_TURNING = {"فيما", "بينما", "كما", "حين", "لكن", "لكنه", "لكنها", "لكنهم", "اما"}


def _same_quotation(parse: Parse, a: int, b: int) -> bool:
    return parse.quoted[a] >= 0 and parse.quoted[a] == parse.quoted[b]


def hands_on(parse: Parse, frame: Frame, inner: Frame) -> bool:
    """Whether what a frame reports is that somebody spoke: it only hands on what others say.

    A medium or a text does so; anybody does with a verb that is of speech alone, outside a relative clause.
    """
    if inner.source is None or inner.verb is None or inner.cue is None or inner.verb.lemma in _ACTS:
        return False
    if frame.source is None:
        return False
    if parse.source_classes(frame.source[0]) & {"medium", "document", "post"}:
        return True
    if inner.verb.lemma not in _DECLARES:
        return False
    cue = inner.cue[0]
    told_of = any(parse.grammar[k] & {"relative"} or parse.keys[k] == "ما" for k in range(max(0, cue - 2), cue))
    return not told_of and not parse.tags[cue].pronoun


_DECLARES = {"أكد", "أدان", "ندد", "نفى", "انتقد", "شدد", "أعرب", "عبر", "أعلن", "أبدى", "اعترف", "استنكر", "أوصى"}
# What somebody does by a word, which a medium tells of as an act: "ذكرت الصحيفة أن المجلس رفض الخطة".
_ACTS = {"رفض", "قرر", "وافق", "أقر", "قضى", "حكم", "أمر", "أصدر", "وعد", "هدد", "أيد", "وقع", "نشر", "اعتزم"}


def still_told(previous: Frame | None, cue: Cue) -> bool:
    """Whether a cue with its noun stands in what the frame before reports."""
    told = previous is not None and previous.group == "said" and previous.content[0] <= cue.first
    return told and cue.complement == "object"
