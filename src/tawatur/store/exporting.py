"""All tables as Parquet, one file each, and the articles read back from there.

Rows are in the order of their keys and files hold nothing of when or where they were written: the same archive gives
the same bytes (with the same version of pyarrow). Texts are as the archive stores them (`columns.escaped`), nested
lists are JSON; `docs/archive.md` describes the columns.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Double, Integer, LargeBinary, Table, select, type_coerce
from sqlalchemy import Text as AnyText

from tawatur.errors import OutputError
from tawatur.model import Article, Change, Chrome, Reason, Version
from tawatur.store import schema
from tawatur.store.columns import Nested, Plain, reason_of, unescaped
from tawatur.store.extras import load
from tawatur.store.sessions import Session

ROWS = 5_000
"""Rows of a row group."""


def export(session: Session, folder: Path) -> dict[str, int]:
    """Write `TABLE.parquet` for every table into a folder, but for what people sign in with; gives the rows of each.

    Raises OutputError.
    """
    arrow, parquet = load("pyarrow", "parquet"), load("pyarrow.parquet", "parquet")
    written: dict[str, int] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        open_ = (table for table in schema.metadata.tables.values() if table.name not in schema.SECRET)
        for table in sorted(open_, key=lambda table: table.name):
            target = folder / f"{table.name}.parquet"
            part = target.with_name(target.name + ".part")
            written[table.name] = _write(session, table, part, arrow, parquet)
            part.replace(target)
    except OSError as error:
        why = error.strerror or str(error)
        raise OutputError(
            f"cannot write {folder}: {why}",
            remedy="name a folder that you may write to; nothing in the archive was changed",
            told=Reason("cli.cannot_write", (str(folder), why)),
            advice=Reason("store.export_do"),
        ) from None
    return written


def exported_articles(folder: Path) -> Iterator[Article]:
    """The articles of an export, in the order they came into the archive, with their versions."""
    parquet = load("pyarrow.parquet", "parquet")
    versions: dict[int, list[Version]] = {}
    for row in _rows(parquet, folder / "versions.parquet"):
        versions.setdefault(row["article"], []).append(_version(row))
    for row in _rows(parquet, folder / "articles.parquet"):
        yield _article(row, tuple(versions.get(row["arrival"], ())))


def _write(session: Session, table: Table, path: Path, arrow: Any, parquet: Any) -> int:
    fields = arrow.schema([_field(arrow, column) for column in table.columns])
    # As stored: a lone surrogate or a NUL, escaped, is text that every reader of Parquet takes.
    columns = [
        type_coerce(column, AnyText).label(column.name) if isinstance(column.type, Plain | Nested) else column
        for column in table.columns
    ]
    rows = session.connection.execution_options(yield_per=ROWS).execute(
        select(*columns).order_by(*table.primary_key.columns)
    )
    count = 0
    with parquet.ParquetWriter(path, fields, compression="zstd", version="2.6", write_page_index=False) as writer:
        for some in rows.partitions():
            count += len(some)
            lists = [list(values) for values in zip(*some, strict=True)]
            arrays = [arrow.array(values, field.type) for values, field in zip(lists, fields, strict=True)]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=fields))
    return count


def _field(arrow: Any, column: Column[Any]) -> Any:
    type_ = column.type
    if isinstance(type_, Boolean):
        kind = arrow.bool_()
    elif isinstance(type_, BigInteger):
        kind = arrow.int64()
    elif isinstance(type_, Integer):
        kind = arrow.int32()
    elif isinstance(type_, Double):
        kind = arrow.float64()
    else:
        kind = arrow.binary() if isinstance(type_, LargeBinary) else arrow.string()
    return arrow.field(column.name, kind, nullable=bool(column.nullable))


def _rows(parquet: Any, path: Path) -> Iterator[dict[str, Any]]:
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=ROWS):
            for row in batch.to_pylist():
                yield {
                    name: unescaped(value) if isinstance(value, str) and name not in _NESTED else value
                    for name, value in row.items()
                }


_NESTED = {"chrome", "reason", "changes"}


def _article(row: dict[str, Any], versions: tuple[Version, ...]) -> Article:
    start, end = row["title_start"], row["title_end"]
    names = ("id", "outlet", "text", "outlet_name", "url", "published", "published_basis", "language", "origin",
             "canonical", "fetched")  # fmt: skip
    return Article(
        title=None if start is None else (start, end),
        chrome=tuple(Chrome((a, b), reason_of(reason)) for a, b, *reason in _listed(row["chrome"])),
        versions=versions,
        **{name: row[name] for name in names},
    )


def _version(row: dict[str, Any]) -> Version:
    names = ("text", "added", "removed", "url", "published", "fetched", "origin")
    return Version(
        reason=reason_of(_listed(row["reason"])),
        changes=tuple(Change((a, b), (c, d)) for a, b, c, d in _listed(row["changes"])),
        **{name: row[name] for name in names},
    )


def _listed(text: str | None) -> list[Any]:
    return json.loads(text) if text else []
