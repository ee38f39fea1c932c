"""The command that looks for wording shared by any number of articles: `copies`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from tawatur.cli.failures import told
from tawatur.cli.options import REJECTED, Inputs, Strict, Ui
from tawatur.cli.telling import tell_rejects

COPIES_EXAMPLES = """\b
Examples:
  tawatur copies week.jsonl                       show the pairs of articles that share most
  tawatur copies week.jsonl -o copies.json        all of them, with passages and reasons, for programs
  tawatur copies news/ --least 0.5                only where half of the shorter article is shared
  zcat week.jsonl.gz | tawatur copies - --format json"""


def copies(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this .json file. Replaces it.")
    ] = None,
    least: Annotated[
        float,
        typer.Option(
            metavar="PART", min=0.01, max=1.0, help="Part of the shorter article that is shared at the least."
        ),
    ] = 0.2,
    days: Annotated[
        float, typer.Option(metavar="N", min=0.0, help="Articles further apart than this are not compared.")
    ] = 14.0,
    one_outlet: Annotated[
        bool, typer.Option("--one-outlet", help="Compare articles of one and the same outlet, too.")
    ] = False,
    ui: Ui = "en",
    form: Annotated[
        Literal["json", "terminal"] | None,
        typer.Option("--format", help="What to write, where the file's name does not tell (or to stdout)."),
    ] = None,
    strict: Strict = False,
) -> None:
    """Find the articles, among any number, that share wording: whole copies, copied paragraphs, lightly edited ones.

    Every pair has its passages, the part of the shorter article that they are, and which article is the likelier
    original: the one whose outlet the other names, else the earlier, else the longer. Spelling, punctuation, vowel
    marks and a word changed here and there hide no copy. Pairs that share nothing but titles, names and courtesies are
    marked as such.
    """
    from tawatur.cli.copies import run_copies

    with told(ui):
        intake = run_copies(inputs, output, form, least, days, one_outlet, ui)
        tell_rejects(intake.rejects, len(intake.articles), ui)
    if intake.rejects and strict:
        raise typer.Exit(REJECTED)
