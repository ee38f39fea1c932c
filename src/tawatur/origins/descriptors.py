"""Ties of unnamed sources: what their descriptors tell, and what a named one's name tells."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.model import Reason
from tawatur.origins.affinity import AUTHORITY, OFFICIAL, PUBLIC, WIDE, compatible, one_body, one_says_more, same_walk
from tawatur.origins.evidence import Evidence, Evidences, quoted_apart
from tawatur.origins.roots import Root


def descriptors(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Two unnamed sources of one walk of life; an unnamed source and a named one that its descriptor fits."""
    if not (a.unnamed or b.unnamed) or a.vague or b.vague or not compatible(a.profile, b.profile):
        return
    names = (a.source.name, b.source.name)
    if a.unnamed and b.unnamed:
        yield from _both_unnamed(a, b, names, seen)
    else:
        yield from _one_unnamed(a, b, names, seen)


def _both_unnamed(a: Root, b: Root, names: tuple[str, str], seen: Evidences) -> Iterator[Evidence]:
    s, p, q = seen.settings, a.profile, b.profile
    if not same_walk(p, q):
        return
    agree = (p.sectors, p.countries) == (q.sectors, q.countries) or one_says_more(p, q)
    others = {a.number, b.number} == {1, 2} or a.concordant != b.concordant
    factor = s.tie_other_number if others else 1.0
    left, right = seen.told_to.get(a.id, frozenset()), seen.told_to.get(b.id, frozenset())
    if left and right and left.isdisjoint(right):
        factor *= s.tie_other_relay
    yield Evidence("tie_anonymous" if agree else "tie_vague", Reason("origins.tie_anonymous", names), factor)


def _one_unnamed(a: Root, b: Root, names: tuple[str, str], seen: Evidences) -> Iterator[Evidence]:
    p, q = a.profile, b.profile
    unnamed, named = (p, q) if a.unnamed else (q, p)
    why = Reason("origins.tie_anonymous_named", names)
    if (one_body(p, q) and (unnamed.sectors - WIDE or len(unnamed.bodies) > 1)) or (
        unnamed.bodies and unnamed.bodies == named.bodies and unnamed.countries & named.countries
    ):
        yield Evidence("tie_same_body", Reason("origins.tie_same_body", names))
    elif (unnamed.sectors & named.sectors) - WIDE and unnamed.roles & OFFICIAL | (unnamed.roles & {"medic"}):
        # An article that quotes both tells them apart, unless the named one is a bare "الشرطة" of a lead.
        apart = quoted_apart(a, b, seen.titles) and (bool(named.countries or named.proper) or len(named.bodies) > 1)
        yield Evidence("tie_anonymous_named", why, seen.settings.tie_quoted_apart if apart else 1.0)
    elif unnamed.roles & named.roles - {"source"} - PUBLIC:
        yield Evidence("tie_anonymous_named", why)
    elif (
        not unnamed.sectors - WIDE
        and unnamed.roles & OFFICIAL
        and (named.state or named.roles & AUTHORITY)
        and unnamed.countries & named.countries
    ) or (unnamed.state and named.bodies == {"وزار"}):
        yield Evidence("tie_vague", why)
    elif (
        unnamed.roles & OFFICIAL
        and not (unnamed.sectors or unnamed.countries or unnamed.bodies)
        and (named.state or named.country_only or named.roles & AUTHORITY)
    ):
        yield Evidence("tie_vague", why, seen.settings.tie_quoted_apart if quoted_apart(a, b, seen.titles) else 1.0)
