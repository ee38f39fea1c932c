"""What is found of shared wording in a corpus, frozen; spans are code points of `Article.text`."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Reason, Span


@dataclass(frozen=True, slots=True)
class SharedWording:
    """Two articles that share wording: aligned passages `(span in a, span in b)`, a being the likelier original.

    `share` is the part of the shorter article's words that are equal within the passages, `verbatim` the part of the
    different runs of eight folded words, of the article that has fewer, that stand in the other too. `standing` when
    nothing but titles, names and courtesies is shared: the passages then show these, and `share` counts them. `reasons`
    say what is shared, and why a is the likelier original.
    """

    a: str
    b: str
    passages: tuple[tuple[Span, Span], ...]
    words: int
    share: float
    verbatim: float
    standing: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CorpusCopies:
    """All pairs, sorted by their ids; of how many articles, and how many pairs of them were aligned."""

    pairs: tuple[SharedWording, ...]
    articles: int
    aligned: int
