"""Work that takes longer than an answer may: one after the other in a thread of its own, with progress and cancel."""

from __future__ import annotations

import queue
import secrets
import shutil
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock, Thread
from typing import Literal

from tawatur.errors import InputError, TawaturError
from tawatur.model import Reason, Reject
from tawatur.pipeline import Progress
from tawatur.serving.problems import ProblemError

State = Literal["waiting", "working", "done", "failed", "cancelled"]
_MOST_WAITING, _MOST_KEPT = 20, 200


class CancelledError(Exception):
    """Raised inside the work when its cancelling was asked for."""


@dataclass(slots=True)
class Job:
    """One piece of work. `story` is what came of it; `stage`, `done`, `all` say how far it is."""

    id: str
    folder: Path
    work: Callable[[Path, Progress], str]
    state: State = "waiting"
    stage: str = ""
    stages: tuple[str, ...] = ()
    done: int = 0
    all: int = 0
    story: str = ""
    error: str = ""
    remedy: str = ""
    told: Reason | None = None
    advice: Reason | None = None
    rejects: tuple[Reject, ...] = ()
    stop: Event = field(default_factory=Event)

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in {"done", "failed", "cancelled"}


class Jobs:
    """The work of one server, in the order it was given."""

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._queue: queue.Queue[Job | None] = queue.Queue()
        self._lock = Lock()
        self._report = report
        self._thread: Thread | None = None

    def add(self, folder: Path, work: Callable[[Path, Progress], str], stages: tuple[str, ...]) -> Job:
        """Have `work` done with what is in `folder`, which then goes. Raises ProblemError when too much waits."""
        with self._lock:
            if sum(not job.over for job in self._jobs.values()) >= _MOST_WAITING:
                raise ProblemError(429, Reason("serving.queue_full"))
            job = Job(secrets.token_urlsafe(9), folder, work, stages=stages)
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST_KEPT:
                self._jobs.popitem(last=False)
            if self._thread is None:
                self._thread = Thread(target=self._run, name="tawatur-jobs", daemon=True)
                self._thread.start()
        self._queue.put(job)
        return job

    def get(self, id: str) -> Job:
        """The work of an id. Raises ProblemError."""
        found = self._jobs.get(id)
        if found is None:
            raise ProblemError(404, Reason("serving.no_job", (id,)))
        return found

    def cancel(self, id: str) -> Job:
        """Ask for a work to be stopped at its next step. Raises ProblemError where it is over."""
        job = self.get(id)
        if job.over:
            raise ProblemError(409, Reason("serving.job_over"))
        job.stop.set()
        if job.state == "waiting":
            job.state = "cancelled"
        return job

    def close(self) -> None:
        """Stop what is going on; nothing is begun any more."""
        for job in self._jobs.values():
            job.stop.set()
        self._queue.put(None)
        if self._thread is not None:
            self._thread.join(timeout=5)

    def _run(self) -> None:
        while (job := self._queue.get()) is not None:
            try:
                if not job.stop.is_set():
                    self._do(job)
            finally:
                shutil.rmtree(job.folder, ignore_errors=True)

    def _do(self, job: Job) -> None:
        def told(stage: str, done: int, all: int) -> None:
            if job.stop.is_set():
                raise CancelledError
            job.stage, job.done, job.all = stage, done, all

        job.state = "working"
        try:
            job.story = job.work(job.folder, told)
            job.state = "done"
        except CancelledError:
            job.state = "cancelled"
        except TawaturError as error:
            job.error, job.remedy, job.told, job.advice = str(error), error.remedy, error.told, error.advice
            job.rejects = error.rejects if isinstance(error, InputError) else ()
            job.state = "failed"
        except Exception as error:
            self._report(error)
            job.told = Reason("serving.defect")
            job.state = "failed"
