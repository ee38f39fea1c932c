"""One long-running writer at a time: `tawatur watch` and `tawatur archive add` each hold the archive while they run.

Short transactions of other processes go on between theirs. The lock goes with the process that holds it, however that
ends: in SQLite it is a lock of the operating system on `ARCHIVE.lock`, in PostgreSQL an advisory lock of a connection.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sqlalchemy import text

from tawatur.errors import ArchiveError
from tawatur.model import Reason
from tawatur.store.failures import plain_errors
from tawatur.store.opening import Archive

HOLDER = 0x7461_7762
"""The number of the advisory lock in PostgreSQL."""


@contextmanager
def hold(archive: Archive, who: str) -> Iterator[None]:
    """Be the long-running writer; `who` ("tawatur watch") is told to others. ArchiveError where there is one."""
    if archive.path is None:
        with _held_on_server(archive, who):
            yield
    else:
        with _held_in_file(archive, archive.path, who):
            yield


@contextmanager
def _held_in_file(archive: Archive, path: Path, who: str) -> Iterator[None]:
    with plain_errors(archive.where):
        file = path.with_name(path.name + ".lock").open("a+", encoding="utf-8")
    with file:
        if not _lock(file):
            file.seek(0)
            raise _taken(archive, file.read().strip() or "?")
        file.truncate(0)
        file.write(f"{who} ({os.getpid()})\n")
        file.flush()
        try:
            yield
        finally:
            file.truncate(0)


def _lock(file: IO[str]) -> bool:
    """Lock a file for this process; False where another one has."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _lock_windows(file)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _lock_windows(file: IO[str]) -> bool:
    import msvcrt

    file.seek(1 << 20)  # a place that holds nothing: what is locked cannot be read by others there
    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True


@contextmanager
def _held_on_server(archive: Archive, who: str) -> Iterator[None]:
    with plain_errors(archive.where), archive.engine.connect() as raw:
        connection = raw.execution_options(isolation_level="AUTOCOMMIT")
        connection.execute(text("SELECT set_config('application_name', :who, false)"), {"who": who})
        if not connection.execute(text(f"SELECT pg_try_advisory_lock({HOLDER})")).scalar():
            connection.execute(text("SET application_name = 'tawatur'"))
            asked = (
                "SELECT application_name || ' (' || pid || ')' FROM pg_locks JOIN pg_stat_activity USING (pid)"
                f" WHERE locktype = 'advisory' AND objid = {HOLDER} AND granted"
            )
            raise _taken(archive, str(connection.execute(text(asked)).scalar() or "?"))
        try:
            yield
        finally:
            connection.execute(text(f"SELECT pg_advisory_unlock({HOLDER})"))
            connection.execute(text("SET application_name = 'tawatur'"))


def _taken(archive: Archive, who: str) -> ArchiveError:
    return ArchiveError(
        f"another process writes to the archive {archive.where}: {who}",
        remedy="wait until it is done, or stop it; nothing was written by this command",
        told=Reason("store.held", (archive.where, who)),
        advice=Reason("store.busy_do"),
    )
