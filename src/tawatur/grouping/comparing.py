"""Two articles compared: what they have in common, the chance that comes of it, and what speaks for and against.

The chance that both report one happening is a logistic regression over few kinds of evidence.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from dataclasses import fields

from tawatur.grouping.records import Evidence, Traits
from tawatur.grouping.settings import GroupSettings, Weights
from tawatur.model import Reason

_SHOWN = 5


KINDS = tuple(field.name for field in fields(Weights) if field.name != "constant")
"""The kinds of evidence that are weighed, in the order of `Weights`."""
_FEWEST = 5  # prints of the shorter text from which copying can be told


def compare(a: Traits, b: Traits, settings: GroupSettings) -> Evidence:
    """The evidence of two articles, the same whichever comes first."""
    whole, lead = _product(a.whole, b.whole), _product(a.lead, b.lead)
    headline = max(_told(a.headline, b.lead), _told(b.headline, a.lead))
    phrases = math.log1p(math.fsum([min(a.phrases[p], b.phrases[p]) for p in a.phrases.keys() & b.phrases.keys()]))
    places = _overlap(a.places.keys(), b.places.keys())
    numbers = len(a.numbers & b.numbers) / (1 + min(len(a.numbers), len(b.numbers)))
    days = 0.0 if not (a.days and b.days) else 1.0 if a.days & b.days else -1.0
    same_outlet, question = float(a.outlet == b.outlet), float(a.question or b.question)
    gap = abs(a.hour - b.hour) / 24
    fewest = min(len(a.prints), len(b.prints))
    copied = len(a.prints & b.prints) / fewest if fewest >= _FEWEST else 0.0
    w = settings.weights
    odds = (
        (w.constant + w.whole * whole + w.headline * headline + w.lead * lead + w.phrases * phrases)
        + (w.places * places + w.numbers * numbers + w.days * days)
        + (w.same_outlet * same_outlet + w.question * question + w.gap * gap)
    )  # fmt: skip
    chance = settings.sure if copied >= settings.copied else 1 / (1 + math.exp(-odds))
    return Evidence(
        whole, headline, lead, phrases, places, numbers, days, same_outlet, question, gap, copied, round(chance, 6)
    )


def apart(a: Traits, b: Traits, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles that are alike stay apart, then what speaks for one happening."""
    unlike = Reason("grouping.little" if found.chance < settings.join else "grouping.others_unlike")
    return (unlike, *against(a, b, found), *shared(a, b, found, settings))


def together(a: Traits, b: Traits, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles are held to report one happening, then what speaks against it."""
    return (*shared(a, b, found, settings), *against(a, b, found))


def shared(a: Traits, b: Traits, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """What speaks for one happening, in words of the articles."""
    told = list[Reason]()
    if found.copied >= settings.copied:
        told.append(Reason("grouping.copied", (f"{100 * min(1.0, found.copied):.0f}",)))
    stems = sorted(((w * b.lead[s], s) for s, w in a.lead.items() if s in b.lead), reverse=True)[:_SHOWN]
    if stems:
        told.append(Reason("grouping.words", ("، ".join(a.forms.get(s, s) for _, s in stems),)))
    places = [form for place, form in a.places.items() if place in b.places]
    if places:
        told.append(Reason("grouping.places", ("، ".join(places),)))
    numbers = sorted(a.numbers & b.numbers)
    if numbers:
        told.append(Reason("grouping.numbers", ("، ".join(numbers),)))
    if found.days > 0:
        told.append(Reason("grouping.days"))
    return tuple(told)


def against(a: Traits, b: Traits, found: Evidence) -> tuple[Reason, ...]:
    """What speaks against one happening."""
    told = list[Reason]()
    if a.places and b.places and a.places.keys().isdisjoint(b.places):
        told.append(Reason("grouping.other_places", ("، ".join(a.places.values()), "، ".join(b.places.values()))))
    if found.days < 0:
        told.append(Reason("grouping.other_days"))
    if found.question:
        told.append(Reason("grouping.question"))
    if found.same_outlet:
        told.append(Reason("grouping.same_outlet"))
    if found.gap >= 1:
        told.append(Reason("grouping.gap", (f"{found.gap:.1f}",)))
    return tuple(told)


def _product(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """The sum over what both have; exact sums, so that no order of a set can show in it."""
    return math.fsum([a[stem] * b[stem] for stem in a.keys() & b.keys()])


def _told(headline: Mapping[str, float], lead: Mapping[str, float]) -> float:
    """How much of a headline the other's lead tells."""
    return math.fsum([headline[stem] for stem in headline.keys() & lead.keys()])


def _overlap(left: Set[str], right: Set[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 0.5
