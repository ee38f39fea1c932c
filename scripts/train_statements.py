"""Train the models that judge a proposition by its grammar: of what kind it is, and whether it is the speaker's.

    python scripts/train_statements.py ../shared            writes languages/ar/models/{kinds,voices}.crfsuite
    python scripts/train_statements.py ../shared --check    only measures, each story by models that never saw it

Both are maximum-entropy classifiers, that is conditional random fields of one item (Lafferty, McCallum and Pereira
2001; run by CRFsuite), over the annotated stories and over `evaluation/annotation/training.jsonl`.
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

from tawatur.model import Article
from tawatur.statements.frame import Frame
from tawatur.statements.frames import find_frames
from tawatur.statements.kind_features import Place, kind_features
from tawatur.statements.parsing import Parse, parse
from tawatur.statements.phrases import Range
from tawatur.statements.sentences import sentences
from tawatur.statements.voice_features import voice_features

MODELS = Path(__file__).parent.parent / "src/tawatur/languages/ar/models"
KINDS = {"c1": 0.0, "c2": 8.0, "max_iterations": 120, "feature.minfreq": 2}
VOICES = {"c1": 0.3, "c2": 0.3, "max_iterations": 120, "feature.minfreq": 2}
PARTS = 6  # stories are held out in so many parts: each story is read by models of the other five
Labelled = tuple[list[list[str]], list[str]]


@dataclass(frozen=True, slots=True)
class Examples:
    """Training examples, of one story or of the articles annotated by themselves.

    Propositions with their kind, and with their voice.
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
    paragraph = -1
    all_sentences = sentences(article)
    for number, sentence in enumerate(all_sentences):
        paragraph += sentence.opens_paragraph
        parsed = parse(text, sentence)
        frames = find_frames(parsed)
        for statement in statements:
            start, end = statement["content"]
            stretch = _words(parsed, start, end)
            if stretch is not None and sentence.span[0] <= start < sentence.span[1]:
                attributed = len(statement["chain"]) > 1
                frame = _frame(frames, stretch) if attributed else None
                place = Place(start / len(text), paragraph, number, len(all_sentences))
                row = kind_features(parsed, stretch, frame, place, attributed=attributed)
                mine.kinds.append(([row], [statement["kind"]]))
                over = _frame(frames, stretch)
                if over is not None and over.group not in {"around", "note"}:
                    mine.voices.append(([voice_features(parsed, stretch, over)], ["said" if attributed else "own"]))


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


def train_all(stories: Iterable[Examples], folder: Path) -> None:
    """Write `kinds.crfsuite` and `voices.crfsuite` into a folder."""
    kept = list(stories)
    train((row for s in kept for row in s.kinds), KINDS, folder / "kinds.crfsuite")
    train((row for s in kept for row in s.voices), VOICES, folder / "voices.crfsuite")


def folds(data: dict[str, Examples], more: Iterable[Examples], folder: Path) -> Iterator[tuple[str, Path]]:
    """For every story a folder with models that never saw it: of the stories in the other parts, and of `more`."""
    names, more = sorted(data), list(more)
    for part in range(PARTS):
        path = folder / str(part)
        path.mkdir(parents=True, exist_ok=True)
        held_out = names[part::PARTS]
        train_all([*(rows for name, rows in data.items() if name not in held_out), *more], path)
        yield from ((story, path) for story in held_out)


def measure(data: dict[str, Examples], more: Iterable[Examples]) -> None:
    """Print how well each story is judged by models of the others."""
    right = total = heard = voices = 0
    with tempfile.TemporaryDirectory() as folder:
        for story, path in folds(data, more, Path(folder)):
            kinds, voiced = (_opened(path / f"{name}.crfsuite") for name in ("kinds", "voices"))
            right += sum(kinds.tag(features) == labels for features, labels in data[story].kinds)
            total += len(data[story].kinds)
            heard += sum(voiced.tag(features) == labels for features, labels in data[story].voices)
            voices += len(data[story].voices)
    print(f"stories held out: kind {right / total:.3f}, voice {heard / voices:.3f}")


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
    train_all([*stories.values(), *more], MODELS)
    for name in ("kinds", "voices"):
        print(f"wrote {name}.crfsuite: {(MODELS / f'{name}.crfsuite').stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
