from __future__ import annotations

import re
from pathlib import Path

import pytest

from tawatur.store import schema

DOC = Path(__file__).parents[2] / "docs" / "archive.md"
ROWS = [line.split("|")[1:4] for line in DOC.read_text("utf-8").splitlines() if line.startswith("| `")]


@pytest.mark.parametrize("table", schema.metadata.tables.values(), ids=lambda table: table.name)
def test_every_column_of_every_table_is_documented(table: object) -> None:
    name = table.name  # type: ignore[attr-defined]
    described = [columns for tables, _, columns in ROWS if name in re.findall(r"`(\w+)`", tables)]
    assert len(described) == 1
    told = re.findall(r"`(\w+)`", described[0])
    for column in table.columns:  # type: ignore[attr-defined]
        assert column.name in told or re.sub(r"(start|end)$", "", column.name) in told, column.name
    marked = set(re.findall(r"`(\w+)` \[\]", described[0]))
    from tawatur.store.columns import Nested

    assert {c.name for c in table.columns if isinstance(c.type, Nested)} <= marked  # type: ignore[attr-defined]


def test_nothing_is_documented_that_is_not_there() -> None:
    names = {name for tables, _, _ in ROWS for name in re.findall(r"`(\w+)`", tables)}
    assert names == set(schema.metadata.tables)
