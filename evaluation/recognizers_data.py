"""The values of the Arabic half of Microsoft Recognizers Text, and which of them are left out of the count."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.corpus import ROOT

LEFT_OUT = ROOT / "evaluation" / "recognizers_left_out.yaml"
VALUELESS = ("", "not resolved", "0001-01-01")


@dataclass(frozen=True, slots=True)
class Expected:
    """One value of one row: `options` are its resolutions, any of which is right; `written` the day of reference."""

    file: str
    row: int
    place: int
    text: str
    type: str
    timex: str
    options: tuple[dict[str, str], ...]
    written: str | None

    @property
    def id(self) -> str:
        """ "DateParser/12", with ".1" for the second value of a row."""
        return f"{self.file}/{self.row}" + (f".{self.place}" if self.place else "")


@dataclass(frozen=True, slots=True)
class Group:
    """Values left out for one reason: whole files, types, forms of the normalised time, or single ids."""

    reason: str
    files: frozenset[str]
    types: frozenset[str]
    timex: tuple[str, ...]
    ids: frozenset[tuple[str, str]]

    def holds(self, value: Expected) -> bool:
        """Whether the value is left out for this reason."""
        return (
            value.file in self.files
            or value.type in self.types
            or any(re.fullmatch(form, value.timex) for form in self.timex)
            or (value.file, str(value.row)) in self.ids
            or (value.file, f"{value.row}.{value.place}") in self.ids
        )


def read_values(folder: Path) -> list[Expected]:
    """Every value of the data set; files of mere spans, rows without a result and empty values hold none."""
    found = []
    for path in sorted(folder.glob("*.json")):
        if path.stem.endswith("Extractor"):
            continue
        for row, case in enumerate(json.loads(path.read_text(encoding="utf-8-sig"))):
            written = (case.get("Context") or {}).get("ReferenceDateTime")
            for place, result in enumerate(case["Results"]):
                kind = (result.get("Type") or result.get("TypeName") or "").removeprefix("datetimeV2.")
                timex, options = _options(result.get("Value") or result.get("Resolution"))
                if options:
                    found.append(Expected(path.stem, row, place, case["Input"], kind, timex, options, written))
    return found


def _options(given: Any) -> tuple[str, tuple[dict[str, str], ...]]:
    """The normalised time and the resolutions of a result, in whichever of three shapes it is written."""
    if not isinstance(given, dict):
        return "", ()
    if "values" in given:
        options = [{k: str(v) for k, v in o.items()} for o in given["values"]]
        timex = options[0].get("timex", "") if options else ""
    elif "Timex" in given:
        timex = given["Timex"]
        options = [{k: str(v) for k, v in (given[way] or {}).items()} for way in ("FutureResolution", "PastResolution")]
        options = [o | {"timex": timex, "mod": given.get("Mod", "")} for o in options]
    else:
        timex, options = "", [{k: str(v) for k, v in given.items()}]
    kept = tuple(o for o in options if _tells(o) or re.fullmatch(r"\d{4}-(SP|SU|FA|WI)", timex))
    return timex, kept


def _tells(option: dict[str, str]) -> bool:
    said = [v for k, v in option.items() if k not in ("timex", "mod", "type", "Mod", "score", "subtype")]
    return any(v not in VALUELESS for v in said)


def read_groups(path: Path = LEFT_OUT) -> list[Group]:
    """The groups of the list of what is left out."""
    import yaml

    return [
        Group(
            g["reason"],
            frozenset(g.get("files", ())),
            frozenset(g.get("types", ())),
            tuple(g.get("timex", ())),
            frozenset((file, id) for file, rows in g.get("ids", {}).items() for id in _rows(str(rows))),
        )
        for g in yaml.safe_load(path.read_text(encoding="utf-8"))["groups"]
    ]


def _rows(listed: str) -> Iterator[str]:
    """The rows of "3, 5-7, 9.1"."""
    for part in listed.replace(" ", "").split(","):
        first, _, last = part.partition("-")
        if last:
            yield from (str(row) for row in range(int(first), int(last) + 1))
        elif part:
            yield part
