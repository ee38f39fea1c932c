"""Train the vectors of Arabic news words: `languages/ar/data/word_vectors.npz` (needs numpy and scipy; two minutes).

    python scripts/train_word_vectors.py ../shared/data/{ant_multisource,saudinewsnet}/*.jsonl.gz

Counts of the stems up to two places away, the nearer for more; shifted positive pointwise mutual information with the
contexts smoothed; a truncated singular value decomposition with its values at the root (Levy, Goldberg and Dagan 2015).
Each row is scaled to whole numbers of one byte, so that sums over it are exact on every machine. A sentence that stands
in several articles counts once. No more than single stems and these numbers is kept of the texts.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem

TARGET = Path(__file__).parent.parent / "src" / "tawatur" / "languages" / "ar" / "data" / "word_vectors.npz"
WORDS, CONTEXTS, DIMENSIONS, LEAST, REACH = 20_000, 12_000, 100, 8, 2
SMOOTHING = 0.75
_PARTS, _WORD = re.compile(r"[\n.؟!]"), re.compile(r"[^\W\d_]+")


def sentences(files: Sequence[Path]) -> Iterator[list[str]]:
    """The stems of every different sentence of the articles."""
    seen: set[str] = set()
    for path in files:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                for part in _PARTS.split(f"{article.get('title') or ''}\n{article['text']}"):
                    if part not in seen:
                        seen.add(part)
                        yield [key for key in map(stem, _WORD.findall(fold(part))) if len(key) > 1]


def near_counts(rows: Sequence[list[str]], index: dict[str, int]) -> csr_matrix:
    """How often each word stands near each context, a neighbour at distance d for 1/d."""
    flat = np.array([index.get(key, -1) for row in rows for key in [*row, *[""] * REACH]], dtype=np.int32)
    total = csr_matrix((len(index), CONTEXTS))
    for distance in range(1, REACH + 1):
        for word, context in ((flat[:-distance], flat[distance:]), (flat[distance:], flat[:-distance])):
            kept = (word >= 0) & (context >= 0) & (context < CONTEXTS)
            share = np.full(int(kept.sum()), 1.0 / distance)
            total = total + coo_matrix((share, (word[kept], context[kept])), shape=total.shape).tocsr()
    return total


def embed(counts: csr_matrix) -> np.ndarray:
    """One row for each word, longest value 127, as bytes."""
    found = counts.tocoo()
    words = np.asarray(counts.sum(1)).ravel()
    contexts = np.asarray(counts.sum(0)).ravel() ** SMOOTHING
    information = np.log(found.data / (words[found.row] * (contexts / contexts.sum())[found.col]))
    kept = information > 0
    weights = coo_matrix((information[kept], (found.row[kept], found.col[kept])), shape=found.shape).tocsr()
    left, values, _ = svds(weights, k=DIMENSIONS, v0=np.full(min(weights.shape), min(weights.shape) ** -0.5))
    order = np.argsort(-values)
    rows = left[:, order] * np.sqrt(values[order])
    scaled: np.ndarray = np.rint(rows / np.maximum(np.abs(rows).max(1, keepdims=True), 1e-9) * 127).astype(np.int8)
    return scaled


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    rows = list(sentences(parser.parse_args().files))
    counts = Counter(key for row in rows for key in row)
    ranked = sorted((key for key, n in counts.items() if n >= LEAST), key=lambda key: (-counts[key], key))[:WORDS]
    table = embed(near_counts(rows, {key: n for n, key in enumerate(ranked)}))
    np.savez_compressed(TARGET, stems=np.array("\n".join(ranked)), rows=table)
    print(f"{len(ranked)} stems from {len(rows)} sentences, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
