"""The records of judgement, all frozen. Statements are named by their place, since ids may change when texts are read
anew: the article, and the words of the content where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model import Span

Verdict = Literal["right", "wrong", "unsure"]


@dataclass(frozen=True, slots=True)
class Place:
    """A statement: its article, the span of its content when it was judged, and the words that stood there."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class SpeakerIs:
    """Whether the speaker of a statement is right; where it is wrong, who speaks, if that is known.

    `source` is the words that name the right speaker, in the same article; `own` says that it is the outlet's own
    voice. With neither, a wrong speaker counts as unsure.
    """

    statement: Place
    verdict: Verdict
    source: Place | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class OneClaim:
    """Whether two statements say the same: `right` joins them, `wrong` keeps them apart."""

    a: Place
    b: Place
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class OneOrigin:
    """Whether two sources of a claim, by their names in the story, are one origin: `right` ties them, `wrong` parts."""

    a: str
    b: str
    verdict: Verdict


Judgement = SpeakerIs | OneClaim | OneOrigin


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with its number, who made it, when (ISO 8601, UTC) and what they say of it.

    Of two on the same matter the later number counts.
    """

    number: int
    by: str
    at: str
    judgement: Judgement
    note: str = ""
