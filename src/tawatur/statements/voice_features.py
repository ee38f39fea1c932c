"""What tells whether a proposition inside a frame is the speaker's; `scripts/train_statements.py` trains the model."""

from __future__ import annotations

from tawatur.statements.frame import Frame
from tawatur.statements.holders import BEEN
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range


def voice_features(parse: Parse, stretch: Range, frame: Frame) -> list[str]:
    """What tells whether a proposition inside a frame is still the speaker's or the outlet's own aside."""
    first, end = stretch
    begin = frame.content[0]
    out = ["b", f"opened={frame.opened}", f"group={frame.group}", f"shape={frame.shape}"]
    if frame.verb is not None:
        out.append(f"kind={frame.verb.kind}")
    out.append(f"at={min(first - begin, 1) if first <= begin + 1 else 'late'}")
    breaks = [k for k in range(begin, first) if parse.words[k].text in "،,;؛" or parse.tags[k].verb]
    out.append(f"breaks={min(len(breaks), 4)}")
    for back in (1, 2):
        k = first - back
        if k >= 0:
            told = parse.keys[k] if parse.grammar[k] or not parse.words[k].text[0].isalnum() else parse.tags[k].pos
            out.append(f"before{back}={told}")
    out.append(f"first={parse.tags[first].pos}|{parse.tags[first].conjunction}")
    if parse.grammar[first]:
        out.append(f"word={parse.keys[first]}")
    quoted = parse.quoted[first]
    spoken = parse.quoted[begin] if begin < len(parse) else -1
    out.append("quoted" if quoted >= 0 else "after_quotation" if spoken >= 0 else "unquoted")
    linked = next(
        (
            parse.keys[k]
            for k in range(first - 1, max(begin, first - 7), -1)
            if parse.grammar[k] & {"relative", "subordinator", "that"}
        ),
        "-",
    )
    out += [f"linked={linked}", f"linked={linked}|{frame.opened}", f"last={end >= frame.content[1]}"]
    verb = next((parse.tags[k] for k in range(first, end) if parse.tags[k].verb), None)
    out.append(f"tense={verb.pos if verb else 'none'}")
    if any(parse.keys[k] in BEEN for k in range(max(first - 1, 0), min(first + 2, end))):
        out.append("was")
    return out
