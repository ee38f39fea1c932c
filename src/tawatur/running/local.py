"""The engine of one machine: processes that take tasks one by one. Memory of one never harms another.

A process that dies (killed for memory, say) is replaced and its task tried once more by the new one; a task that kills
twice is given up. Processes end with the one that began them, also when that is killed.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from tawatur.running.parts import Outcome
from tawatur.running.tasks import TRIES, Task, attempt, given_up


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    line: Connection
    task: Task | None = None


class Local:
    """`workers` processes, begun when the first tasks come and kept for the next ones; `died` hears of each death."""

    def __init__(self, workers: int, died: Callable[[Task, str], None] = lambda _task, _why: None) -> None:
        self._count, self._died = workers, died
        self._workers: list[_Worker] = []
        self._closed = False

    def run(self, tasks: Sequence[Task], took: Callable[[Outcome], None]) -> None:
        """Run all tasks; an outcome that stops the job keeps those that have not begun from it."""
        waiting = deque((task, 1) for task in tasks)
        tries: dict[Task, int] = {}
        while len(self._workers) < min(self._count, len(tasks)):
            self._workers.append(_begun())
        left = len(tasks)
        while left and not self._closed:
            for worker in self._workers:
                if worker.task is None and waiting:
                    task, tries_before = waiting.popleft()
                    tries[task] = tries_before
                    _give(worker, task)
            for worker, task in self._heard():
                outcome = _answer(worker)
                if self._closed:
                    return
                if outcome is None:
                    why = _end(worker.process)
                    self._died(task, why)
                    self._workers[self._workers.index(worker)] = _begun()
                    if tries[task] < TRIES:
                        waiting.appendleft((task, tries[task] + 1))
                        continue
                    outcome = given_up(task, why)
                worker.task = None
                left -= 1
                took(outcome)
                if outcome.stopped:
                    left -= len(waiting)
                    waiting.clear()

    def close(self) -> None:
        """End the processes, also in the middle of their work."""
        self._closed = True
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()

    def _heard(self) -> list[tuple[_Worker, Task]]:
        """Those at work that answered or died, each with its task."""
        busy = [(worker, worker.task) for worker in self._workers if worker.task is not None]
        ready = set(wait([one for worker, _ in busy for one in (worker.line, worker.process.sentinel)]))
        return [one for one in busy if one[0].line in ready or one[0].process.sentinel in ready]


def _begun() -> _Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _give(worker: _Worker, task: Task) -> None:
    worker.task = task
    with suppress(OSError):  # it is dead, which is heard of next
        worker.line.send(task.as_json())


def _answer(worker: _Worker) -> Outcome | None:
    """What the process answered; None where it died."""
    with suppress(EOFError, OSError):
        if worker.line.poll():
            return Outcome.from_json(worker.line.recv())
    worker.process.join()
    return None


def _end(process: BaseProcess) -> str:
    code = process.exitcode or 0
    return signal.Signals(-code).name if code < 0 else str(code)


def _work(line: Connection) -> None:
    """The life of a process: tasks in, outcomes out."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that began it says when to stop
    threading.Thread(target=_die_with_parent, daemon=True).start()
    while True:
        try:
            line.send(attempt(Task.from_json(line.recv())).as_json())
        except (EOFError, BrokenPipeError):
            return


def _die_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
