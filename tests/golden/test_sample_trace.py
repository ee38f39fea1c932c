"""A sentence traced through the sample story, word for word: any change of what the program says shows up in a file."""

from __future__ import annotations

from pathlib import Path

from evaluation.corpus import sample_story

from tawatur.pipeline import trace
from tawatur.writing import trace_to_markdown

GOLDEN = Path(__file__).parent / "sample.trace.md"
SENTENCE = "كانت العبّارة تحمل 88 راكباً عند غرقها"


def test_the_sample_trace_is_the_golden_one(update_golden: bool) -> None:
    inputs = [str(path) for path in sample_story().inputs]
    found = "".join(trace_to_markdown(trace(SENTENCE, inputs), ui) for ui in ("en", "ar"))  # type: ignore[arg-type]
    if update_golden:
        GOLDEN.write_text(found, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == found
