"""One dossier written out: JSON and back, HTML, Markdown, terminal text; and explanations as terminal text."""

from __future__ import annotations

from tawatur.writing.html import to_html
from tawatur.writing.json_dossier import to_json
from tawatur.writing.json_reader import from_json
from tawatur.writing.markdown import to_markdown
from tawatur.writing.terminal import explanation, to_terminal

__all__ = ["explanation", "from_json", "to_html", "to_json", "to_markdown", "to_terminal"]
