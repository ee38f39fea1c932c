"""What the news of an article is: the words of its headline and of the sentences that open it.

News is told from its point downwards (the inverted pyramid): what shares words with the headline and the lead is mostly
the news itself, what shares none is mostly older, or beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.statements.marks import Marks
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range

_LEAD = 2  # sentences after the headline
_SHORT = 2  # code points of words that tell nothing of the matter


@dataclass(frozen=True, slots=True)
class Foreground:
    """The stems of an article's headline, and those of its lead."""

    headline: frozenset[str]
    lead: frozenset[str]


def foreground(parses: Sequence[Parse]) -> Foreground:
    """What the sentences of an article, in order, have in front."""
    titles = [parse for parse in parses if parse.sentence.title]
    bodies = [parse for parse in parses if not parse.sentence.title][:_LEAD]
    headline, lead = (frozenset().union(*(_stems(parse, (0, len(parse))) for parse in its)) for its in (titles, bodies))
    return Foreground(headline, lead)


def foreground_marks(parse: Parse, stretch: Range, news: Foreground, voice: str) -> Marks:
    """How much of a proposition headline and lead tell of, counted and as a share of its words."""
    if parse.sentence.title:
        return _HEADLINE
    stems = _stems(parse, stretch)
    return _shared(len(stems & news.headline), len(stems & news.lead), max(len(stems), 1), voice)


def _stems(parse: Parse, stretch: Range) -> frozenset[str]:
    first, end = stretch
    words, grammar = parse.words[first:end], parse.grammar[first:end]
    return frozenset(
        tag.stem
        for tag, word, its in zip(parse.tags[first:end], words, grammar, strict=True)
        if not its and len(word.text) > _SHORT
    )


@lru_cache(maxsize=16384)
def _shared(headline: int, lead: int, of: int, voice: str) -> Marks:
    return Marks(
        (
            f"headline={min(headline, 3)}{voice}",
            f"lead={min(lead, 4)}{voice}",
            f"headline_share={4 * headline // of}{voice}",
            f"lead_share={4 * lead // of}{voice}",
        )
    )


_HEADLINE = Marks(("headline",))
