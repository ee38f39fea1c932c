"""One transaction on an archive, as every function of this room takes it, and writing many rows at once."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache, partial
from typing import Any

from sqlalchemy import Connection, Dialect, Table, select, text

from tawatur.store import schema
from tawatur.store.columns import Nested, Plain

Row = Mapping[str, Any]


@dataclass(slots=True)
class Session:
    """A transaction: a consistent snapshot to read, or the one writer's work, kept whole or not at all."""

    connection: Connection
    writing: bool
    _counters: dict[str, int] = field(default_factory=dict)

    @property
    def postgresql(self) -> bool:
        """Whether the archive is on a PostgreSQL server; else it is a SQLite file."""
        return self.connection.dialect.name == "postgresql"

    def next(self, name: str, count: int = 1) -> int:
        """The first of `count` new numbers of a counter ("articles", "statements", …); none is ever given twice."""
        if name not in self._counters:
            query = select(schema.counters.c.value).where(schema.counters.c.name == name)
            self._counters[name] = self.connection.execute(query).scalar() or 0
        first = self._counters[name] + 1
        self._counters[name] += count
        return first

    def finish(self) -> None:
        """Write the counters down; called before the commit."""
        for name, value in sorted(self._counters.items()):
            put(self, schema.counters, [{"name": name, "value": value}], over=("name",))
        self._counters.clear()


def put(session: Session, table: Table, rows: Sequence[Row], *, over: Sequence[str] = ()) -> None:
    """Write rows that all name the same columns; with `over`, a row that has these in common is replaced."""
    if not rows:
        return
    names = tuple(rows[0])
    if session.postgresql:
        # One statement and one round trip for any number of rows.
        listed = ", ".join(f'"{name}"' for name in names)
        source = f"json_populate_recordset(NULL::{table.name}, :rows)"
        asked = f"INSERT INTO {table.name} ({listed}) SELECT {listed} FROM {source}"
        session.connection.execute(
            text(asked + _over(names, over)), {"rows": _as_json(table, names, rows, session.connection.dialect)}
        )
    else:
        # Past SQLAlchemy's own work on each row, which costs more than SQLite's.
        listed, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        fit = _fitters(table, session.connection.dialect)
        columns = [
            [fit[name](row[name]) for row in rows] if name in fit else [row[name] for row in rows] for name in names
        ]
        asked = f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks}){_over(names, over)}'
        session.connection.exec_driver_sql(asked, list(zip(*columns, strict=True)))


def amend(session: Session, table: Table, rows: Sequence[Row], *, key: str) -> None:
    """Change columns of rows that are there; every row names its key and the same columns."""
    if not rows:
        return
    names = [name for name in rows[0] if name != key]
    if session.postgresql:
        changed = ", ".join(f'"{name}" = r."{name}"' for name in names)
        asked = f'json_populate_recordset(NULL::{table.name}, :rows) AS r WHERE {table.name}."{key}" = r."{key}"'
        packed = _as_json(table, (key, *names), rows, session.connection.dialect)
        session.connection.execute(text(f"UPDATE {table.name} SET {changed} FROM {asked}"), {"rows": packed})
    else:
        changed = ", ".join(f'"{name}" = :{name}' for name in names)
        some = _fitted(table, (key, *names), rows, session.connection.dialect)
        session.connection.execute(text(f'UPDATE "{table.name}" SET {changed} WHERE "{key}" = :{key}'), some)


def _over(names: Iterable[str], over: Sequence[str]) -> str:
    if not over:
        return ""
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in over)
    keys = ", ".join(f'"{name}"' for name in over)
    return f" ON CONFLICT ({keys}) DO " + (f"UPDATE SET {changed}" if changed else "NOTHING")


def _as_json(table: Table, names: Sequence[str], rows: Sequence[Row], dialect: Dialect) -> str:
    fitted = _fitted(table, names, rows, dialect)
    some = [{name: _plain(value) for name, value in row.items()} for row in fitted]
    return json.dumps(some, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return "\\x" + value.hex()
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    return value


_FITTERS: dict[tuple[str, str], dict[str, Callable[[Any], Any]]] = {}


def _fitters(table: Table, dialect: Dialect) -> dict[str, Callable[[Any], Any]]:
    """What turns a value of ours into the database's, for each column where they differ."""
    key = (table.name, dialect.name)
    if key not in _FITTERS:
        _FITTERS[key] = {
            column.name: partial(column.type.process_bind_param, dialect=dialect)
            for column in table.columns
            if isinstance(column.type, Plain | Nested)
        }
    return _FITTERS[key]


def _fitted(table: Table, names: Sequence[str], rows: Sequence[Row], dialect: Dialect) -> list[dict[str, Any]]:
    fit = _fitters(table, dialect)
    return [{name: fit[name](row[name]) if name in fit else row[name] for name in names} for row in rows]


def now() -> str:
    """This moment, ISO 8601 in UTC to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def program_version() -> str:
    """The version of this program."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("tawatur")
    except PackageNotFoundError:
        return "unknown"
