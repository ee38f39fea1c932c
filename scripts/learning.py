"""What the trainings of both networks need: layers that learn, texts as batches, steps, and the network they become.

It needs PyTorch (`pip install torch`).
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from tawatur.languages.convolution import LIMIT, TAPS, Head, Layer, Network

AT_ONCE = 12  # texts of one batch
PACE, DECAY = 3e-3, 1e-2  # how fast annotation is learned from
Batch = tuple[Tensor, Tensor, Tensor]


class Step(nn.Module):
    """One residual layer; its normalisation is folded into the weights when it is written out."""

    def __init__(self, width: int, dilation: int, dropped: float) -> None:
        super().__init__()
        self.convolution = nn.Conv1d(width, width, TAPS, padding=dilation, dilation=dilation)
        self.norm = nn.BatchNorm1d(width)
        nn.init.constant_(self.norm.weight, 0.5)
        self.dropped = dropped

    def forward(self, words: Tensor, inside: Tensor) -> Tensor:
        """Words (texts, words, width) with what their neighbours add."""
        seen = self.norm(self.convolution((words * inside).transpose(1, 2))).transpose(1, 2)
        return words + functional.dropout(functional.relu(seen), self.dropped / 2, self.training)


class Encoder(nn.Module):
    """Rows of features, summed, and the layers."""

    def __init__(self, features: int, dropped: float, width: int, dilations: Sequence[int]) -> None:
        super().__init__()
        self.rows = nn.EmbeddingBag(features + 1, width, mode="sum")
        nn.init.normal_(self.rows.weight, 0, 0.1)
        self.steps = nn.ModuleList(Step(width, dilation, dropped) for dilation in dilations)
        self.width, self.dilations, self.dropped = width, dilations, dropped

    def forward(self, flat: Tensor, starts: Tensor, inside: Tensor) -> Tensor:
        """A batch of `together` as (texts, words, width)."""
        words = self.rows(flat, starts).view(*inside.shape[:2], self.width)
        words = functional.dropout(words, self.dropped, self.training)
        for step in self.steps:
            words = step(words, inside)
        return words


class Tuned(nn.Module):
    """The encoder with a head for each kind of label; of those `chained` also what each step between labels adds."""

    def __init__(self, encoder: Encoder, labels: Mapping[str, Sequence[str]], chained: Iterable[str] = ()) -> None:
        super().__init__()
        self.encoder, self.labels = encoder, labels
        self.heads = nn.ModuleDict({name: nn.Linear(encoder.width, len(its)) for name, its in labels.items()})
        sizes = {name: len(labels[name]) for name in chained}
        self.steps = nn.ParameterDict({name: torch.zeros(size, size) for name, size in sizes.items()})

    def forward(self, *batch: Tensor) -> dict[str, Tensor]:
        """The scores of each head for a batch."""
        words = functional.dropout(self.encoder(*batch), self.encoder.dropped, self.training)
        return {name: head(words) for name, head in self.heads.items()}


class Rows:
    """A text as numbers: the rows of its words' features, one after the other, and how many each word has."""

    def __init__(self, features: Iterable[Iterable[str]], known: dict[str, int]) -> None:
        found = [[known[f] for f in one if f in known] for one in features]
        self.flat = np.fromiter(chain.from_iterable(found), dtype=np.int64)
        self.counts = np.array([len(one) for one in found], dtype=np.int64)

    def __len__(self) -> int:
        return len(self.counts)


def together(texts: Sequence[tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]]) -> Batch:
    """Texts (rows and counts) as one batch: rows, where each word's begin, and which places hold words."""
    longest = max(len(counts) for _, counts in texts)
    starts, base = [], 0
    inside = np.zeros((len(texts), longest, 1), dtype=np.float32)
    for number, (flat, counts) in enumerate(texts):
        mine = np.full(longest, base + len(flat))
        mine[: len(counts)] = base + np.cumsum(counts) - counts
        starts.append(mine)
        base += len(flat)
        inside[number, : len(counts)] = 1
    flat = np.concatenate([flat for flat, _ in texts])
    return torch.from_numpy(flat), torch.from_numpy(np.concatenate(starts)), torch.from_numpy(inside)


def in_batches(lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """All places in a random order, those of like length together."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + chance.random() * 80)
    batches = [order[at : at + AT_ONCE] for at in range(0, len(order), AT_ONCE)]
    chance.shuffle(batches)
    yield from batches


def tuning(model: nn.Module, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """A model made ready to learn in so many steps: what moves its weights, and how fast."""
    model.train()
    optimiser = torch.optim.AdamW(model.parameters(), PACE, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, PACE, total_steps=steps, pct_start=0.15)
    return optimiser, pace


def learn(loss: Tensor, optimiser: torch.optim.Optimizer, parameters: list[Any], pace: Any) -> None:
    """One step of training."""
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimiser.step()
    pace.step()


def chained_loss(scores: Tensor, steps: Tensor, wanted: Tensor, begins: Tensor) -> Tensor:
    """How improbable the wanted labels are among all labellings, for a word (conditional random field, Lafferty et al.
    2001).

    `scores` (texts, words, labels) and what `steps` from label to label (labels, labels) add; `wanted` (texts, words)
    are numbers of labels, negative where there is no word any more; `begins` (texts, words) is 1 where a sentence
    begins, to which no step leads.
    """
    inside = (wanted >= 0).float()
    labels = wanted.clamp(min=0)
    linked = (1 - begins)[:, 1:] * inside[:, 1:]
    told = (scores.gather(2, labels[:, :, None])[:, :, 0] * inside).sum()
    told = told + (steps[labels[:, :-1], labels[:, 1:]] * linked).sum()
    reached = scores[:, 0]
    for at in range(1, scores.shape[1]):
        onward = steps * (1 - begins[:, at, None, None])
        here = torch.logsumexp(reached[:, :, None] + onward, dim=1) + scores[:, at]
        reached = torch.where(inside[:, at, None] > 0, here, reached)
    return (torch.logsumexp(reached, dim=1).sum() - told) / inside.sum()


def in_whole_numbers(model: Tuned, known: dict[str, int], rows: Sequence[Rows]) -> Network:
    """The network as it runs: normalisation folded in, weights and values rounded."""
    with torch.no_grad():
        largest = [model.encoder(*together([(one.flat, one.counts)])).abs().flatten() for one in rows[:60]]
        step = float(
            torch.cat(largest).quantile(0.9999) if len(largest) < 2 else np.quantile(torch.cat(largest), 0.9999)
        )
        step /= LIMIT
        layers = []
        for part, dilation in zip(model.encoder.steps, model.encoder.dilations, strict=True):
            norm, convolution = part.norm, part.convolution
            gain = norm.weight / (norm.running_var + norm.eps).sqrt()
            weights, scale = _rounded((convolution.weight * gain[:, None, None]).numpy(), (1, 2))
            bias = (norm.bias + (convolution.bias - norm.running_mean) * gain) / step
            layers.append(Layer(weights.transpose(2, 1, 0), scale, bias.numpy().astype(np.float32), dilation))
        heads = {}
        for name, labels in model.labels.items():
            weights, scale = _rounded(model.heads[name].weight.numpy(), (1,))
            steps = model.steps[name].double().numpy() if name in model.steps else None
            bias = model.heads[name].bias.double().numpy()
            heads[name] = Head(tuple(labels), weights.T, scale.astype(np.float64) * step, bias, steps)
        embeddings = np.rint(model.encoder.rows.weight.numpy() / step).astype(np.float32)
    embeddings[0] = 0
    return Network(known, embeddings, tuple(layers), heads)


def _rounded(weights: np.ndarray[Any, Any], axes: tuple[int, ...]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Weights as whole numbers up to 127, and what each output is multiplied by to undo it."""
    scale = np.abs(weights).max(axis=axes) / 127
    shape = (-1, *([1] * (weights.ndim - 1)))
    return np.rint(weights / scale.reshape(shape)).astype(np.float32), scale.astype(np.float32)
