"""What the `tawatur` command can do: the one list of its commands, and the help that introduces them."""

from __future__ import annotations

from typing import Annotated

import typer

from tawatur.cli import agents, archive, batch, copying, gathering, one_story, people, plotting, serving, watching
from tawatur.cli.delivery import show

ABOUT = """Who says what, on whose word, and how many independent origins stand behind it.

Give it several outlets' reports of one event, Arabic first. It finds every statement with the words that carry it,
joins those that say the same into claims, and tells how many independent origins each claim has, where the accounts
part, and what only one outlet says. It works offline, unless you name an address to read or a language model to ask,
and changes nothing but the file you name."""

EXAMPLES = """\b
Examples:
  tawatur demo                                  see it work on a sample story
  tawatur dossier a.html b.txt c.json           read three articles, show the result here
  tawatur dossier story/ -o report.html         a folder in, a report for the browser out
  tawatur dossier story/ -o report.html --ui ar     an Arabic interface
  tawatur dossier story/ -o story.json          keep the dossier, to explain it later:
  tawatur explain story.json c03                why is claim c03 what it is?
  tawatur trace "SENTENCE" story/               who supports this sentence, who denies it?
  tawatur fetch https://example.org/feed.xml -o articles.jsonl     keep what a feed lists
  tawatur plot story.json matrix -o matrix.svg  claims across outlets as a picture
  tawatur watch feeds.opml --archive news.db    follow feeds, tell what is new
  tawatur stories news/ -o stories.json         many articles in, the events they report out
  tawatur copies news/ -o copies.json           many articles in, the wording they share out
  tawatur batch month.jsonl --out month/        a large job, that can be stopped and gone on with
  tawatur archive add news/ --archive news.db   keep everything, and search it: tawatur archive search
  tawatur serve story.json                      look at dossiers in the browser

\b
Exit codes:
  0  done; rejected parts of the input, if any, are named on stderr
  1  a defect of the program
  2  the command line is wrong, or the ending of FILE tells no format
  3  nothing readable was given
  4  the result could not be written, to a file or to standard output
  5  not a dossier, or it has no such id
  6  an optional part is not installed
  7  with --strict: parts of the input were rejected, the rest was written
  8  an archive cannot be opened or written, or is not whole"""

# Plain help: formatting it with rich would take a third of the start-up time.
app = typer.Typer(
    help=ABOUT, epilog=EXAMPLES, rich_markup_mode=None, add_completion=False, no_args_is_help=True,
    pretty_exceptions_enable=False, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)  # fmt: skip


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


COMMANDS = (
    (one_story.dossier, "Read several reports of one event.", one_story.DOSSIER_EXAMPLES),
    (one_story.explain, "Show why a dossier says what it says.", one_story.EXPLAIN_EXAMPLES),
    (one_story.trace, "Find what supports or denies a sentence.", one_story.TRACE_EXAMPLES),
    (plotting.plot, "Draw a dossier as SVG or PNG.", plotting.EXAMPLES),
    (
        gathering.fetch,
        "Turn feeds, sitemaps, addresses and files into JSON lines of articles.",
        gathering.FETCH_EXAMPLES,
    ),
    (gathering.stories, "Group any number of articles into the events they report.", gathering.STORIES_EXAMPLES),
    (copying.copies, "Find the wording that any number of articles share.", copying.COPIES_EXAMPLES),
    (watching.watch, "Follow feeds into an archive and tell what is new.", watching.EXAMPLES),
    (serving.serve, "Open stories in the browser, or make new dossiers there.", serving.SERVE_EXAMPLES),
    (agents.mcp, "Serve software agents (MCP) over stdio.", agents.EXAMPLES),
    (batch.batch, "Do a large job in parts, on all cores or on a cluster.", batch.BATCH_EXAMPLES),
    (one_story.demo, "Run the whole program on a sample story.", None),
)
for work, help_text, examples in COMMANDS:
    app.command(short_help=help_text, epilog=examples)(work)
app.add_typer(archive.app, name="archive", short_help="Keep everything in an archive, and search it.")
app.add_typer(people.app, name="people", short_help="Look after the people who share an archive.")
