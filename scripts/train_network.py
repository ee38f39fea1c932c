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
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).parent.parent))

from scripts.learning import (
    AT_ONCE,
    Encoder,
    Rows,
    Tuned,
    chained_loss,
    in_batches,
    in_whole_numbers,
    learn,
    together,
    tuning,
)
from scripts.network_texts import Text, article_texts, story_texts, unannotated

from tawatur.languages.convolution import save
from tawatur.languages.stretches import LABELS as CUTS

HERE = Path(__file__).parent
PRETRAINED = HERE / "pretrained.pt"
MODEL = HERE.parent / "src/tawatur/languages/ar/models/words.npz"

WIDTH, DILATIONS = 96, (1, 2, 4, 8, 1, 2)
LABELS = {
    "cuts": CUTS,
    "kinds": ("fact", "position", "accusation", "prediction", "comment", "background"),
    "voices": ("own", "said"),
}
CHAINED = ("cuts",)  # heads whose labels are learned as whole labellings of a sentence
ARTICLES, HIDDEN, PASSES, PACE = 12000, 0.15, 3, 4e-3
LEAST, LEAST_STEM = 5, 25  # how often a feature, or a stem, is seen before it has a row
TUNING_PASSES, DROPPED = 6, 0.3
UNFRAMED = 0.3  # the share of sentences whose words do not show what the frames make of them
# What would tell a hidden word.
_TELLING = ("p=", "w=", "c=", "st=", "and=", "pre=", "end=", "al", "plural", "passive", "s=")


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
    encoder, guess = Encoder(len(known), 0.0, WIDTH, DILATIONS), nn.Linear(WIDTH, len(stems))
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
    encoder = Encoder(len(known), DROPPED, WIDTH, DILATIONS)
    encoder.load_state_dict({name: v.float() if v.is_floating_point() else v for name, v in begun["encoder"].items()})
    model = Tuned(encoder, LABELS, CHAINED)
    rows = [Rows(text.features, known) for text in texts]
    optimiser, pace = tuning(model, passes * math.ceil(len(rows) / AT_ONCE))
    for _ in range(passes):
        for batch in in_batches(list(map(len, rows)), chance):
            scores = model(*together([_some_unframed(rows[i], texts[i], framed, draw) for i in batch]))
            learn(_loss(model, scores, [texts[i] for i in batch]), optimiser, list(model.parameters()), pace)
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


def _loss(model: Tuned, scores: dict[str, Tensor], texts: Sequence[Text]) -> Tensor:
    shape = scores["cuts"].shape[:2]
    labels, begins = np.full(shape, -1), np.zeros(shape, dtype=np.float32)
    cuts: list[tuple[int, int, int]] = []
    for number, text in enumerate(texts):
        labels[number, : len(text.features)] = LABELS["cuts"].index("O")
        begins[number, [at for at in text.begins if at < len(text.features)]] = 1
        for start, end in text.cuts:
            labels[number, start] = 0
            labels[number, start + 1 : end] = 1
            cuts.append((number, start, end))
    told = torch.from_numpy(labels)
    loss = chained_loss(scores["cuts"], model.steps["cuts"], told, torch.from_numpy(begins))
    # A kind or voice is that of the mean over the words of a proposition.
    where = torch.from_numpy(np.concatenate([np.arange(s, e) + n * shape[1] for n, s, e in cuts]))
    which = torch.from_numpy(np.repeat(np.arange(len(cuts)), [e - s for _, s, e in cuts]))
    sizes = torch.tensor([e - s for _, s, e in cuts], dtype=torch.float32)
    for name, its in (("kinds", [t.kinds for t in texts]), ("voices", [t.voices for t in texts])):
        wanted = torch.tensor([LABELS[name].index(label) for one in its for label in one])
        flat = scores[name].flatten(0, 1)[where]
        mean = torch.zeros(len(cuts), flat.shape[1]).index_add(0, which, flat) / sizes[:, None]
        loss = loss + OTHERS * functional.cross_entropy(mean, wanted)
    return loss


OTHERS = 0.2  # how much kinds and voices count beside the cuts


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
