"""Every number that the search for copies in a corpus depends on, each with where it comes from."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from tawatur.settings import DEFAULT as STORY


@dataclass(frozen=True, slots=True)
class CorpusCopySettings:
    """Counts are words unless a field says otherwise; what makes a passage is the same as within one story."""

    shingle: int = STORY.copy_shingle  # prints: every shared run of `window + shingle - 1` words is found
    window: int = STORY.copy_window
    days: float = 14.0  # articles further apart are not compared where both have a date, by judgement
    most_holders: int = 512  # articles before it that a print pairs an article with, the nearest in time
    most_of_outlet: int = 3  # articles for each outlet from which a print beyond that number is boilerplate
    least_prints: int = 2  # prints that two articles share at the least
    least_part: float = 0.1  # and as a part of the prints of the one that has fewer
    seed: int = STORY.copy_seed
    gap: int = STORY.copy_gap
    least_words: int = STORY.copy_words
    telling: int = STORY.copy_telling
    density: float = STORY.copy_density
    least_share: float = 0.2  # part of the shorter article from which a pair is told, in passages or verbatim
    verbatim: int = 8  # words of the shingles that `verbatim` counts
    one_outlet: bool = False  # whether two articles of one outlet count as well

    def as_dict(self) -> dict[str, object]:
        """All of it, for whoever writes down with what a result was made."""
        return asdict(self)


DEFAULT = CorpusCopySettings()
