"""The sample's dossier, byte for byte: any change of what the program says shows up as a change of a file."""

from __future__ import annotations

import difflib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from evaluation.corpus import ROOT, sample_story

GOLDEN = Path(__file__).parent / "sample.dossier.json"
INPUTS = [str(path.relative_to(ROOT)) for path in sample_story().inputs]
PROGRAM = """
import sys
from tawatur import build, to_json
sys.stdout.buffer.write(to_json(build(sys.argv[1:], story="sample")).encode("utf-8"))
"""


def _built() -> bool:
    try:
        from tawatur.claims import align, relate
        from tawatur.origins import judge
        from tawatur.reading import read
        from tawatur.statements import read_account
        from tawatur.stories import find_copies, find_events, resolve_sources
        from tawatur.writing import to_json
    except ImportError:
        return False
    return all((align, relate, judge, read, read_account, find_copies, find_events, resolve_sources, to_json))


pytestmark = pytest.mark.skipif(not _built(), reason="not every stage of the pipeline is built yet")


def _dossier(hash_seed: str) -> str:
    """The dossier as a fresh process in the repository root makes it, so that paths in it are the same everywhere."""
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM, *INPUTS],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Chatham", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr.decode()
    return made.stdout.decode("utf-8")


def test_the_sample_dossier_is_the_golden_one(update_golden: bool) -> None:
    found = _dossier("0")
    if update_golden:
        GOLDEN.write_text(found, encoding="utf-8")
    if not GOLDEN.exists():
        pytest.skip("no golden dossier yet: pytest tests/golden --update-golden")
    golden = GOLDEN.read_text(encoding="utf-8")
    difference = difflib.unified_diff(golden.splitlines(), found.splitlines(), "golden", "found", lineterm="", n=1)
    lines = list(difference)
    assert golden == found, "\n".join([*lines[:60], "if meant: pytest tests/golden --update-golden"])


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    assert _dossier("1") == _dossier("2")


def test_every_span_lies_in_its_text() -> None:
    dossier = json.loads(_dossier("0"))
    texts = {article["id"]: article["text"] for article in dossier["articles"]}
    assert dossier["statements"]
    for statement in dossier["statements"]:
        for field in ("sentence", "content", "source", "cue", "via"):
            if statement[field]:
                start, end = statement[field]
                assert texts[statement["article"]][start:end].strip(), (statement["id"], field)
