"""Who relies on whom in a story: from each outlet over those who relay to those who speak, and which outlet copied."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from tawatur.dossier.parts import Report


@dataclass(frozen=True, slots=True)
class Reliance:
    """That one source or outlet relies on another (ids), in how many statements; `copied`: its wording was taken."""

    who: str
    whom: str
    statements: int
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Relying:
    """The sources of a story in three groups (ids, the most relied on first) and who relies on whom.

    `more` counts the speakers that are left out, those of the fewest outlets and statements.
    """

    outlets: tuple[str, ...]
    relays: tuple[str, ...]
    speakers: tuple[str, ...]
    edges: tuple[Reliance, ...]
    more: int


def relying(views: Report, most: int = 14) -> Relying:
    """The graph of a story with at most so many speakers and half as many relays."""
    outlets = tuple(f"outlet:{outlet.key}" for outlet in views.outlets)
    weight, relaying, speaking = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    for statement in views.index.dossier.statements:
        for link in pairwise(statement.chain):
            weight[link] += 1
        relaying.update(one for one in statement.chain[1:-1] if one not in outlets)
        speaking.update(one for one in statement.chain[1:][-1:] if one not in outlets)
    relays = [one for one, _ in relaying.most_common() if relaying[one] >= speaking[one]]
    wide = {row.source.id: len(row.outlets) for row in views.sources}
    speakers = sorted(
        (one for one in speaking if one not in relays), key=lambda one: (-wide.get(one, 0), -speaking[one])
    )
    kept = {*outlets, *relays[: most // 2], *speakers[:most]}
    edges = [Reliance(a, b, n) for (a, b), n in weight.items() if a != b and {a, b} <= kept]
    articles = views.index.articles
    taken = Counter(
        (f"outlet:{articles[copy.b].outlet}", f"outlet:{articles[copy.a].outlet}")
        for copy in views.index.dossier.copies
        if articles[copy.a].outlet != articles[copy.b].outlet
    )
    edges += [Reliance(a, b, n, copied=True) for (a, b), n in taken.items()]
    more = len(speakers[most:]) + len(relays[most // 2 :])
    return Relying(outlets, tuple(relays[: most // 2]), tuple(speakers[:most]), tuple(edges), more)
