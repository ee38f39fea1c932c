"""The tools as a server of the Model Context Protocol (official SDK), over stdio or streamable HTTP."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Annotated, Any, Literal, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from tawatur.errors import TawaturError
from tawatur.reading.asking import Web
from tawatur.serving.agents import tools
from tawatur.store import Archive

T = TypeVar("T")
Tool = TypeVar("Tool", bound=Callable[..., Any])

INSTRUCTIONS = """tawatur holds what several outlets, Arabic first, published about the same events, and says how many
INDEPENDENT origins stand behind each claim. Forty reprints of one agency are one origin. Ask corroborate before you
call something confirmed; write the claim in Arabic, as one sentence with its names and numbers. Intervals are [at
least, at most]; only "at least 2" is corroborated. An answer of cannot_tell means just that. Quote the exact words with
their outlet and address, and keep the caveats. Nothing here says what is true."""

Since = Annotated[
    str | None, Field(description="Only articles published from then on: 2031-05-06 or 2031-05-06T08:00:00Z")
]
Until = Annotated[str | None, Field(description="Only articles published before then")]


def agent_server(archive: Archive, *, web: Web | None = None) -> MCPServer[Any]:
    """The server on an archive. With `web`, `read_article` may ask public addresses that the archive does not have."""

    server: MCPServer[Any] = MCPServer(
        "tawatur", title="tawatur", instructions=INSTRUCTIONS, version=version("tawatur"), log_level="WARNING"
    )

    def asked(work: Callable[[], T]) -> T:
        """Run a tool; what a user would be told in plain words, an agent is told too."""
        try:
            return work()
        except TawaturError as error:
            raise ToolError(tools.plain(error)) from None

    def tool(title: str, *, open_world: bool = False) -> Callable[[Tool], Tool]:
        notes = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=open_world)
        return server.tool(title=title, annotations=notes)

    @tool("Is a claim corroborated?")
    def corroborate(
        claim: Annotated[
            str, Field(description="One sentence, in the language of the articles, with its names and numbers")
        ],
        since: Since = None,
        until: Until = None,
        passages: Annotated[int, Field(description="Most passages of each side (1 to 20)")] = 5,
    ) -> dict[str, Any]:
        """Who says a claim and who denies it, on whose word, and how many independent origins either side has.

        answer: corroborated (two independent origins at least, nobody denies it), disputed, denied, one_origin (all go
        back to one), cannot_tell.
        """
        return asked(partial(tools.corroborate_claim, archive, claim, since, until, passages))

    @tool("List stories")
    def list_stories(
        words: Annotated[str | None, Field(description="Words that statements of the story hold")] = None,
        outlet: Annotated[str | None, Field(description="Key of an outlet, as lists show it")] = None,
        place: Annotated[str | None, Field(description="A place in the headlines, as facets have it")] = None,
        speaker: Annotated[str | None, Field(description="Somebody who is quoted, as facets have it")] = None,
        since: Since = None,
        until: Until = None,
        corroborated: Annotated[bool, Field(description="Only stories with a corroborated claim")] = False,
        conflicting: Annotated[bool, Field(description="Only stories with a conflict")] = False,
        limit: Annotated[int, Field(description="1 to 20")] = 10,
        after: Annotated[str | None, Field(description="The next of the answer before")] = None,
    ) -> dict[str, Any]:
        """Stories that several outlets report, the latest first: outlets beside corroborated claims and conflicts."""
        work = partial(
            tools.list_stories,
            archive,
            words,
            outlet,
            place,
            speaker,
            since,
            until,
            corroborated,
            conflicting,
            limit,
            after,
        )
        return asked(work)

    @tool("Get a story's dossier")
    def get_dossier(
        story: Annotated[str, Field(description="Id of a story, from list_stories")],
        part: Literal["summary", "claims", "conflicts", "figures", "sources", "articles"] = "summary",
        limit: Annotated[int, Field(description="Rows, 1 to 20")] = 10,
        start: Annotated[int, Field(description="The next_start of the answer before")] = 0,
    ) -> dict[str, Any]:
        """A part of what is known of one story: a summary, or its claims, conflicts, figures, sources or articles."""
        return asked(partial(tools.get_dossier, archive, story, part, limit, start))

    @tool("Trace a statement")
    def trace_statement(
        statement: Annotated[str, Field(description="Id of a statement, as in every answer")],
    ) -> dict[str, Any]:
        """On whose word one statement stands, by which words that shows, which claim it belongs to, and why."""
        return asked(partial(tools.trace_statement, archive, statement))

    @tool("Read an article", open_world=web is not None)
    def read_article(
        article: Annotated[str, Field(description="Id or address of an article")],
        limit: Annotated[int, Field(description="Statements, 1 to 50")] = 20,
        start: Annotated[int, Field(description="The next_start of the answer before")] = 0,
    ) -> dict[str, Any]:
        """Who says what in one article: every statement with its chain of speakers, exact words and spans."""
        return asked(partial(tools.read_article, archive, article, limit, start, web=web))

    return server
