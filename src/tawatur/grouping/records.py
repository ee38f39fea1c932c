"""The records of grouping, all frozen: what two articles have in common, what a story holds, what became of it.

Times are hours since 1970 (UTC); ids are those of the articles. Reasons are codes with values, as everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tawatur.model import Reason

ChangeKind = Literal["begun", "joined", "merged", "split", "moved"]


class Evidence(NamedTuple):
    """What two articles have in common, each field as `Weights` weighs it, and the chance that comes of it."""

    whole: float
    headline: float
    lead: float
    phrases: float
    places: float
    numbers: float
    days: float
    same_outlet: float
    question: float
    gap: float
    copied: float
    chance: float


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that were compared, the chance that they report one happening, and what speaks for and against."""

    a: str
    b: str
    chance: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Something that became of a story: `articles` came into it, from `other` where they had been in another one."""

    at: float
    kind: ChangeKind
    story: str
    articles: tuple[str, ...]
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles of one happening, oldest first.

    `links` are the strongest ones that hold the members together, one fewer than members; `near` is the strongest link
    to an article of another story, with its reasons for staying apart; `alone` is why a round-up joins nothing.
    """

    id: str
    members: tuple[str, ...]
    outlets: tuple[str, ...]
    title: str
    first: float
    last: float
    links: tuple[Link, ...] = ()
    near: Link | None = None
    near_story: str | None = None
    history: tuple[Change, ...] = ()
    alone: Reason | None = None


@dataclass(frozen=True, slots=True)
class Grouping:
    """All stories, the oldest first; every article is in exactly one. `former` leads from ids that merged away to what
    they became."""

    stories: tuple[Story, ...]
    former: Mapping[str, str] = field(default_factory=dict)
