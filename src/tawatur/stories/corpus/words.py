"""The words of many articles as integers: what is compared of each, and where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from tawatur.languages.ar.script import fold
from tawatur.model import Article, Span
from tawatur.stories.corpus.forms import Array, Forms
from tawatur.stories.fingerprints import key

MOST_WORDS = 1 << 20  # of an article: places are packed into integers


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """The words of all articles one after another, page chrome left out; `starts` has where each article begins.

    `folds` and `keys` number the folded words and their comparison keys (as within a story, `fingerprints.key`),
    `hashes` has a 64-bit hash of the key, `first` and `last` the code points of the word. `folded` has the number of
    every folded word.
    """

    starts: Array
    folds: Array
    keys: Array
    hashes: Array
    first: Array
    last: Array
    folded: dict[str, int]

    def count(self, article: int) -> int:
        """How many words an article has."""
        return int(self.starts[article + 1] - self.starts[article])

    def span(self, article: int, start: int, end: int) -> Span:
        """The code points of an article from one word up to before another."""
        begin = int(self.starts[article])
        return int(self.first[begin + start]), int(self.last[begin + end - 1])


def read_words(articles: Sequence[Article]) -> CorpusWords:
    """The words of the articles, of each the first `MOST_WORDS`."""
    forms, folded, keys = Forms(), dict[str, int](), dict[str, int]()
    read = [_outside_chrome(article, *forms.read(article.text)) for article in articles]
    found = (np.concatenate([part[k] for part in read] or [np.zeros(0, np.int32)]) for k in range(3))
    ids, first, last = found
    ends = np.cumsum([0, *(len(part[0]) for part in read)])
    # Forms are numbered by the folded word, -1 for one of marks only, and folded words by their key.
    words = [fold(form) for form in forms.written()]
    fold_of = np.asarray([folded.setdefault(word, len(folded)) if word else -1 for word in words], np.int32)
    key_of = np.asarray([keys.setdefault(key(word), len(keys)) for word in folded], np.int32)
    hashed = b"".join(blake2b(one.encode("utf-8", "surrogatepass"), digest_size=8).digest() for one in keys)
    folds = fold_of[ids]
    kept = folds >= 0
    starts = np.concatenate([[0], np.cumsum(kept)])[ends].astype(np.int64)
    folds, first, last = folds[kept], first[kept], last[kept]
    numbered = key_of[folds]
    hashes = np.frombuffer(hashed, "<u8").astype(np.uint64)[numbered]
    return CorpusWords(starts, folds, numbered, hashes, first, last, folded)


def _outside_chrome(article: Article, ids: Array, first: Array, last: Array) -> tuple[Array, Array, Array]:
    """The words that do not begin within page chrome."""
    if article.chrome:
        inside = np.zeros(len(ids), np.bool_)
        for part in article.chrome:
            inside |= (first >= part.span[0]) & (first < part.span[1])
        ids, first, last = (rows[~inside] for rows in (ids, first, last))
    return ids[:MOST_WORDS], first[:MOST_WORDS], last[:MOST_WORDS]
