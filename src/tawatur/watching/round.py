"""One round: ask the sources, take in what is new, read it, group it, make the dossiers of what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from tawatur.grouping import GroupSettings
from tawatur.pipeline import Progress
from tawatur.reading.web.limits import Limits
from tawatur.settings import DEFAULT, Settings
from tawatur.store import Archive, runs
from tawatur.watching.dossiers import make_dossiers
from tawatur.watching.grouping import group_new
from tawatur.watching.statements import read_new
from tawatur.watching.taking_in import Tally, take_in


@dataclass(frozen=True, slots=True)
class Round:
    """What came of a round: the inputs' tally, how many articles were read and grouped, and how many dossiers made."""

    tally: Tally
    read: int
    grouped: int
    dossiers: int


def round_of(
    archive: Archive,
    inputs: Sequence[str],
    *,
    settings: Settings = DEFAULT,
    grouping: GroupSettings | None = None,
    progress: Progress | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    command: str = "watch",
    statements: bool = True,
    tally: Tally | None = None,
    web_options: tuple[tuple[str, Any], ...] = (),
) -> Round:
    """Run one round on an archive. What is new in the stories then waits there to be delivered (`delivery`).

    What an earlier round left undone is done with the rest. Without `statements` articles are taken in and grouped, and
    left to be read by a later round. Raises ArchiveError where the archive cannot be written.
    """
    told = progress or (lambda _stage, _done, _all: None)

    def hear(stage: str) -> Callable[[int, int], None]:
        return lambda done, all: told(stage, done, all)

    with archive.writing() as session:
        run = runs.begin_run(session, command, inputs)
    tally = take_in(
        archive, inputs, run, stdin=stdin, limits=limits, told=hear("reading"), web_options=web_options, tally=tally
    )
    read = read_new(archive, settings, hear("statements")) if statements else 0
    grouped = group_new(archive, grouping or GroupSettings(), hear("grouping"))
    made = make_dossiers(archive, settings, hear("dossiers")) if statements else 0
    with archive.writing() as session:
        runs.end_run(session, run)
    return Round(tally, read, grouped, made)
