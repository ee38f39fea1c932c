"""Whether an annotated story keeps the rules of the annotation format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import get_args

from evaluation.matching import Json
from tawatur.model import Certainty, Explicitness, Kind, Mode, Polarity, RelationType, Slot

_VALUES = {
    "kind": get_args(Kind),
    "mode": get_args(Mode),
    "explicitness": get_args(Explicitness),
    "polarity": get_args(Polarity),
    "certainty": get_args(Certainty),
}


def problems(gold: Json, texts: dict[str, str]) -> list[str]:
    """What is wrong with a gold file, in plain words; `texts` are the stored texts by article id."""
    return [
        *_articles(gold, texts),
        *(line for statement in gold["statements"] for line in _statement(statement, gold, texts)),
        *_claims(gold),
        *_relations(gold),
        *(line for date in gold["dates"] for line in _span(f"date {date}", date["article"], date["span"], texts)),
    ]


def _articles(gold: Json, texts: dict[str, str]) -> Iterator[str]:
    for article in gold["articles"]:
        text = texts.get(article["id"])
        if text is None:
            yield f"no text for article {article['id']}"
        elif sha256(text.encode()).hexdigest() != article["sha256"]:
            yield f"the text of {article['id']} differs from its hash"


def _span(owner: str, article: str, span: list[int] | None, texts: dict[str, str]) -> Iterator[str]:
    if span is None:
        return
    start, end = span
    text = texts.get(article, "")
    words = text[start:end]
    if not 0 <= start < end <= len(text) or words.strip() != words:
        yield f"{owner}: bad span {span}"


def _statement(statement: Json, gold: Json, texts: dict[str, str]) -> Iterator[str]:
    name = statement["id"]
    if statement["article"] not in {article["id"] for article in gold["articles"]}:
        yield f"{name}: unknown article"
    if not statement["content"]:
        yield f"{name}: no content"
    for field in ("content", "source", "cue", "via"):
        yield from _span(f"{name}.{field}", statement["article"], statement.get(field), texts)
    for field, allowed in _VALUES.items():
        if statement[field] not in allowed:
            yield f"{name}: {field} {statement[field]}"
    chain = statement["chain"]
    if not chain or not chain[0].startswith("outlet:"):
        yield f"{name}: the chain must start at an outlet"
    if (statement["explicitness"] == "none") != (len(chain) == 1):
        yield f"{name}: own voice and chain disagree"
    yield from (f"{name}: source {key} is not listed" for key in chain if key not in gold["sources"])


def _claims(gold: Json) -> Iterator[str]:
    ids = Counter(statement["id"] for statement in gold["statements"])
    yield from (f"{name}: not unique" for name, times in ids.items() if times > 1)
    members = Counter(m for claim in gold["claims"] for m in claim["members"])
    yield from (f"{name}: in {members[name]} claims" for name in ids if members[name] != 1)
    for claim in gold["claims"]:
        yield from (f"{claim['id']}: unknown member {m}" for m in claim["members"] if m not in ids)
        yield from (f"{claim['id']}: unknown root {root}" for root in claim["roots"] if root not in gold["sources"])
        low, high = claim["independent"]
        if not 0 <= low <= high <= max(len(claim["members"]), len(claim["roots"])):
            yield f"{claim['id']}: interval {low} to {high}"


def _relations(gold: Json) -> Iterator[str]:
    claims = {claim["id"] for claim in gold["claims"]}
    for r in gold["relations"]:
        if not ({r["a"], r["b"]} <= claims and r["type"] in get_args(RelationType) and r["slot"] in get_args(Slot)):
            yield f"bad relation {r}"
