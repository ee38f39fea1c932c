"""The options and arguments that several commands share, each with the help it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

REJECTED = 7
"""Exit code with --strict when parts of the input were rejected."""

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Files (.txt, .html, .json, .jsonl, .warc, .parquet), folders, addresses, feeds, or - for stdin.",
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 7 if any part of the input was rejected.")]
Ui = Annotated[
    Literal["en", "ar"],
    typer.Option(
        "--ui", envvar="TAWATUR_UI", show_envvar=False,
        help="Language of the interface: English or Arabic. Else that in TAWATUR_UI.",
    ),
]  # fmt: skip
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .json, .html or .md. Replaces it."),
]
Form = Annotated[
    Literal["json", "html", "markdown", "terminal"] | None,
    typer.Option("--format", help="What to write, where the file's name does not tell (or to stdout)."),
]
TraceOutput = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to this file: .json or .md. Replaces it."),
]
TraceForm = Annotated[
    Literal["json", "markdown", "terminal"] | None,
    typer.Option("--format", help="What to write, where the file's name does not tell (or to stdout)."),
]

AskModel = Annotated[
    str | None,
    typer.Option(
        "--ask-model", metavar="URL", help="Send article text to the language model at this OpenAI-compatible address."
    ),
]
Model = Annotated[str | None, typer.Option("--model", metavar="NAME", help="Which model to ask there.")]
