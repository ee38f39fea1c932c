"""A frame with the speaker that was found for it."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.languages.ar.vocabulary import source_classes
from tawatur.model import Explicitness, Reason, Span
from tawatur.statements.frame import Frame
from tawatur.statements.speakers import Voice


@dataclass(frozen=True, slots=True)
class Said:
    """A frame with its speaker: the source span shown, how the speaker was found, and the reason."""

    frame: Frame
    voice: Voice
    source: Span | None
    explicitness: Explicitness
    reason: Reason


def is_medium(said: Said | None) -> bool:
    """Whether a speaker is a known medium."""
    return said is not None and said.voice.key.startswith(("agency:", "outlet:"))


def tells_news(said: Said | None) -> bool:
    """Whether a speaker is a medium, known or called one ("صحيفة محلية")."""
    return is_medium(said) or (said is not None and "medium" in source_classes(said.voice.heads[0]))
