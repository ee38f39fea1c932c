"""Train the model that judges by its grammar whether a proposition inside a frame is the speaker's.

    python scripts/train_statements.py ../shared            writes languages/ar/models/voices.crfsuite
    python scripts/train_statements.py ../shared --check    only measures, each story by a model that never saw it

It is a maximum-entropy classifier, that is a conditional random field of one item (Lafferty, McCallum and Pereira 2001;
run by CRFsuite), over the annotated stories and over `evaluation/annotation/training.jsonl`. The same examples train
the network of kinds (`train_kinds.py`).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.annotated import Annotated, annotated, annotated_stories

from tawatur.languages.ar.script import words
from tawatur.model import Article
from tawatur.statements.ages import ages
from tawatur.statements.dates import find_dates
from tawatur.statements.foreground import foreground
from tawatur.statements.frame import Frame
from tawatur.statements.frames import find_frames
from tawatur.statements.kind_features import Place, Scene, kind_features
from tawatur.statements.parsing import Parse, parse_all
from tawatur.statements.phrases import Range
from tawatur.statements.sentences import sentences
from tawatur.statements.voice_features import voice_features

MODELS = Path(__file__).parent.parent / "src/tawatur/languages/ar/models"
VOICES = {"c1": 0.3, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 2}
PARTS = 6  # stories are held out in so many parts: each story is read by models of the other five
Labelled = tuple[list[list[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Examples:
    """Training examples, of one story or of the articles annotated by themselves.

    The propositions of each article in turn with their kinds, and propositions one by one with their voice.
    """

    kinds: list[Labelled]
    voices: list[Labelled]


def examples(folder: Path) -> dict[str, Examples]:
    """The examples of every annotated story of a folder, by story."""
    return {name: _examples(*articles) for name, articles in annotated_stories(folder).items()}


def more_examples(data: Path) -> list[Examples]:
    """The examples of each article annotated by itself, whose text stands under `data`."""
    return [_examples(article) for article in annotated("training", data)]


def _examples(*articles: Annotated) -> Examples:
    found = Examples([], [])
    for article in articles:
        _add(found, article.entry, article.statements)
    return found


def _add(mine: Examples, item: dict[str, str], statements: list[dict]) -> None:  # type: ignore[type-arg]
    text = item["title"] + "\n" + item["text"]
    article = Article(item["id"], item["outlet"], text, (0, len(item["title"])), published=item.get("published"))
    dated = ages(find_dates(article), article.published)
    paragraph = -1
    all_sentences = sentences(article)
    kinds: list[tuple[tuple[int, int], list[str], str]] = []
    parses = parse_all(text, all_sentences, words(text))
    news = foreground(parses)
    for number, parsed in enumerate(parses):
        paragraph += parsed.sentence.opens_paragraph
        frames = find_frames(parsed)
        for statement in statements:
            start, end = statement["content"]
            stretch = _words(parsed, start, end)
            if stretch is not None and parsed.sentence.span[0] <= start < parsed.sentence.span[1]:
                attributed = len(statement["chain"]) > 1
                frame = _frame(frames, stretch) if attributed else None
                scene = Scene(Place(start / len(text), paragraph, number, len(all_sentences)), frames, dated, news)
                kinds.append(
                    (
                        (start, end),
                        kind_features(parsed, stretch, frame, scene, attributed=attributed),
                        statement["kind"],
                    )
                )
                over = _frame(frames, stretch)
                if over is not None and over.group not in {"around", "note"}:
                    mine.voices.append(([voice_features(parsed, stretch, over)], ["said" if attributed else "own"]))
    kinds.sort(key=lambda one: one[0])
    mine.kinds.append(([features for _, features, _ in kinds], [kind for _, _, kind in kinds]))


def _words(parsed: Parse, start: int, end: int) -> Range | None:
    inside = [i for i, w in enumerate(parsed.words) if w.start < end and w.end > start]
    return (inside[0], inside[-1] + 1) if inside else None


def _frame(frames: list[Frame], stretch: Range) -> Frame | None:
    over = [f for f in frames if f.content[0] <= stretch[0] < f.content[1]]
    return max(over, key=lambda f: f.content[0], default=None)


def train(rows: Iterable[Labelled], settings: Mapping[str, object], path: Path) -> None:
    """Train on labelled sequences and write the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in rows:
        trainer.append(features, labels)
    trainer.set_params(settings)
    trainer.train(str(path))


def train_voices(stories: Iterable[Examples], folder: Path) -> None:
    """Write `voices.crfsuite` into a folder."""
    train((row for s in stories for row in s.voices), VOICES, folder / "voices.crfsuite")


def folds(data: dict[str, Examples], more: Iterable[Examples], folder: Path) -> Iterator[tuple[str, Path]]:
    """For every story a folder with a model that never saw it: of the stories in the other parts, and of `more`."""
    names, more = sorted(data), list(more)
    for part in range(PARTS):
        path = folder / str(part)
        path.mkdir(parents=True, exist_ok=True)
        held_out = names[part::PARTS]
        train_voices([*(rows for name, rows in data.items() if name not in held_out), *more], path)
        yield from ((story, path) for story in held_out)


def measure(data: dict[str, Examples], more: Iterable[Examples]) -> None:
    """Print how well each story is judged by models of the others."""
    heard = voices = 0
    with tempfile.TemporaryDirectory() as folder:
        for story, path in folds(data, more, Path(folder)):
            voiced = _opened(path / "voices.crfsuite")
            heard += sum(voiced.tag(features) == labels for features, labels in data[story].voices)
            voices += len(data[story].voices)
    print(f"stories held out: voice {heard / voices:.3f}")


def _opened(path: Path) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger


def main() -> None:
    """Read the command line and train or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the development data: holds gold/ and data/")
    parser.add_argument("--check", action="store_true", help="measure on stories held out, write nothing")
    options = parser.parse_args()
    stories, more = examples(options.data / "gold" / "stories"), more_examples(options.data)
    if options.check:
        measure(stories, more)
        return
    train_voices([*stories.values(), *more], MODELS)
    path = MODELS / "voices.crfsuite"
    print(f"wrote {path.name}: {path.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
