"""How others group articles: TF-IDF with the nearest by sparse_dot_topn, SVD with HNSW, HDBSCAN.

Each sees the texts at once, not as a stream, and may join only what lies within the window that tawatur has. Groups are
what pairs of at least a threshold connect; HDBSCAN makes its own. `pip install scikit-learn sparse_dot_topn hnswlib`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from tawatur.grouping.settings import DEFAULT
from tawatur.joining import Joined
from tawatur.model import Article

Groups = list[list[str]]
Grouped = Callable[[float], Groups]
"""The groups at a threshold."""

_NEAREST = 20
_SIZE = 100  # of vectors after SVD, scikit-learn's advice for latent semantic analysis
SEED = 20180419


def vectors(articles: Sequence[Article]) -> Any:
    """TF-IDF vectors of all words, as a sparse matrix."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    made = TfidfVectorizer(token_pattern=r"\w\w+", sublinear_tf=True, min_df=2, max_df=0.2, dtype=np.float32)
    return made.fit_transform([article.text for article in articles])


def topn(articles: Sequence[Article], hours: Sequence[float], words: Any) -> Grouped:
    """TF-IDF, the nearest of each by sparse_dot_topn."""
    from sparse_dot_topn import sp_matmul_topn

    near = sp_matmul_topn(words, words.T.tocsr(), top_n=_NEAREST, threshold=0.1, n_threads=1).tocoo()
    pairs = list(zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True))
    return lambda threshold: _connected(articles, hours, pairs, threshold)


def hnsw(articles: Sequence[Article], hours: Sequence[float], words: Any) -> Grouped:
    """SVD, the nearest of each by HNSW."""
    import hnswlib

    dense = _dense(words)
    index = hnswlib.Index(space="cosine", dim=dense.shape[1])
    index.init_index(max_elements=len(dense), ef_construction=100, M=16, random_seed=SEED)
    index.set_num_threads(1)
    index.add_items(dense)
    index.set_ef(50)
    near, far = index.knn_query(dense, k=min(_NEAREST, len(dense)))
    pairs = [
        (row, int(other), 1.0 - float(distance))
        for row in range(len(dense))
        for other, distance in zip(near[row], far[row], strict=True)
    ]
    return lambda threshold: _connected(articles, hours, pairs, threshold)


def hdbscan(articles: Sequence[Article], _hours: Sequence[float], words: Any) -> Grouped:
    """SVD, HDBSCAN, which knows no time; instead of a threshold the way in which it selects: 0 by excess, 1 leaves."""
    from sklearn.cluster import HDBSCAN

    dense = _dense(words)

    def grouped(way: float) -> Groups:
        method = "leaf" if way else "eom"
        labels = HDBSCAN(min_cluster_size=2, cluster_selection_method=method, copy=True).fit_predict(dense)
        found: dict[tuple[int, int], list[str]] = {}
        for at, (article, label) in enumerate(zip(articles, labels.tolist(), strict=True)):
            found.setdefault((label, at if label < 0 else 0), []).append(article.id)
        return list(found.values())

    return grouped


def _dense(words: Any) -> Any:
    from sklearn.decomposition import TruncatedSVD
    from sklearn.preprocessing import normalize

    return normalize(TruncatedSVD(min(_SIZE, min(words.shape) - 1), random_state=SEED).fit_transform(words))


def _connected(
    articles: Sequence[Article], hours: Sequence[float], pairs: Sequence[tuple[int, int, float]], threshold: float
) -> Groups:
    joined = Joined(range(len(articles)))
    for a, b, likeness in pairs:
        if likeness >= threshold and abs(hours[a] - hours[b]) <= 24 * DEFAULT.window_days:
            joined.join(a, b)
    return [[articles[at].id for at in group] for group in joined.sets()]


PEERS: dict[str, tuple[Callable[..., Grouped], tuple[float, ...]]] = {
    "TF-IDF, sparse_dot_topn": (topn, tuple(at / 100 for at in range(20, 70, 4))),
    "SVD, HNSW": (hnsw, tuple(at / 100 for at in range(50, 98, 4))),
    "SVD, HDBSCAN": (hdbscan, (0.0, 1.0)),
}
"""Each peer, and the thresholds among which its best on the labelled day is looked for."""


def best(name: str, articles: Sequence[Article], hours: Sequence[float], score: Callable[[Groups], float]) -> float:
    """The threshold at which a peer does best on labelled articles."""
    make, thresholds = PEERS[name]
    grouped = make(articles, hours, vectors(articles))
    return max(thresholds, key=lambda at: score(grouped(at)))
