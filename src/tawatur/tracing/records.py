"""What a trace is made of: passages with their stance towards a sentence, and what stands behind either side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model import Claim, Dossier, Reason, Span

Stance = Literal["support", "deny", "discuss"]
Standing = Literal["support", "deny", "both", "discuss", "unrelated"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage of an article that speaks of the sentence traced.

    `statement` is the id of the statement of the passage that is nearest to it; `matched` are the words of the passage
    that the sentence has too, `against` those that deny it, doubt it or differ. `covered` is the share of the sentence
    found in the passage and `score` how probable it is, by the words alone, that the passage says the same. `unsure`
    marks a passage that may support and is told among those that only discuss.
    """

    article: str
    statement: str
    stance: Stance
    matched: tuple[Span, ...]
    against: tuple[Span, ...]
    covered: float
    score: float
    reasons: tuple[Reason, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """A sentence traced through articles.

    `hits` stand in the order of the articles and their text; `standings` tells the stance of every article that was
    read, by its id. `dossier` holds the articles with hits, and as claims the statements that support and those that
    deny, judged for their independent origins; a side nobody takes has no claim.
    """

    sentence: str
    hits: tuple[Hit, ...]
    standings: tuple[tuple[str, Standing], ...]
    dossier: Dossier

    def side(self, stance: Stance) -> Claim | None:
        """The statements of one side, "support" or "deny", as a judged claim."""
        return next((claim for claim in self.dossier.claims if claim.id == stance), None)
