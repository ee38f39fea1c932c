"""A progress bar on stderr: only on a terminal, and only once the work has taken a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from tawatur.pipeline import Progress
    from tawatur.writing.messages import UI

PATIENCE = 0.7
"""Seconds of work before a bar appears; shorter work needs none, and importing one would be most of it."""


@contextmanager
def progress_bar(ui: UI) -> Iterator[Progress | None]:
    """A callback for `build` that names the stages in `ui`, or None where stderr is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    start = time.monotonic()
    bar: Bar | None = None
    tasks: dict[str, TaskID] = {}

    def told(stage: str, done: int, total: int) -> None:
        nonlocal bar
        if bar is None:
            if time.monotonic() - start < PATIENCE:
                return
            bar = _started()
        if stage not in tasks:
            tasks[stage] = bar.add_task(_named(stage, ui), total=total or None)
        bar.update(tasks[stage], completed=done, total=total or None)

    try:
        yield told
    finally:
        if bar is not None:
            bar.stop()


def _named(stage: str, ui: UI) -> str:
    from tawatur.writing.messages import Messages

    return Messages(ui, {}).text(f"stage_{stage}")


def _started() -> Bar:
    from rich.console import Console
    from rich.progress import Progress

    bar = Progress(console=Console(stderr=True), transient=True)
    bar.start()
    return bar
