"""What `tawatur copies` does, apart from the words of its command line: read, find shared wording, write."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.delivery import deliver, refuse_an_input
from tawatur.cli.failures import CommandLineError

if TYPE_CHECKING:
    from tawatur.model import Intake
    from tawatur.writing.messages import UI


def run_copies(
    inputs: list[str], output: Path | None, form: str | None, least: float, days: float, one_outlet: bool, ui: UI
) -> Intake:
    """Find the shared wording of what the inputs hold and write it where it is asked for; what was read comes back."""
    from tawatur.cli.progress import progress_bar
    from tawatur.pausing import no_garbage_search
    from tawatur.pipeline import nothing_read
    from tawatur.reading import read
    from tawatur.stories import find_copies_among
    from tawatur.stories.corpus.settings import DEFAULT

    written = _format(output, form)
    refuse_an_input(output, inputs)
    part = min(DEFAULT.least_part, least / 2)  # prints tell the share roughly
    settings = replace(DEFAULT, least_share=least, least_part=part, days=days, one_outlet=one_outlet)
    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    with progress_bar(ui) as progress:
        intake = read(inputs, stdin=stdin)
        if not intake.articles:
            raise nothing_read(intake.rejects)
        with no_garbage_search():
            found = find_copies_among(intake.articles, settings, progress)
    if written == "json":
        from importlib.metadata import version

        from tawatur.writing.json_copies import copies_to_json

        made = copies_to_json(found, intake.articles, settings, version("tawatur"), intake.findings, intake.rejects)
    else:
        from tawatur.writing.terminal_copies import copies_to_terminal

        made = copies_to_terminal(found, intake.articles, ui)
    deliver(made, output)
    return intake


def _format(output: Path | None, form: str | None) -> str:
    if form:
        return form
    if output is None:
        return "terminal"
    if output.suffix.lower() == ".json":
        return "json"
    from tawatur.model import Reason

    raise CommandLineError(
        f"cannot tell what to write to {output}: copies are written as .json",
        remedy="use a name that ends in .json, or add --format; nothing was read or written",
        told=Reason("cli.copies_suffix", (str(output),)),
        advice=Reason("cli.stories_suffix_do"),
    )
