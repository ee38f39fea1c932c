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


<<<<<<< HEAD
# Articles.


def _articles(job: _Job, inputs: Sequence[str], stdin: Path | None, web: Web) -> Intake:
    """The articles, written as parts in the order of time; back from there where that was done before."""
    from tawatur.pipeline import nothing_read
    from tawatur.reading.intake import settled
    from tawatur.running.gathering import gather
    from tawatur.running.stages import articles_in, articles_table, drafts_in

    folder, timing = job.folder, job.timing
    if folder.done("articles"):
        with timing.step("articles"):
            return Intake(tuple(a for path in folder.parts(parts.ARTICLES) for a in articles_in(read_table(path))))
    with timing.step("pieces"):
        done = folder.done("pieces")
        count = len(done.files) if done else gather(inputs, folder, stdin=stdin, web=web)
    job.run("drafts", [job.task("drafts", number) for number in range(count)])
    lost = {
        outcome.number: outcome.dropped for outcome in job.outcomes if outcome.stage == "drafts" and outcome.dropped
    }

    def items() -> Iterator[Any]:
        for number in range(count):
            job.told("articles", number, count)
            path = folder.part("drafts", number)
            yield from lost[number] if number in lost else drafts_in(read_table(path))

    with timing.step("articles"):
        intake = settled(items())
        if not intake.articles:
            raise nothing_read(intake.rejects)
        ordered = sorted(intake.articles, key=_when)
        size = _size(len(ordered))
        files = []
        for number, at in enumerate(range(0, len(ordered), size)):
            path = folder.part(parts.ARTICLES, number)
            write_table(path, articles_table(ordered[at : at + size]))
            files.append(folder.place(path))
        path = folder.work / "intake.json"
        write_text(path, json.dumps(_told_of(intake)))
        counts = (("articles", len(ordered)), ("versions", sum(len(article.versions) for article in ordered)))
        folder.mark(Outcome("articles", 0, (*files, folder.place(path)), counts))
    return Intake(tuple(ordered), intake.rejects, intake.findings)


def _size(articles: int) -> int:
    """Articles in a part of a job of so many: enough parts for all cores in a small one, few files in a large one."""
    if articles >= _MANY:
        return _MORE_ROWS
    return min(_ROWS, _TOGETHER * max(1, -(-articles // (_LEAST * _TOGETHER))))


def _when(article: Article) -> tuple[bool, float, str]:
    """The order in which articles are grouped: those of one story stand close together in it."""
    from tawatur.grouping.outlines import hour_of

    hour = hour_of(article.published)
    return hour is None, hour or 0.0, article.id


def _told_of(intake: Intake) -> dict[str, Any]:
    def reason(said: Reason) -> dict[str, Any]:
        return {"code": said.code, "values": list(said.values)}

    return {
        "rejects": [{"where": one.where, "reason": reason(one.reason)} for one in intake.rejects],
        "findings": [{"reason": reason(one.reason), "articles": list(one.articles)} for one in intake.findings],
    }


def _kept_of(folder: Folder) -> tuple[tuple[Reject, ...], tuple[Finding, ...]]:
    row = json.loads((folder.work / "intake.json").read_text(encoding="ascii"))
    findings = (
        Finding(Reason(one["reason"]["code"], tuple(one["reason"]["values"])), tuple(one["articles"]))
        for one in row["findings"]
    )
    return tuple(reject_of(one) for one in row["rejects"]), tuple(findings)


# Stories.


def _stories(job: _Job, intake: Intake, grouping: Any) -> list[Story]:
    """All stories, written; those of several outlets come back, each with where its members stand."""
    from tawatur.grouping import group
    from tawatur.pausing import no_garbage_search
    from tawatur.writing.filing import file_names
    from tawatur.writing.json_stories import stories_to_json

    folder, path = job.folder, job.folder.root / parts.STORIES
    if not folder.done("stories"):
        with job.timing.step("grouping"), no_garbage_search():
            found = group(intake.articles, grouping, job.told)
            rejects, findings = _kept_of(folder)
            write_text(path, stories_to_json(found, grouping, job.plan.version, findings, rejects))
            folder.mark(Outcome("stories", 0, (folder.place(path),), (("stories", len(found.stories)),)))
    told = json.loads(path.read_text(encoding="utf-8"))["stories"]
    several = [story for story in told if len(story["outlets"]) > 1]
    size = _size(len(intake.articles))
    place = {article.id: divmod(at, size) for at, article in enumerate(intake.articles)}
    return [
        Story(story["id"], name, tuple(place[member] for member in story["members"]))
        for story, name in zip(several, file_names([story["id"] for story in several]), strict=True)
    ]


def _account_tasks(job: _Job, wanted: set[tuple[int, int]] | None = None) -> list[Task]:
    count = len(job.folder.parts(parts.ARTICLES))
    if wanted is None:
        return [job.task("accounts", number) for number in range(count)]
    rows: list[list[int]] = [[] for _ in range(count)]
    for part, row in sorted(wanted):
        rows[part].append(row)
    return [job.task("accounts", number, rows=tuple(its)) for number, its in enumerate(rows) if its]


def _dossier_tasks(job: _Job, stories: Sequence[Story]) -> list[Task]:
    together: list[list[Story]] = [[]]
    for story in sorted(stories, key=lambda story: (story.members, story.id)):
        part = together[-1]
        if part and (len(part) >= _STORIES or sum(len(its.members) for its in (*part, story)) > _MEMBERS):
            together.append([])
        together[-1].append(story)
    return [job.task("dossiers", number, stories=tuple(its)) for number, its in enumerate(together) if its]


# The end.


def _finish(job: _Job, several: int) -> Done:
=======
def _finish(job: Job, several: int) -> Done:
>>>>>>> batch
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
