"""The program's frozen records as Arrow rows, and back without any loss: columns follow from the types of the fields.

A float that is a whole number in the record (`12`, not `12.0`) keeps that beside it, in `<field>_exact`. Text with half
a surrogate pair, which Arrow cannot hold, is written with a mark, and its row says so in `escaped`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa  # type: ignore[import-untyped]

T = TypeVar("T")
Row = dict[str, Any]
_EXACT = "_exact"
_MARK = "\ufdd0"  # a code point that Unicode keeps from use in texts
_UNFIT = re.compile(f"[\ud800-\udfff{_MARK}]")
_WRITTEN = re.compile(f"{_MARK}([0-9a-f]{{4}})")


class Rows(Generic[T]):
    """How records of one kind stand in a table; `without` names fields that are kept elsewhere."""

    def __init__(self, kind: type[T], without: str = "") -> None:
        self.kind, self.without = kind, without
        columns: Any = kind  # what is cached by it needs no closer type
        self._columns = _columns(columns, without)

    @property
    def fields(self) -> list[pa.Field]:
        """The columns of a record."""
        return _fields(self._columns)

    @property
    def type(self) -> pa.DataType:
        """A record as one value."""
        return pa.struct(self.fields)

    def row(self, record: T) -> Row:
        """A record as plain values."""
        return _row(record, self._columns)

    def record(self, row: Row, **others: Any) -> T:
        """A record from plain values, `others` being the fields that were kept elsewhere."""
        return self.kind(**_values(row, self._columns), **others)


def table(rows: list[Row], schema: pa.Schema) -> pa.Table:
    """A table of rows. `schema` has a column `escaped`, which the rows have not."""
    try:
        return pa.Table.from_pylist([{**row, "escaped": False} for row in rows], schema)
    except UnicodeEncodeError:
        unfit = [_holds_unfit(row) for row in rows]
        written = [
            {**(_each(_escape, row) if bad else row), "escaped": bad} for row, bad in zip(rows, unfit, strict=True)
        ]
        return pa.Table.from_pylist(written, schema)


def rows_of(found: pa.Table | pa.RecordBatch) -> Iterator[Row]:
    """The rows of a table, as they were given to it."""
    return map(plain, found.to_pylist())


def plain(row: Row) -> Row:
    """A row of a table as it was given to it."""
    return _each(_unescape, row) if row.pop("escaped") else row


def texts(found: pa.Table | pa.RecordBatch, column: str) -> list[str]:
    """The texts of one column, as they were given to the table."""
    pairs = zip(found.column(column).to_pylist(), found.column("escaped").to_pylist(), strict=True)
    return [_unescape(text) if escaped and text else text for text, escaped in pairs]


def schema(columns: Iterable[pa.Field]) -> pa.Schema:
    """A schema of these columns and `escaped`."""
    return pa.schema([*columns, pa.field("escaped", pa.bool_())])


# One column: its name, its Arrow type, how a value is written and read. `exact` marks one that has a companion.
_Column = tuple[str, pa.DataType, Callable[[Any], Any] | None, Callable[[Any], Any] | None, bool]


@cache
def _columns(kind: Any, without: str = "") -> tuple[_Column, ...]:
    hints = get_type_hints(kind)
    return tuple((f.name, *_of(hints[f.name])) for f in fields(kind) if f.name != without)


def _of(hint: Any) -> tuple[pa.DataType, Callable[[Any], Any] | None, Callable[[Any], Any] | None, bool]:
    """Arrow type, writer and reader of a type of the model; None where a value stands as it is."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (UnionType, Union):
        (inner,) = (one for one in arguments if one is not NoneType)
        type_, write, read, exact = _of(inner)
        return type_, write and _maybe(write), read and _maybe(read), exact
    if origin is Literal:
        return pa.string(), None, None, False
    if origin is tuple and arguments == (int, int):
        return _SPAN, lambda span: {"start": span[0], "end": span[1]}, lambda span: (span["start"], span["end"]), False
    if origin is tuple and arguments[1:] == (Ellipsis,):
        type_, write, read, _ = _of(arguments[0])
        return pa.list_(type_), _every(write, list), _every(read, tuple), False
    if origin is tuple:
        inside = [_of(one) for one in arguments]
        struct = pa.struct([pa.field(str(at), one[0]) for at, one in enumerate(inside)])
        return (
            struct,
            lambda it: {
                str(at): w(value) if w else value
                for at, (value, (_, w, _, _)) in enumerate(zip(it, inside, strict=True))
            },
            lambda it: tuple(r(it[str(at)]) if r else it[str(at)] for at, (_, _, r, _) in enumerate(inside)),
            False,
        )
    if hint in _PLAIN:
        return _PLAIN[hint], None, None, hint is float
    columns = _columns(hint)
    return pa.struct(_fields(columns)), lambda it: _row(it, columns), lambda row: hint(**_values(row, columns)), False


_SPAN = pa.struct([pa.field("start", pa.int32()), pa.field("end", pa.int32())])
_PLAIN = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), bytes: pa.large_binary()}


def _fields(columns: Iterable[_Column]) -> list[pa.Field]:
    found = []
    for name, type_, _, _, exact in columns:
        found.append(pa.field(name, type_))
        if exact:
            found.append(pa.field(name + _EXACT, pa.string()))
    return found


def _row(record: Any, columns: Iterable[_Column]) -> Row:
    row: Row = {}
    for name, _, write, _, exact in columns:
        value = getattr(record, name)
        if exact:
            row[name + _EXACT] = str(value) if isinstance(value, int) else None
            value = None if value is None else float(value)
        row[name] = write(value) if write else value
    return row


def _values(row: Row, columns: Iterable[_Column]) -> Row:
    values: Row = {}
    for name, _, _, read, exact in columns:
        value = row[name]
        if exact and row[name + _EXACT] is not None:
            value = int(row[name + _EXACT])
        values[name] = read(value) if read else value
    return values


def _maybe(one: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else one(value)


def _every(one: Callable[[Any], Any] | None, kind: Callable[[Iterable[Any]], Any]) -> Callable[[Any], Any]:
    return (lambda values: kind([one(value) for value in values])) if one else kind


def _each(change: Callable[[str], str], value: Any) -> Any:
    """The value with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each(change, one) for key, one in value.items()}
    return [_each(change, one) for one in value] if isinstance(value, list) else value


def _holds_unfit(value: Any) -> bool:
    if isinstance(value, str):
        return _UNFIT.search(value) is not None
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(_holds_unfit(one) for one in inside)


def _escape(text: str) -> str:
    return _UNFIT.sub(lambda found: f"{_MARK}{ord(found.group()):04x}", text)


def _unescape(text: str) -> str:
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), text)
