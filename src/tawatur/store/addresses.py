"""What earlier runs got from which address, kept with the articles in one transaction (`reading.web.state`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from sqlalchemy import select

from tawatur.reading.web.state import Known, State
from tawatur.store import schema
from tawatur.store.sessions import Session, put

_TOGETHER = 500


def load_state(session: Session, urls: Iterable[str] | None = None) -> State:
    """What is remembered of some addresses, or of all."""
    table, state = schema.addresses, State()
    if urls is None:
        rows = session.connection.execute(select(table)).all()
    else:
        wanted = list(dict.fromkeys(map(_key, urls)))
        rows = [
            row
            for at in range(0, len(wanted), _TOGETHER)
            for row in session.connection.execute(select(table).where(table.c.key.in_(wanted[at : at + _TOGETHER])))
        ]
    for row in rows:
        if row.final is not None:
            state.known[row.url] = Known(row.final, row.etag, row.modified)
        if row.text_key is not None:
            state.texts[row.url] = row.text_key
    return state


def save_addresses(session: Session, state: State, urls: Sequence[str] | None = None) -> None:
    """Remember what a state knows of some addresses, or all that it knows."""
    wanted = dict.fromkeys([*state.known, *state.texts] if urls is None else urls)
    rows = []
    for url in wanted:
        known, text = state.known.get(url), state.texts.get(url)
        if known or text:
            rows.append({"key": _key(url), "url": url, "final": known and known.final, "etag": known and known.etag,
                         "modified": known and known.modified, "text_key": text})  # fmt: skip
    put(session, schema.addresses, rows, over=("key",))


def _key(url: str) -> bytes:
    """What a row goes by: an address can be longer than a key of an index may be."""
    return sha256(url.encode("utf-8", "surrogatepass")).digest()
