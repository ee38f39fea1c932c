"""Reading from the web: politely, within limits, and only where it is allowed."""

from __future__ import annotations

from tawatur.reading.web.fetching import Fetcher, NotFetchedError
from tawatur.reading.web.limits import Limits
from tawatur.reading.web.state import State

__all__ = ["Fetcher", "Limits", "NotFetchedError", "State"]
