"""The command that draws a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tawatur.cli.failures import CommandLineError, told
from tawatur.cli.options import Ui

if TYPE_CHECKING:
    from tawatur.writing.messages import UI

EXAMPLES = """\b
Examples:
  tawatur plot story.json matrix -o matrix.svg             claims across outlets
  tawatur plot story.json reliance -o reliance.png         who relies on whom, for a slide
  tawatur plot story.json timeline -o toll.svg --ui ar     how figures developed, in Arabic
  tawatur plot story.json coverage > coverage.svg          what each outlet covers"""


def plot(
    path: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that was written as .json; - for stdin.")],
    kind: Annotated[
        Literal["matrix", "reliance", "timeline", "coverage"],
        typer.Argument(metavar="PICTURE", help="matrix, reliance, timeline or coverage."),
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .svg or .png. Replaces it."),
    ] = None,
    zoom: Annotated[float, typer.Option(min=0.2, max=8, metavar="N", help="Pixels for each unit, for .png.")] = 2.0,
    ui: Ui = "en",
) -> None:
    """Draw a dossier: a picture as SVG, or as PNG where the file is named so.

    matrix: each claim and how each outlet carries it, with its independent origins. reliance: which outlet rests on
    whose word, through whom. timeline: every figure of a count when it was reported. coverage: how much of the story
    each outlet has, and how much it alone. Arabic letters are joined in both forms; PNG uses the fonts of the program,
    so that it looks the same everywhere.
    """
    with told(ui):
        raster = _raster(output)
        _draw(path, kind, output, zoom, ui, raster=raster)


def _draw(
    path: Path,
    kind: Literal["matrix", "reliance", "timeline", "coverage"],
    output: Path | None,
    zoom: float,
    ui: UI,
    *,
    raster: bool,
) -> None:
    from tawatur.cli.delivery import deliver
    from tawatur.cli.loading import load_dossier
    from tawatur.writing.pictures import picture, to_png

    svg = picture(load_dossier(path), kind, ui)
    deliver(to_png(svg, zoom) if raster else svg, output)


def _raster(output: Path | None) -> bool:
    """Whether pixels are asked for, before anything is read."""
    ending = output.suffix.lower() if output else ".svg"
    if ending in (".svg", ".png"):
        return ending == ".png"
    from tawatur.model import Reason

    raise CommandLineError(
        f"cannot tell what to write to {output}: pictures are written as .svg or .png",
        remedy="use a name that ends in .svg or .png; nothing was read or written",
        told=Reason("cli.picture_suffix", (str(output),)),
        advice=Reason("cli.picture_suffix_do"),
    )
