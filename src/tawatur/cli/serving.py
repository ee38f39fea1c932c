"""The command that opens a desk's workplace: `serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.failures import told
from tawatur.cli.options import Ui

SERVE_EXAMPLES = """\b
Examples:
  tawatur serve ferry.json                     look at a dossier in the browser
  tawatur serve ferry.json harbour.json --ui ar    several, with an Arabic interface
  tawatur serve news.archive                   everything an archive holds
  tawatur serve                                nothing yet: paste texts, addresses or files there"""


def serve(
    named: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARCHIVE|DOSSIER…]", help="An archive, or dossiers that were written as .json.", show_default=False
        ),
    ] = None,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="Where to listen: this machine only.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")] = 8282,
    host_name: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Also answer to this name; may be given several times.")
    ] = None,
    ui: Ui = "en",
) -> None:
    """Open stories, claims and articles in the browser, in Arabic or English, and make new dossiers there.

    The address is printed once the program listens; Ctrl-C ends it. It listens on this machine only, unless told
    otherwise, and asks nothing of any other machine, unless you give it addresses to read. Dossiers are put into a
    temporary archive, which is gone afterwards.
    """
    from tawatur.cli.loading import load_dossier

    with told(ui):
        from tawatur.serving.running import serve as run

        run(named or [], load_dossier, host, port, ui, host_name or [])
