"""An engine on Spark, for those who have a Spark cluster: `mapInArrow` over the tasks, nothing else.

    from tawatur.running.batch import run_batch
    from tawatur.running.spark import Spark

    run_batch(["crawl/"], Path("/shared/out"), lambda: Spark(session))

The stages themselves fit `mapInArrow` as well, on tables of one's own: `mapped(read_statements)` turns a frame of
`ARTICLES` into one of `ACCOUNTS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from tawatur.running.parts import Outcome
from tawatur.running.tasks import Task, perform_batch

Mapping = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]


class Spark:
    """Tasks on a Spark session, each in a partition of its own, so that all slots take them one by one."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def run(self, tasks: Sequence[Task], took: Callable[[Outcome], None]) -> None:
        """Run the tasks; Spark tries one again whose worker died. Outcomes are told when all are done."""
        texts = self._session.sparkContext.parallelize([(task.as_json(),) for task in tasks], len(tasks))
        frame = self._session.createDataFrame(texts, "task string")
        for row in frame.mapInArrow(mapped(perform_batch), "outcome string").collect():
            took(Outcome.from_json(row["outcome"]))

    def close(self) -> None:
        """The session is its owner's, and stays."""


def mapped(stage: Callable[[pa.RecordBatch], pa.RecordBatch | pa.Table]) -> Mapping:
    """A stage as `mapInArrow` wants it: over an iterator of batches."""

    def each(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            made = stage(batch)
            yield from made.to_batches() if isinstance(made, pa.Table) else [made]

    return each
