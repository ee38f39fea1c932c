"""What the networks over items in their order learn by: the statements of an article, each a list of features.

An item is the sum of the rows of its features; layers add what the items before and after it are. A share of the
features is hidden at every step of training, so that many weak ones are believed together and none alone (Srivastava
et al. 2014). It needs PyTorch (`pip install torch`).
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.learning import AT_ONCE, Encoder, Rows, Tuned, in_batches, in_whole_numbers, learn, together, tuning

from tawatur.languages.convolution import save

UNKNOWN = -100  # the label of an item of which none is known
Items = tuple[list[list[str]], list[int]]
"""The items of one article in their order: the features of each, and the number of its label."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Numbers an item, reach of the layers, how often a feature is seen before it has a row, how often all is seen, and
    the shares of numbers dropped and of features hidden."""

    width: int
    dilations: tuple[int, ...]
    least: int
    passes: int
    dropped: float
    hidden: float


def train_in_order(
    articles: Sequence[Items], head: str, labels: Sequence[str], shape: Shape, path: Path, seed: int = 1
) -> None:
    """Train a network with one head on the items of articles and write it."""
    seen = Counter(f for rows, _ in articles for row in rows for f in row)
    known = {f: n for n, f in enumerate(sorted(f for f, n in seen.items() if n >= shape.least), 1)}
    rows = [Rows(found, known) for found, _ in articles]
    torch.manual_seed(seed)
    chance, draw = random.Random(seed), np.random.default_rng(seed)
    model = Tuned(Encoder(len(known), shape.dropped, shape.width, shape.dilations), {head: labels})
    nn.init.normal_(model.encoder.rows.weight, 0, 0.05)
    optimiser, pace = tuning(model, shape.passes * math.ceil(len(rows) / AT_ONCE))
    for _ in range(shape.passes):
        for batch in in_batches(list(map(len, rows)), chance):
            scores = model(*together([_some_hidden(rows[i], draw, shape.hidden) for i in batch]))[head]
            wanted = np.full(scores.shape[:2], UNKNOWN)
            for number, i in enumerate(batch):
                wanted[number, : len(rows[i])] = articles[i][1]
            told = torch.from_numpy(wanted.ravel())
            loss = functional.cross_entropy(scores.flatten(0, 1), told, ignore_index=UNKNOWN)
            learn(loss, optimiser, list(model.parameters()), pace)
    model.eval()
    with torch.no_grad():  # a sum of all features is that much larger than one of those that were not hidden
        model.encoder.rows.weight *= 1 - shape.hidden
    save(in_whole_numbers(model, known, rows), path)


def _some_hidden(rows: Rows, draw: np.random.Generator, share: float) -> tuple[np.ndarray, np.ndarray]:
    """The features of each item without a share of them, and how many are left of each."""
    left = draw.random(len(rows.flat)) >= share
    of = np.repeat(np.arange(len(rows)), rows.counts)
    return rows.flat[left], np.bincount(of[left], minlength=len(rows))
