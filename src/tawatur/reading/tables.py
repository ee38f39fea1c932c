"""Parquet files: each row an article, its columns named as the fields of an article in JSON; read batch by batch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tawatur.model import Reason, Reject
from tawatur.reading.draft import Draft
from tawatur.reading.extras import load
from tawatur.reading.inputs import Archive
from tawatur.reading.records import FIELDS, read_record

ROWS = 256  # held at once


def read_parquet(archive: Archive) -> Iterator[Draft | Reject]:
    """A draft of each row; a row group that is broken is told and ends the file."""
    parquet = load("pyarrow.parquet", "parquet")
    number = 0
    try:
        with parquet.ParquetFile(archive.source) as file:
            columns = [name for name in file.schema_arrow.names if name in FIELDS]
            if not columns:
                names = ", ".join(file.schema_arrow.names)[:200]
                yield Reject(archive.where, Reason("reading.parquet.columns", (archive.where, names)))
                return
            for batch in file.iter_batches(batch_size=ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    stem = archive.stem and f"{archive.stem}-{number}"
                    yield read_record(_plain(row), f"{archive.where}#{number}", stem)
            if number == 0:
                yield Reject(archive.where, Reason("reading.empty", (archive.where,)))
    except (OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        said = " ".join(str(error).split())[:100]
        yield Reject(archive.where, Reason("reading.parquet.broken", (archive.where, str(number), said)))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON would hold it: times as ISO 8601 texts."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if value is not None
    }
