"""What `tawatur stories` does, apart from the words of its command line: read, group, write, and a dossier for each."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.delivery import deliver, refuse_an_input, render
from tawatur.cli.failures import CommandLineError, say
from tawatur.errors import OutputError
from tawatur.writing.filing import file_names

if TYPE_CHECKING:
    from tawatur.grouping import Grouping
    from tawatur.model import Intake
    from tawatur.pipeline import Progress
    from tawatur.writing.messages import UI


def run_stories(inputs: list[str], output: Path | None, form: str | None, dossiers: Path | None, ui: UI) -> Intake:
    """Group what the inputs hold and write it where it is asked for; what was read comes back."""
    from tawatur.cli.progress import progress_bar
    from tawatur.grouping import GroupSettings, group
    from tawatur.pausing import no_garbage_search
    from tawatur.reading import read

    written = _format(output, form)
    refuse_an_input(output, inputs)
    settings = GroupSettings()
    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    with progress_bar(ui) as progress:
        intake = read(inputs, stdin=stdin)
        if not intake.articles:
            from tawatur.pipeline import nothing_read

            raise nothing_read(intake.rejects)
        with no_garbage_search():
            found = group(intake.articles, settings, progress)
        if written == "json":
            from importlib.metadata import version

            from tawatur.writing.json_stories import stories_to_json

            deliver(stories_to_json(found, settings, version("tawatur"), intake.findings, intake.rejects), output)
        else:
            from tawatur.writing.terminal_stories import stories_to_terminal

            deliver(stories_to_terminal(found, ui), output)
        if dossiers:
            made = _dossiers(found, intake, dossiers, ui, progress)
    if dossiers:
        from tawatur.writing.messages import Messages

        messages = Messages(ui, {})
        say(messages.count("n_dossiers", made, str(dossiers)) if made else messages.text("no_dossiers"))
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
        f"cannot tell what to write to {output}: stories are written as .json",
        remedy="use a name that ends in .json, or add --format; nothing was read or written",
        told=Reason("cli.stories_suffix", (str(output),)),
        advice=Reason("cli.stories_suffix_do"),
    )


def _dossiers(found: Grouping, intake: Intake, folder: Path, ui: UI, progress: Progress | None) -> int:
    """One dossier, as JSON, for each story of several outlets; how many were written."""
    from tawatur.model import Intake, Reason
    from tawatur.pipeline import build_from

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise OutputError(
            f"cannot write {folder}: {why}",
            remedy="name a folder that you may write to; the stories were found without error",
            told=Reason("cli.cannot_write", (str(folder), why)),
            advice=Reason("cli.cannot_write_do"),
        ) from None
    articles = {article.id: article for article in intake.articles}
    several = [story for story in found.stories if len(story.outlets) > 1]
    names = file_names([story.id for story in several])
    for done, (story, name) in enumerate(zip(several, names, strict=True)):
        if progress:
            progress("dossiers", done, len(several))
        made = build_from(Intake(tuple(articles[id] for id in story.members), (), ()), story=story.id)
        deliver(render(made, "json", ui), folder / name)
    return len(several)
