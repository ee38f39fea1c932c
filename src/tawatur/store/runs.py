"""What runs of the program read into the archive and what they dropped, counted by the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update

from tawatur.model import Reject
from tawatur.store import schema
from tawatur.store.columns import reason_of, reason_row
from tawatur.store.sessions import Session, now, program_version, put


@dataclass(frozen=True, slots=True)
class Dropped:
    """One kind of loss in a run: how many, and the first of them."""

    n: int
    first: Reject


@dataclass(frozen=True, slots=True)
class Run:
    """One run; `ended` is None where it still runs or was killed."""

    number: int
    command: str
    version: str
    started: str
    ended: str | None
    inputs: tuple[str, ...]
    read: int
    added: int
    versions: int
    dropped: tuple[Dropped, ...]


def begin_run(session: Session, command: str, inputs: Sequence[str]) -> int:
    """Take note that a run begins; gives its number."""
    number = session.next("runs")
    row = {"number": number, "command": command, "version": program_version(), "started": now(), "ended": None,
           "n_read": 0, "n_added": 0, "n_versions": 0, "inputs": list(inputs)}  # fmt: skip
    put(session, schema.runs, [row])
    return number


def count_run(session: Session, run: int, *, read: int = 0, added: int = 0, versions: int = 0) -> None:
    """Add to the counts of a run, in the transaction of what is counted."""
    table = schema.runs.c
    session.connection.execute(
        update(schema.runs)
        .where(table.number == run)
        .values(n_read=table.n_read + read, n_added=table.n_added + added, n_versions=table.n_versions + versions)
    )


def drop(session: Session, run: int, rejects: Sequence[Reject]) -> None:
    """Count what a run dropped."""
    counted: dict[str, list[Reject]] = {}
    for reject in rejects:
        counted.setdefault(reject.reason.code, []).append(reject)
    table = schema.dropped.c
    for code, some in counted.items():
        done = session.connection.execute(
            update(schema.dropped).where(table.run == run, table.code == code).values(n=table.n + len(some))
        )
        if done.rowcount == 0:
            row = {"run": run, "code": code, "n": len(some), "where": some[0].where,
                   "reason": reason_row(some[0].reason)}  # fmt: skip
            put(session, schema.dropped, [row])


def end_run(session: Session, run: int) -> None:
    """Take note that a run ended as it should."""
    session.connection.execute(update(schema.runs).where(schema.runs.c.number == run).values(ended=now()))


def runs(session: Session, limit: int = 20) -> list[Run]:
    """The last runs, the newest first."""
    rows = session.connection.execute(select(schema.runs).order_by(schema.runs.c.number.desc()).limit(limit)).all()
    table, lost = schema.dropped.c, dict[int, list[Dropped]]()
    query = (
        select(schema.dropped).where(table.run.in_([row.number for row in rows])).order_by(table.n.desc(), table.code)
    )
    for row in session.connection.execute(query):
        lost.setdefault(row.run, []).append(Dropped(row.n, Reject(row.where, reason_of(row.reason))))
    return [
        Run(r.number, r.command, r.version, r.started, r.ended, tuple(r.inputs), r.n_read, r.n_added, r.n_versions,
            tuple(lost.get(r.number, ())))
        for r in rows
    ]  # fmt: skip
