"""Drafts to articles: one ordered pass settles ids, duplicates and versions; articles stand in the order of time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tawatur.model import Article, Finding, Intake, Reason, Reject
from tawatur.running import parts
from tawatur.running.job import Job
from tawatur.running.parts import Folder, Outcome, read_table, reject_of, write_table, write_text

if TYPE_CHECKING:
    from tawatur.reading import Web

_SMALLEST = 32  # articles in the smallest part: others are multiples of it
_LEAST, _ROWS, _MANY, _MORE_ROWS = 16, 256, 1 << 17, 2048  # parts of a small job; articles in a part; in one of a large


def settle(job: Job, inputs: Sequence[str], stdin: Path | None, web: Web) -> Intake:
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
        size = part_size(len(ordered))
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


def part_size(articles: int) -> int:
    """Articles in a part of a job of so many: enough parts for all cores in a small one, few files in a large one."""
    if articles >= _MANY:
        return _MORE_ROWS
    return min(_ROWS, _SMALLEST * max(1, -(-articles // (_LEAST * _SMALLEST))))


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


def kept_of(folder: Folder) -> tuple[tuple[Reject, ...], tuple[Finding, ...]]:
    """What was lost and what was odd while the articles of a job were read."""
    row = json.loads((folder.work / "intake.json").read_text(encoding="ascii"))
    findings = (
        Finding(Reason(one["reason"]["code"], tuple(one["reason"]["values"])), tuple(one["articles"]))
        for one in row["findings"]
    )
    return tuple(reject_of(one) for one in row["rejects"]), tuple(findings)
