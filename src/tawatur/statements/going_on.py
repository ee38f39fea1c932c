"""Who goes on after a sentence when others were named in it: round a speech in a speech, beside a report, told of."""

from __future__ import annotations

from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.said import Said


def who_goes_on(parse: Parse, frames: list[Frame], said: list[Said | None]) -> Said | None:
    """The speaker that a sentence leaves to the next one, where that is not the last one it named."""
    return _outermost(frames, said) or _teller(parse, frames, said) or _beside(parse, frames, said)


def _outermost(frames: list[Frame], said: list[Said | None]) -> Said | None:
    """The speaker round the last speech inside a speech: "قال المدعي إن القبطان أقر بأن …. وأضاف" is the prosecutor."""
    at = next((k for k in range(len(frames) - 1, -1, -1) if said[k] is not None), None)
    if at is None or frames[at].parent is None:
        return None
    while (parent := frames[at].parent) is not None:
        at = parent
    return said[at] if frames[at].source is not None else None


def _teller(parse: Parse, frames: list[Frame], said: list[Said | None]) -> Said | None:
    """Who tells, where the last one named is only told of: "أكد فلان …، الذي اتهم النقابة": he goes on."""
    at = next((k for k in range(len(frames) - 1, -1, -1) if said[k] is not None), None)
    if at is None or frames[at].group != "said" or not in_relative(parse, frames[at]):
        return None
    before = (said[k] for k in range(at - 1, -1, -1) if frames[k].group == "said" and frames[k].source is not None)
    return next((one for one in before if one is not None and not in_relative(parse, one.frame)), None)


def _beside(parse: Parse, frames: list[Frame], said: list[Said | None]) -> Said | None:
    """Who spoke, where the text or medium named last only stands beside it: "قال فلان …، وفقا لنسخة من كلمته".

    Somebody of an office is asked himself, and goes on: "أعلن المصرف …، وفقا لمديره. وأضاف".
    """
    at = next((k for k in range(len(frames) - 1, -1, -1) if said[k] is not None), None)
    if at is None or frames[at].group != "around" or frames[at].start <= 1:
        return None
    beside = frames[at].source
    if beside is not None and _speaks(parse, beside):
        return None
    first = frames[at].content[0]
    told = (k for k in range(at - 1, -1, -1) if frames[k].group == "said" and frames[k].source is not None)
    return next((said[k] for k in told if frames[k].content[0] <= first < frames[k].content[1]), None)


def _speaks(parse: Parse, source: Range) -> bool:
    head = parse.source_classes(source[0])
    if head & {"document", "post", "medium"}:
        return False
    return bool(head & {"role", "organisation", "anonymous", "witness"}) or any(
        parse.is_person(k) for k in range(*source)
    )


def in_relative(parse: Parse, frame: Frame) -> bool:
    """Whether a frame only tells who somebody is ("العمال الذين رفضوا العرض"): the sentence does not go on with him."""
    first = frame.cue[0] if frame.cue is not None else 0
    return any("relative" in parse.grammar[k] for k in range(max(0, first - 2), first))
