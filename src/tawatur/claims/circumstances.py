"""What two statements are, beside their words: who says them, of what kind they are, where in their articles they are.

Two statements near the top of their articles that hold little but the words of the headlines tell the story's event;
two of different kinds, or of which one stands in a headline, are compared with other eyes.
"""

from __future__ import annotations

from tawatur.claims.wording import Wording

_STANCES = {"position", "accusation"}

NAMES = (
    "same_voice",
    "other_voice",
    "both_own",
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
    "weight_least",
    "weight_most",
    "topic_least",
    "topic_most",
    "counted",
    "same_day",
)


def features(a: Wording, b: Wording) -> tuple[float, ...]:
    """The features of a pair, in the order of `NAMES`; the same for (b, a)."""
    one, other = a.statement, b.statement
    kinds, polarities = {one.kind, other.kind}, {one.polarity, other.polarity}
    sourced = len(one.chain) > 1 and len(other.chain) > 1
    same = sourced and one_voice(a, b)
    topics = _topic(a), _topic(b)
    return (
        float(same),
        float(sourced and not same),
        float(len(one.chain) < 2 and len(other.chain) < 2),
        float((one.kind in _STANCES) == (other.kind in _STANCES)),
        float(len(kinds) == 1),
        float("background" in kinds),
        float("position" in kinds),
        float(len(polarities) > 1),
        float(polarities == {"-"}),
        1.0 - abs(a.place - b.place),
        max(a.place, b.place),
        min(a.place, b.place),
        float(a.headline or b.headline),
        float(a.article == b.article),
        min(a.total, b.total),
        max(a.total, b.total),
        min(topics),
        max(topics),
        (bool(one.quantities) + bool(other.quantities)) / 2,
        float(not {day for day, _ in a.days}.isdisjoint(day for day, _ in b.days)),
    )


def one_voice(a: Wording, b: Wording) -> bool:
    """Whether one speaker stands behind both, or one of them relays the other."""
    return a.root in b.statement.chain[1:] or b.root in a.statement.chain[1:]


def _topic(wording: Wording) -> float:
    """The part of a content's weight that words of the story's headlines hold."""
    return sum(t.weight for t in wording.distinct if t.topic) / wording.total if wording.total else 0.0
