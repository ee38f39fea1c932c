"""A large job, step by step: pieces, drafts, articles, then statements while stories are grouped, dossiers, the rest.

Drafts, statements and dossiers are parts that an engine's workers do; ids, versions and stories are settled here, in
one light pass each. Every step leaves a mark, so that the same command goes on where it was stopped.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from tawatur.model import Reject
from tawatur.running import parts
from tawatur.running.job import Job
from tawatur.running.parts import Outcome, write_text
from tawatur.running.plan import finished, held, opened, planned, spooled, unwritable
from tawatur.running.settling import kept_of, settle
from tawatur.running.storying import account_tasks, dossier_tasks, find_stories
from tawatur.running.tasks import Engine
from tawatur.running.timing import Timing

if TYPE_CHECKING:
    from tawatur.pipeline import Progress
    from tawatur.reading import Web

Statements = Literal["all", "needed"]
FORMAT = "tawatur batch 1"


@dataclass(frozen=True, slots=True)
class Done:
    """What a job made: its manifest, whether all of it was there already, and the parts that were dropped."""

    manifest: dict[str, Any]
    before: bool
    dropped: tuple[Reject, ...] = ()


def run_batch(
    inputs: Sequence[str],
    root: Path,
    engine: Callable[[], Engine],
    *,
    statements: Statements = "all",
    stdin: BinaryIO | None = None,
    web: Web | None = None,
    progress: Progress | None = None,
) -> Done:
    """Do the job, or what is left of it: `inputs` as `tawatur.build` takes them, results into the folder `root`.

    `engine` makes what runs the tasks; it is called when there is something to run. Raises InputError where nothing
    could be read, OutputError where the folder holds another job or takes no more, MissingExtraError.
    """
    from tawatur.grouping.settings import GroupSettings
    from tawatur.reading import Web

    root = root.resolve()
    timing = Timing()
    grouping = GroupSettings()
    with timing.step("inputs"):
        kept = spooled(stdin, root) if stdin is not None and "-" in inputs else None
        plan = planned(inputs, statements, grouping, kept)
        folder = opened(root, plan)
    if found := finished(folder, plan):
        return Done(found, before=True)
    try:
        with held(folder):
            made = engine()
            job = Job(folder, plan, made, progress or (lambda _stage, _done, _all: None), timing)
            try:
                return _done(job, inputs, kept, web or Web(), grouping)
            finally:
                made.close()
    except OSError as error:
        raise unwritable(root, error) from None


def _done(job: Job, inputs: Sequence[str], stdin: Path | None, web: Web, grouping: Any) -> Done:
    intake = settle(job, inputs, stdin, web)
    if job.plan.statements == "all":
        with job.running("accounts", account_tasks(job)):
            stories = find_stories(job, intake, grouping)
    else:
        stories = find_stories(job, intake, grouping)
        job.run("accounts", account_tasks(job, {at for story in stories for at in story.members}))
    job.run("dossiers", dossier_tasks(job, stories))
    return _finish(job, len(stories))


def _finish(job: Job, several: int) -> Done:
    """What was dropped, the manifest and the timings, written; what only the run needed is removed."""
    from tawatur.writing.json_dossier import canonical

    folder = job.folder
    with job.timing.step("finish"):
        rejects, _ = kept_of(folder)
        later = sorted(
            (one for o in job.outcomes if o.stage in ("accounts", "dossiers") for one in o.dropped),
            key=lambda one: (one.reason.code, one.where),
        )
        dropped = (*rejects, *later)
        write_text(folder.root / parts.DROPPED, _lines(dropped))
        counts = Counter[str]()
        for outcome in (*job.outcomes, *filter(None, (folder.done("articles"), folder.done("stories")))):
            counts.update(dict(outcome.counts))
        manifest = {
            "format": FORMAT,
            **job.plan.as_dict(),
            "counts": {
                **{name: counts[name] for name in ("articles", "versions", "accounts", "statements", "stories")},
                "stories_of_several_outlets": several,
                "dossiers": counts["dossiers"],
                "dropped": len(dropped),
            },
            "dropped": dict(sorted(Counter(one.reason.code for one in dropped).items())),
        }
        files = [parts.STORIES, parts.DROPPED, parts.MANIFEST]
        for outcome in job.outcomes:
            files += outcome.files if outcome.stage != "drafts" else ()
        files += [folder.place(path) for path in folder.parts(parts.ARTICLES)]
        (folder.root / parts.DOSSIERS).mkdir(exist_ok=True)
        write_text(folder.root / parts.MANIFEST, canonical(manifest))
    write_text(folder.root / parts.TIMINGS, json.dumps(job.timing.as_dict(), indent=1) + "\n")
    folder.mark(Outcome("all", 0, tuple(sorted(files))))
    for kind in ("pieces", "drafts"):
        for path in folder.parts(kind):
            path.unlink(missing_ok=True)
    return Done(manifest, before=False, dropped=dropped)


def _lines(dropped: Sequence[Reject]) -> str:
    """One line of JSON for each loss: its place, the code of its reason, the values, and the reason in English."""
    from tawatur.writing.messages import Messages

    messages = Messages("en", {})
    rows = (
        {
            "where": one.where,
            "code": one.reason.code,
            "values": list(one.reason.values),
            "text": messages.reason(one.reason),
        }
        for one in dropped
    )
    return "".join(
        json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n" for row in rows
    )
