"""One part of the work: what an engine hands to a worker, on whatever machine that sees the job's folder.

A task names its part; the worker reads the part's file, lets the stage work on it, writes the result and its mark. So
articles never pass through an engine or its driver, and a part that is marked is done on every engine alike.
"""

from __future__ import annotations

import errno
import json
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tawatur.model import Reason, Reject
from tawatur.running import parts
from tawatur.running.parts import Folder, Outcome, read_table, write_table, write_text

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped]

TRIES = 2  # of a part whose worker dies or fails
_AT_ONCE = 128  # articles turned into rows and back at once


@dataclass(frozen=True, slots=True)
class Story:
    """A story that gets a dossier: the file's name, and where its members stand: part and row, in order."""

    id: str
    file: str
    members: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A part of a stage: "drafts", "accounts" or "dossiers" (with its stories), in the job's folder.

    `rows` are those of the part that are wanted, None for all.
    """

    stage: str
    number: int
    root: str
    stories: tuple[Story, ...] = ()
    rows: tuple[int, ...] | None = None

    def as_json(self) -> str:
        """It as one line of JSON."""
        return json.dumps(asdict(self))

    @staticmethod
    def from_json(text: str) -> Task:
        """Back from `as_json`."""
        row: dict[str, Any] = json.loads(text)
        stories = tuple(
            Story(one["id"], one["file"], tuple((part, at) for part, at in one["members"])) for one in row["stories"]
        )
        rows = None if row["rows"] is None else tuple(row["rows"])
        return Task(row["stage"], row["number"], row["root"], stories, rows)


class Engine(Protocol):
    """What runs tasks: all of them, each once, in any order, telling every outcome as it comes. `workers` at a time."""

    def run(self, tasks: Sequence[Task], took: Callable[[Outcome], None]) -> None:
        """Run the tasks; returns when all are done."""

    def close(self) -> None:
        """Let go of whatever was started."""


def perform_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Tasks in a column `task` to outcomes in a column `outcome`, both JSON: how Arrow engines carry them."""
    import pyarrow as pa

    outcomes = [attempt(Task.from_json(text)).as_json() for text in batch.column("task").to_pylist()]
    return pa.RecordBatch.from_pydict({"outcome": pa.array(outcomes, pa.string())})


def attempt(task: Task) -> Outcome:
    """Do a task; one that a defect ends is tried once more, then given up."""
    why = ""
    for _ in range(TRIES):
        try:
            return perform(task)
        except Exception as error:
            why = f"{type(error).__name__}: {error}"[:200]
            if os.environ.get("TAWATUR_DEBUG"):
                raise
    return given_up(task, why)


def perform(task: Task) -> Outcome:
    """Do a task whole: read, work, write, mark. A system that takes no more files is told, everything else raised."""
    from tawatur.pausing import no_garbage_search

    folder = Folder(Path(task.root))
    begun = time.process_time()
    try:
        with no_garbage_search():
            outcome = _STAGES[task.stage](task, folder)
        outcome = replace(outcome, seconds=round(time.process_time() - begun, 3))
        folder.mark(outcome)
    except OSError as error:
        return Outcome(task.stage, task.number, stopped=error.strerror or str(error))
    return outcome


def given_up(task: Task, why: str) -> Outcome:
    """The outcome of a task that failed whenever it was tried: all that was in it is lost, and each loss is told."""
    from tawatur.running.records import texts

    folder = Folder(Path(task.root))
    if task.stage == "dossiers":
        lost = [(story.id, "running.story_lost") for story in task.stories]
    elif task.stage == "accounts":
        ids = texts(read_table(folder.part(parts.ARTICLES, task.number), ["id", "escaped"]), "id")
        lost = [(id, "running.article_lost") for id in (ids if task.rows is None else [ids[at] for at in task.rows])]
    else:
        places = texts(read_table(folder.part("pieces", task.number), ["where", "escaped"]), "where")
        lost = [(where, "running.piece_lost") for where in dict.fromkeys(places)]
    outcome = Outcome(
        task.stage, task.number, dropped=tuple(Reject(where, Reason(code, (where, why))) for where, code in lost)
    )
    folder.mark(outcome)
    return outcome


def _drafts(task: Task, folder: Folder) -> Outcome:
    from tawatur.running.stages import DRAFTS, read_pieces

    pieces = read_table(folder.part("pieces", task.number))
    made = [read_pieces(pieces.slice(at, 1)) for at in range(pieces.num_rows)]
    path = folder.part("drafts", task.number)
    write_table(path, made or [DRAFTS.empty_table()])
    return Outcome(task.stage, task.number, (folder.place(path),))


def _accounts(task: Task, folder: Folder) -> Outcome:
    from tawatur.running.records import texts
    from tawatur.running.stages import ACCOUNTS, read_statements

    articles = read_table(folder.part(parts.ARTICLES, task.number))
    if task.rows is not None:
        articles = articles.take(list(task.rows))
    made = [read_statements(articles.slice(at, _AT_ONCE)) for at in range(0, articles.num_rows, _AT_ONCE)]
    path = folder.part(parts.ACCOUNTS, task.number)
    write_table(path, made or [ACCOUNTS.empty_table()])
    failed = [
        Reject(id, Reason("running.article_failed", (id, why)))
        for one in made
        for id, why in zip(texts(one, "article"), texts(one, "failed"), strict=True)
        if why
    ]
    statements = sum(_length(one.column("statements")) for one in made)
    counts = (("accounts", articles.num_rows - len(failed)), ("statements", statements))
    return Outcome(task.stage, task.number, (folder.place(path),), counts, tuple(failed))


def _dossiers(task: Task, folder: Folder) -> Outcome:
    from tawatur.running.stages import make_dossiers

    files, dropped = [], []
    for story in task.stories:
        members, lost = _members(story, folder)
        made = make_dossiers(members).to_pylist()[0] if members is not None else {"failed": lost}
        if made["failed"]:
            dropped.append(Reject(story.id, Reason("running.story_failed", (story.id, made["failed"]))))
            continue
        path = folder.root / parts.DOSSIERS / story.file
        try:
            write_text(path, made["dossier"])
        except OSError as error:
            if error.errno != errno.ENAMETOOLONG:
                raise
            dropped.append(Reject(story.id, Reason("running.story_failed", (story.id, error.strerror or ""))))
            continue
        files.append(folder.place(path))
    return Outcome(task.stage, task.number, tuple(files), (("dossiers", len(files)),), tuple(dropped))


def _members(story: Story, folder: Folder) -> tuple[pa.Table | None, str]:
    """The articles and accounts of a story as a table of `MEMBERS`; none, and why, where a part was lost."""
    from tawatur.running.records import texts
    from tawatur.running.stages import members_table

    found = []
    for part, row in story.members:
        articles, accounts, row_of = _part(folder, part)
        if accounts is None or row not in row_of:
            return None, texts(articles.slice(row, 1), "id")[0]
        found.append((articles.slice(row, 1), accounts.slice(row_of[row], 1)))
    return members_table(story.id, found), ""


@lru_cache(maxsize=12)  # stories of one time stand in neighbouring parts
def _part(folder: Folder, number: int) -> tuple[pa.Table, pa.Table | None, dict[int, int]]:
    """A part of articles, the accounts of it, and which row of these belongs to which of those."""
    from tawatur.running.records import texts

    articles = read_table(folder.part(parts.ARTICLES, number))
    path = folder.part(parts.ACCOUNTS, number)
    if not path.is_file():
        return articles, None, {}
    accounts = read_table(path)
    at = {id: row for row, id in enumerate(texts(articles, "id"))}
    return articles, accounts, {at[id]: row for row, id in enumerate(texts(accounts, "article"))}


def _length(lists: Iterable[Any]) -> int:
    import pyarrow.compute as pc  # type: ignore[import-untyped]

    return int(pc.sum(pc.list_value_length(lists)).as_py() or 0)


_STAGES: dict[str, Callable[[Task, Folder], Outcome]] = {
    "drafts": _drafts,
    "accounts": _accounts,
    "dossiers": _dossiers,
}


def unfinished(tasks: Iterable[Task], took: Callable[[Outcome], None]) -> Iterator[Task]:
    """The tasks that are not done yet; the outcomes of the others are told."""
    for task in tasks:
        done = Folder(Path(task.root)).done(task.stage, task.number)
        if done is None:
            yield task
        else:
            took(done)
