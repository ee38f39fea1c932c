"""The folder of a large job: files that are there whole or not at all, and marks that say which parts are done.

A file is written under a passing name, synced and renamed; the mark of a part is written after all of its files, so
that a mark vouches for them whatever was killed when.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from tawatur.model import Reason, Reject

WORK = ".batch"  # what only the run itself needs
ARTICLES, ACCOUNTS, DOSSIERS = "articles", "accounts", "dossiers"
STORIES, DROPPED, MANIFEST, TIMINGS = "stories.json", "dropped.jsonl", "manifest.json", "timings.json"
RESULTS = frozenset({ARTICLES, ACCOUNTS, DOSSIERS, STORIES, DROPPED, MANIFEST, TIMINGS})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a part: its files (places in the folder), counts, what was dropped, and the processor's seconds.

    `stopped` is why the whole job cannot go on: the disk is full, say. Such an outcome leaves no mark.
    """

    stage: str
    number: int
    files: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    dropped: tuple[Reject, ...] = ()
    seconds: float = 0.0
    stopped: str | None = None

    def as_json(self) -> str:
        """It as one line of JSON."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> Outcome:
        """Back from `as_json`."""
        row: dict[str, Any] = json.loads(text)
        dropped = tuple(reject_of(one) for one in row["dropped"])
        counts = tuple((name, number) for name, number in row["counts"])
        return Outcome(**{**row, "files": tuple(row["files"]), "counts": counts, "dropped": dropped})


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a job."""

    root: Path
    work: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "work", self.root / WORK)

    def part(self, kind: str, number: int) -> Path:
        """The file of a part; kinds that are no result are kept among what only the run needs."""
        return (self.root if kind in RESULTS else self.work) / kind / f"part-{number:05d}.parquet"

    def parts(self, kind: str) -> list[Path]:
        """The files of all parts of a kind, in order."""
        return sorted(((self.root if kind in RESULTS else self.work) / kind).glob("part-*.parquet"))

    def place(self, path: Path) -> str:
        """A path as a place in the folder."""
        return path.relative_to(self.root).as_posix()

    def mark(self, outcome: Outcome) -> None:
        """Say that a part is done; its files have to be there."""
        write_text(self._mark(outcome.stage, outcome.number), outcome.as_json())

    def done(self, stage: str, number: int = 0) -> Outcome | None:
        """What came of a part, if it is done and its files are still there."""
        try:
            outcome = Outcome.from_json(self._mark(stage, number).read_text(encoding="ascii"))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return outcome if all((self.root / file).is_file() for file in outcome.files) else None

    def _mark(self, stage: str, number: int) -> Path:
        return self.work / "done" / f"{stage}-{number:05d}.json"


def reject_of(row: dict[str, Any]) -> Reject:
    """A reject from the JSON of one."""
    return Reject(row["where"], Reason(row["reason"]["code"], tuple(row["reason"]["values"])))


def write_text(path: Path, text: str) -> None:
    """Write a text file, whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    with _whole(path) as file:
        file.write(data)


def write_table(path: Path, tables: Any) -> None:
    """Write tables of one schema as one Parquet file, whole or not at all; the same rows give the same bytes."""
    import pyarrow.parquet as pq  # type: ignore[import-untyped]

    several = tables if isinstance(tables, list) else [tables]
    with _whole(path) as file, pq.ParquetWriter(file, several[0].schema, compression="zstd") as writer:
        for one in several:
            writer.write_table(one)


def read_table(path: Path, columns: Sequence[str] | None = None) -> Any:
    """A Parquet file, read as it was written: pages of numbered names in one file, no neighbours taken in."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        return file.read(columns=columns)


@contextmanager
def _whole(path: Path) -> Iterator[BinaryIO]:
    """A file under a passing name, which gets its own when all went well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".passing")
    passing = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        passing.chmod(0o666 & ~_mask())
        passing.replace(path)
    finally:
        passing.unlink(missing_ok=True)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def leavings(folder: Folder) -> Iterator[Path]:
    """Files under passing names, which a killed run left."""
    yield from folder.root.rglob(".*.passing")
