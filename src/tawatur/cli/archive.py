"""`tawatur archive`: the command lines of an archive; what they do is in `archiving`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from tawatur.cli.failures import told
from tawatur.cli.options import REJECTED, Inputs, Strict, Ui

ABOUT = """Keep articles, what was read from them, and their stories in an archive, and search it.

An archive is one file (news.db), or a PostgreSQL database that a team shares (postgresql://USER:PASSWORD@HOST/NAME).
Several processes may read it while one writes. What was written stays, however the writing process ends."""

Where = Annotated[
    str,
    typer.Option(
        "--archive", "-a", metavar="WHERE", envvar="TAWATUR_ARCHIVE", show_default=False,
        help="The archive: a file, or postgresql://USER:PASSWORD@HOST/NAME. Else that in TAWATUR_ARCHIVE.",
    ),
]  # fmt: skip

app = typer.Typer(
    help=ABOUT, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)  # fmt: skip


@app.command(
    short_help="Take articles in and read their statements.",
    epilog="""\b
Examples:
  tawatur archive add news/ week.jsonl --archive news.db
  tawatur archive add CC-NEWS-20310502.warc.gz --archive news.db --no-statements
  tawatur archive add https://example.org/feed.xml --archive postgresql://desk@db.example.org/news""",
)
def add(
    inputs: Inputs,
    archive: Where,
    statements: Annotated[
        bool, typer.Option("--statements/--no-statements", help="Also read who says what, and make dossiers (slower).")
    ] = True,
    ui: Ui = "en",
    strict: Strict = False,
) -> None:
    """Take articles in, read their statements, group them into stories, and make the dossiers of stories of several
    outlets. An archive that is not there yet is made.

    What is there already is known again and left alone, so that a run which was stopped, or killed, goes on where it
    was when the same command is given again. Another text of an article (the same address, or nearly the same words of
    one outlet) becomes its latest version; the earlier text is kept. What was dropped, and why, is counted on stderr
    and in the archive.
    """
    from tawatur.cli.archiving import add_to

    with told(ui):
        lost = add_to(archive, inputs, statements, ui)
    if lost and strict:
        raise typer.Exit(REJECTED)


@app.command(
    short_help="Find articles, statements or claims by their words.",
    epilog="""\b
Examples:
  tawatur archive search 'وزير الخارجية' --archive news.db
  tawatur archive search '"مجلس الأمن" -العراق' --outlet bbc --since 2031-05-01 --archive news.db
  tawatur archive search القتلى --in statements --speaker 'وزارة الصحة' --archive news.db
  tawatur archive search 'kerch strait' --format json --archive news.db""",
)
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help='Words, "phrases", and -words that must not be there.')],
    archive: Where,
    within: Annotated[
        Literal["articles", "statements", "claims"], typer.Option("--in", help="What to look for.")
    ] = "articles",
    speaker: Annotated[
        str, typer.Option(metavar="NAME", help="Of statements and claims: those on the word of this speaker.")
    ] = "",
    outlet: Annotated[
        list[str] | None, typer.Option(metavar="KEY", help="Only articles of this outlet; may be given again.")
    ] = None,
    language: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only articles in this language (ar, en, …).")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="TIME", help="Only what was published then or later.")] = None,
    until: Annotated[str | None, typer.Option(metavar="TIME", help="Only what was published before then.")] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Only articles of this story.")] = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not what fits best.")] = False,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=1000, help="Hits to show.")] = 20,
    after: Annotated[
        str | None, typer.Option(metavar="PLACE", help="Go on from here: the place that the page before gave.")
    ] = None,
    large: Annotated[
        bool, typer.Option("--large", help="Search an index beside the file, for millions of articles.")
    ] = False,
    ui: Ui = "en",
    form: Annotated[Literal["json", "terminal"], typer.Option("--format", help="How to show the hits.")] = "terminal",
) -> None:
    """Find articles, statements or claims by their words, in any spelling.

    All words have to be there. Forms of hamza, ya and ta marbuta, vowel marks, the article, conjunctions, prepositions
    and endings, Arabic and Latin digits never hide a hit. Quotation marks ask for words side by side, a minus for words
    that must not be there. With --large, an index folder beside the file is made or brought up to date first.
    """
    from tawatur.cli.archiving import Wanted, search_in

    with told(ui):
        wanted = Wanted(query, within, speaker, tuple(outlet or ()), tuple(language or ()), since, until, story, newest,
                        limit, after, large)  # fmt: skip
        search_in(archive, wanted, form, ui)


@app.command(
    short_help="Write all tables as Parquet files.",
    epilog="""\b
Examples:
  tawatur archive export --archive news.db --out tables/""",
)
def export(
    archive: Where,
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Where to write; files there are replaced.")],
    ui: Ui = "en",
) -> None:
    """Write all tables as Parquet files, one each; the same archive gives the same files.

    docs/archive.md describes the columns.
    """
    from tawatur.cli.archiving import export_to

    with told(ui):
        export_to(archive, out, ui)


@app.command(short_help="See whether an archive is whole, and what is in it.")
def check(archive: Where, ui: Ui = "en") -> None:
    """See whether an archive is whole, and count what is in it.

    Looks at the database's own structure, at every text, and at whether search and statements are in step with the
    articles. Ends with 8 where something is wrong.
    """
    from tawatur.cli.archiving import check_whole

    with told(ui):
        check_whole(archive, ui)


@app.command(short_help="Bring an archive of an older version up to date.")
def upgrade(archive: Where, ui: Ui = "en") -> None:
    """Bring an archive of an older version up to date, as every command does when it opens one.

    It is done whole or not at all. A file is copied beside itself first (NAME.before-…); of a PostgreSQL database,
    make a backup of your own.
    """
    from tawatur.cli.archiving import bring_up_to_date

    with told(ui):
        bring_up_to_date(archive, ui)
