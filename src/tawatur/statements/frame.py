"""One attribution inside a sentence: its parts as word ranges, and what its cue tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.languages.ar.cues import CueVerb
from tawatur.statements.phrases import Range

HEARD = "heard"
"""How a frame was `opened` that no rule found, only the network of words."""

Group = Literal["said", "around", "relay", "impersonal", "label", "note"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution inside a sentence, all parts as word ranges.

    `opened` tells the complement ("that", "speech", "object", …); `gender` and `number` are those of the verb, to
    find a dropped subject by; `relay` is a medium between the outlet and the source ("نقلت الوكالة عن المتحدث");
    `parent` is the number of the frame whose content holds this one.
    """

    group: Group
    cue: Range | None
    source: Range | None
    via: Range | None
    content: Range
    verb: CueVerb | None = None
    shape: str = ""
    gender: str = ""
    number: str = ""
    relay: Range | None = None
    parent: int | None = None
    start: int = 0
    opened: str = ""
