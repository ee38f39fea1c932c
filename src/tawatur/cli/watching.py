"""The command that follows feeds into an archive."""

from __future__ import annotations

import re
from typing import Annotated, Literal

import typer

from tawatur.cli.archive import Where
from tawatur.cli.failures import CommandLineError, told
from tawatur.cli.options import Ui

EXAMPLES = """\b
Examples:
  tawatur watch feeds.opml --archive news.db                      follow feeds, look every 15 minutes
  tawatur watch https://example.org/feed.xml --archive news.db --every 5m
  tawatur watch feeds.opml --archive news.db --once               one round, for cron
  tawatur watch feeds.opml --archive postgresql://desk@host/news --webhook https://example.org/hook
  tawatur watch feeds.opml --archive news.db --tell corroborated --tell conflict --format json"""

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_LEAST = 30


def watch(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT", help="Feeds, OPML lists, sitemaps, addresses, files.", show_default=False),
    ],
    archive: Where,
    every: Annotated[
        str, typer.Option(metavar="TIME", help="From the beginning of one round to the next: 90s, 15m, 2h.")
    ] = "15m",
    once: Annotated[bool, typer.Option("--once", help="One round, then end; with 3 if nothing could be read.")] = False,
    tell: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KIND", help="corroborated, conflict, figure or lone; may be given several times. Else everything."
        ),
    ] = None,
    form: Annotated[
        Literal["terminal", "json"],
        typer.Option("--format", help="How to tell it: for people, or a JSON object a line."),
    ] = "terminal",
    post: Annotated[
        str | None,
        typer.Option(
            "--webhook",
            metavar="URL",
            help="Post what is new there, as JSON. TAWATUR_WEBHOOK_TOKEN is sent as bearer token.",
        ),
    ] = None,
    limit: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Most pages from one named address in a round (200).")
    ] = None,
    ui: Ui = "en",
) -> None:
    """Follow feeds into an archive and tell what is new: a claim newly corroborated, a conflict, a changed figure, what
    only one outlet says.

    In every round the sources are asked for what has changed, politely (see tawatur fetch); new articles are read and
    grouped, and the dossier of every story of several outlets that changed is made anew. All of it stays in the
    archive: look into it with tawatur archive and tawatur serve. A run may be stopped or killed at any moment; the next
    one goes on where it was. What is new goes to standard output, losses and counts to stderr.
    """
    from tawatur.cli.following import follow

    with told(ui):
        follow(
            inputs,
            archive,
            seconds=_seconds(every),
            once=once,
            kinds=_kinds(tell),
            form=form,
            webhook=post,
            limit=limit,
            ui=ui,
        )


def _kinds(tell: list[str] | None) -> tuple[str, ...]:
    """The kinds of news to tell of. Raises CommandLineError for one that does not exist."""
    from tawatur.dossier.developments import KINDS
    from tawatur.model import Reason

    for kind in tell or ():
        if kind not in KINDS:
            known = ", ".join(KINDS)
            raise CommandLineError(
                f"there is no kind of news {kind}",
                remedy=f"give {known}, or leave --tell away for all of them; nothing was read",
                told=Reason("cli.tell", (kind,)),
                advice=Reason("cli.tell_do", (known,)),
            )
    return tuple(tell or KINDS)


def _seconds(every: str) -> float:
    """A length of time, in seconds. Raises CommandLineError where it is none, or is shorter than is polite."""
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd]?)", every.strip().lower())
    seconds = float(match[1]) * _UNITS[match[2] or "s"] if match else 0.0
    if seconds >= _LEAST:
        return seconds
    from tawatur.model import Reason

    raise CommandLineError(
        f"{every} is no time to wait between two rounds",
        remedy=f"give a number with s, m, h or d, {_LEAST}s at least, as in --every 15m; nothing was read",
        told=Reason("cli.every", (every,)),
        advice=Reason("cli.every_do", (str(_LEAST),)),
    )
