"""Claims of one story: which statements say the same, and which claims conflict or follow each other."""

from tawatur.claims.alignment import align

__all__ = ["align"]
