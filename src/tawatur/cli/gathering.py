"""The commands that take many articles: `fetch` collects them, `stories` groups them into events."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from tawatur.cli.delivery import refuse_an_input
from tawatur.cli.failures import told
from tawatur.cli.options import REJECTED, Inputs, Strict, Ui
from tawatur.cli.telling import tell_rejects

FETCH_EXAMPLES = """\b
Examples:
  tawatur fetch https://example.org/feed.xml -o articles.jsonl --state articles.state
  tawatur fetch feeds.opml -o articles.jsonl --state articles.state
  tawatur fetch CC-NEWS-20310502.warc.gz -o articles.jsonl
  tawatur fetch https://example.org/sitemap.xml --limit 1000 | tawatur dossier -"""
STORIES_EXAMPLES = """\b
Examples:
  tawatur stories week.jsonl                          show the stories that several outlets carry
  tawatur stories week.jsonl -o stories.json          all of them, with the reasons, for programs
  tawatur stories news/ -o stories.json --dossiers out/   and a dossier for each story of several outlets
  zcat week.jsonl.gz | tawatur stories - --format json"""


def fetch(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Addresses, or whatever tawatur dossier reads.", show_default=False),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file; else to standard output.")
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Remember here what was fetched: the next run asks for what is new only."),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Most pages from one named address (200).")
    ] = None,
    ui: Ui = "en",
    strict: Strict = False,
) -> None:
    """Turn any input into JSON lines: one article a line, with its addresses, outlet, text, dates and versions.

    Sites are asked politely: as their robots.txt allows, one page a second, and only for what has changed. With
    --state, the output is continued: earlier lines stay, new articles and new versions of old ones are added, and a
    run that was interrupted goes on where it stopped. Without it, the output is replaced when all is done. What was
    dropped, and why, is counted on stderr.
    """
    from tawatur.cli.fetching import fetch as run

    with told(ui):
        if state is None:  # with it, the output is continued
            refuse_an_input(output, inputs)
        tally = run(inputs, output, state, limit, ui)
    if tally.lost and strict:
        raise typer.Exit(REJECTED)


def stories(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this .json file. Replaces it.")
    ] = None,
    dossiers: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Write a dossier there for each story of several outlets, as .json."),
    ] = None,
    ui: Ui = "en",
    form: Annotated[
        Literal["json", "terminal"] | None,
        typer.Option("--format", help="What to write, where the file's name does not tell (or to stdout)."),
    ] = None,
    strict: Strict = False,
) -> None:
    """Group any number of articles into stories: the articles that report one happening.

    Another strike, match or statement is another story, also of the same people in the same place. Articles need a
    publication time to be told apart by it. Every story says what holds it together (words, places, numbers, days),
    which article of another story comes nearest and why that stays apart, and what merged or split as the news
    developed. Round-ups and pages of headlines stay alone. The articles are read for their words only, so that many
    thousands take minutes; --dossiers reads every statement of the stories that several outlets carry.
    """
    from tawatur.cli.stories import run_stories

    with told(ui):
        intake = run_stories(inputs, output, form, dossiers, ui)
        tell_rejects(intake.rejects, len(intake.articles), ui)
    if intake.rejects and strict:
        raise typer.Exit(REJECTED)
