"""The state of a grouping stream, as its owner packs it, with the arrival number up to which articles are in it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from tawatur.store import schema
from tawatur.store.sessions import Session, now, put


@dataclass(frozen=True, slots=True)
class StreamState:
    """A packed state and the number of the last article in it: the next run goes on with the article after."""

    arrival: int
    state: bytes


def save_stream(session: Session, name: str, state: StreamState) -> None:
    """Write a state down in place of the one before."""
    row = {"name": name, "arrival": state.arrival, "made": now(), "state": state.state}
    put(session, schema.stream_states, [row], over=("name",))


def load_stream(session: Session, name: str) -> StreamState | None:
    """The last state of a name."""
    table = schema.stream_states.c
    row = session.connection.execute(select(table.arrival, table.state).where(table.name == name)).first()
    return None if row is None else StreamState(row.arrival, bytes(row.state))
