"""Opening an archive: a SQLite file by its path, or a PostgreSQL database by its URL.

SQLite runs with a write-ahead log, so that readers see the last commit before they began and are blocked by nobody,
and with `synchronous=FULL`: what `writing` has returned from stands on the disk, after a kill and after a power cut.
PostgreSQL does the same as it comes. Either has one writer at a time; a second one waits its turn, and after
`WAIT` seconds is told so.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from tawatur.errors import ArchiveError
from tawatur.model import Reason
from tawatur.store.extras import load
from tawatur.store.failures import plain_errors
from tawatur.store.sessions import Session

WAIT = 30
"""Seconds that a writer waits for another one's transaction to end."""
OURS = {"alembic_version", "articles", "counters"}
"""Tables that every archive has, of whatever revision."""
WRITER = 0x7461_7761
"""The number of the advisory lock that a writing transaction takes in PostgreSQL ("tawa")."""


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive. `where` is how the user named it, without a password; use it with `with`, or `close` it."""

    where: str
    engine: Engine
    path: Path | None

    @property
    def postgresql(self) -> bool:
        """Whether it is on a PostgreSQL server."""
        return self.path is None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A snapshot: everything read inside is of one moment, whatever is written meanwhile."""
        with plain_errors(self.where), self.engine.connect() as raw:
            connection = raw
            if self.postgresql:
                connection = raw.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield Session(connection, writing=False)

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: kept whole when the block ends, and gone when it raises. Waits for another writer's."""
        with plain_errors(self.where), self.engine.connect() as raw:
            connection = raw.execution_options(tawatur_writing=True)
            with connection.begin():
                if self.postgresql:
                    connection.execute(text(f"SET LOCAL lock_timeout = '{WAIT}s'"))
                    connection.execute(text(f"SELECT pg_advisory_xact_lock({WRITER})"))
                session = Session(connection, writing=True)
                yield session
                session.finish()

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(where: str | Path, *, create: bool = True) -> Archive:
    """The archive at a path, `sqlite:///PATH` or `postgresql://USER:PASSWORD@HOST/NAME`.

    One that is not there is made, unless `create` is off; one of an older program is upgraded. Raises ArchiveError
    where it cannot be opened, is something else, or is of a newer program.
    """
    from tawatur.store.migrating import prepare

    archive = _unopened(str(where), create=create)
    try:
        with plain_errors(archive.where):
            prepare(archive, create=create)
    except BaseException:
        archive.close()
        raise
    return archive


def _unopened(where: str, *, create: bool) -> Archive:
    """The archive as it stands, of whatever revision."""
    url = _url(where)
    if url.drivername.startswith("postgresql"):
        return Archive(url.render_as_string(hide_password=True), _postgresql(url), None)
    path = Path(url.database or "")
    _look_at(path, create)
    return Archive(where, _sqlite(path), path)


def revision_of(where: str | Path) -> str | None:
    """The revision of an archive's schema, without upgrading it; None for an empty database."""
    from tawatur.store.migrating import revision

    archive = _unopened(str(where), create=False)
    with archive, archive.reading() as session:
        return revision(session.connection)


def _url(where: str) -> URL:
    try:
        if where.startswith(("postgresql:", "postgres:", "postgresql+pg8000:")):
            url = make_url(where).set(drivername="postgresql+pg8000")
            if url.database:
                return url if url.username else url.set(username=os.environ.get("PGUSER") or getuser())
        if where.startswith("sqlite:"):
            return make_url(where)
    except (ArgumentError, ValueError):
        pass
    else:
        if "://" not in where:
            return URL.create("sqlite", database=where)
    raise ArchiveError(
        f"{where} names no archive",
        remedy="give a file, sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
        told=Reason("store.no_name", (where,)),
        advice=Reason("store.no_name_do"),
    )


def _look_at(path: Path, create: bool) -> None:
    """That a file can be an archive: it begins as SQLite files do, or is not there and may be made."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        if create and path.name and path.resolve().parent.is_dir():
            return
        if create and path.name:
            raise ArchiveError(
                f"cannot make the archive {path}: there is no folder {path.parent}",
                remedy="make the folder first, or name a file in one that exists; nothing was read",
                told=Reason("store.no_parent", (str(path), str(path.parent))),
                advice=Reason("store.no_parent_do"),
            ) from None
        raise ArchiveError(
            f"there is no archive {path}",
            remedy="name one that exists, or make one with `tawatur archive add INPUT --archive FILE`",
            told=Reason("store.absent", (str(path),)),
            advice=Reason("store.absent_do"),
        ) from None
    except OSError as error:
        why = error.strerror or str(error)
        raise ArchiveError(
            f"cannot open the archive {path}: {why}",
            remedy="name a file that you may read and write",
            told=Reason("store.cannot_open", (str(path), why)),
            advice=Reason("store.cannot_open_do"),
        ) from None
    if head and (head != b"SQLite format 3\0" or not _has_our_tables(path)):
        raise not_ours(str(path))


def _has_our_tables(path: Path) -> bool:
    """Whether a SQLite file holds an archive, or nothing yet; looked at without writing anything into it."""
    with (
        plain_errors(str(path)),
        closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        try:
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        except sqlite3.OperationalError:
            return True  # in use, or without the right to write what reading needs: opening it will tell
    return not names or names >= OURS


def not_ours(where: str) -> ArchiveError:
    """The error for something that is no archive of this program; nothing in it was changed."""
    return ArchiveError(
        f"{where} is not an archive of tawatur",
        remedy="name another file or database; nothing in this one was changed",
        told=Reason("store.not_ours", (where,)),
        advice=Reason("store.not_ours_do"),
    )


def _sqlite(path: Path) -> Engine:
    # A file of the name "sqlite:…?mode=" would be read as a URI; a path is given as it is.
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=-1,
        connect_args={"timeout": WAIT, "check_same_thread": False, "cached_statements": 256},
    )

    @event.listens_for(engine, "connect")
    def prepared(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # transactions begin and end as we say
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "cache_size = -8000",
                       "mmap_size = 268435456", "temp_store = MEMORY"):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("tawatur_writing")
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def _postgresql(url: URL) -> Engine:
    load("pg8000", "postgresql")
    return create_engine(
        url,
        pool_size=8,
        max_overflow=-1,
        pool_pre_ping=True,
        client_encoding="utf8",
        connect_args={"application_name": "tawatur"},
    )
