"""What two statements are, beside their words: of what kind they are, and where in their articles they stand.

Two statements near the top of their articles that hold little but the words of the headlines tell the story's event;
two of different kinds, or of which one stands in a headline, are compared with other eyes.

Who says them, and whether their neighbours match in order, are no features: most pairs to learn from are echoes of one
text in one voice, and a score that looks for echoes leaves the second source out, which is what the count is for.
"""

from __future__ import annotations

from tawatur.claims.denials import turned
from tawatur.claims.fates import death_in_headline
from tawatur.claims.wording import Wording

_STANCES = {"position", "accusation"}

NAMES = (
    "same_stance",
    "same_kind",
    "background",
    "position",
    "denial",
    "both_denied",
    "place",
    "later_place",
    "earlier_place",
    "headline",
    "same_article",
    "topic_least",
    "topic_most",
    "same_day",
    "other_day",
    "death_headline",
)


def features(a: Wording, b: Wording) -> tuple[float, ...]:
    """The features of a pair, in the order of `NAMES`; the same for (b, a)."""
    one, other = a.statement, b.statement
    kinds, polarities = {one.kind, other.kind}, {one.polarity, other.polarity}
    topics = a.topical, b.topical
    days, others = ({day for day, _ in w.days} for w in (a, b))
    return (
        float((one.kind in _STANCES) == (other.kind in _STANCES)),
        float(len(kinds) == 1),
        float("background" in kinds),
        float("position" in kinds),
        float(len(polarities) > 1 and turned(a, b)),
        float(polarities == {"-"}),
        1.0 - abs(a.place - b.place),
        max(a.place, b.place),
        min(a.place, b.place),
        float(a.headline or b.headline),
        float(a.article == b.article),
        min(topics),
        max(topics),
        float(not days.isdisjoint(others)),
        float(bool(days and others) and days.isdisjoint(others)),
        float(death_in_headline(a, b)),
    )
