"""What the names of two sources have to do with each other: one body, one trade, one side, or what excludes it."""

from __future__ import annotations

from tawatur.languages.ar.naming import Profile
from tawatur.languages.ar.offices import stem
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.spelling import same_word

PUBLIC = frozenset({"witness", "individual", "activist"})


OFFICIAL = frozenset(
    {"source", "official", "diplomat", "commander", "soldier", "spokesman", "representative", "member"}
)


AUTHORITY = frozenset(
    {"president", "minister", "monarch", "spokesman", "deputy", "secretary", "ambassador", "envoy", "leader"}
)


JUDICIAL = frozenset({"judge", "prosecutor"})


HEADS = frozenset({"president", "monarch"})


PALACE = frozenset(map(stem, map(fold, ("رئاسة", "مكتب", "قصر", "ديوان", "رئاسي", "ملكي"))))


WIDE = frozenset({"government", "media", "local", "political"})
"""Sectors too wide to tell one body from another."""


PEOPLES = frozenset({"united_nations", "opposition", "kurdish"})
"""Sectors of one side or organisation, which need no country to be shared."""


SIDES = frozenset({"opposition", "kurdish"})
"""Sides of a conflict that are named as a whole and speak through their officials."""


def compatible(p: Profile, q: Profile) -> bool:
    """Whether no country and no sector tells two profiles apart."""
    if p.countries and q.countries and p.countries.isdisjoint(q.countries):
        return False
    left, right = p.sectors - WIDE, q.sectors - WIDE
    return not (left and right and left.isdisjoint(right))


def one_body(p: Profile, q: Profile) -> bool:
    """Whether two names are of one body: itself, its head, its spokesman."""
    if p.countries and q.countries and p.countries.isdisjoint(q.countries):
        return False
    if p.country_only or q.country_only:
        return False
    if _palace(p, q) or _palace(q, p):
        return True
    small, large = (p.bodies, q.bodies) if len(p.bodies) <= len(q.bodies) else (q.bodies, p.bodies)
    if small:
        return all(any(same_word(word, other) for other in large) for word in small)
    return bool(
        p.countries & q.countries
        and not p.bodies
        and not q.bodies
        and (p.roles & q.roles & AUTHORITY)
        and not (p.proper and q.proper)
    )


def _palace(p: Profile, q: Profile) -> bool:
    """Whether one is a head of state or who speaks for one, and the other that state's presidency or court."""
    return bool(p.roles & HEADS and p.countries & q.countries and q.bodies and q.bodies <= PALACE and not q.proper)


def own_office(person: Profile, body: Profile) -> bool:
    """Whether a body is called after a person: "مكتب" or "إدارة" and the name."""
    return bool(person.proper) and not body.proper and stem(person.proper[-1]) in body.bodies


def belongs(person: Profile, body: Profile) -> bool:
    """Whether a person's title names a body by its first word only: "مديرة الأبحاث في المنظمة"."""
    if person.countries and body.countries and person.countries.isdisjoint(body.countries):
        return False
    return bool(
        person.proper
        and person.roles
        and not body.proper
        and len(body.bodies) > 1
        and body.head in person.bodies - {"وزار"}
    )


def same_walk(p: Profile, q: Profile) -> bool:
    """Whether two unnamed descriptors can be of one walk of life: the public, officials, the same trade."""
    left, right = p.roles - {"report"}, q.roles - {"report"}
    if not left or not right:
        return bool(p.sectors & q.sectors)
    if left & right:
        return True
    return bool(left <= PUBLIC and right <= PUBLIC) or bool(left & OFFICIAL and right & OFFICIAL)


def one_says_more(p: Profile, q: Profile) -> bool:
    """Whether the descriptor of one holds all that the other's tells."""
    return (p.sectors <= q.sectors and p.countries <= q.countries) or (
        q.sectors <= p.sectors and q.countries <= p.countries
    )


def one_sector(p: Profile, q: Profile) -> bool:
    """Whether two bodies, neither part of the other, work in one sector of one state or organisation."""
    left, right = (x.sectors | ({"judicial"} if x.roles & JUDICIAL else set()) for x in (p, q))
    return bool((left & right) - WIDE) and not one_body(p, q)


def tells_kind_only(p: Profile) -> bool:
    """Whether a name tells an office or a kind of body and not whose: "المحكمة", "المتحدث"."""
    return not (p.proper or p.countries) and len(p.bodies) <= 1 and len(p.roles) <= 1 and bool(p.bodies or p.roles)
