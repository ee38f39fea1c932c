"""Every number that the grouping of articles depends on, each with where it comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds that a unit of each kind of evidence adds to two articles reporting one happening.

    Fitted by `scripts/train_grouping.py` on pairs of 15 days judged by reading
    (`evaluation/annotation/story_pairs.jsonl`) and on 48 stories; the annotated day of the gold was not among them.
    """

    whole: float = 5.43
    headline: float = 2.73
    lead: float = 10.81
    phrases: float = 0.52
    places: float = 2.06
    numbers: float = 0.75
    days: float = 0.63
    same_outlet: float = -2.0
    question: float = -3.77
    gap: float = -1.93
    constant: float = -7.87


KINDS = tuple(field.name for field in fields(Weights) if field.name != "constant")
"""The kinds of evidence that are weighed, in the order of `Weights`."""


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """Thresholds and windows."""

    window_days: float = 4.0  # a report further from another than this opens a new story, by judgement
    lead_words: int = 70  # words of the body that tell what an article is about, besides its title
    day_words: int = 60  # words of the body in which the day of the happening is told
    prior_articles: int = 300  # articles that news at large counts for beside those of the window, in rarity
    least: float = 0.005  # chance of one happening under which a pair is forgotten
    least_likeness: float = 0.04  # likeness of leads under which two articles are not compared
    common: float = 0.05  # part of the articles of the window from which a stem finds no candidates
    common_from: int = 40  # articles a stem may be in before `common` counts
    join: float = 0.28  # average chance of all pairs of two groups from which they are joined: docs/stories.md
    sure: float = 0.98  # chance that copies report one happening
    copied: float = 0.6  # part of the shorter text's wording that makes two articles copies
    weights: Weights = field(default_factory=Weights)

    def as_dict(self) -> dict[str, object]:
        """All of it, for whoever writes down with what a result was made."""
        return asdict(self)


DEFAULT = GroupSettings()
