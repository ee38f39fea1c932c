"""Stories whose statements were grouped into claims and related by careful reading, kept as offsets and hashes.

`annotation/stories.jsonl` holds stories of the development articles outside the gold: `articles` (`corpus`, `id`,
`sha256` of title, line break, text), `statements` as the program once read them (`[article, start, end]`), and what
reading made of these: `claims` of two members or more, `fragments` in which no proposition can be understood,
`relations` with the guide's `type` and `slot`. Statements are named by their place in the list. A story whose texts are
absent or differ is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evaluation.annotated import FOLDER, unchanged
from evaluation.matching import Json

FILE = FOLDER / "stories.jsonl"


@dataclass(frozen=True, slots=True)
class Grouped:
    """One story: the entries of its input file, and its annotation as a gold file of the guide holds it."""

    name: str
    entries: tuple[Json, ...]
    gold: Json


def grouped(data: Path) -> Iterator[Grouped]:
    """The stories whose texts stand under `data` unchanged, in order; the fragments are left out of them."""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if entries := unchanged(row["articles"], data):
            yield Grouped(row["story"], entries, _gold(row))


def _gold(row: Json) -> Json:
    ids = [a["id"] for a in row["articles"]]
    left_out = set(row["fragments"])
    statements = [
        {**_PLAIN, "id": f"s{n}", "article": ids[article], "content": [start, end], "chain": ["outlet:any"]}
        for n, (article, start, end) in enumerate(row["statements"])
        if n not in left_out
    ]
    owner = {member: claim[0] for claim in row["claims"] for member in claim}
    members: dict[int, list[str]] = {}
    for n in range(len(row["statements"])):
        if n not in left_out:
            members.setdefault(owner.get(n, n), []).append(f"s{n}")
    claims = [{"id": f"c{key}", "members": its, "independent": [0, 0]} for key, its in members.items()]
    relations = [
        {**r, "a": f"c{owner.get(r['a'], r['a'])}", "b": f"c{owner.get(r['b'], r['b'])}"} for r in row["relations"]
    ]
    articles = [{"id": id, "outlet": id} for id in ids]
    found: Json = {"articles": articles, "sources": {}, "statements": statements, "claims": claims}
    return {**found, "relations": relations, "dates": []}


_PLAIN: Json = {"kind": "fact", "polarity": "+", "explicitness": "none", "source": None, "cue": None}
