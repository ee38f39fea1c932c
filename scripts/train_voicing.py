"""Train the network that settles whose words a proposition is, by what stands round it in its article.

    python scripts/train_voicing.py ../shared --models x          writes languages/ar/models/voicing.npz
    python scripts/train_voicing.py ../shared --models x --check  only measures, each fifth of the articles held out

The program drafts the annotated articles with models that never saw them (`scripts/reading_parts.py`; the folder keeps
those models for the next time). What it drafts and an annotated statement matches is an example. The annotated stories
are left out, so that they can be measured. Beside the shipped network one is written for each part, of the examples of
the other parts. It needs PyTorch (`pip install torch`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.gold_input import article_of
from evaluation.matching import match_statements
from scripts.learning_in_order import UNKNOWN, Shape, train_in_order
from scripts.reading_parts import Told, parts
from scripts.train_network import LABELS

from tawatur.languages.convolution import load, log_shares
from tawatur.statements.account import drafts_of
from tawatur.statements.drafting import Drafted

MODEL = Path(__file__).parent.parent / "src/tawatur/languages/ar/models/voicing.npz"
SHAPE = Shape(width=32, dilations=(1, 2), least=5, passes=12, dropped=0.3, hidden=0.3)
HELD = 5
VOICES = LABELS["voices"]
Example = tuple[list[list[str]], list[int], list[bool]]
"""The propositions of an article: their features, the voice of each (`UNKNOWN` where none is), and whether a
speaker was found."""


def examples(data: Path, kept: Path) -> list[list[Example]]:
    """The articles annotated by themselves, part by part, as drafted by models of the other parts."""
    found = []
    for _, part in parts(data, kept):
        its = [one for one in part if not one.of_story]
        drafts, _ = drafts_of([article_of(one.entry) for one in its], settle=False)
        told = [_example(one, draft) for one, draft in zip(its, drafts, strict=True)]
        found.append([one for one in told if one[0]])
    return found


def train_parts(by_part: Sequence[Sequence[Example]], kept: Path) -> None:
    """Write into the folder of each part a network of the examples of the others."""
    for part in range(len(by_part)):
        others = [one for number, its in enumerate(by_part) if number != part for one in its]
        train_voicing(others, kept / str(part) / MODEL.name)


def _example(told: Told, drafted: Drafted) -> Example:
    voiced = [draft.voiced for draft in drafted.drafts]
    read = [{"content": list(draft.content), "number": n} for n, draft in enumerate(drafted.drafts)]
    voices = [UNKNOWN] * len(voiced)
    for mine, theirs in match_statements(read, told.statements):
        voices[mine["number"]] = VOICES.index("said" if len(theirs["chain"]) > 1 else "own")
    return [one.features for one in voiced], voices, [one.said for one in voiced]


def train_voicing(articles: Sequence[Example], path: Path) -> None:
    """Train on the propositions of articles and write the network."""
    train_in_order([(rows, voices) for rows, voices, _ in articles], "voices", VOICES, SHAPE, path)


def measure(articles: Sequence[Example]) -> None:
    """Print how often rules and network are right about articles held out, and what thresholds would do."""
    told: list[tuple[float, bool, int]] = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "voicing.npz"
        for part in range(HELD):
            train_voicing([one for n, one in enumerate(articles) if n % HELD != part], path)
            network = load(path)
            for rows, voices, said in articles[part::HELD]:
                seen = network.seen(network.embedded(rows), [len(rows)])
                shares = np.exp(log_shares(network.scores("voices", seen)))[:, VOICES.index("said")].tolist()
                told += [one for one in zip(shares, said, voices, strict=True) if one[2] >= 0]
    speaks = VOICES.index("said")
    print(f"rules right {sum(said == (v == speaks) for _, said, v in told) / len(told):.4f} of {len(told)}")
    print(f"network right {sum((p > 0.5) == (v == speaks) for p, _, v in told) / len(told):.4f}")
    for least in (0.2, 0.3, 0.35, 0.4, 0.5):
        those = [v for p, said, v in told if said and p < least]
        print(
            f"  found, below {least}: {len(those)}, the outlet's {1 - sum(v == speaks for v in those) / len(those):.3f}"
        )
    for least in (0.5, 0.6, 0.7, 0.75, 0.8, 0.9):
        those = [v for p, said, v in told if not said and p > least]
        print(
            f"  not found, above {least}: {len(those)}, a speaker's {sum(v == speaks for v in those) / len(those):.3f}"
        )


def main() -> None:
    """Read the command line and train or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the development data: holds gold/ and data/")
    parser.add_argument("--models", type=Path, required=True, help="folder in which the models of the parts stay")
    parser.add_argument("--check", action="store_true", help="measure on articles held out, write nothing")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    by_part = examples(options.data, options.models)
    articles = list(chain.from_iterable(by_part))
    if options.check:
        measure(articles)
        return
    train_parts(by_part, options.models)
    train_voicing(articles, MODEL)
    print(f"wrote {MODEL.name}: {MODEL.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
