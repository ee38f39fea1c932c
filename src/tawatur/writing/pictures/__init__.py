"""A dossier's pictures as SVG: claims across outlets, who relies on whom, figures over time, coverage; PNG of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from tawatur.dossier import report
from tawatur.dossier.parts import Report
from tawatur.model import Dossier
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.pictures.canvas import Canvas
from tawatur.writing.pictures.coverage import coverage
from tawatur.writing.pictures.matrix import matrix
from tawatur.writing.pictures.raster import to_png
from tawatur.writing.pictures.reliance import reliance
from tawatur.writing.pictures.timeline import timeline
from tawatur.writing.plain import title_of

__all__ = ["KINDS", "Kind", "picture", "picture_of", "to_png"]

Kind = Literal["matrix", "reliance", "timeline", "coverage"]
KINDS: dict[str, Callable[[Report, Messages], Canvas]] = {
    "matrix": matrix,
    "reliance": reliance,
    "timeline": timeline,
    "coverage": coverage,
}


def picture(dossier: Dossier, kind: Kind, ui: UI = "en") -> str:
    """A picture as an SVG file of its own. The same dossier gives the same text."""
    views, messages = report(dossier), Messages(ui, reader_names(dossier, ui))
    return KINDS[kind](views, messages).alone(messages.pattern(f"picture_{kind}"), title_of(views))


def picture_of(views: Report, kind: Kind, messages: Messages) -> str:
    """A picture that stands in a page and takes its colours from there."""
    return KINDS[kind](views, messages).inside(messages.pattern(f"picture_{kind}"))
