"""Articles annotated for this project by the annotation guide, kept as offsets and hashes.

`annotation/training.jsonl` is what the statement models learn from beside the stories; `annotation/unseen.jsonl` is
never trained on and only measures. A line holds `corpus`, `id`, `outlet`, the `sha256` of the text that its spans index
(title, line break, text), `sources` by id (`kind`, `party`, and `name` as a span where the text has it) and
`statements` with the guide's fields; a field that is null, "+" or "certain" is left out. The texts themselves belong to
their outlets and are read from the development data; an article whose text is absent or differs is passed over.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from evaluation.matching import Json, of_article

FOLDER = Path(__file__).parent / "annotation"
FILES = {
    "ant_multisource": "ant_multisource/2018-02_2018-05.jsonl.gz",
    "saudinewsnet": "saudinewsnet/2015-07.jsonl.gz",
    "checkthat2019_ar": "checkthat2019_ar/pages_a.jsonl.gz",
}
_DEFAULTS: Json = {"source": None, "cue": None, "via": None, "polarity": "+", "certainty": "certain"}
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Annotated:
    """One annotated article: the entry of an input file (`id`, `outlet`, `title`, `text`, …) and its annotation."""

    entry: Json
    statements: list[Json]
    sources: dict[str, Json]

    @property
    def text(self) -> str:
        """What the spans index."""
        return text_of(self.entry)


def text_of(entry: Json) -> str:
    """What the spans of an annotated article index: its title, a line break, its text."""
    return f"{entry['title']}\n{entry['text']}"


def annotated(name: str, data: Path) -> Iterator[Annotated]:
    """The articles of one annotation file ("training", "unseen") whose texts stand under `data` unchanged."""
    path = FOLDER / f"{name}.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if entries := unchanged([row], data):
            statements = [{**_DEFAULTS, **statement} for statement in row["statements"]]
            yield Annotated({**entries[0], "outlet": row["outlet"]}, statements, row["sources"])


def annotated_stories(folder: Path) -> dict[str, list[Annotated]]:
    """The articles of every annotated story of a folder (`*.gold.json` beside `*.in.json`), by story."""
    found = {}
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        raw = json.loads(path.with_name(path.name.replace(".gold.", ".in.")).read_text(encoding="utf-8"))
        found[path.name.removesuffix(".gold.json")] = [
            Annotated(entry, of_article(gold["statements"], entry["id"]), gold["sources"]) for entry in raw["articles"]
        ]
    return found


def gold_of(article: Annotated) -> Json:
    """An annotated article as a gold file of the guide holds it: a claim to each statement, no relations, no dates."""
    id, text = article.entry["id"], article.text
    sources = {
        key: {**source, "name": text[slice(*source["name"])] if "name" in source else None}
        for key, source in article.sources.items()
    }
    statements = [{**s, "id": f"{id}.{n:02d}", "article": id} for n, s in enumerate(article.statements, 1)]
    articles = [{"id": id, "outlet": article.entry["outlet"]}]
    claims = [{"id": s["id"], "members": [s["id"]], "independent": [0, 0]} for s in statements]
    found = {"articles": articles, "sources": sources, "statements": statements, "claims": claims}
    return {**found, "relations": [], "dates": []}


def unchanged(articles: Sequence[Json], data: Path) -> tuple[Json, ...] | None:
    """The entries of articles given by `corpus`, `id` and `sha256`; None where one of them is absent or differs."""
    found = [texts_of_corpus(data, article["corpus"]).get(article["id"]) for article in articles]
    entries = tuple(entry for entry in found if entry)
    hashes = [sha256(text_of(entry).encode()).hexdigest() for entry in entries]
    return entries if hashes == [article["sha256"] for article in articles] else None


@cache
def texts_of_corpus(data: Path, corpus: str) -> dict[str, Json]:
    """The articles of a corpus by id; none when it is not at hand."""
    path = data / "data" / FILES[corpus]
    if not path.exists():
        return {}
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        rows = map(json.loads, stream)
        return dict(_page(row) if corpus == "checkthat2019_ar" else (row["id"], row) for row in rows)


def _page(row: Json) -> tuple[str, Json]:
    """A saved page as title and hand-cleaned main text."""
    title = _TITLE.search(row["html"])
    shown = re.sub(r"\s+", " ", title[1]).strip() if title else ""
    return row["page"], {"id": row["page"], "title": shown, "text": "\n".join(row["passages"])}
