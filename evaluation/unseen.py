"""Unseen articles read and laid open line by line, so that a developer can judge the reading with their own eyes."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.matching import Json
from tawatur.model import Account, Span


def draw(folder: Path, n: int, seed: int) -> list[Json]:
    """`n` articles of the `*.jsonl.gz` files in a folder, the same for the same seed; fewer when there are fewer."""
    lines: list[str] = []
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            lines += stream
    chosen = random.Random(seed).sample(range(len(lines)), min(n, len(lines)))
    return [json.loads(lines[i]) for i in chosen]


def read_articles(articles: list[Json]) -> Iterator[Account]:
    """The accounts of articles, each through a file of its own, as a user's would go."""
    from tawatur.reading import read
    from tawatur.statements import read_account

    with TemporaryDirectory() as folder:
        path = Path(folder) / "unseen.jsonl"
        path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles), encoding="utf-8")
        for article in read([str(path)]).articles:
            yield read_account(article)


def lines_of(account: Account) -> Iterator[str]:
    """An account as lines: every statement with its source, cue and chain, then every date."""
    article = account.article
    text = article.text

    def words(span: Span | None) -> str:
        return text[slice(*span)].replace("\n", " ") if span else "—"

    names = {speaker.key: speaker.name for speaker in account.speakers}
    yield f"═══ {article.id}  {article.outlet}  {article.published or 'no date'}"
    sentence: Span | None = None
    for s in account.statements:
        if s.sentence != sentence:
            sentence = s.sentence
            yield f"\n{words(sentence)}"
        chain = " ← ".join(names.get(key, key) for key in s.chain)
        yield f"  {s.id}  «{words(s.content)}»"
        yield f"      {s.kind} {s.polarity} {s.certainty} · {s.mode}, {s.explicitness} · {chain}"
        if s.source or s.cue or s.via:
            yield f"      source {words(s.source)} · cue {words(s.cue)} · via {words(s.via)}"
        if s.quantities:
            counted = (f"{words(q.span)} = {q.low}..{q.high} {q.unit} {q.state or ''}".rstrip() for q in s.quantities)
            yield f"      numbers {'; '.join(counted)}"
    yield ""
    for date in account.dates:
        yield f"  date {words(date.span)} = {date.value} ({date.basis}, {date.reason.code})"
    yield ""
