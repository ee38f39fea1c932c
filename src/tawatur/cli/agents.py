"""The command that serves software agents over standard input and output."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli.archive import Where
from tawatur.cli.failures import told
from tawatur.cli.options import Ui
from tawatur.errors import OutputError

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
            server = agent_server(opened, web=Web() if web else None)
            try:
                server.run("stdio")
            except* OSError as gone:  # the client ended, or what takes the answers is full
                raise _unheard(gone) from None


def _unheard(gone: BaseExceptionGroup[OSError]) -> OutputError:
    from tawatur.model import Reason

    cause: BaseException = gone
    while isinstance(cause, BaseExceptionGroup):
        cause = cause.exceptions[0]
    why = getattr(cause, "strerror", None) or str(cause)
    return OutputError(
        f"the client takes no more answers: {why}",
        remedy="start it again from the client; nothing in the archive was changed",
        told=Reason("serving.unheard", (why,)),
        advice=Reason("serving.unheard_do"),
    )
