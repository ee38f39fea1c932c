"""What a job is: its inputs by their content, its settings, the program and its data. A folder holds one job only."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from tawatur.dossier.manifest import manifest
from tawatur.errors import OutputError
from tawatur.grouping.settings import GroupSettings
from tawatur.model import Reason
from tawatur.reading.inputs import inside_of
from tawatur.running.parts import MANIFEST, WORK, Folder, leavings, write_text
from tawatur.settings import DEFAULT

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_STDIN = "stdin"


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the results of a job depend on: equal plans give equal results.

    An input is its name, how many files and bytes it has, and a hash of them; an address is its name alone.
    """

    version: str
    settings: dict[str, Any]
    grouping: dict[str, Any]
    data: dict[str, str]
    statements: str
    inputs: list[dict[str, Any]]

    def as_dict(self) -> dict[str, Any]:
        """It as JSON values, in a fixed order."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def planned(inputs: Sequence[str], statements: str, grouping: GroupSettings, stdin: Path | None) -> Plan:
    """The plan of a job over these inputs, which are read through once for it."""
    made = manifest((), DEFAULT)
    seen = [_input(given, stdin) for given in inputs]
    return Plan(made.version, dict(made.settings), grouping.as_dict(), dict(made.data), statements, seen)


def opened(root: Path, plan: Plan) -> Folder:
    """The folder of the job, made or found again. Raises OutputError where it holds anything else."""
    folder = Folder(root)
    kept = folder.work / "plan.json"
    try:
        _own(root)
        folder.work.mkdir(parents=True, exist_ok=True)
        if not kept.is_file():
            write_text(kept, json.dumps(plan.as_dict()))
            return folder
        earlier = json.loads(kept.read_text(encoding="ascii"))
    except OSError as error:
        raise unwritable(root, error) from None
    except ValueError:
        raise _foreign(root) from None
    now = json.loads(json.dumps(plan.as_dict()))
    if earlier != now:
        what, name = _changed(earlier, now)
        raise _refused(root, f"running.other_{what}", WORDS[what].format(name), name)
    return folder


@contextmanager
def held(folder: Folder) -> Iterator[None]:
    """The folder kept from other runs on this machine. Raises OutputError where one is at work in it."""
    with (folder.work / "lock").open("w") as file:
        try:
            import fcntl
        except ImportError:  # a system without such locks
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(
                f"{folder.root} is being worked on by another run",
                remedy="wait until that one has ended, or name another folder",
                told=Reason("running.folder_busy", (str(folder.root),)),
                advice=Reason("running.folder_busy_do"),
            ) from None
        except OSError:
            pass  # a shared file system that has no locks
        for path in leavings(folder):
            path.unlink(missing_ok=True)
        yield


def spooled(stdin: BinaryIO, root: Path) -> Path:
    """Standard input as a file in the job's folder, so that a job that was killed finds it again."""
    path = root / WORK / _STDIN
    try:
        _own(root)
        path.parent.mkdir(parents=True, exist_ok=True)
        passing = path.with_suffix(".passing")
        with passing.open("wb") as file:
            shutil.copyfileobj(stdin, file)
        passing.replace(path)
    except OSError as error:
        raise unwritable(root, error) from None
    return path


def finished(folder: Folder, plan: Plan) -> dict[str, Any] | None:
    """The manifest, where the job was done before and its files are still there."""
    try:
        found: dict[str, Any] = json.loads((folder.root / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    done = folder.done("all")
    return found if done is not None and found.get("version") == plan.version else None


def unwritable(root: Path, error: OSError) -> OutputError:
    """The error for a folder that takes nothing, or no more."""
    why = error.strerror or str(error)
    return no_more(root, why)


def no_more(root: Path, why: str) -> OutputError:
    """The error for a job that cannot write on."""
    return OutputError(
        f"cannot write {root}: {why}",
        remedy="name a folder that you may write to, with enough room; the same command goes on from what is done",
        told=Reason("cli.cannot_write", (str(root), why)),
        advice=Reason("running.cannot_write_do"),
    )


WORDS = {  # what may differ between the plan of a folder and that of a job
    "version": "it was begun with another version of tawatur or of its data",
    "settings": "it was begun with other settings",
    "statements": "it was begun with --statements {0}",
    "inputs": "it was begun with other inputs",
    "input": "{0} is not what it was when the job was begun",
}


def _changed(earlier: dict[str, Any], now: dict[str, Any]) -> tuple[str, str]:
    """What differs first between two plans, and its name."""
    if any(earlier.get(key) != now[key] for key in ("version", "data")):
        return "version", ""
    if any(earlier.get(key) != now[key] for key in ("settings", "grouping")):
        return "settings", ""
    if earlier.get("statements") != now["statements"]:
        return "statements", str(earlier.get("statements"))
    before = earlier.get("inputs", [])
    if [one.get("input") for one in before] != [one["input"] for one in now["inputs"]]:
        return "inputs", ""
    return "input", next(b["input"] for a, b in zip(before, now["inputs"], strict=True) if a != b)


def _own(root: Path) -> None:
    """Raises OutputError where a folder holds files, and no job."""
    kept = root / WORK / "plan.json"
    if root.is_dir() and not kept.is_file() and any(path.name != WORK for path in root.iterdir()):
        raise _foreign(root)


def _foreign(root: Path) -> OutputError:
    return _refused(root, "running.folder_full", "it holds other files, and no job that was begun here")


def _refused(root: Path, code: str, why: str, name: str = "") -> OutputError:
    return OutputError(
        f"{root} cannot take this job: {why}",
        remedy="name another folder, or remove that one and run again; nothing in it was changed",
        told=Reason(code, (str(root), name)),
        advice=Reason("running.other_do"),
    )


def _input(given: str, stdin: Path | None) -> dict[str, Any]:
    if _ADDRESS.match(given):
        return {"input": given}
    path = stdin if given == "-" else Path(given)
    if path is None:
        return {"input": given, "files": 0, "bytes": 0, "sha256": ""}
    refused: list[OSError] = []
    try:
        inside = [(one, str(at)) for one, at, _ in inside_of(path, refused)] if path.is_dir() else [(path, "")]
    except (OSError, ValueError):
        inside = []
    whole = hashlib.sha256()
    size = 0
    for one, at in inside:
        digest, length = _digest(one)
        whole.update(f"{at}\0{length}\0{digest}\n".encode("utf-8", "surrogateescape"))
        size += length
    return {"input": given, "files": len(inside), "bytes": size, "sha256": whole.hexdigest()}


def _digest(path: Path) -> tuple[str, int]:
    """Hash and length of a file; those of nothing where it cannot be read, which is told when it is its turn."""
    try:
        if not path.is_file():
            return "", 0
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            return digest, file.tell()
    except (OSError, ValueError):
        return "unreadable", 0
