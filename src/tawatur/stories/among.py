"""Shared wording among any number of articles: the entry to `stories.corpus`, loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tawatur.model import Article

if TYPE_CHECKING:
    from tawatur.stories.corpus.records import CorpusCopies
    from tawatur.stories.corpus.settings import CorpusCopySettings


def find_copies_among(
    articles: Sequence[Article],
    settings: CorpusCopySettings | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> CorpusCopies:
    """The pairs of these articles, of any number of stories, that share wording; the same whatever their order.

    Ids must be unique. `find_copies` compares all articles of one story with each other; this finds by fingerprints
    which of many thousands are worth comparing (docs/copies.md). The first call compiles its kernels, or reads them
    from numba's cache. `progress` is told "copies", how many pairs are done, and of how many.
    """
    from tawatur.stories.corpus.finding import find_corpus_copies
    from tawatur.stories.corpus.settings import DEFAULT

    return find_corpus_copies(articles, settings or DEFAULT, progress)
