"""Train the network that says of every word where propositions begin and end, whose they are, and of what kind.

    python scripts/train_network.py pretrain ../shared   writes scripts/pretrained.pt: what words stand among what words
    python scripts/train_network.py train ../shared      writes languages/ar/models/words.npz

The first step needs no annotation: one word in seven is hidden, and the network learns to tell which it was (Devlin et
al. 2019), over articles of the development corpora. The second goes on from there over the annotated stories and
`evaluation/annotation/training.jsonl`. It needs PyTorch (`pip install torch`), which nothing else does.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.network_texts import Text, article_texts, story_texts, unannotated

from tawatur.languages.convolution import LIMIT, Head, Layer, Network, save

HERE = Path(__file__).parent
PRETRAINED = HERE / "pretrained.pt"
MODEL = HERE.parent / "src/tawatur/languages/ar/models/words.npz"

WIDTH, DILATIONS = 96, (1, 2, 4, 8, 1, 2)
LABELS = {
    "cuts": ("B", "I", "O"),
    "kinds": ("fact", "position", "accusation", "prediction", "comment", "background"),
    "voices": ("own", "said"),
}
ARTICLES, HIDDEN, PASSES, PACE = 12000, 0.15, 3, 4e-3
LEAST, LEAST_STEM = 5, 25  # how often a feature, or a stem, is seen before it has a row
TUNING_PASSES, TUNING_PACE, DROPPED, DECAY = 10, 3e-3, 0.3, 1e-2
UNFRAMED = 0.3  # the share of sentences whose words do not show what the frames make of them
AT_ONCE = 12
# What would tell a hidden word.
_TELLING = ("p=", "w=", "c=", "st=", "and=", "pre=", "end=", "al", "plural", "passive", "s=")
Batch = tuple[Tensor, Tensor, Tensor]


class Step(nn.Module):
    """One residual layer; its normalisation is folded into the weights when it is written out."""

    def __init__(self, width: int, dilation: int, dropped: float) -> None:
        super().__init__()
        self.convolution = nn.Conv1d(width, width, 3, padding=dilation, dilation=dilation)
        self.norm = nn.BatchNorm1d(width)
        nn.init.constant_(self.norm.weight, 0.5)
        self.dropped = dropped

    def forward(self, words: Tensor, inside: Tensor) -> Tensor:
        """Words (texts, words, width) with what their neighbours add."""
        seen = self.norm(self.convolution((words * inside).transpose(1, 2))).transpose(1, 2)
        return words + functional.dropout(functional.relu(seen), self.dropped / 2, self.training)


class Encoder(nn.Module):
    """Rows of features, summed, and the layers."""

    def __init__(self, features: int, dropped: float, width: int = WIDTH, dilations: Sequence[int] = DILATIONS) -> None:
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
    """The encoder with a head for each kind of label."""

    def __init__(self, encoder: Encoder, labels: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.encoder, self.labels = encoder, labels
        self.heads = nn.ModuleDict({name: nn.Linear(encoder.width, len(its)) for name, its in labels.items()})

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


def pretrain(data: Path, articles: int = ARTICLES) -> None:
    """Learn from articles without annotation, and write the outcome."""
    texts = [text for some in unannotated(data, articles) for text in some]
    known = vocabulary([*texts, *article_texts(data)])
    stems = [f for f in known if f.startswith("st=")]
    target = {known[f]: k for k, f in enumerate(stems)}
    telling = np.zeros(len(known) + 1, dtype=bool)
    telling[[row for f, row in known.items() if f.startswith(_TELLING)]] = True
    rows = [Rows(text.features, known) for text in texts]
    of_row = np.full(len(known) + 1, -1)
    of_row[list(target)] = list(target.values())
    print(f"{len(rows)} articles, {sum(map(len, rows))} words, {len(known)} features, {len(stems)} stems", flush=True)

    torch.manual_seed(1)
    chance, draw = random.Random(1), np.random.default_rng(1)
    encoder, guess = Encoder(len(known), 0.0), nn.Linear(WIDTH, len(stems))
    parameters = [*encoder.parameters(), *guess.parameters()]
    optimiser = torch.optim.AdamW(parameters, PACE, weight_decay=1e-3)
    total = PASSES * math.ceil(len(rows) / AT_ONCE)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, PACE, total_steps=total, pct_start=0.1)
    began, sums, done = time.monotonic(), 0.0, 0
    for _ in range(PASSES):
        for batch in in_batches(list(map(len, rows)), chance):
            shown, wanted = [], []
            for one in (rows[i] for i in batch):
                word = np.repeat(np.arange(len(one)), one.counts)
                stem = np.full(len(one), -1)
                which = of_row[one.flat]
                stem[word[which >= 0]] = which[which >= 0]
                hidden = (draw.random(len(one)) < HIDDEN) & (stem >= 0)
                kept = ~(telling[one.flat] & hidden[word])
                shown.append((one.flat[kept], np.bincount(word[kept], minlength=len(one))))
                wanted.append(np.where(hidden, stem, -1))
            encoded = encoder(*together(shown))
            places = np.full(encoded.shape[:2], -1)
            for number, stems_of in enumerate(wanted):
                places[number, : len(stems_of)] = stems_of
            told = torch.from_numpy(places)
            loss = functional.cross_entropy(guess(encoded[told >= 0]), told[told >= 0])
            learn(loss, optimiser, parameters, pace)
            sums, done = sums + loss.item(), done + 1
            if done % 200 == 0:
                print(f"{done} of {total}, loss {sums / 200:.3f}, {time.monotonic() - began:.0f} s", flush=True)
                sums = 0.0
    state = {name: value.half() if value.is_floating_point() else value for name, value in encoder.state_dict().items()}
    torch.save({"features": list(known), "encoder": state}, PRETRAINED)
    print(f"wrote {PRETRAINED.name}: {PRETRAINED.stat().st_size / 1024:.0f} KiB")


def vocabulary(texts: Iterable[Text]) -> dict[str, int]:
    """The row of every feature that is seen often enough, from 1."""
    seen = Counter(f for text in texts for word in text.features for f in word)
    kept = sorted(f for f, n in seen.items() if n >= (LEAST_STEM if f.startswith("st=") else LEAST))
    return dict(zip(kept, range(1, len(kept) + 1), strict=True))


def tune(texts: Sequence[Text], path: Path, passes: int = TUNING_PASSES, seed: int = 1) -> None:
    """Go on from what `pretrain` wrote over annotated texts, and write the network in whole numbers."""
    begun = torch.load(PRETRAINED, weights_only=True)
    known = dict(zip(begun["features"], range(1, len(begun["features"]) + 1), strict=True))
    framed = np.zeros(len(known) + 1, dtype=bool)
    framed[[row for feature, row in known.items() if feature.startswith("r=")]] = True
    torch.manual_seed(seed)
    chance, draw = random.Random(seed), np.random.default_rng(seed)
    encoder = Encoder(len(known), DROPPED)
    encoder.load_state_dict({name: v.float() if v.is_floating_point() else v for name, v in begun["encoder"].items()})
    model = Tuned(encoder, LABELS)
    rows = [Rows(text.features, known) for text in texts]
    optimiser, pace = tuning(model, passes * math.ceil(len(rows) / AT_ONCE))
    for _ in range(passes):
        for batch in in_batches(list(map(len, rows)), chance):
            scores = model(*together([_some_unframed(rows[i], texts[i], framed, draw) for i in batch]))
            learn(_loss(scores, [texts[i] for i in batch]), optimiser, list(model.parameters()), pace)
    model.eval()
    save(in_whole_numbers(model, known, rows), path)


def _some_unframed(
    rows: Rows, text: Text, framed: np.ndarray[Any, Any], draw: np.random.Generator
) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """The rows of a text, in some sentences without those that tell of frames, and how many are left of each word.

    What rules find is right so often that the network would else believe nothing beside it.
    """
    of_word = np.repeat(np.arange(len(rows)), rows.counts)
    hidden = np.repeat(draw.random(len(text.begins)) < UNFRAMED, np.diff([*text.begins, len(rows)]))
    left = ~(framed[rows.flat] & hidden[of_word])
    return rows.flat[left], np.bincount(of_word[left], minlength=len(rows))


def tuning(model: nn.Module, steps: int) -> tuple[torch.optim.Optimizer, Any]:
    """A model made ready to learn in so many steps: what moves its weights, and how fast."""
    model.train()
    optimiser = torch.optim.AdamW(model.parameters(), TUNING_PACE, weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, TUNING_PACE, total_steps=steps, pct_start=0.15)
    return optimiser, pace


def _loss(scores: dict[str, Tensor], texts: Sequence[Text]) -> Tensor:
    shape = scores["cuts"].shape[:2]
    labels = np.full(shape, -100)
    cuts: list[tuple[int, int, int]] = []
    for number, text in enumerate(texts):
        labels[number, : len(text.features)] = LABELS["cuts"].index("O")
        for start, end in text.cuts:
            labels[number, start] = 0
            labels[number, start + 1 : end] = 1
            cuts.append((number, start, end))
    loss = functional.cross_entropy(scores["cuts"].flatten(0, 1), torch.from_numpy(labels.ravel()), ignore_index=-100)
    # A kind or voice is that of the mean over the words of a proposition.
    where = torch.from_numpy(np.concatenate([np.arange(s, e) + n * shape[1] for n, s, e in cuts]))
    which = torch.from_numpy(np.repeat(np.arange(len(cuts)), [e - s for _, s, e in cuts]))
    sizes = torch.tensor([e - s for _, s, e in cuts], dtype=torch.float32)
    for name, told in (("kinds", [t.kinds for t in texts]), ("voices", [t.voices for t in texts])):
        wanted = torch.tensor([LABELS[name].index(label) for one in told for label in one])
        flat = scores[name].flatten(0, 1)[where]
        mean = torch.zeros(len(cuts), flat.shape[1]).index_add(0, which, flat) / sizes[:, None]
        loss = loss + OTHERS * functional.cross_entropy(mean, wanted)
    return loss


OTHERS = 0.2  # how much kinds and voices count beside the cuts


def learn(loss: Tensor, optimiser: torch.optim.Optimizer, parameters: list[Any], pace: Any) -> None:
    """One step of training."""
    optimiser.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(parameters, 1.0)
    optimiser.step()
    pace.step()


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
            heads[name] = Head(
                tuple(labels), weights.T, scale.astype(np.float64) * step, model.heads[name].bias.double().numpy()
            )
        embeddings = np.rint(model.encoder.rows.weight.numpy() / step).astype(np.float32)
    embeddings[0] = 0
    return Network(known, embeddings, tuple(layers), heads)


def _rounded(weights: np.ndarray[Any, Any], axes: tuple[int, ...]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """Weights as whole numbers up to 127, and what each output is multiplied by to undo it."""
    scale = np.abs(weights).max(axis=axes) / 127
    shape = (-1, *([1] * (weights.ndim - 1)))
    return np.rint(weights / scale.reshape(shape)).astype(np.float32), scale.astype(np.float32)


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=("pretrain", "train"))
    parser.add_argument("data", type=Path, help="the development data: holds gold/ and data/")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    if options.step == "pretrain":
        pretrain(options.data)
        return
    stories = story_texts(options.data / "gold" / "stories")
    tune([*chain.from_iterable(stories.values()), *article_texts(options.data)], MODEL)
    print(f"wrote {MODEL.name}: {MODEL.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
