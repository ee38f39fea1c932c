"""What speaks for two roots being one origin, one thing at a time, and what the rules look at to find it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tawatur.model import Reason
from tawatur.origins.roots import Root
from tawatur.origins.wording import SharedWording
from tawatur.settings import Settings

RELAY = "relay"


class Evidence(NamedTuple):
    """One reason to hold two roots for one: the field of `Settings` that weighs it, the reason, and a factor.

    The factor lowers the probability where something tells the two apart.
    """

    kind: str
    reason: Reason
    factor: float = 1.0

    def probability(self, settings: Settings) -> float:
        """How probably this alone makes the two one; a relay that the text itself names is certain."""
        return 1.0 if self.kind == RELAY else float(getattr(settings, self.kind)) * self.factor


@dataclass(frozen=True, slots=True)
class Evidences:
    """What the rules look at besides the two roots."""

    settings: Settings
    wording: SharedWording
    relays: frozenset[tuple[str, str]]
    """Pairs `(relay, relayed)` that chains of this claim show."""
    told_to: Mapping[str, frozenset[str]]
    """For every source of the claim, the agencies and outlets that it spoke to."""
    titles: Mapping[str, int]
    """Where the headline of each article ends."""


def quoted_apart(a: Root, b: Root, titles: Mapping[str, int]) -> bool:
    """Whether the body of one article quotes both; a headline only sums up what is told below it."""
    left, right = ({m.article for m in r.members if m.content[1] > titles.get(m.article, 0)} for r in (a, b))
    return bool(left & right)
