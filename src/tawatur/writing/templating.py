"""The templates behind the report and the pages: one environment, one style sheet, one set of shared parts."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from tawatur.dossier.index import relation_id
from tawatur.writing import figures

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_COLUMNS = 40
"""Columns of a matrix for which the pages have a width; one with more scrolls all the same."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPARE = re.compile(r"\s*\n\s*")
# Characters that HTML cannot hold, or that would show as nothing.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def environment(*packages: str) -> Environment:
    """Jinja2 for the templates of `tawatur.writing`, those of `packages` before them; all is escaped."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in (*packages, "tawatur.writing")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(relation_id=relation_id, figures=figures)
    return made


def showable(html: str) -> str:
    """A page without the characters that HTML cannot hold."""
    return _UNSHOWABLE.sub("\ufffd", html)


def sheet() -> Markup:
    """The style sheet of the report, without comments and indents; it holds nothing of the input."""
    css = (files("tawatur.writing") / "templates" / "report.css").read_text(encoding="utf-8")
    return Markup(_SPARE.sub("\n", _COMMENT.sub("", css)).strip())


def matrix_rules(columns: int) -> Markup:
    """The widths of a matrix of so many outlets, and from which room on nothing of it is hidden."""
    least = f"{17 + 5.4 * columns:.1f}rem"
    claim = "28%" if columns < 7 else "13rem"
    at = f".of-{columns}"
    return Markup(
        f"@media (min-width: 48rem) {{ .matrix{at} {{ min-inline-size: {least}; }} "
        f".matrix{at} .claim {{ inline-size: {claim}; }} }}\n"
        f"@container (min-width: {least}) {{ {at} .hint, .wide-table{at}::after {{ display: none; }} }}\n"
    )
