"""Where annotated stories lie, and what they are."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from evaluation.matching import Json

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT.parent / "shared"
SAMPLE_GOLD = ROOT / "evaluation" / "sample" / "sample.gold.json"


@dataclass(frozen=True, slots=True)
class Case:
    """One story to be scored: the inputs the program is given, and the annotation."""

    name: str
    inputs: tuple[Path, ...]
    gold: Json


def load(path: Path) -> Json:
    """One JSON file."""
    value: Json = json.loads(path.read_text(encoding="utf-8"))
    return value


def gold_stories(data: Path, wanted: Collection[str] = ()) -> list[Case]:
    """The annotated stories under `data`, all or those named; none when there is no such data."""
    inputs = sorted((data / "gold" / "stories").glob("*.in.json"))
    cases = []
    for path in inputs:
        name = path.name.removesuffix(".in.json")
        if not wanted or name in wanted:
            cases.append(Case(name, (path,), load(path.with_name(f"{name}.gold.json"))))
    return cases


def sample_story() -> Case:
    """The sample story, in order of publication."""
    from tawatur.samples import story

    names = ("sanabel.json", "madarat.html", "radio-nawaris.txt", "hibr.jsonl", "najmat-alsahl.txt")
    return Case("sample", tuple(story() / name for name in names), load(SAMPLE_GOLD))


def origin_cases(data: Path) -> tuple[list[Json], dict[str, Json]]:
    """The origin cases under `data` and their articles by id; nothing when there is no such data."""
    folder = data / "gold" / "origins"
    if not (folder / "cases.jsonl").exists():
        return [], {}
    return _lines(folder / "cases.jsonl"), {article["id"]: article for article in _lines(folder / "articles.jsonl")}


def corpus_hash(cases: Sequence[Case]) -> str:
    """What was scored against, as one hash: inputs and annotations, in order."""
    total = sha256()
    for case in cases:
        for path in case.inputs:
            total.update(path.read_bytes())
        total.update(canonical(case.gold))
    return total.hexdigest()


def canonical(value: Json | list[Json]) -> bytes:
    """JSON bytes that do not depend on how a file was laid out."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _lines(path: Path) -> list[Json]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
