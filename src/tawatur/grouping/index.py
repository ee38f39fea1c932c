"""Which articles of the window are worth comparing with a new one: an inverted index of the stems of leads.

Stems that many articles of the window hold find nobody, so that a new article meets a handful of others, not all.
"""

from __future__ import annotations

from collections import defaultdict

from tawatur.grouping.rarity import Rarity
from tawatur.grouping.records import Traits
from tawatur.grouping.settings import GroupSettings


class Index:
    """Leads by their stems."""

    def __init__(self) -> None:
        self._holders: dict[str, dict[str, float]] = defaultdict(dict)

    def add(self, traits: Traits) -> None:
        """Let an article be found."""
        for stem, weight in traits.lead.items():
            self._holders[stem][traits.id] = weight

    def remove(self, traits: Traits) -> None:
        """Let an article be found no longer."""
        for stem in traits.lead:
            holders = self._holders[stem]
            holders.pop(traits.id, None)
            if not holders:
                del self._holders[stem]

    def like(self, traits: Traits, rarity: Rarity, settings: GroupSettings) -> list[str]:
        """The ids of the articles whose leads share enough rare stems with this one, sorted."""
        most = max(settings.common_from, settings.common * rarity.articles)
        found: dict[str, float] = defaultdict(float)
        for stem, weight in traits.lead.items():
            holders = self._holders.get(stem)
            if holders and rarity.count(stem) <= most:
                for id, other in holders.items():
                    found[id] += weight * other
        return sorted(id for id, likeness in found.items() if likeness >= settings.least_likeness)
