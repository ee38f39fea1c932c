"""Dossiers made by the program itself, in this process, as the JSON it would write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from evaluation.corpus import Case
from evaluation.matching import Json
from tawatur.model import Account, Claim, Dossier, Intake

Given = Literal["articles", "statements", "claims"]


def dossier_of(case: Case, given: Given = "articles") -> Json:
    """The dossier of a story: of its inputs, or of its annotated statements or claims in place of the program's."""
    from tawatur.pipeline import build

    if given == "articles":
        return as_json(build([str(path) for path in case.inputs], story=case.name))
    from evaluation.gold_input import read_story

    accounts, claims, _ = read_story(case.inputs[0].with_name(f"{case.name}.gold.json"))
    return dossier_from(case.name, accounts, claims, given)


def dossier_from(name: str, accounts: tuple[Account, ...], claims: tuple[Claim, ...], given: Given) -> Json:
    """The dossier that the later stages make of accounts, and of claims where these are given too."""
    from tawatur.pipeline import STAGES, Draft, Progress, build_from
    from tawatur.settings import Settings

    def start(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
        return replace(draft, accounts=accounts, claims=claims if given == "claims" else ())

    replaced = {"statements"} | ({"claims"} if given == "claims" else set())
    stages = [("given", start), *(stage for stage in STAGES if stage[0] not in replaced)]
    articles = tuple(account.article for account in accounts)
    return as_json(build_from(Intake(articles), story=name, stages=stages))


def dossier_of_articles(name: str, articles: Sequence[Json]) -> Json:
    """The dossier of articles that are held in memory; they go through a file, as a user's would."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.in.json"
        path.write_text(json.dumps({"articles": list(articles)}, ensure_ascii=False), encoding="utf-8")
        return dossier_of(Case(name, (path,), {}))


def as_json(dossier: Dossier) -> Json:
    """A dossier in JSON's own types, exactly as it is written."""
    from tawatur.writing import to_json

    value: Json = json.loads(to_json(dossier))
    return value
