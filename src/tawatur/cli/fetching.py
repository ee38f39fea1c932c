"""Where the articles of `tawatur fetch` go, and what is said of a run."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from tawatur.cli.delivery import file_mode, show
from tawatur.cli.failures import say
from tawatur.errors import InputError, OutputError
from tawatur.model import Reason

if TYPE_CHECKING:
    from tawatur.cli.collecting import Lines, Tally
    from tawatur.writing.messages import UI


def fetch(inputs: list[str], output: Path | None, state_file: Path | None, limit: int | None, ui: UI) -> Tally:
    """Run it; the counts are told on stderr, also when the user stops it."""
    from tawatur.cli.collecting import Tally, collect
    from tawatur.cli.progress import progress_bar
    from tawatur.reading import Web
    from tawatur.reading.web.limits import Limits
    from tawatur.reading.web.state import State

    state = State.load(state_file) if state_file else State()
    limits = Limits(pages=limit) if limit is not None else Limits()
    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    tally = Tally()
    try:
        with _lines(output, keep=state_file is not None) as lines, progress_bar(ui) as bar:
            told = bar or (lambda _stage, _done, _all: None)
            web = Web(limits=limits, state=state, told=lambda done, all: told("reading", done, all))
            collect(inputs, lines, tally, web=web, state=state, save=state_file, stdin=stdin)
            if not tally.written and tally.lost == sum(tally.dropped.values()):
                raise InputError("nothing could be read:" + _shown(tally, "en"), rejects=tuple(tally.first.values()))
    except KeyboardInterrupt:
        if state_file is None:
            raise
        _tell(tally, ui)
        say(_text("cli_fetched_stopped", ui))
        raise SystemExit(130) from None
    except OSError as error:
        raise _unwritten(output or state_file, error) from None
    _tell(tally, ui)
    return tally


@contextmanager
def _lines(output: Path | None, *, keep: bool) -> Iterator[Lines]:
    """The lines of the output.

    With `keep` the file is continued in place. Else it is replaced when all is done, and stays as it is until then.
    Standard output, a pipe or a device gets each line as it comes, and a nameless file holds them to be found again.
    """
    from tawatur.cli.collecting import Lines

    if output is None:
        with tempfile.TemporaryFile() as file:
            yield Lines(cast(BinaryIO, file), show)
    elif output.exists() and not output.is_file() and not output.is_dir():
        with tempfile.TemporaryFile() as file, output.open("w", encoding="utf-8") as device:
            yield Lines(cast(BinaryIO, file), lambda line: (device.write(line), None)[1])
    elif keep:
        output.touch()
        with output.open("r+b") as file:
            yield Lines(file)
    else:
        with _replaced(output.resolve()) as whole:
            yield Lines(whole)


@contextmanager
def _replaced(target: Path) -> Iterator[BinaryIO]:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
        part.chmod(file_mode(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _tell(tally: Tally, ui: UI) -> None:
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    text = messages.count("cli_fetched", tally.written)
    if tally.versions:
        text += ("، " if ui == "ar" else ", ") + messages.count("cli_fetched_versions", tally.versions)
    say(text)
    if tally.dropped:
        say(messages.count("cli_fetched_dropped", sum(tally.dropped.values())) + _shown(tally, ui))


def _shown(tally: Tally, ui: UI) -> str:
    """One line for each kind of loss: how many, and the first of them."""
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    order = sorted(tally.dropped, key=lambda code: (-tally.dropped[code], code))
    return "".join(f"\n  {tally.dropped[code]} × {messages.reason(tally.first[code].reason)}" for code in order)


def _text(key: str, ui: UI) -> str:
    from tawatur.writing.messages import Messages

    return Messages(ui, {}).text(key)


def _unwritten(path: Path | None, error: OSError) -> OutputError:
    why = error.strerror or str(error)
    return OutputError(
        f"cannot write {path}: {why}",
        remedy="name a file in a folder that exists and that you may write to; the input was read without error",
        told=Reason("cli.cannot_write", (str(path), why)),
        advice=Reason("cli.cannot_write_do"),
    )
