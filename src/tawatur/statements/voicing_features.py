"""What tells in the run of an article whether a proposition is a speaker's or the outlet's own.

Beside what the rules made of it and how the words sound, it is where the proposition stands: what the sentence reports,
what is quoted, where the paragraph opens. `voicing` adds what the propositions before and after it show.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tawatur.statements.frame import Frame
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_STEPS = (0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
"""Where the probability that words are a speaker's is cut into steps."""
_FAR = 4  # propositions of a sentence that are told apart by their place


def voicing_features(
    parse: Parse, stretch: Range, frames: Sequence[Frame], said: float, place: tuple[int, int]
) -> list[str]:
    """The features of one proposition that do not depend on who was found to say it.

    `frames` are those of its sentence; `said` is how probable the network of words takes it to be a speaker's, `place`
    its number among so many of its sentence.
    """
    first, end = stretch
    number, of = place
    telling = [frame for frame in frames if frame.group != "note"]
    out = [
        f"sounds={_step(said)}",
        f"frames={min(len(telling), 4)}",
        f"number={min(number, _FAR)}",
        f"last={number == of - 1}",
        f"quoted={parse.quoted[first] >= 0}|{parse.quoted[end - 1] >= 0}",
        f"opens={parse.sentence.opens_paragraph}",
        f"title={parse.sentence.title}",
        f"end={parse.words[-1].text if not parse.words[-1].text[0].isalnum() else ''}",
    ]
    if any(frame.content[1] <= first for frame in telling):
        out.append("told_before")
    if any(frame.start >= end for frame in telling):
        out.append("told_after")
    return out


def within_features(frame: Frame, grammar: Sequence[str]) -> list[str]:
    """What the last frame that covers a proposition tells; `grammar` are the `voice_features` of both."""
    return [f"over={frame.opened}", *(f"over.{feature}" for feature in grammar)]


def read_features(said: float, explicitness: str, mode: str, reason: str) -> list[str]:
    """What the rules made of a proposition: how its speaker was found, how it is quoted, and for what reason."""
    step = _step(said)
    return [
        f"found={explicitness}",
        f"found={explicitness}|{step}",
        f"mode={mode}",
        f"reason={reason}",
        f"reason={reason}|{step}",
    ]


def _step(share: float) -> int:
    return bisect_left(_STEPS, share)
