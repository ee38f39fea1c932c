"""The annotated articles in parts, each to be read by models that never saw it: for models that judge the reading."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.annotated import annotated, annotated_stories, gold_of
from evaluation.matching import Json, speaker_names
from scripts.network_texts import Text, article_texts, story_texts
from scripts.train_kinds import train_kinds
from scripts.train_network import tune
from scripts.train_statements import Examples, examples, more_examples, train_voices

from tawatur.statements.models import use_models

READERS = 3  # parts that are read by models of the others


@dataclass(frozen=True, slots=True)
class Told:
    """One annotated article: its entry, its annotated statements, the names of its sources, and whether it is of a
    story."""

    entry: Json
    statements: list[Json]
    names: dict[str, set[str]]
    of_story: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """Articles that are held out together, a story or a single one, and what the models learn from them."""

    articles: list[Told]
    texts: list[Text]
    shown: Examples


def parts(data: Path, kept: Path) -> Iterator[tuple[Path, list[Told]]]:
    """The annotated articles in parts, each with its folder; while it is out, the program reads with its models.

    These are trained on the other parts into a folder of `kept`, where they are not there yet.
    """
    groups = _groups(data)
    try:
        for part in range(READERS):
            folder = kept / str(part)
            if not (folder / "words.npz").exists():
                folder.mkdir(parents=True, exist_ok=True)
                others = [group for n, group in enumerate(groups) if n % READERS != part]
                tune([text for group in others for text in group.texts], folder / "words.npz")
                train_voices((group.shown for group in others), folder)
                train_kinds((kinds for group in others for kinds in group.shown.kinds), folder / "kinds.npz")
            use_models(folder)
            yield folder, [article for group in groups[part::READERS] for article in group.articles]
    finally:
        use_models(None)


def _groups(data: Path) -> list[_Group]:
    groups = []
    for article, text, shown in zip(annotated("training", data), article_texts(data), more_examples(data), strict=True):
        gold = gold_of(article)
        names = speaker_names(gold, {article.entry["id"]: article.text})
        groups.append(_Group([Told(article.entry, gold["statements"], names, of_story=False)], [text], shown))
    folder = data / "gold" / "stories"
    by_story, texts = examples(folder), story_texts(folder)
    for name, its in annotated_stories(folder).items():
        told = []
        for article in its:
            own = {"sources": article.sources, "statements": article.statements}
            names = speaker_names(own, {article.entry["id"]: article.text})
            told.append(Told(article.entry, article.statements, names, of_story=True))
        groups.append(_Group(told, texts[name], by_story[name]))
    return groups
