"""Two articles compared: what they have in common, the score that comes of it, and what speaks for and against.

The score is the logarithm of the odds that both report one happening, a logistic regression over few kinds of evidence.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set
from dataclasses import fields, replace

from tawatur.grouping.records import Evidence, Traits
from tawatur.grouping.settings import GroupSettings, Weights
from tawatur.model import Reason

_SHOWN = 5


def compare(a: Traits, b: Traits, settings: GroupSettings) -> Evidence:
    """The evidence of two articles, the same whichever comes first."""
    shared_days = bool(a.days and b.days)
    phrases = math.fsum(_common(a.phrases, b.phrases))
    found = Evidence(
        whole=_product(a.whole, b.whole),
        lead=_product(a.lead, b.lead),
        phrases=math.log1p(phrases),
        places=_overlap(a.places.keys(), b.places.keys()),
        numbers=len(a.numbers & b.numbers) / (1 + min(len(a.numbers), len(b.numbers))),
        days=(1.0 if a.days & b.days else -1.0) if shared_days else 0.0,
        same_outlet=float(a.outlet == b.outlet),
        question=float(a.question or b.question),
        gap=abs(a.hour - b.hour) / 24,
        copied=len(a.prints & b.prints) / max(1, min(len(a.prints), len(b.prints))),
        score=0.0,
    )
    return _scored(found, settings)


KINDS = tuple(field.name for field in fields(Weights) if field.name != "constant")
"""The kinds of evidence that are weighed, in the order of `Weights`."""


def _scored(found: Evidence, settings: GroupSettings) -> Evidence:
    if found.copied >= settings.copied:
        return replace(found, score=settings.ceiling)
    weights = settings.weights
    score = weights.constant + sum(getattr(weights, kind) * getattr(found, kind) for kind in KINDS)
    return replace(found, score=max(settings.absent, min(settings.ceiling, score)))


def apart(a: Traits, b: Traits, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles that are alike stay apart, then what speaks for one happening."""
    unlike = Reason("grouping.little" if found.score < settings.join else "grouping.others_unlike")
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
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[stem] for stem, weight in a.items() if stem in b)


def _common(a: Mapping[str, float], b: Mapping[str, float]) -> list[float]:
    """Phrases of both, with the lesser weight: they were weighed at two moments."""
    if len(b) < len(a):
        a, b = b, a
    return [min(weight, b[phrase]) for phrase, weight in a.items() if phrase in b]


def _overlap(left: Set[str], right: Set[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 0.5
