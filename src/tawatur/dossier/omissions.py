"""What an outlet leaves out: claims that at least two others carry and that were not found in its articles.

Not found is no proof of absence: statements are missed, and the same thing can be said in words that were not matched.
So every omission names the statement of the outlet that comes nearest in words, where one comes near at all, and the
claims with another account that the outlet carries in its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.claims.rarity import story_weights
from tawatur.dossier.index import Index
from tawatur.dossier.parts import ClaimView, LeftOut, Omission, Outlet
from tawatur.dossier.shown import word_set
from tawatur.languages.ar.stems import stem
from tawatur.model import Statement

_OTHERS = 2  # outlets that must carry a claim before its absence from another tells anything
# How much of a claim's weighted words a statement must share to be shown as near, and how many words. Tried on the
# development stories from 0.3 to 0.5: of omissions without such a note 86 in 100 are absent from the annotation too,
# of those with one 42.
_NEAR, _WORDS = 0.4, 2


def left_out(found: Index, claims: Sequence[ClaimView], outlets: Sequence[Outlet]) -> tuple[LeftOut, ...]:
    """For each outlet what it leaves out, in the order of the claims: the most widely carried first.

    An outlet's own comment is nobody's omission. Outlets that leave out nothing are not listed.
    """
    wide = [view for view in claims if len(view.outlets) >= _OTHERS and not view.comment]
    by_id = {view.claim.id: view for view in claims}
    near = _Nearness(found)
    made = []
    for outlet in outlets:
        missing = tuple(
            Omission(view, _instead(view, outlet.key, by_id), near.nearest(view, outlet.key))
            for view in wide
            if outlet.key not in view.outlets
        )
        if missing:
            made.append(LeftOut(outlet.key, missing))
    return tuple(made)


def _instead(view: ClaimView, outlet: str, by_id: dict[str, ClaimView]) -> tuple[str, ...]:
    """The claims in conflict with this one, or that it was updated by or updates, that the outlet carries."""
    others = dict.fromkeys(r.b if r.a == view.claim.id else r.a for r in view.relations)
    return tuple(other for other in others if outlet in by_id[other].outlets)


class _Nearness:
    """Finds the statement of an outlet that says most of what a claim says, its words weighted by their rarity."""

    def __init__(self, found: Index) -> None:
        articles = {article.id: at for at, article in enumerate(found.dossier.articles)}
        self._stems = {
            s.id: frozenset(stem(word) for word in word_set(found.words(s.article, s.content)))
            for s in found.dossier.statements
        }
        statements = found.dossier.statements
        self._weights = story_weights((articles[s.article], self._stems[s.id]) for s in statements)
        self._of: dict[str, list[Statement]] = {}
        for statement in statements:
            self._of.setdefault(found.outlet_of(statement), []).append(statement)

    def nearest(self, view: ClaimView, outlet: str) -> Statement | None:
        """That statement, if it shares enough with any member of the claim."""
        best, nearest = 0.0, None
        for statement in self._of.get(outlet, ()):
            for member in view.members:
                stems = self._stems[member.id]
                common = stems & self._stems[statement.id]
                share = self._weight(common) / (self._weight(stems) or 1.0)
                if len(common) >= _WORDS and share >= _NEAR and share > best:
                    best, nearest = share, statement
        return nearest

    def _weight(self, stems: frozenset[str]) -> float:
        return sum(self._weights[stem] for stem in sorted(stems))
