"""Many articles as one story: wording they share, one id for each real source, whether they report one event."""

from __future__ import annotations

from tawatur.stories.among import find_copies_among
from tawatur.stories.copies import find_copies
from tawatur.stories.events import find_events
from tawatur.stories.resolving import resolve_sources

__all__ = ["find_copies", "find_copies_among", "find_events", "resolve_sources"]
