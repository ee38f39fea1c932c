"""Train the network that says of what kind the statements of an article are, beside each other.

    python scripts/train_kinds.py ../shared            writes languages/ar/models/kinds.npz
    python scripts/train_kinds.py ../shared --check    only measures, each story by a network that never saw it

A statement is the sum of the rows of its features (`statements/kind_features`); one layer adds what the statements
before and after it are, and half of the features are hidden at every step of training (`learning_in_order`). The
examples are the annotated stories and `evaluation/annotation/training.jsonl`. It needs PyTorch (`pip install torch`).
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.learning_in_order import Shape, train_in_order
from scripts.train_network import LABELS
from scripts.train_statements import MODELS, PARTS, Labelled, examples, more_examples

from tawatur.languages.convolution import load

SHAPE = Shape(width=64, dilations=(1,), least=3, passes=8, dropped=0.5, hidden=0.5)
KINDS = LABELS["kinds"]


def train_kinds(articles: Iterable[Labelled], path: Path) -> None:
    """Train on the statements of articles, each a list of features and a kind, and write the network."""
    numbered = [(rows, list(map(KINDS.index, kinds))) for rows, kinds in articles if kinds]
    train_in_order(numbered, "kinds", KINDS, SHAPE, path)


def judged(path: Path, articles: Sequence[Labelled]) -> list[tuple[str, str]]:
    """For every statement of articles its kind, and what the network of a file calls it."""
    network = load(path)
    kept = [article for article in articles if article[1]]
    seen = network.seen(network.embedded(list(chain.from_iterable(a[0] for a in kept))), [len(a[1]) for a in kept])
    told = network.scores("kinds", seen).argmax(axis=1).tolist()
    return list(zip(chain.from_iterable(a[1] for a in kept), (network.heads["kinds"].labels[k] for k in told)))  # noqa: B905


def measure(stories: dict[str, list[Labelled]], more: Sequence[Labelled]) -> None:
    """Print how the kinds of each story are judged by networks of the others: in rows what they are."""
    names = sorted(stories)
    counts: Counter[tuple[str, str]] = Counter()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kinds.npz"
        for part in range(PARTS):
            held = names[part::PARTS]
            train_kinds([*chain.from_iterable(stories[name] for name in names if name not in held), *more], path)
            counts.update(judged(path, list(chain.from_iterable(stories[name] for name in held))))
    print(f"{'':11}" + "".join(f"{kind:>11}" for kind in KINDS))
    for kind in KINDS:
        print(f"{kind:11}" + "".join(f"{counts[kind, other]:11}" for other in KINDS))
    print(f"right {sum(counts[kind, kind] for kind in KINDS) / counts.total():.3f} of {counts.total()}")


def main() -> None:
    """Read the command line and train or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the development data: holds gold/ and data/")
    parser.add_argument("--check", action="store_true", help="measure on stories held out, write nothing")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    stories = {name: its.kinds for name, its in examples(options.data / "gold" / "stories").items()}
    more = [article for its in more_examples(options.data) for article in its.kinds]
    if options.check:
        measure(stories, more)
        return
    path = MODELS / "kinds.npz"
    train_kinds([*chain.from_iterable(stories.values()), *more], path)
    print(f"wrote {path.name}: {path.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
