"""Where a result goes: the terminal, or a file that is either written whole or not touched."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.failures import CommandLineError, abandon_stdout
from tawatur.errors import OutputError

if TYPE_CHECKING:
    from tawatur.model import Dossier
    from tawatur.tracing import Trace
    from tawatur.writing.messages import UI

SUFFIXES = {".json": "json", ".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}
TRACE_SUFFIXES = {ending: form for ending, form in SUFFIXES.items() if form != "html"}


def chosen_format(output: Path | None, named: str | None, suffixes: Mapping[str, str] = SUFFIXES) -> str:
    """The format to write: the one named, else that of the output's suffix in `suffixes`, else the terminal view.

    Raises CommandLineError where neither tells. Called before the work starts, so that none is lost to a slip.
    """
    if named:
        return named
    if output is None:
        return "terminal"
    try:
        return suffixes[output.suffix.lower()]
    except KeyError:
        from tawatur.model import Reason

        known = ", ".join(suffixes)
        remedy = f"use a name that ends in one of {known}, or add --format; nothing was read or written"
        advice = Reason("cli.suffix_do", (known,))
        if output.suffix:
            raise CommandLineError(
                f"cannot tell what to write to {output}: no format goes by the ending {output.suffix}",
                remedy=remedy,
                told=Reason("cli.suffix_unknown", (str(output), output.suffix)),
                advice=advice,
            ) from None
        raise CommandLineError(
            f"cannot tell what to write to {output}: its name has no ending",
            remedy=remedy,
            told=Reason("cli.suffix_absent", (str(output),)),
            advice=advice,
        ) from None


def refuse_an_input(output: Path | None, inputs: Sequence[str]) -> None:
    """Raises CommandLineError where `output` is one of the files to be read, which it would replace."""
    if output is None or not output.is_file():
        return
    for one in inputs:
        if one != "-" and "://" not in one and "\0" not in one and Path(one).is_file() and output.samefile(one):
            from tawatur.model import Reason

            raise CommandLineError(
                f"{output} is to be read, and would be replaced by the result",
                remedy="name another file with -o; nothing was read or written",
                told=Reason("cli.output_is_input", (str(output),)),
                advice=Reason("cli.output_is_input_do"),
            )


def render(dossier: Dossier, form: str, ui: UI) -> str:
    """The dossier as json, html, markdown or terminal text, its interface texts in `ui`."""
    from tawatur import writing

    writers: dict[str, Callable[[], str]] = {
        "json": lambda: writing.to_json(dossier),
        "html": lambda: writing.to_html(dossier, ui=ui),
        "markdown": lambda: writing.to_markdown(dossier, ui=ui),
        "terminal": lambda: writing.to_terminal(dossier, ui=ui),
    }
    return writers[form]()


def render_trace(trace: Trace, form: str, ui: UI) -> str:
    """The trace as json, markdown or terminal text, its interface texts in `ui`."""
    from tawatur import writing

    if form == "json":
        return writing.trace_to_json(trace)
    return writing.trace_to_markdown(trace, ui) if form == "markdown" else writing.trace_to_terminal(trace, ui)


def deliver(text: str | bytes, output: Path | None) -> None:
    """Print it, or write it to `output` in one step: an existing file stays as it is until the new one is whole.

    Raises OutputError when the place cannot be written.
    """
    if output is None:
        show(text if isinstance(text, str) else text.decode())
        return
    try:
        _write_whole(text, output)
    except OSError as error:
        from tawatur.model import Reason

        raise OutputError(
            f"cannot write {output}: {error.strerror or error}",
            remedy="name a file in a folder that exists and that you may write to; the input was read without error",
            told=Reason("cli.cannot_write", (str(output), error.strerror or str(error))),
            advice=Reason("cli.cannot_write_do"),
        ) from None


def show(text: str) -> None:
    """Print to stdout as UTF-8 text; a terminal that cannot show a character gets an escape for it, not an error.

    Raises OutputError when stdout is closed or takes no more.
    """
    if not text.endswith("\n"):
        text += "\n"
    if sys.stdout is None:
        raise _no_stdout("it is closed")
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    try:
        if reconfigure is not None:
            # A pipe gets UTF-8 whatever the locale; a terminal keeps its own encoding.
            reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="backslashreplace")
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_stdout()  # the reader (`| head`) has seen enough
    except OSError as error:
        abandon_stdout()
        raise _no_stdout(error.strerror or str(error)) from None


def _no_stdout(why: str) -> OutputError:
    from tawatur.model import Reason

    return OutputError(
        f"cannot write to standard output: {why}",
        remedy="free some room, or name a file with -o; the input was read without error",
        told=Reason("cli.cannot_print", (why,)),
        advice=Reason("cli.cannot_print_do"),
    )


def _write_whole(text: str | bytes, output: Path) -> None:
    data = text.encode() if isinstance(text, str) else text
    if output.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    if output.exists() and not output.is_file():  # a device or a pipe takes it as it comes
        output.write_bytes(data)
        return
    target = output.resolve()  # a link keeps pointing where it points
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        part.chmod(file_mode(target))
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def file_mode(target: Path) -> int:
    """The permissions the file has, or those a new file gets here; a temporary file would be its owner's only."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
