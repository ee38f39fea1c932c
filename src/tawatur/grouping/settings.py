"""Every number that the grouping of articles depends on, each with where it comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds that a unit of each kind of evidence adds to two articles reporting one happening.

    Fitted by `scripts/train_grouping.py` on pairs of seven days judged by reading
    (`evaluation/annotation/story_pairs.jsonl`); the annotated day of the gold was not among them.
    """

    whole: float = 6.11
    lead: float = 14.3
    phrases: float = 0.46
    places: float = 2.08
    numbers: float = 0.76
    days: float = 0.64
    same_outlet: float = -2.08
    question: float = -3.97
    gap: float = -1.95
    constant: float = -7.54


@dataclass(frozen=True, slots=True)
class GroupSettings:
    """Thresholds and windows; scores are log-odds."""

    window_days: float = 4.0  # a report further from another than this opens a new story, by judgement
    lead_words: int = 70  # words of the body that tell what an article is about, besides its title
    day_words: int = 60  # words of the body in which the day of the happening is told
    prior_articles: int = (
        300  # how many articles of news at large weigh against those of the window when rarity is told
    )
    least_likeness: float = 0.04  # likeness of leads under which two articles are not compared
    common: float = 0.15  # part of the articles of the window from which a stem finds no candidates
    common_from: int = 40  # articles a stem may be in before `common` counts
    join: float = -1.25  # average score of two groups from which they are joined; trained with the weights
    ceiling: float = 4.0  # no score counts for more
    absent: float = -6.0  # what two articles count for that were not worth comparing, or score less
    copied: float = 0.6  # part of the shorter text's wording that makes two articles copies
    weights: Weights = field(default_factory=Weights)

    def as_dict(self) -> dict[str, object]:
        """All of it, for whoever writes down with what a result was made."""
        return asdict(self)


DEFAULT = GroupSettings()
