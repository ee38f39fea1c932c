"""The annotated stories beside the checkout, and the dossiers that the annotation itself would be."""

from __future__ import annotations

import subprocess
import sys
from copy import deepcopy
from typing import Any

import pytest
from evaluation.corpus import DATA, Case, gold_stories, load

GOLD = DATA / "gold"
needs_gold = pytest.mark.skipif(not (GOLD / "score.py").exists(), reason=f"no gold at {GOLD}")
STORIES = gold_stories(DATA)


def perfect(case: Case) -> dict[str, Any]:
    """The annotation of a story as a dossier: what a program without an error would give."""
    dossier = deepcopy(case.gold)
    texts = {a["id"]: f"{a['title']}\n{a['text']}" for a in load(case.inputs[0])["articles"]}
    for article in dossier["articles"]:
        article["text"] = texts[article["id"]]
    return dossier


def run_script(name: str, *arguments: str) -> str:
    """What one of the annotation's own scripts prints; nothing is written beside it."""
    return subprocess.run(
        [sys.executable, "-B", str(GOLD / name), *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8", "PYTHONHASHSEED": "0"},
    ).stdout
