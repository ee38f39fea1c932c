from __future__ import annotations

import json

import pytest

from tawatur.model import Reason, Reject
from tawatur.settings import DEFAULT
from tawatur.tracing import Trace, follow
from tawatur.writing import trace_to_json, trace_to_markdown, trace_to_terminal
from tests.tracing.invented import BRIDGE, ask, read
from tests.tracing.test_following import DENIED, OTHER, SAID, SEEN


@pytest.fixture(scope="module")
def trace() -> Trace:
    """Two that support, one that denies, one that is about something else, one that could not be read."""
    accounts = [read(text, f"a{n}", f"outlet{n}") for n, text in enumerate((SAID, SEEN, DENIED, OTHER))]
    return follow(ask(BRIDGE), accounts, (Reject("x.txt", Reason("reading.empty", ("x.txt",))),), DEFAULT)


def test_json_tells_every_hit_with_spans_of_stored_text(trace: Trace) -> None:
    data = json.loads(trace_to_json(trace))
    assert data["format"] == "tawatur trace 1"
    assert data["standings"] == {"a0": "support", "a1": "support", "a2": "deny", "a3": "unrelated"}
    texts = {article["id"]: article["text"] for article in data["articles"]}
    assert set(texts) == {"a0", "a1", "a2"}
    for hit in data["hits"]:
        words = [texts[hit["article"]][start:end] for start, end in hit["matched"]]
        assert "الياقوت" in words
        assert hit["statement"] in {statement["id"] for statement in data["statements"]}
        assert all(reason["text"] for reason in hit["reasons"])
    assert {claim["id"] for claim in data["claims"]} == {"support", "deny"}
    assert "tracing/weights.json" in data["manifest"]["data"]


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_both_reports_name_the_sentence_the_speakers_and_the_words(trace: Trace, ui: str) -> None:
    for text in (trace_to_terminal(trace, ui, width=400, color=False), trace_to_markdown(trace, ui)):  # type: ignore[arg-type]
        plain = text.replace("\\", "")
        for words in (BRIDGE, "نديم الحوراني", "هالة الرفاعي", "سامر القادري", "x.txt"):
            assert words in plain
        assert "{" not in plain
        assert "trace_" not in plain


def test_the_summary_accounts_for_every_article(trace: Trace) -> None:
    first = trace_to_terminal(trace, "en", width=100, color=False).split("\n\n")[0].splitlines()[2:]
    assert first == [
        "4 articles were read.",
        "- 2 of them support the sentence.",
        "- 1 of them denies it or says otherwise.",
        "- 1 of them does not speak of it.",
    ]


def test_nothing_found_is_said() -> None:
    trace = follow(ask(BRIDGE), [read(OTHER)], (), DEFAULT)
    assert "No passage speaks of the sentence." in trace_to_terminal(trace, "en", width=100, color=False)
    assert "لا مقطع يتناول الجملة" in trace_to_markdown(trace, "ar")
