"""The articles that are measured with."""

from __future__ import annotations

import json
from pathlib import Path

from tawatur.samples import story

SHARED = Path(__file__).parent.parent.parent / "shared"
FOUNDING = SHARED / "samples" / "paris_meeting"
DAY = SHARED / "gold" / "day"
TEN = ("k54", "k29", "k113")


def two_short_articles() -> tuple[str, list[str]]:
    """What they are, and their paths: the founding texts where the development data is, else two of the sample."""
    if found := sorted(FOUNDING.glob("*.txt")):
        return "the founding texts", [str(path) for path in found]
    return "two of the sample story", sample_story()[:2]


def sample_story() -> list[str]:
    """The paths of the sample story's articles, in order of their names."""
    return sorted(str(path) for path in story().iterdir() if path.suffix in {".txt", ".html", ".json", ".jsonl"})


def ten_real_articles() -> list[str]:
    """Ten articles of one story as lines of JSON: the largest of the day's stories and the two backgrounders to it.

    They are what a media monitor brings, and longer than the sample's. Empty where the development data is absent.
    """
    if not (DAY / "day.gold.json").exists():
        return []
    stories = json.loads((DAY / "day.gold.json").read_text(encoding="utf-8"))["stories"]
    members = {one["story"]: one["members"] for one in stories}
    wanted = [id for story in TEN for id in members[story]]
    lines = (DAY / "day.in.jsonl").read_text(encoding="utf-8").splitlines()
    by_id = {json.loads(line)["id"]: line for line in lines if line.strip()}
    return [by_id[id] for id in wanted]
