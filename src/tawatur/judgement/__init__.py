"""What people decide about a story's statements, claims and ties; it goes before what the program finds."""

from __future__ import annotations

from tawatur.judgement.records import Judged, Judgement, OneClaim, OneOrigin, Place, SpeakerIs, Verdict

__all__ = ["Judged", "Judgement", "OneClaim", "OneOrigin", "Place", "SpeakerIs", "Verdict"]
