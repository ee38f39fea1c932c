"""Dossiers made by the program itself, in this process, as the JSON it would write."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.corpus import Case
from evaluation.matching import Json
from tawatur.model import Dossier


def dossier_of(case: Case) -> Json:
    """The dossier of a story's inputs."""
    from tawatur.pipeline import build

    return as_json(build([str(path) for path in case.inputs], story=case.name))


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
