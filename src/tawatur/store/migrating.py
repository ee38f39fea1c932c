"""Which revision of the schema an archive has; upgrading an older one, refusing a newer one.

An upgrade is one transaction: done whole or not at all, also when the process is killed in it. Before it, a SQLite file
is copied beside itself (`NAME.before-REVISION`), since an upgrade cannot be taken back; a PostgreSQL database is the
matter of its keeper's backups. Revisions stand in `migrations/versions`, one file each, and are run by Alembic.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from tawatur.errors import ArchiveError
from tawatur.model import Reason
from tawatur.store.reindexing import in_step, reindex
from tawatur.store.sessions import Session

if TYPE_CHECKING:
    from tawatur.store.opening import Archive

HEAD = "0004"
"""The revision that this program writes and reads."""
KNOWN = ("0001", "0002", "0003", "0004")


def revision(connection: Connection) -> str | None:
    """The revision of an archive, None for an empty database. Raises ArchiveError where it is something else."""
    tables = set(inspect(connection).get_table_names())
    from tawatur.store.opening import OURS, not_ours

    if tables >= OURS:
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found is not None:
            return str(found)
    if not tables:
        return None
    raise not_ours(_name(connection))


def prepare(archive: Archive, *, create: bool) -> None:
    """Bring an archive to `HEAD`: make an empty one, upgrade an older one."""
    with archive.engine.connect() as connection:
        at = revision(connection)
        if at == HEAD and in_step(Session(connection, writing=False)):
            return
    if at == HEAD:
        with archive.writing() as session:
            if not in_step(session):
                reindex(session)
        return
    if at is None and not create:
        from tawatur.store.opening import not_ours

        raise not_ours(archive.where)
    if at is not None and at not in KNOWN:
        raise ArchiveError(
            f"the archive {archive.where} was written by a newer tawatur (schema {at}; this program knows {HEAD})",
            remedy="upgrade tawatur; nothing in the archive was changed",
            told=Reason("store.newer", (archive.where, at, HEAD)),
            advice=Reason("store.newer_do"),
        )
    if at is not None and archive.path is not None:
        keep_copy(archive.path, at)
    upgrade(archive, HEAD)


def upgrade(archive: Archive, to: str) -> None:
    """Run the revisions up to `to`, in one transaction; another process may have done it meanwhile."""
    from alembic import command
    from alembic.config import Config

    with archive.writing() as session:
        if revision(session.connection) == to:
            return
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
        config.attributes["connection"] = session.connection
        command.upgrade(config, to)
        if to == HEAD and not in_step(session):
            reindex(session)


def keep_copy(path: Path, at: str) -> Path:
    """Copy a SQLite archive beside itself, as it stands at this moment; a copy that is there already is kept."""
    kept = path.with_name(f"{path.name}.before-{HEAD}-from-{at}")
    if not kept.exists():
        part = kept.with_name(kept.name + ".part")
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
        part.replace(kept)
    return kept


def _name(connection: Connection) -> str:
    url = connection.engine.url
    return str(url.database) if url.drivername == "sqlite" else url.render_as_string(hide_password=True)
