"""Runs of the program over one corpus each: what came out, and what was wrong."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from evaluation.annotated import annotated, gold_of
from evaluation.corpus import Case, canonical, corpus_hash, origin_cases
from evaluation.grouped import grouped
from evaluation.held_out import reading_with
from evaluation.matching import Json
from evaluation.misses import misses
from evaluation.origin_cases import case_table, score_case
from evaluation.predicting import Given, dossier_from, dossier_of, dossier_of_articles
from evaluation.scoring import Counts, Row, score_story, sizes, table

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Result:
    """The table of one corpus; `name` and `sha256` say which floors it answers to."""

    name: str
    sha256: str
    rows: tuple[Row, ...]
    sizes: dict[str, int]
    misses: tuple[str, ...] = ()


def run_stories(
    name: str, cases: Sequence[Case], given: Given, *, errors: bool, models: dict[str, Path] | None = None
) -> Result:
    """Score the program over stories; with `errors` each miss is kept as a line.

    `models` tells for a story which folder of models to read it with; the shipped ones where it says nothing.
    """
    counts: Counts = Counter()
    lines: list[str] = []
    for case in tracked(cases, name):
        with reading_with((models or {}).get(case.name)):
            dossier = dossier_of(case, given)
        counts += score_story(dossier, case.gold)
        if errors:
            lines += (f"{case.name} {line}" for line in misses(dossier, case.gold))
    rows = table(counts)
    if given != "articles":
        rows = tuple(row for row in rows if row.name in _JUDGED[given])
    return Result(_named(name, given), corpus_hash(cases), rows, {"stories": len(cases), **sizes(counts)}, tuple(lines))


def run_annotated(data: Path, *, errors: bool) -> Result | None:
    """Score the reading of the annotated articles that nothing was trained on; None where their texts are absent."""
    articles = list(annotated("unseen", data))
    counts: Counts = Counter()
    lines: list[str] = []
    for article in tracked(articles, "unseen"):
        dossier, gold = dossier_of_articles(article.entry["id"], [article.entry]), gold_of(article)
        counts += score_story(dossier, gold)
        if errors:
            lines += misses(dossier, gold)
    rows = tuple(row for row in table(counts) if row.name in _READING)
    digest = sha256(canonical([gold_of(article) for article in articles])).hexdigest()
    sizes_here = {"articles": len(articles), "gold_statements": sizes(counts)["gold_statements"]}
    return Result("unseen", digest, rows, sizes_here, tuple(lines)) if articles else None


def run_grouped(data: Path, *, errors: bool) -> Result | None:
    """Score claims and relations of the other stories, which the program reads itself; None where there are none.

    Their statements are taken as the program once read them, so that nothing but alignment and relations is judged.
    """
    stories = list(grouped(data))
    counts: Counts = Counter()
    lines: list[str] = []
    for story in tracked(stories, "more stories"):
        dossier = dossier_of_articles(story.name, story.entries)
        counts += score_story(dossier, story.gold)
        if errors:
            lines += (f"{story.name} {line}" for line in misses(dossier, story.gold) if "statement" not in line)
    rows = tuple(row for row in table(counts) if row.name in ("alignment", "relations"))
    digest = sha256(canonical([story.gold for story in stories])).hexdigest()
    found = {"stories": len(stories), **{key: n for key, n in sizes(counts).items() if key == "cross_article_pairs"}}
    return Result("more stories", digest, rows, found, tuple(lines)) if stories else None


# What says something about the reading of single articles whose dates are not annotated.
_READING = ("statements", "attribution", "voice", "cue", "carried_over", "kind", "polarity")

# What says something about the program when the annotation stands in for its earlier stages.
_JUDGED = {
    "statements": (
        "alignment",
        "relations",
        "corroborated",
        "origins_balanced",
        "origins_exact",
        "origins_overclaimed",
    ),
    "claims": ("relations", "corroborated", "origins_balanced", "origins_exact", "origins_overclaimed"),
}


def run_origin_cases(data: Path, given: Given, *, errors: bool) -> Result | None:
    """Score the program over the origin cases; None where there are none. Given claims, a case is one claim."""
    cases, articles = origin_cases(data)
    if not cases:
        return None
    counts: list[Counts] = []
    lines: list[str] = []
    for case, dossier in _case_dossiers(data, cases, articles, given):
        counts.append(score_case(case, dossier))
        low, high = case["independent"]
        right = counts[-1]["exact"]
        if errors and not right:
            over = "over-claimed" if counts[-1]["over"] else "not exact" if counts[-1]["found"] else "not found"
            lines.append(f"{case['id']} {over}, truly {low} to {high}: {case['claim']}")
    digest = sha256(canonical(cases) + canonical(articles)).hexdigest()
    return Result(_named("origins", given), digest, case_table(counts), {"cases": len(cases)}, tuple(lines))


def _case_dossiers(
    data: Path, cases: Sequence[Json], articles: dict[str, Json], given: Given
) -> Iterator[tuple[Json, Json]]:
    if given == "articles":
        for case in tracked(cases, "origins"):
            yield case, dossier_of_articles(case["id"], [articles[key] for key in case["articles"]])
        return
    from evaluation.gold_input import read_cases

    for case, accounts, claim in tracked(read_cases(data / "gold" / "origins"), "origins"):
        yield case, dossier_from(case["id"], accounts, (claim,), given)


def _named(name: str, given: Given) -> str:
    return name if given == "articles" else f"{name}, given {given}"


def tracked(items: Sequence[T], what: str) -> Iterable[T]:
    """The items, with a progress bar on standard error where that is a terminal."""
    if not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=what, console=Console(stderr=True), transient=True)
