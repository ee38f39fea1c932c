from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.dossier import explain
from tawatur.model import Source
from tawatur.writing import explanation, to_markdown, to_terminal
from tawatur.writing.messages import UI
from tests.invented_dossier import ferry, of_text, sample

CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e]")
ANY = st.text(st.characters(codec=None), min_size=1).filter(str.strip)


def columns(line: str) -> int:
    return sum(0 if unicodedata.category(c) in {"Mn", "Cf"} else 1 for c in line)


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize("width", [40, 80])
def test_terminal_text_keeps_to_the_width(ui: str, width: int) -> None:
    text = to_terminal(ferry(), "ar" if ui == "ar" else "en", width=width, color=False)
    assert max(columns(line) for line in text.splitlines()) <= width
    assert not re.search("[\u2500-\u257f]", text), "no boxes: they break right-to-left lines"


def test_terminal_is_plain_unless_colour_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in to_terminal(ferry(), width=80)
    assert "\x1b[" in to_terminal(ferry(), width=80, color=True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in to_terminal(ferry(), width=80)


def test_terminal_says_what_matters() -> None:
    text = to_terminal(ferry(), width=80, color=False)
    assert "3 articles from 3 outlets: 7 statements, which come down to 4 claims." in " ".join(text.split())
    assert "c01 · 1 or 2 independent origins · 3 outlets" in text
    assert "c02~c03 · Contradiction · the number" in text
    assert "unknown outlet (m): 1 claim only here, of which 1 is its own comment" in text
    assert "x.jsonl:3" in text


def test_terminal_and_markdown_tell_figures_omissions_and_suggestions() -> None:
    for text in (to_terminal(sample(), width=200, color=False), to_markdown(sample())):
        for head in ("How the figures developed", "What each outlet leaves out", "Shared wording"):
            assert head in text
        assert "no proof of silence" in text
        assert "?3 possibly true" in text
        assert "is yours to judge" in text
        assert "replaced by a newer figure" in text


def test_terminal_and_markdown_show_the_words_by_which_copies_part() -> None:
    assert "ذوي | أهالي" in to_terminal(sample(), width=200, color=False)
    assert "**ذوي**" in to_markdown(sample())
    assert "**أهالي**" in to_markdown(sample())


def test_time_of_day_is_escaped_once_in_markdown() -> None:
    assert r"4 March 2031, 06\:30 UTC" in to_markdown(ferry())


def test_arabic_terminal_has_no_english_left() -> None:
    text = to_terminal(ferry(), "ar", width=80, color=False)
    words = set(re.findall(r"[A-Za-z]{2,}", text))
    assert words <= {"tawatur", "explain", "FILE", "json", "ID", "jsonl"}


def test_explanation_is_indented_under_what_it_explains() -> None:
    lines = explanation(ferry(), explain(ferry(), "c01"), width=80, color=False).splitlines()
    assert lines[0] == "Claim c01. Independent origins: at least 1, at most 2"
    assert "- Statements that say it: 4" in lines
    assert any(line.startswith("      “") for line in lines)


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_no_key_of_the_interface_reaches_an_explanation(ui: UI) -> None:
    """Every id of the invented dossier and of the sample's: keys look like `kind_fact` or `origins.none`."""
    for dossier in (ferry(), sample()):
        records = (*dossier.articles, *dossier.statements, *dossier.claims, *dossier.sources)
        ids = {record.id for record in records}
        for id in (*ids, *(f"{r.a}~{r.b}" for r in dossier.relations)):
            text = explanation(dossier, explain(dossier, id), ui, width=10_000, color=False)
            words = set(re.findall(r"[a-z][a-z-]*[_.][a-z_]+", text)) - ids
            assert not {w for w in words if not w.endswith(".example")}, (id, words)


def test_sources_that_no_article_names_are_named_in_the_interface_language() -> None:
    dossier = of_text("خبر")
    nameless = (Source("agency:uncredited_wire", "agency", "نص وكالة غير منسوب"),)
    nameless += (Source("src:unspecified", "anonymous", "مصدر غير محدد"),)
    dossier = replace(dossier, sources=(*dossier.sources, *nameless))
    for id, english in (("agency:uncredited_wire", "uncredited agency text"), ("src:unspecified", "a source left")):
        assert english in explanation(dossier, explain(dossier, id), color=False)
        assert not re.search("[A-Za-z]", explanation(dossier, explain(dossier, id), "ar", color=False))


def test_markdown_table_has_one_cell_for_each_outlet() -> None:
    matrix = to_markdown(ferry()).split("## Claims by outlet\n")[1].split("##")[0]
    rows = [line for line in matrix.splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {6}
    assert "own voice" in rows[2]


def test_markdown_shows_markup_and_does_nothing_with_it() -> None:
    text = to_markdown(of_text("a | b <script> [x](javascript:y) # `c` **d**"))
    assert "<script>" not in text
    assert "](" not in text
    assert "\\*\\*d\\*\\*" in text


@settings(max_examples=40, deadline=None)
@given(ANY)
def test_any_text_gives_clean_lines(text: str) -> None:
    dossier = of_text(text)
    for written in (
        to_terminal(dossier, width=80, color=False),
        to_markdown(dossier),
        explanation(dossier, explain(dossier, "a.01"), width=80, color=False),
    ):
        assert not CONTROL.search(written)
        written.encode("utf-8")


def test_writing_loads_neither_rich_nor_jinja_before_they_are_needed() -> None:
    code = "import sys, tawatur.writing; print(sorted({'rich', 'jinja2'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
