"""Floors that figures may not fall below, kept in `floors.json` with the corpus they hold for.

Pinning raises a floor to what is measured; it lowers one only for a stated reason, which stays in the file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation.corpus import ROOT

FILE = ROOT / "evaluation" / "floors.json"
# Rows where less is better: their floor is a ceiling.
CEILINGS = frozenset({"origins_overclaimed", "overclaimed"})
# What counting outlets would give: for comparison only, it does not depend on the program.
UNPINNED = frozenset({"naive_origins_exact", "naive_overclaimed"})

Floors = dict[str, Any]


def load_floors(path: Path) -> Floors:
    """The floors by corpus name, and the record of those lowered; empty when none are pinned yet."""
    if not path.exists():
        return {"corpora": {}, "lowered": []}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def save_floors(floors: Floors, path: Path) -> None:
    """Write the floors, always with the same bytes for the same floors."""
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def shortfalls(floors: Floors, corpus: str, corpus_hash: str, found: Mapping[str, float]) -> list[str]:
    """Where the figures fall short of the floors of a corpus, in plain words; empty when they hold."""
    pinned = floors["corpora"].get(corpus)
    if pinned is None:
        return []
    if pinned["sha256"] != corpus_hash:
        return [f"{corpus}: not the corpus its floors were pinned on; pin anew with --pin --reason"]
    return [
        f"{corpus}: {row} {found[row]:.4f}, floor {floor:.4f}"
        for row, floor in pinned["rows"].items()
        if row in found and worse(row, found[row], floor)
    ]


def worse(row: str, value: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return value > floor if row in CEILINGS else value < floor


def pin(
    floors: Floors, corpus: str, corpus_hash: str, found: Mapping[str, float], *, day: str, reason: str = ""
) -> Floors:
    """The floors with those of one corpus brought to the figures found on `day` (ISO date).

    Without a reason a floor only gets stricter, and a corpus that changed keeps its old floors as they are. With one,
    every row is set to what was found, and each that was lowered is recorded with the reason.
    """
    old = floors["corpora"].get(corpus)
    if old and old["sha256"] != corpus_hash and not reason:
        return floors
    before: dict[str, float] = old["rows"] if old else {}
    rows = {row: value for row, value in found.items() if row not in UNPINNED}
    lowered: list[dict[str, Any]] = [
        {"corpus": corpus, "row": row, "from": before[row], "to": value, "date": day, "reason": reason}
        for row, value in rows.items()
        if row in before and worse(row, value, before[row])
    ]
    if not reason:
        rows |= {record["row"]: record["from"] for record in lowered}
        lowered = []
    same = old and old["rows"] == rows and old["sha256"] == corpus_hash
    entry = old if same else {"sha256": corpus_hash, "date": day, "rows": rows}
    return {"corpora": {**floors["corpora"], corpus: entry}, "lowered": [*floors["lowered"], *lowered]}
