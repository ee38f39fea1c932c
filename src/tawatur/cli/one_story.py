"""The commands on one story: its dossier, why that says what it says, a sentence followed through it, the sample."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from tawatur.cli.delivery import TRACE_SUFFIXES, chosen_format, deliver, refuse_an_input, render, render_trace, show
from tawatur.cli.failures import told
from tawatur.cli.options import REJECTED, AskModel, Form, Inputs, Model, Output, Strict, TraceForm, TraceOutput, Ui
from tawatur.cli.telling import tell_model, tell_rejects

if TYPE_CHECKING:
    from tawatur.model import Dossier
    from tawatur.writing.messages import UI

DOSSIER_EXAMPLES = """\b
Examples:
  tawatur dossier a.html b.txt
  tawatur dossier reports/ --story ferry -o ferry.html --ui ar
  curl -s https://example.org/articles.jsonl | tawatur dossier - --format json
  tawatur dossier reports/ -o ferry.html --ask-model http://127.0.0.1:8080 --model NAME"""
EXPLAIN_EXAMPLES = """\b
Examples:
  tawatur explain story.json c03            a claim: why these statements are one, and why this many origins
  tawatur explain story.json a1.04          a statement: on whose word it stands, and from which words that shows
  tawatur explain story.json c03~c07        a conflict of two claims"""
TRACE_EXAMPLES = """\b
Examples:
  tawatur trace "غرقت العبّارة بعد اصطدامها بصخرة" reports/
  tawatur trace "غرقت العبّارة بعد اصطدامها بصخرة" reports/ --ui ar
  tawatur trace "غرقت العبّارة بعد اصطدامها بصخرة" a.html b.txt -o trace.md
  curl -s https://example.org/articles.jsonl | tawatur trace "SENTENCE" - --format json"""


def dossier(
    inputs: Inputs,
    output: Output = None,
    ui: Ui = "en",
    story: Annotated[str | None, typer.Option(metavar="NAME", help="Name of the story, for the report.")] = None,
    form: Form = None,
    strict: Strict = False,
    ask_model: AskModel = None,
    model: Model = None,
) -> None:
    """Read several reports of one event and say what stands behind each claim.

    A .json file holds one article, a list, or {"articles": [...]}; a .jsonl file holds one article a line. An article
    has a text and, where known, id, title, outlet, url and published. What cannot be read is named on stderr; the rest
    is processed.

    With --ask-model and --model, a language model is asked who vouches for the statements whose speaker is uncertain.
    The text of their articles is sent to that address. An answer counts only when its words stand in the article; the
    report says what was asked and what came of it. A key, if the server wants one, goes into TAWATUR_MODEL_KEY.
    """
    with told(ui):
        written = chosen_format(output, form)
        refuse_an_input(output, inputs)
        made = _build(inputs, story, ui, ask_model, model)
        deliver(render(made, written, ui), output)
        tell_rejects(made.rejects, len(made.articles), ui)
        tell_model(made, ui)
    if made.rejects and strict:
        raise typer.Exit(REJECTED)


def explain(
    path: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier that was written as .json; - for stdin.")],
    id: Annotated[str, typer.Argument(metavar="ID", help="What to explain: ids stand beside every line of a report.")],
    ui: Ui = "en",
) -> None:
    """Show why a dossier says what it says, step by step, with the exact words."""
    from tawatur.cli.loading import load_dossier
    from tawatur.dossier import explain as steps_to
    from tawatur.writing import explanation

    with told(ui):
        loaded = load_dossier(path)
        show(explanation(loaded, steps_to(loaded, id), ui=ui))


def trace(
    sentence: Annotated[
        str,
        typer.Argument(metavar="SENTENCE", help="The sentence to look for, in quotation marks.", show_default=False),
    ],
    inputs: Inputs,
    output: TraceOutput = None,
    ui: Ui = "en",
    form: TraceForm = None,
    strict: Strict = False,
) -> None:
    """Find the passages that support, deny or only discuss a sentence, and say on whose word.

    The articles may be of any number of stories. A passage is found where the words of the sentence stand close
    together. It supports the sentence when it says the same; it denies it when it denies those words, calls them
    untrue, or gives another number or the opposite; else it only discusses the matter, and the reason is told. For
    those that support and for those that deny it, the number of independent origins is given, with the reasons.
    """
    from tawatur.cli.progress import progress_bar
    from tawatur.pipeline import trace as follow

    with told(ui):
        written = chosen_format(output, form, TRACE_SUFFIXES)
        with progress_bar(ui) as progress:
            made = follow(sentence, inputs, stdin=_stdin(inputs), progress=progress)
        deliver(render_trace(made, written, ui), output)
        tell_rejects(made.dossier.rejects, len(made.standings), ui)
    if made.dossier.rejects and strict:
        raise typer.Exit(REJECTED)


def demo(output: Output = None, ui: Ui = "en", form: Form = None) -> None:
    """Run the whole program on a sample story: five invented outlets report an invented event.

    It has an echo of one anonymous source, an independent account, a copied report, figures that conflict, a later
    figure that replaces an earlier one, and an outlet's own comment.
    """
    from tawatur.samples import NAME, story

    with told(ui):
        written = chosen_format(output, form)
        made = _build([str(story())], NAME, ui)
        deliver(render(made, written, ui), output)
        tell_rejects(made.rejects, len(made.articles), ui)


def _build(
    inputs: list[str], story: str | None, ui: UI, ask_url: str | None = None, ask_model: str | None = None
) -> Dossier:
    from tawatur.cli.progress import progress_bar
    from tawatur.pipeline import build
    from tawatur.settings import Settings

    with progress_bar(ui) as progress:
        return build(
            inputs,
            settings=Settings(ask_url=ask_url, ask_model=ask_model),
            story=story,
            stdin=_stdin(inputs),
            progress=progress,
        )


def _stdin(inputs: Sequence[str]) -> BinaryIO | None:
    return sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
