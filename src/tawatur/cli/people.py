"""`tawatur people`: who may use an archive that is shared, and their programs' tokens."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tawatur.cli.archive import Where
from tawatur.cli.failures import say, told
from tawatur.cli.options import Ui

if TYPE_CHECKING:
    from tawatur.store.people import Person

ABOUT = """Look after the people who share an archive, and their programs' tokens.

An archive without people is its user's alone, and tawatur serve asks nobody who they are. Once there is somebody, the
server asks everyone to sign in: a reader reads, an editor also makes dossiers and judges, an admin also looks after
people. Passwords are asked for, or read from standard input; only their argon2 hashes are kept."""

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name to sign in with.")]
Role = Annotated[Literal["reader", "editor", "admin"], typer.Option("--role", help="What they may do.")]

app = typer.Typer(
    help=ABOUT, rich_markup_mode=None, no_args_is_help=True, pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)  # fmt: skip


@app.command(
    short_help="Take somebody in.",
    epilog="""\b
Examples:
  tawatur people add Layla --role admin --archive postgresql://desk@db.example.org/news
  echo "$PASSWORD" | tawatur people add Sami --role editor --archive news.db""",
)
def add(name: Name, archive: Where, role: Role = "reader", ui: Ui = "en") -> None:
    """Take somebody in. The first person should be an admin."""
    from tawatur.store import open_archive, people

    with told(ui), open_archive(archive) as opened:
        password = _password(ui)
        with opened.writing() as session:
            _shown([people.add_person(session, name, role, password)], ui)


@app.command("list", short_help="Show everybody.")
def list_(archive: Where, ui: Ui = "en") -> None:
    """Show everybody with their role."""
    from tawatur.store import open_archive, people

    with told(ui), open_archive(archive, create=False) as opened, opened.reading() as session:
        found = people.people(session)
        _shown(found, ui)
        if not found:
            from tawatur.writing.messages import Messages

            say(Messages(ui, {}).text("people_nobody"))


@app.command(short_help="Give somebody another role or password, shut them out or let them in.")
def change(
    name: Name,
    archive: Where,
    role: Annotated[Literal["reader", "editor", "admin"] | None, typer.Option("--role", help="The new role.")] = None,
    password: Annotated[bool, typer.Option("--password", help="Ask for a new password.")] = False,
    shut: Annotated[bool | None, typer.Option("--shut-out/--let-in", help="Whether they may come in.")] = None,
    ui: Ui = "en",
) -> None:
    """Change somebody; they have to sign in again. What they judged stays, with their name."""
    from tawatur.store import open_archive, people

    with told(ui), open_archive(archive, create=False) as opened:
        new = _password(ui) if password else None
        with opened.writing() as session:
            _shown([people.change_person(session, name, role=role, password=new, shut=shut)], ui)


@app.command(short_help="Make a token for a program.")
def token(
    name: Name,
    archive: Where,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What it is for.")] = "",
    scope: Annotated[
        list[str] | None, typer.Option("--scope", help="read, judge, make or admin; may be given several times.")
    ] = None,
    days: Annotated[int | None, typer.Option(metavar="N", min=1, help="Days after which it ends.")] = None,
    ui: Ui = "en",
) -> None:
    """Make a token for a program of somebody's, and show its key: this once, for it is kept nowhere.

    A program sends it as "Authorization: Bearer KEY".
    """
    from tawatur.cli.delivery import show
    from tawatur.store import open_archive, people

    with told(ui), open_archive(archive, create=False) as opened, opened.writing() as session:
        show(people.add_token(session, name, label, scope or ["read"], days)[1])


def _shown(some: list[Person], ui: Literal["en", "ar"]) -> None:
    from tawatur.cli.delivery import show
    from tawatur.writing.messages import Messages
    from tawatur.writing.plain import one_line

    messages = Messages(ui, {})
    for one in some:
        state = f" ({messages.text('person_shut')})" if one.shut else ""
        show(f"{one_line(one.name)}  {messages.text(f'role_{one.role}')}{state}")


def _password(ui: Literal["en", "ar"]) -> str:
    """The password, asked for twice without showing it, or the first line of standard input."""
    from tawatur.cli.failures import CommandLineError
    from tawatur.model import Reason
    from tawatur.writing.messages import Messages

    if sys.stdin is None or not sys.stdin.isatty():
        return (sys.stdin.readline() if sys.stdin is not None else "").rstrip("\r\n")
    from getpass import getpass

    messages = Messages(ui, {})
    first = getpass(messages.text("ask_password"))
    if first != getpass(messages.text("ask_password_again")):
        raise CommandLineError(
            "the two passwords differ",
            remedy="try again; nothing was changed",
            told=Reason("cli.passwords_differ"),
            advice=Reason("cli.passwords_differ_do"),
        )
    return first
