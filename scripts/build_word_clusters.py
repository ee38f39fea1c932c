"""Group the words of Arabic news by the company they keep: `languages/ar/data/word_clusters.txt` (needs numpy).

    python scripts/build_word_clusters.py NEWS.jsonl.gz

Words that stand between the same neighbours get the same number. Method: counts of the left and the right neighbour,
positive pointwise mutual information, a truncated singular value decomposition (Levy and Goldberg 2014), and k-means
twice, coarse and fine, as a cheap stand-in for the classes of Brown et al. (1992). The seed is fixed. A line is
`word coarse fine`; no more than single words and these numbers is kept of the texts.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import numpy as np

from tawatur.languages.ar.script import fold

TARGET = Path(__file__).parent.parent / "src" / "tawatur" / "languages" / "ar" / "data" / "word_clusters.txt"
WORDS, CONTEXTS, DIMENSIONS, MIN_COUNT = 24000, 3000, 64, 12
COARSE, FINE = 64, 512


def sentences(news: Path) -> list[list[str]]:
    """Folded words and signs of the texts, a row for each paragraph or sentence."""
    found = []
    with gzip.open(news, "rt", encoding="utf-8") as file:
        for line in file:
            for part in re.split(r"[\n.؟!]", json.loads(line)["text"]):
                row = re.findall(r"[^\W\d_]+|\d+|[^\s\w]", fold(part))
                if len(row) > 2:
                    found.append(["<", *("0" if w[0].isdigit() else w for w in row), ">"])
    return found


def vectors(rows: list[list[str]], kept: list[str], contexts: dict[str, int]) -> np.ndarray:
    """One unit vector for every kept word."""
    index = {word: i for i, word in enumerate(kept)}
    counts = np.zeros((len(kept), 2 * len(contexts)), dtype=np.float32)
    pairs: Counter[tuple[int, int]] = Counter()
    for row in rows:
        for left, right in pairwise(row):
            if right in index and left in contexts:
                pairs[index[right], contexts[left]] += 1
            if left in index and right in contexts:
                pairs[index[left], len(contexts) + contexts[right]] += 1
    for (i, j), n in pairs.items():
        counts[i, j] = n
    total = counts.sum()
    expected = np.outer(counts.sum(1), (counts.sum(0) / total) ** 0.75)
    expected *= total / max(float(expected.sum()), 1.0)
    with np.errstate(divide="ignore", invalid="ignore"):
        weights = np.nan_to_num(np.maximum(np.log(counts / expected), 0.0), posinf=0.0)
    random = np.random.default_rng(7)
    basis = np.linalg.qr(weights @ random.standard_normal((weights.shape[1], DIMENSIONS + 16), dtype=np.float32))[0]
    for _ in range(3):
        basis = np.linalg.qr(weights @ (weights.T @ basis))[0]
    left, values, _ = np.linalg.svd(basis.T @ weights, full_matrices=False)
    embedded = (basis @ left[:, :DIMENSIONS]) * np.sqrt(values[:DIMENSIONS])
    return embedded / np.maximum(np.linalg.norm(embedded, axis=1, keepdims=True), 1e-9)


def clusters(points: np.ndarray, number: int) -> list[int]:
    """Spherical k-means, numbered by the first word (the commonest) of each cluster."""
    random = np.random.default_rng(7)
    centres = points[random.choice(min(len(points), 6000), number, replace=False)]
    for _ in range(40):
        nearest = (points @ centres.T).argmax(1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        centres = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)
    order: dict[int, int] = {}
    return [order.setdefault(int(n), len(order)) for n in nearest]


def main(news: str) -> None:
    """Write the table."""
    rows = sentences(Path(news))
    counts = Counter(word for row in rows for word in row)
    ranked = sorted((w for w in counts if counts[w] >= MIN_COUNT), key=lambda w: (-counts[w], w))
    kept = [word for word in ranked if word[0] > "\u0600" and word.isalpha()][:WORDS]
    points = vectors(rows, kept, {word: i for i, word in enumerate(ranked[:CONTEXTS])})
    lines = zip(kept, clusters(points, COARSE), clusters(points, FINE), strict=True)
    TARGET.write_text("".join(sorted(f"{word} {a} {b}\n" for word, a, b in lines)), encoding="utf-8")
    print(f"{len(kept)} words")


if __name__ == "__main__":
    main(*sys.argv[1:])
