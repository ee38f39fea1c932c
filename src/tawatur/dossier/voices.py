"""Which roots of a story are one origin, over all its claims together."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.model import Claim


def story_origins(claims: Iterable[Claim]) -> dict[str, str]:
    """For every root of the claims, the root that stands for its origin: roots any claim holds to be one are one."""
    parent: dict[str, str] = {}

    def top(root: str) -> str:
        parent.setdefault(root, root)
        while parent[root] != root:
            root = parent[root]
        return root

    for claim in claims:
        for root in claim.roots:
            top(root)
        for origin in claim.origins:
            for root in origin.roots[1:]:
                parent[top(root)] = top(origin.roots[0])
    return {root: top(root) for root in parent}
