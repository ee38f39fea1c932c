"""What the `tawatur` command can do: dossier, stories, explain, demo."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tawatur.cli.delivery import chosen_format, deliver, render, show
from tawatur.cli.failures import say, told

if TYPE_CHECKING:
    from tawatur.model import Dossier, Intake
    from tawatur.writing.messages import UI

REJECTED = 7

ABOUT = """Who says what, on whose word, and how many independent origins stand behind it.

Give it several outlets' reports of one event, Arabic first. It finds every statement with the words that carry it,
joins those that say the same into claims, and tells how many independent origins each claim has, where the accounts
part, and what only one outlet says. It works offline, unless you name a language model to ask, and changes nothing
but the file you name."""

EXAMPLES = """\b
Examples:
  tawatur demo                                  see it work on a sample story
  tawatur dossier a.html b.txt c.json           read three articles, show the result here
  tawatur dossier story/ -o report.html         a folder in, a report for the browser out
  tawatur dossier story/ -o report.html --ui ar     an Arabic interface
  tawatur dossier story/ -o story.json          keep the dossier, to explain it later:
  tawatur explain story.json c03                why is claim c03 what it is?
  tawatur stories news/ -o stories.json         many articles in, the events they report out

\b
Exit codes:
  0  done; rejected parts of the input, if any, are named on stderr
  1  a defect of the program
  2  the command line is wrong, or the ending of FILE tells no format
  3  nothing readable was given
  4  the result could not be written, to a file or to standard output
  5  not a dossier, or it has no such id
  6  an optional part is not installed
  7  with --strict: parts of the input were rejected, the rest was written"""

# Plain help: formatting it with rich would take a third of the start-up time.
app = typer.Typer(
    help=ABOUT, epilog=EXAMPLES, rich_markup_mode=None, add_completion=False, no_args_is_help=True,
    pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)  # fmt: skip


Ui = Annotated[Literal["en", "ar"], typer.Option("--ui", help="Language of the interface: English or Arabic.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .json, .html or .md. Replaces it."),
]
Form = Annotated[
    Literal["json", "html", "markdown", "terminal"] | None,
    typer.Option("--format", help="What to write, where the file's name does not tell (or to stdout)."),
]

AskModel = Annotated[
    str | None,
    typer.Option(
        "--ask-model", metavar="URL", help="Send article text to the language model at this OpenAI-compatible address."
    ),
]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="Which model to ask there.")]


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        show(f"tawatur {version('tawatur')}")
        raise typer.Exit


@app.callback()
def tawatur(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Hold the options of the command itself."""


@app.command(
    short_help="Read several reports of one event.",
    epilog="""\b
Examples:
  tawatur dossier a.html b.txt
  tawatur dossier reports/ --story ferry -o ferry.html --ui ar
  curl -s https://example.org/articles.jsonl | tawatur dossier - --format json
  tawatur dossier reports/ -o ferry.html --ask-model http://127.0.0.1:8080 --model NAME""",
)
def dossier(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files (.txt, .html, .json, .jsonl), folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    output: Output = None,
    ui: Ui = "en",
    story: Annotated[str | None, typer.Option(metavar="NAME", help="Name of the story, for the report.")] = None,
    form: Form = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 7 if any part of the input was rejected.")
    ] = False,
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
        made = _build(inputs, story, ui, ask_model, model)
        deliver(render(made, written, ui), output)
        _tell_rejects(made, ui)
        _tell_model(made, ui)
    if made.rejects and strict:
        raise typer.Exit(REJECTED)


@app.command(
    short_help="Group any number of articles into the events they report.",
    epilog="""\b
Examples:
  tawatur stories week.jsonl                          show the stories that several outlets carry
  tawatur stories week.jsonl -o stories.json          all of them, with the reasons, for programs
  tawatur stories news/ -o stories.json --dossiers out/   and a dossier for each story of several outlets
  zcat week.jsonl.gz | tawatur stories - --format json""",
)
def stories(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files (.txt, .html, .json, .jsonl), folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
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
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 7 if any part of the input was rejected.")
    ] = False,
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
        _tell_rejects(intake, ui)
    if intake.rejects and strict:
        raise typer.Exit(REJECTED)


@app.command(
    short_help="Show why a dossier says what it says.",
    epilog="""\b
Examples:
  tawatur explain story.json c03            a claim: why these statements are one, and why this many origins
  tawatur explain story.json a1.04          a statement: on whose word it stands, and from which words that shows
  tawatur explain story.json c03~c07        a conflict of two claims""",
)
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


@app.command(short_help="Run the whole program on a sample story.")
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
        _tell_rejects(made, ui)


def _build(
    inputs: list[str], story: str | None, ui: UI, ask_url: str | None = None, ask_model: str | None = None
) -> Dossier:
    from tawatur.cli.progress import progress_bar
    from tawatur.pipeline import build
    from tawatur.settings import Settings

    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    with progress_bar(ui) as progress:
        return build(
            inputs,
            settings=Settings(ask_url=ask_url, ask_model=ask_model),
            story=story,
            stdin=stdin,
            progress=progress,
        )


def _tell_rejects(made: Dossier | Intake, ui: UI) -> None:
    if not made.rejects:
        return
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    say(
        messages.count("cli_rejects", len(made.rejects))
        + " "
        + messages.text("cli_rejects_read", messages.count("gen_articles", len(made.articles)))
    )
    for reject in made.rejects:
        say(f"{reject.where}: {messages.reason(reject.reason)}", prefix="  ")


def _tell_model(made: Dossier, ui: UI) -> None:
    """What was asked of a language model and what came of it, on stderr too: a file is not always read at once."""
    of_model = [finding.reason for finding in made.findings if finding.reason.code.startswith("second_reader.")]
    if of_model:
        from tawatur.writing.messages import Messages

        for reason in of_model:
            say(Messages(ui, {}).reason(reason))
