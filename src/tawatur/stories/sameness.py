"""Whether two readings of names can be of one source: an office and its holder, two names of a body."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.naming import Profile, read_name
from tawatur.languages.ar.spelling import same_word
from tawatur.model import Speaker


def profile_of(speaker: Speaker) -> Profile:
    """What all the names of a speaker tell together; the fullest name decides where they differ."""
    return merged([read_name(name, speaker.kind == "person") for name in speaker.names])


def merged(profiles: Sequence[Profile]) -> Profile:
    """One profile for several names of one source."""
    if len(profiles) == 1:
        return profiles[0]
    proper = max((p.proper for p in profiles), key=len, default=())
    return Profile(
        frozenset().union(*(p.roles for p in profiles)),
        frozenset().union(*(p.sectors for p in profiles)),
        frozenset().union(*(p.countries for p in profiles)),
        proper,
        frozenset().union(*(p.body for p in profiles)),
        frozenset().union(*(p.bodies for p in profiles)),
        next((p.head for p in profiles if p.head), ""),
        all(p.unnamed for p in profiles),
        any(p.state for p in profiles),
    )


def office_of(office: Profile, holder: Profile) -> bool:
    """Whether a nameless office ("رئيس وزراء العراق") is that of a person named with it."""
    if not office.roles or ("former" in office.roles) != ("former" in holder.roles):
        return False
    if office.countries and holder.countries and office.countries.isdisjoint(holder.countries):
        return False
    telling = bool(office.countries or office.bodies)
    return (
        telling
        and office.roles <= holder.roles
        and office.bodies <= holder.bodies
        and (not office.countries or bool(office.countries & holder.countries) or bool(office.bodies))
    )


def same_office(a: Profile, b: Profile) -> bool:
    """Whether two nameless offices are one."""
    if a.countries and b.countries and a.countries.isdisjoint(b.countries):
        return False
    small, large = (a, b) if len(a.body) <= len(b.body) else (b, a)
    return (
        bool(small.roles)
        and small.roles <= large.roles
        and small.bodies <= large.bodies
        and bool(small.bodies or (small.countries & large.countries) or not large.bodies)
    )


def same_body(a: Profile, b: Profile) -> bool:
    """Whether two names name one body: the words of the shorter are in the longer, and it begins with the same word."""
    if a.countries and b.countries and a.countries.isdisjoint(b.countries):
        return False
    if a.country_only or b.country_only:
        return a.country_only and b.country_only and a.countries == b.countries
    small, large = (a, b) if len(a.bodies) + len(a.countries) <= len(b.bodies) + len(b.countries) else (b, a)
    if not small.bodies or not all(any(same_word(w, other) for other in large.bodies) for w in small.bodies):
        return False
    return small.head == large.head or (len(small.bodies) >= 2 and large.head in small.bodies)
