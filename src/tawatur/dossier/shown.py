"""Which member of a claim speaks for it: the passage nearest to all the others, from the body, on somebody's word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.dossier.index import Index
from tawatur.languages.ar.script import bare, words
from tawatur.model import Claim, Statement

# Worth against closeness (0..1): a body sentence is fuller than a headline, an attributed one says who vouches.
_BODY, _ATTRIBUTED = 0.15, 0.10


def shown_statement(found: Index, claim: Claim) -> Statement:
    """The member whose exact words stand for the claim in every report."""
    members = [found.statements[m] for m in claim.members]
    if len(members) == 1:
        return members[0]
    bags = [word_set(found.words(m.article, m.content)) for m in members]

    def worth(at: int) -> tuple[float, int]:
        member = members[at]
        close = _closeness(bags, at)
        close += _BODY * (not found.in_title(member)) + _ATTRIBUTED * (len(member.chain) > 1)
        return (round(close, 6), -at)

    return members[max(range(len(members)), key=worth)]


@lru_cache(maxsize=4096)
def word_set(text: str) -> frozenset[str]:
    """The words of a passage, folded and without their article, signs left out."""
    return frozenset(bare(word.folded) for word in words(text) if word.folded[:1].isalnum())


def _closeness(bags: Sequence[frozenset[str]], at: int) -> float:
    """Mean Jaccard similarity of one passage to the others."""
    one = bags[at]
    shares = [len(one & other) / len(one | other) for i, other in enumerate(bags) if i != at and one | other]
    return sum(shares) / len(shares) if shares else 0.0
