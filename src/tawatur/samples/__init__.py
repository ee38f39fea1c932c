"""The sample story that `tawatur demo` reads: five invented reports of one invented event (see README.md here)."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

__all__ = ["NAME", "story"]

NAME = "غرق العبّارة «نورس 2»"
"""What the sample story is called in its report."""


def story() -> Path:
    """The folder of the sample story's files, an input for `tawatur.pipeline.build`."""
    return Path(str(files(__name__) / "ferry"))
