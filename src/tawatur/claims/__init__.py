"""Claims of one story: which statements say the same, and which claims conflict or follow each other."""

from tawatur.claims.alignment import align
from tawatur.claims.relating import relate

__all__ = ["align", "relate"]
