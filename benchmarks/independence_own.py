"""What this program counts for each question, by how much of the annotation it is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from evaluation.corpus import gold_stories, origin_cases
from evaluation.gold_input import read_cases
from evaluation.held_out import held_out_models, reading_with
from evaluation.matching import same_statements
from evaluation.origin_cases import case_answer
from evaluation.predicting import Given, dossier_from, dossier_of, dossier_of_articles
from evaluation.scoring import origin_answers

Own = dict[str, int | None]
"""The lower bound for each question's id; None where no claim was found that answers it."""


def from_articles(data: Path, held_out: Path | None) -> Own | None:
    """All read by the program itself; stories by models that never saw them, origin cases by the shipped ones."""
    if held_out is None:
        return None
    cases, articles = origin_cases(data)
    with held_out_models(data, held_out) as models:
        found = dict(_stories(data, "articles", models))
    for case in cases:
        dossier = dossier_of_articles(case["id"], [articles[key] for key in case["articles"]])
        found[case["id"]] = case_answer(case, dossier)[0]
    return found


def _given(given: Given) -> Callable[[Path, Path | None], Own]:
    def counted(data: Path, _held_out: Path | None) -> Own:
        found = dict(_stories(data, given, {}))
        folder = data / "gold" / "origins"
        for case, accounts, claim in read_cases(folder) if (folder / "cases.jsonl").exists() else ():
            found[case["id"]] = case_answer(case, dossier_from(case["id"], accounts, (claim,), given))[0]
        return found

    return counted


def _stories(data: Path, given: Given, models: dict[str, Path]) -> Iterator[tuple[str, int | None]]:
    for case in gold_stories(data):
        with reading_with(models.get(case.name)):
            dossier = dossier_of(case, given)
        for claim, _, low in origin_answers(dossier, case.gold, same_statements(dossier, case.gold)):
            yield f"{case.name}/{claim['id']}", low


OWN: dict[str, Callable[[Path, Path | None], Own | None]] = {
    "tawatur, given the articles": from_articles,
    "tawatur, given statements": _given("statements"),
    "tawatur, given statements and claims": _given("claims"),
}
