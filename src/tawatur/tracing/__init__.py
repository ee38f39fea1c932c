"""One sentence followed through articles: which passages support, deny or only discuss it, and on whose word."""

from __future__ import annotations

from tawatur.tracing.following import find_hits, follow, standing
from tawatur.tracing.question import read_question
from tawatur.tracing.records import Hit, Trace

__all__ = ["Hit", "Trace", "find_hits", "follow", "read_question", "standing"]
