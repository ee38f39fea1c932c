"""A job at work: its folder, its engine, who hears of progress, and what came of its parts so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import TYPE_CHECKING, Any

from tawatur.running.parts import Folder, Outcome
from tawatur.running.plan import Plan, no_more
from tawatur.running.tasks import Engine, Task, unfinished
from tawatur.running.timing import Timing

if TYPE_CHECKING:
    from tawatur.pipeline import Progress


@dataclass(slots=True)
class Job:
    """A job at work."""

    folder: Folder
    plan: Plan
    engine: Engine
    told: Progress
    timing: Timing
    outcomes: list[Outcome] = field(default_factory=list)

    def task(self, stage: str, number: int, **more: Any) -> Task:
        """A part of a stage of this job."""
        return Task(stage, number, str(self.folder.root), **more)

    def run(self, stage: str, tasks: Sequence[Task]) -> None:
        """Have a stage's tasks done, those that are not; raises OutputError where the job cannot go on."""
        stopped: list[str] = []
        taken = 0

        def took(outcome: Outcome) -> None:
            nonlocal taken
            taken += 1
            if outcome.stopped:
                stopped.append(outcome.stopped)
            else:
                self.outcomes.append(outcome)
            self.told(stage, taken, len(tasks))

        left = list(unfinished(tasks, took))
        with self.timing.workers(stage, lambda: sum(one.seconds for one in self.outcomes if one.stage == stage)):
            if left:
                self.engine.run(left, took)
        if stopped:
            raise no_more(self.folder.root, stopped[0])

    @contextmanager
    def running(self, stage: str, tasks: Sequence[Task]) -> Iterator[None]:
        """The same beside what the block does; when the block fails, what is not done is left."""
        failed: list[BaseException] = []

        def work() -> None:
            try:
                self.run(stage, tasks)
            except BaseException as error:
                failed.append(error)

        beside = Thread(target=work, daemon=True)  # an interrupt must not wait for it
        beside.start()
        yield
        beside.join()
        if failed:
            raise failed[0]
