"""The command that serves software agents over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.archive import Where
from tawatur.cli.failures import told
from tawatur.cli.options import Ui

EXAMPLES = """\b
Examples:
  tawatur mcp --archive news.db                 as a client's configuration starts it
  tawatur mcp --archive news.db --web           may also read public addresses it is asked for

\b
In a client's configuration:
  {"mcpServers": {"tawatur": {"command": "tawatur", "args": ["mcp", "--archive", "/path/news.db"]}}}"""


def mcp(
    archive: Where,
    web: Annotated[
        bool, typer.Option("--web", help="Let agents read articles at public addresses that the archive lacks.")
    ] = False,
    ui: Ui = "en",
) -> None:
    """Serve software agents (Model Context Protocol) over standard input and output.

    They can ask whether a claim is corroborated, list stories, get a dossier, trace a statement and read an article.
    Answers are small, with exact words, intervals and caveats; where the archive does not settle a claim, the answer is
    that it cannot tell. The archive is only read. For agents over HTTP see tawatur serve.
    """
    with told(ui):
        from tawatur.reading import Web
        from tawatur.reading.extras import load
        from tawatur.store import open_archive

        load("mcp", "serve")
        from tawatur.serving.agents.server import agent_server

        with open_archive(archive, create=False) as opened:
            agent_server(opened, web=Web() if web else None).run("stdio")
