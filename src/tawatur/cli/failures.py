"""How an error is told: what, where and why, then what to do; a traceback only when TAWATUR_DEBUG is set."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tawatur.errors import InputError, OutputError, TawaturError

if TYPE_CHECKING:
    from tawatur.writing.messages import UI, Messages

DEFECT, INTERRUPTED = 1, 130
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF}


class CommandLineError(TawaturError):
    """The command line asks for something that is not there."""

    exit_code = 2


@contextmanager
def told(ui: UI = "en") -> Iterator[None]:
    """Turn whatever is raised inside into plain words on stderr, in `ui`, and the exit code that belongs to it."""
    from typer import Exit

    try:
        yield
    except Exit:
        raise
    except KeyboardInterrupt:
        say(_messages(ui).text("cli_stopped"))
        raise SystemExit(INTERRUPTED) from None
    except TawaturError as error:
        _debug()
        _tell(error, ui)
        raise SystemExit(error.exit_code) from None
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _NO_ROOM and error.filename is None:
            abandon_stdout()  # help or a version, to a full disk
            say(_messages(ui).text("cli_no_stdout", _cause(error)))
            raise SystemExit(OutputError.exit_code) from None
        _debug()
        say(_messages(ui).text("cli_defect", f"{type(error).__name__}: {error}"))
        say(_messages(ui).text("cli_defect_report"), prefix="")
        raise SystemExit(DEFECT) from None


def _tell(error: TawaturError, ui: UI) -> None:
    text, remedy = str(error), error.remedy
    if ui != "en":
        messages = _messages(ui)
        text = messages.reason(error.told) if error.told else text
        remedy = messages.reason(error.advice) if error.advice else remedy
        if isinstance(error, InputError):
            lines = [f"  {one.where}: {messages.reason(one.reason)}" for one in error.rejects]
            text, remedy = "\n".join([messages.text("cli_nothing_read"), *lines]), messages.text("cli_nothing_read_do")
    say(text)
    if remedy:
        say(_messages(ui).text("cli_what_to_do", remedy if remedy[-1] in ".?!؟" else f"{remedy}."), prefix="")


def say(text: str, *, prefix: str = "tawatur: ") -> None:
    """One message on stderr, whatever its encoding can hold; none where there is no stderr."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    print(prefix + text.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def abandon_stdout() -> None:
    """Let what Python still holds for stdout go nowhere; it would complain when it flushes at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):  # no stdout, or one that is no file
        return


def _cause(error: OSError) -> str:
    return error.strerror or str(error)


def _messages(ui: UI) -> Messages:
    from tawatur.writing.messages import Messages

    return Messages(ui, {})


def _debug() -> None:
    if os.environ.get("TAWATUR_DEBUG"):
        raise  # what the caller is handling
