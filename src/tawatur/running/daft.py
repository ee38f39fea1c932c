"""The engine of a cluster: Daft on the processes of this machine, or on Ray through Daft's own runner.

Tasks go to the workers as rows of JSON, outcomes come back; the articles stay in the job's folder, which all workers
have to see under the same path. Nothing is told to anyone about its use: both packages are asked not to.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from typing import Any

from tawatur.errors import TawaturError
from tawatur.model import Reason
from tawatur.reading.extras import load
from tawatur.running.parts import Outcome
from tawatur.running.tasks import Task, perform_batch

_QUIET = {
    "DO_NOT_TRACK": "1",
    "DAFT_ANALYTICS_ENABLED": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
}


class Daft:
    """`workers` processes at a time, on this machine or, with `ray`, on the cluster that RAY_ADDRESS names.

    Without RAY_ADDRESS a Ray of this machine's own is begun, and ended by `close`. Raises MissingExtraError where the
    parts are not installed.
    """

    def __init__(self, workers: int, *, ray: bool = False) -> None:
        os.environ.update(_QUIET)
        self._workers = workers
        self._daft = load("daft", "cluster")
        self._ray = load("ray", "cluster") if ray else None
        if self._ray is None:
            self._daft.set_runner_native()
            return
        try:
            if not self._ray.is_initialized():
                address = os.environ.get("RAY_ADDRESS")
                own = {} if address else {"num_cpus": workers, "include_dashboard": False}
                self._ray.init(
                    address=address,
                    runtime_env={"env_vars": _QUIET},
                    log_to_driver=False,
                    logging_level=logging.ERROR,
                    **own,
                )
            self._daft.set_runner_ray(noop_if_initialized=True)
        except (OSError, RuntimeError) as error:
            raise _stopped(error) from None

    def run(self, tasks: Sequence[Task], took: Callable[[Outcome], None]) -> None:
        """Run the tasks; one whose worker dies is tried again as Daft and Ray see fit, or by the next run."""
        daft = self._daft
        worker = _worker(daft, min(self._workers, len(tasks)))
        frame = daft.from_pydict({"task": [task.as_json() for task in tasks]})
        if self._ray is not None:
            frame = frame.into_partitions(len(tasks))
        try:
            for batch in frame.select(worker.perform(frame["task"]).alias("outcome")).to_arrow_iter():
                for text in batch.column("outcome").to_pylist():
                    took(Outcome.from_json(text))
        except Exception as error:  # Daft raises whatever its workers and Ray's came to grief on
            raise _stopped(error) from error

    def close(self) -> None:
        """Leave the cluster."""
        if self._ray is not None:
            self._ray.shutdown()


def _worker(daft: Any, count: int) -> Any:
    """What Daft runs in each of `count` processes; one lives for all tasks of a stage that come to it."""

    @daft.cls(max_concurrency=count, use_process=True)
    class Worker:
        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)  # type: ignore[untyped-decorator]
        def perform(self, tasks: Any) -> Any:
            return _outcomes(tasks.to_arrow())

    return Worker()


def _outcomes(tasks: Any) -> Any:
    """A column of tasks to a column of outcomes."""
    import pyarrow as pa  # type: ignore[import-untyped]

    return perform_batch(pa.RecordBatch.from_arrays([tasks.cast(pa.string())], ["task"])).column("outcome")


def _stopped(error: BaseException) -> TawaturError:
    said = " ".join(str(error).split())[-300:] or type(error).__name__
    return TawaturError(
        f"the engine stopped: {said}",
        remedy="the same command goes on from what is done",
        told=Reason("running.engine", (said,)),
        advice=Reason("running.engine_do"),
    )
