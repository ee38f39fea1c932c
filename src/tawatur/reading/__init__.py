"""Reading: raw input of any supported kind to `Article` records, the page's chrome marked, nothing normalised."""

from __future__ import annotations

from tawatur.reading.asking import Web
from tawatur.reading.intake import read

__all__ = ["Web", "read"]
