"""Which roots of a story are one origin, over all its claims together."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.joining import Joined
from tawatur.model import Claim


def story_origins(claims: Iterable[Claim]) -> dict[str, str]:
    """For every root of the claims, the root that stands for its origin: roots any claim holds to be one are one."""
    one = Joined[str]()
    for claim in claims:
        for root in claim.roots:
            one.top(root)
        for origin in claim.origins:
            for root in origin.roots[1:]:
                one.join(origin.roots[0], root)
    return one.tops()
