"""One dossier written out: JSON and back, HTML, Markdown, terminal text; explanations and traces too."""

from __future__ import annotations

from tawatur.writing.html import to_html
from tawatur.writing.json_dossier import to_json
from tawatur.writing.json_reader import from_json
from tawatur.writing.markdown import to_markdown
from tawatur.writing.terminal import explanation, to_terminal
from tawatur.writing.trace_json import trace_to_json
from tawatur.writing.trace_markdown import trace_to_markdown
from tawatur.writing.trace_terminal import trace_to_terminal

__all__ = [
    "explanation",
    "from_json",
    "to_html",
    "to_json",
    "to_markdown",
    "to_terminal",
    "trace_to_json",
    "trace_to_markdown",
    "trace_to_terminal",
]
