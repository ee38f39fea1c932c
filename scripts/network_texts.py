"""What the network of `train_network.py` learns from: words as features, and what annotation says of them."""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.annotated import FILES, Annotated, annotated, annotated_stories

from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.statements.dates import find_dates
from tawatur.statements.frames import find_frames
from tawatur.statements.parsing import Parse, parse_texts
from tawatur.statements.segment_features import words_shown
from tawatur.statements.sentences import sentences

CORPORA = ("ant_multisource", "saudinewsnet")
AT_ONCE = 64
LONGEST = 2500  # code points of an article that is read without annotation


@dataclass(slots=True)
class Text:
    """An article as the network sees it: features of every word, and where sentences begin.

    `cuts` are the outermost propositions as word ranges, `kinds` and `voices` theirs.
    """

    features: list[tuple[str, ...]]
    begins: list[int]
    cuts: list[tuple[int, int]] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    voices: list[str] = field(default_factory=list)


def story_texts(folder: Path) -> dict[str, list[Text]]:
    """The articles of every annotated story of a folder, by story."""
    return {name: _annotated_texts(articles) for name, articles in annotated_stories(folder).items()}


def article_texts(data: Path) -> list[Text]:
    """The articles annotated by themselves, whose texts stand under `data`."""
    return _annotated_texts(list(annotated("training", data)))


def _annotated_texts(articles: Sequence[Annotated]) -> list[Text]:
    return _texts([a.entry for a in articles], [a.statements for a in articles])


def unannotated(data: Path, wanted: int, seed: int = 77) -> Iterator[list[Text]]:
    """About so many articles of the corpora under `data`, some at a time; none that is annotated for measuring."""
    lines: list[str] = []
    for name in CORPORA:
        with gzip.open(data / "data" / FILES[name], "rt", encoding="utf-8") as stream:
            lines += stream
    kept = {a.entry["id"] for name in ("unseen", "training") for a in annotated(name, data)}
    chosen = random.Random(seed).sample(lines, min(wanted, len(lines)))
    entries = [entry for line in chosen if (entry := json.loads(line)).get("id") not in kept]
    for at in range(0, len(entries), AT_ONCE):
        yield _texts([{**e, "text": e["text"][:LONGEST]} for e in entries[at : at + AT_ONCE] if e["text"]], None)


def _texts(entries: Sequence[dict[str, Any]], statements: Sequence[Sequence[dict[str, Any]]] | None) -> list[Text]:
    articles = []
    for item in entries:
        title = item.get("title") or ""
        whole = f"{title}\n{item['text']}"
        articles.append(Article("a", "outlet", whole, (0, len(title)), published=item.get("published")))
    found = [words(article.text) for article in articles]
    parses = parse_texts([(a.text, sentences(a), its) for a, its in zip(articles, found, strict=True)])
    texts = []
    for number, (article, its) in enumerate(zip(articles, parses, strict=True)):
        dates = [d.span for d in find_dates(article)]
        text = Text([], [])
        for parsed in its:
            text.begins.append(len(text.features))
            text.features += words_shown(parsed, find_frames(parsed), dates).features()
        if statements is not None:
            _mark(text, its, statements[number])
        texts.append(text)
    return texts


def _mark(text: Text, parses: Sequence[Parse], statements: Sequence[dict[str, Any]]) -> None:
    contents = [tuple(s["content"]) for s in statements]
    places = [
        (begin + k, word.start, word.end)
        for begin, parsed in zip(text.begins, parses, strict=True)
        for k, word in enumerate(parsed.words)
    ]
    for statement, (start, end) in zip(statements, contents, strict=True):
        if any(o != (start, end) and o[0] <= start and end <= o[1] for o in contents):
            continue
        inside = [at for at, first, last in places if first < end and last > start]
        if inside:
            text.cuts.append((inside[0], inside[-1] + 1))
            text.kinds.append(statement["kind"])
            text.voices.append("said" if len(statement["chain"]) > 1 else "own")
