"""Where the time of a job went, step by step: seconds on the clock of the last run, seconds of processors.

Workers' seconds of processors are those of all runs that the job took: every part's mark keeps its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Any


@dataclass(slots=True)
class Timing:
    """Seconds of each step, in the order in which steps end."""

    begun: float = field(default_factory=time.monotonic)
    _clock: dict[str, float] = field(default_factory=dict)
    _processor: dict[str, float] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """A step that this very thread does."""
        clock, processor = time.monotonic(), time.thread_time()
        yield
        self._add(name, time.monotonic() - clock, time.thread_time() - processor)

    @contextmanager
    def workers(self, name: str, seconds: Callable[[], float]) -> Iterator[None]:
        """A step that workers do; `seconds` tells what they spent of processors when it is over."""
        clock = time.monotonic()
        yield
        self._add(name, time.monotonic() - clock, seconds())

    def as_dict(self) -> dict[str, Any]:
        """All steps, each with its share of the processors' seconds, and the whole on the clock."""
        spent = sum(self._processor.values()) or 1.0
        steps = {
            name: {
                "seconds": round(clock, 2),
                "processor_seconds": round(self._processor[name], 2),
                "share": round(self._processor[name] / spent, 4),
            }
            for name, clock in self._clock.items()
        }
        return {
            "seconds": round(time.monotonic() - self.begun, 2),
            "processor_seconds": round(spent, 2),
            "steps": steps,
        }

    def _add(self, name: str, clock: float, processor: float) -> None:
        with self._lock:
            self._clock[name] = self._clock.get(name, 0.0) + clock
            self._processor[name] = self._processor.get(name, 0.0) + processor
