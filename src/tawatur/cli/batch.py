"""`tawatur batch`: its command line, and what is said on stderr while a large job runs and when it has ended."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tawatur.cli.failures import say, told
from tawatur.cli.options import REJECTED, Inputs, Strict, Ui

if TYPE_CHECKING:
    from tawatur.pipeline import Progress
    from tawatur.running.batch import Done
    from tawatur.running.tasks import Engine, Task
    from tawatur.writing.messages import UI

BATCH_EXAMPLES = """\b
Examples:
  tawatur batch month.jsonl --out month/                    on all cores of this machine
  tawatur batch CC-NEWS-*.warc.gz --out crawl/ --workers 8
  RAY_ADDRESS=10.0.0.1:6379 tawatur batch crawl/ --out /shared/out --engine ray --workers 64"""
_EngineName = Literal["local", "daft", "ray"]
_PATIENCE = 10.0  # seconds between two lines of progress where stderr is no terminal


def batch(
    inputs: Inputs,
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Write the results into this folder.", show_default=False)
    ],
    engine: Annotated[
        _EngineName, typer.Option(help="This machine's processes, Daft on this machine, or Daft on a Ray cluster.")
    ] = "local",
    workers: Annotated[
        int | None, typer.Option(metavar="N", min=1, help="Processes at work at a time (as many as there are cores).")
    ] = None,
    statements: Annotated[
        Literal["all", "needed"],
        typer.Option(help="Read the statements of all articles, or only where a dossier needs them."),
    ] = "all",
    ui: Ui = "en",
    strict: Strict = False,
) -> None:
    """Do a large job: any number of articles to statements, stories and dossiers, in parts, on all cores or a cluster.

    DIR gets articles/ and accounts/ (Parquet: what was read, and the statements of each), stories.json and dossiers/ as
    tawatur stories writes them, dropped.jsonl (all that was lost, and why), manifest.json (versions, settings, counts)
    and timings.json. A job that was stopped, killed even, goes on with the same command, and ends with the same bytes;
    one that is done is left alone. Inputs or settings that have changed since are told, never mixed.
    """
    with told(ui):
        done = _run(inputs, out, engine, workers or _cores(), statements, ui)
        _tell(done, out, ui)
    if strict and done.manifest["counts"]["dropped"]:
        raise typer.Exit(REJECTED)


def _run(
    inputs: list[str], out: Path, engine: _EngineName, workers: int, statements: Literal["all", "needed"], ui: UI
) -> Done:
    from tawatur.reading import Web
    from tawatur.reading.extras import load

    load("pyarrow", "cluster")
    from tawatur.running.batch import run_batch

    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    with _progress(ui) as progress:
        web = Web(told=lambda done, all: progress("reading", done, all))
        try:
            return run_batch(
                inputs,
                out,
                lambda: _engine(engine, workers, ui),
                statements=statements,
                stdin=stdin,
                web=web,
                progress=progress,
            )
        except KeyboardInterrupt:
            from tawatur.writing.messages import Messages

            say(Messages(ui, {}).text("batch_stopped"))
            raise SystemExit(130) from None


def _engine(name: _EngineName, workers: int, ui: UI) -> Engine:
    if name == "local":
        from tawatur.running.local import Local

        return Local(workers, lambda task, why: _tell_death(task, why, ui))
    from tawatur.running.daft import Daft

    return Daft(workers, ray=name == "ray")


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def _progress(ui: UI) -> Iterator[Progress]:
    """A bar for a terminal; else a line when a stage is done, and one every few seconds before."""
    from tawatur.cli.progress import progress_bar

    with progress_bar(ui) as bar:
        yield bar or _lines(ui)


def _lines(ui: UI) -> Callable[[str, int, int], None]:
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    last = time.monotonic()

    def told(stage: str, done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last > _PATIENCE:
            last = time.monotonic()
            say(messages.text("batch_progress", messages.text(f"stage_{stage}"), str(done), str(total)))

    return told


def _tell_death(task: Task, why: str, ui: UI) -> None:
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    say(messages.text("batch_died", why, str(task.number), messages.text(f"stage_{task.stage}")))


def _tell(done: Done, out: Path, ui: UI) -> None:
    """What the job made, and each kind of loss with the first of it."""
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    counts = done.manifest["counts"]
    if done.before:
        say(messages.text("batch_nothing_left", str(out)))
    made = (
        messages.count("n_articles", counts["articles"]),
        messages.count("n_statements", counts["statements"]),
        messages.count("n_stories", counts["stories"]),
        messages.count("n_dossiers_made", counts["dossiers"]),
    )
    say(messages.text("batch_done", str(out), ("، " if ui == "ar" else ", ").join(made)))
    if counts["dropped"]:
        first = {one.reason.code: one for one in reversed(done.dropped)}
        kinds = sorted(done.manifest["dropped"].items(), key=lambda kind: (-kind[1], kind[0]))
        shown = (messages.reason(first[code].reason) if code in first else code for code, _ in kinds)
        lines = (f"\n  {number} × {text}" for (_, number), text in zip(kinds, shown, strict=True))
        say(messages.count("batch_dropped", counts["dropped"]) + "".join(lines))
