"""Articles to stories, in one pass, and the parts of the work that hang on them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from tawatur.model import Intake
from tawatur.running import parts
from tawatur.running.job import Job
from tawatur.running.parts import Outcome, write_text
from tawatur.running.settling import kept_of, part_size
from tawatur.running.tasks import Story, Task

_STORIES, _MEMBERS = 8, 64  # in one part of dossiers, at most


def find_stories(job: Job, intake: Intake, grouping: Any) -> list[Story]:
    """All stories, written; those of several outlets come back, each with where its members stand."""
    from tawatur.grouping import group
    from tawatur.pausing import no_garbage_search
    from tawatur.writing.filing import file_names
    from tawatur.writing.json_stories import stories_to_json

    folder, path = job.folder, job.folder.root / parts.STORIES
    if not folder.done("stories"):
        with job.timing.step("grouping"), no_garbage_search():
            found = group(intake.articles, grouping, job.told)
            rejects, findings = kept_of(folder)
            write_text(path, stories_to_json(found, grouping, job.plan.version, findings, rejects))
            folder.mark(Outcome("stories", 0, (folder.place(path),), (("stories", len(found.stories)),)))
    told = json.loads(path.read_text(encoding="utf-8"))["stories"]
    several = [story for story in told if len(story["outlets"]) > 1]
    size = part_size(len(intake.articles))
    place = {article.id: divmod(at, size) for at, article in enumerate(intake.articles)}
    return [
        Story(story["id"], name, tuple(place[member] for member in story["members"]))
        for story, name in zip(several, file_names([story["id"] for story in several]), strict=True)
    ]


def account_tasks(job: Job, wanted: set[tuple[int, int]] | None = None) -> list[Task]:
    """The parts of articles to be read for their statements, or only the `wanted` articles, by part and row."""
    count = len(job.folder.parts(parts.ARTICLES))
    if wanted is None:
        return [job.task("accounts", number) for number in range(count)]
    rows: list[list[int]] = [[] for _ in range(count)]
    for part, row in sorted(wanted):
        rows[part].append(row)
    return [job.task("accounts", number, rows=tuple(its)) for number, its in enumerate(rows) if its]


def dossier_tasks(job: Job, stories: Sequence[Story]) -> list[Task]:
    """Stories that get a dossier put together to parts; neighbours in time need the same parts of articles."""
    together: list[list[Story]] = [[]]
    for story in sorted(stories, key=lambda story: (story.members, story.id)):
        part = together[-1]
        if part and (len(part) >= _STORIES or sum(len(its.members) for its in (*part, story)) > _MEMBERS):
            together.append([])
        together[-1].append(story)
    return [job.task("dossiers", number, stories=tuple(its)) for number, its in enumerate(together) if its]
