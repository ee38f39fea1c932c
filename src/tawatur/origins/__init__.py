"""How many independent origins stand behind each claim, with the reasons."""

from __future__ import annotations

from tawatur.origins.judging import judge
from tawatur.origins.roots import UNCREDITED

__all__ = ["UNCREDITED", "judge"]
