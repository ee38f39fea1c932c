"""The records of grouping, all frozen: what is known of an article, why two are held together, what became of a story.

Times are hours since 1970 (UTC); ids are those of the articles. Reasons are codes with values, as everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from tawatur.model import Reason

ChangeKind = Literal["begun", "joined", "merged", "split", "moved"]


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells of which happening an article reports, read from its words alone.

    `whole` and `lead` are weights of stems, each of length one; `headline` gives each stem of the title its part of
    what the title tells; `forms` gives a stem of the lead as the text writes it. `places` are countries (by code) and
    cities, `days` the calendar day (as ordinal) that the lead names first. `alone` is why the article joins nothing (a
    round-up, a section), else None.
    """

    id: str
    outlet: str
    title: str
    hour: float
    whole: Mapping[str, float]
    headline: Mapping[str, float]
    lead: Mapping[str, float]
    forms: Mapping[str, str]
    phrases: Mapping[str, float]
    places: Mapping[str, str]
    numbers: frozenset[str]
    days: frozenset[int]
    question: bool
    prints: frozenset[int]
    alone: Reason | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
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
