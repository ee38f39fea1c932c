"""The articles that are measured with."""

from __future__ import annotations

from pathlib import Path

from tawatur.samples import story

FOUNDING = Path(__file__).parent.parent.parent / "shared" / "samples" / "paris_meeting"


def two_short_articles() -> tuple[str, list[str]]:
    """What they are, and their paths: the founding texts where the development data is, else two of the sample."""
    if found := sorted(FOUNDING.glob("*.txt")):
        return "the founding texts", [str(path) for path in found]
    return "two of the sample story", sample_story()[:2]


def sample_story() -> list[str]:
    """The paths of the sample story's articles, in order of their names."""
    return sorted(str(path) for path in story().iterdir() if path.suffix in {".txt", ".html", ".json", ".jsonl"})
