"""What the rules find reported in one sentence, for tests that say it in words."""

from __future__ import annotations

from tawatur.statements.frame import Frame
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import Parse, parse
from tawatur.statements.sentences import Sentence


def read(text: str, *, title: bool = False) -> tuple[Parse, list[Frame]]:
    parsed = parse(text, Sentence((0, len(text)), title, opens_paragraph=True))
    return parsed, find_frames(parsed)


def told(text: str, *, title: bool = False) -> list[tuple[str | None, str | None, str]]:
    """The source, the cue and the first word of what is reported of each frame."""
    parsed, frames = read(text, title=title)
    return [
        (
            parsed.form(*f.source) if f.source else None,
            parsed.form(*f.cue) if f.cue else None,
            parsed.words[f.content[0]].text,
        )
        for f in frames
    ]
