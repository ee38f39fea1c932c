"""Shared wording among all articles of a corpus: candidates by prints, passages by seed and extend, who was first."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tawatur.grouping.outlines import hour_of
from tawatur.model import Article, Reason
from tawatur.stories.copies import likelier_original
from tawatur.stories.corpus.aligned import Aligned, align_pairs
from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.naming import naming
from tawatur.stories.corpus.prints import candidates
from tawatur.stories.corpus.records import CorpusCopies, SharedWording
from tawatur.stories.corpus.settings import DEFAULT, CorpusCopySettings
from tawatur.stories.corpus.words import CorpusWords, read_words

Progress = Callable[[str, int, int], None]


def find_corpus_copies(
    articles: Sequence[Article], settings: CorpusCopySettings = DEFAULT, progress: Progress | None = None
) -> CorpusCopies:
    """The pairs of these articles that share wording, whatever their order; page chrome is never compared."""
    told = progress or (lambda *_: None)
    ordered, minutes = in_order_of_time(articles)
    told("copies", 0, 0)
    words = read_words(ordered)
    pairs = candidates(words, numbered_outlets(ordered), minutes, settings)
    aligned = align_pairs(pairs, words, settings)
    names = naming(ordered, words)
    found = []
    for done, at in enumerate(aligned.enough(settings.least_share)):
        if progress and done % 1000 == 0:
            told("copies", done, len(pairs))
        found.append(_record(at, aligned, words, ordered, names))
    return CorpusCopies(tuple(sorted(found, key=lambda pair: (pair.a, pair.b))), len(ordered), len(pairs))


def in_order_of_time(articles: Sequence[Article]) -> tuple[list[Article], Array]:
    """The articles by their time and id, those without a time last; and minutes since 1970, -1 for none."""
    timed = []
    for article in articles:
        hour = hour_of(article.published)
        undated = hour is None or hour < 0
        timed.append((undated, 0 if undated else int((hour or 0.0) * 60), article.id, article))
    timed.sort(key=lambda one: one[:3])
    minutes = np.fromiter((-1 if undated else minute for undated, minute, *_ in timed), np.int64, len(timed))
    return [article for *_, article in timed], minutes


def numbered_outlets(articles: Sequence[Article]) -> Array:
    """A number for the outlet of each article."""
    numbers: dict[str, int] = {}
    return np.fromiter((numbers.setdefault(a.outlet, len(numbers)) for a in articles), np.int32, len(articles))


def _record(
    at: int,
    aligned: Aligned,
    words: CorpusWords,
    articles: Sequence[Article],
    names: Callable[[Article, Article], bool],
) -> SharedWording:
    left, right = (int(text) for text in aligned.pairs[at, :2])
    a, b = articles[left], articles[right]
    rows = aligned.rows_of(at)
    spans = tuple((words.span(left, row[0], row[1]), words.span(right, row[2], row[3])) for row in rows.tolist())
    turned, reason = likelier_original(a, b, (words.count(left), words.count(right)), names)
    if turned:
        a, b, spans = b, a, tuple((there, here) for here, there in spans)
    share, verbatim = round(float(aligned.share[at]), 4), round(float(aligned.verbatim[at]), 4)
    standing = bool(aligned.standing[at])
    shared = (
        Reason("stories.shared_standing", (a.id, b.id))
        if standing
        else Reason("stories.shared_wording", (f"{100 * share:.0f}", f"{100 * verbatim:.0f}"))
    )
    return SharedWording(a.id, b.id, spans, int(rows[:, 4].sum()), share, verbatim, standing, (shared, reason))
