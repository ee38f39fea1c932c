"""One process a run, from start to end as the system accounts for it: wall time, and the largest resident set."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.texts import sample_story, ten_real_articles, two_short_articles

# The bars a release has to meet, on one core of an ordinary machine.
HELP_BAR, COLD_BAR, STORY_BAR, MEMORY_BAR = 0.3, 2.0, 1.0, 400.0

# Installed programs find their modules compiled, so the measured ones may keep what they compile.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_TAWATUR = (sys.executable, "-m", "tawatur")
# After start-up: the program has read one story before the clock starts, so that its data is loaded, as in a service.
# Then the ten articles are five new ones and five that differ from them by a line.
_STORY = """
import sys, time
from dataclasses import replace
from tawatur.pipeline import build, build_from
from tawatur.reading import read
from tawatur.writing import to_json
to_json(build(sys.argv[1:3]))
first = time.perf_counter()
five = read(sys.argv[1:])
again = [replace(a, id=a.id + "-2", outlet="second-" + a.outlet, text=a.text + "\\n.") for a in five.articles]
text = to_json(build_from(replace(five, articles=(*five.articles, *again))))
print(time.perf_counter() - first)
"""
# The same for articles on standard input, one a line of JSON, after a warm-up on the sample.
_REAL = """
import io, sys, time
from tawatur.pipeline import build
from tawatur.writing import to_json
to_json(build(sys.argv[1:3]))
lines = sys.stdin.buffer.read()
first = time.perf_counter()
to_json(build(["-"], stdin=io.BytesIO(lines)))
print(time.perf_counter() - first)
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure: a value for each run, its unit, and the bar its median has to stay under."""

    name: str
    unit: str
    runs: tuple[float, ...]
    bar: float

    @property
    def median(self) -> float:
        """The middle value, which one slow run does not move."""
        return statistics.median(self.runs)

    @property
    def met(self) -> bool:
        """Whether the bar is kept."""
        return self.median < self.bar

    def record(self) -> dict[str, object]:
        """The figure as JSON holds it."""
        return {"name": self.name, "unit": self.unit, "median": self.median, "runs": self.runs, "bar": self.bar}


def measure(runs: int) -> list[Figure]:
    """Every figure, each from `runs` processes after one that is not counted (it fills the system's file cache)."""
    _, two = two_short_articles()
    dossier = [*_TAWATUR, "dossier", *two, "--format", "json"]
    ten = [sys.executable, "-c", _STORY, *sample_story()]
    help_wall = _repeated(runs, lambda: _process([*_TAWATUR, "--help"]))
    cold = _repeated(runs, lambda: _process(dossier))
    story = _repeated(runs, lambda: _process(ten))
    lines = "\n".join(ten_real_articles())
    real = _repeated(runs, lambda: _process([sys.executable, "-c", _REAL, *sample_story()], lines)) if lines else []
    figures = [
        Figure("tawatur --help", "s", tuple(run.wall for run in help_wall), HELP_BAR),
        Figure("tawatur dossier, two articles, cold", "s", tuple(run.wall for run in cold), COLD_BAR),
        Figure(
            "ten short articles, read to JSON, after start-up", "s", tuple(float(run.out) for run in story), STORY_BAR
        ),
        Figure("most memory, two articles", "MB", tuple(run.memory for run in cold), MEMORY_BAR),
        Figure("most memory, ten short articles", "MB", tuple(run.memory for run in story), MEMORY_BAR),
    ]
    if real:
        figures += [
            Figure(
                "ten real articles, read to JSON, after start-up", "s", tuple(float(r.out) for r in real), STORY_BAR
            ),
            Figure("most memory, ten real articles", "MB", tuple(run.memory for run in real), MEMORY_BAR),
        ]
    return figures


@dataclass(frozen=True, slots=True)
class _Run:
    wall: float
    memory: float
    out: str


def _repeated(runs: int, once: Callable[[], _Run]) -> list[_Run]:
    once()
    return [once() for _ in range(runs)]


def _process(command: Sequence[str], told: str = "") -> _Run:
    """Run a process to its end with `told` on its standard input.

    Its memory is its own largest resident set (ru_maxrss of wait4), in megabytes.
    """
    start = time.perf_counter()
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=_ENVIRONMENT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(told)
        process.stdin.close()
        out = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"exit {process.returncode}: {' '.join(command)[:200]}")
    return _Run(wall, megabytes(used), out)


def megabytes(used: resource.struct_rusage) -> float:
    """The largest resident set; macOS counts bytes, Linux kilobytes."""
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
