"""What the names of two sources have to do with each other: one body, one trade, one side, or what excludes it."""

from __future__ import annotations

from tawatur.languages.ar.gazetteer import seats
from tawatur.languages.ar.naming import Profile
from tawatur.languages.ar.offices import government_stems, stem
from tawatur.languages.ar.script import fold
from tawatur.languages.ar.spelling import is_arabic_name, same_name, same_word

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
MANNERS = (PUBLIC | OFFICIAL | {"report", "document", "journalist", "expert", "former", "acting", "concordant"}) - {
    "spokesman"
}
"""Roles of which many persons are holders at once."""


WIDE = frozenset({"government", "media", "local", "political"})
"""Sectors too wide to tell one body from another."""


PEOPLES = frozenset({"united_nations", "opposition", "kurdish"})
"""Sectors of one side or organisation, which need no country to be shared."""


ARMS = frozenset({"military", "security", "judicial", "diplomatic", "rescue"})
"""Sectors in which nobody but a state has bodies."""


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
    if _palace(p, q) or _palace(q, p) or _one_house(p, q):
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
    heads = p.roles & HEADS and "minister" not in p.roles
    houses = PALACE | {"_".join(seat) for seat in seats()}
    return bool(heads and p.countries & q.countries and q.bodies and q.bodies <= houses and not q.proper)


def _one_house(p: Profile, q: Profile) -> bool:
    """Whether both are the presidency or court of one state: "الرئاسة" and the palace by its name."""
    return bool(p.countries & q.countries and {p.head, q.head} <= PALACE and not (p.roles or q.roles))


def own_office(person: Profile, body: Profile) -> bool:
    """Whether a body, or who speaks for one, is called after a person: "مكتب" or "المتحدث باسم" and the family name."""
    family = {stem(word) for word in (*person.proper[:1], *person.proper[-1:]) if not is_arabic_name(word)}
    return bool(person.proper) and not body.proper and bool((family | {stem(person.proper[-1])}) & body.bodies)


def same_holder(p: Profile, q: Profile) -> bool:
    """Whether two names of persons share a word and an office that one person of a state holds: its president."""
    roles = (p.roles & AUTHORITY) - {"spokesman"}
    return bool(
        roles
        and roles == (q.roles & AUTHORITY) - {"spokesman"}
        and ("former" in p.roles) == ("former" in q.roles)
        and p.countries & q.countries
        and any(same_name(word, other) for word in p.proper for other in q.proper if len(word) > 2)
    )


def may_hold(office: Profile, holder: Profile) -> bool:
    """Whether an office told without its holder may be a person's: "نائب رئيس الوزراء", "نائب رئيس الحكومة، فلان"."""
    if office.proper or not holder.proper or ("former" in office.roles) != ("former" in holder.roles):
        return False
    mine, theirs = (p.roles - MANNERS - ({"minister"} if "president" in p.roles else set()) for p in (office, holder))
    bodies = (p.bodies - government_stems() - {"وزار"} for p in (office, holder))
    return bool(mine) and mine == theirs and compatible(office, holder) and _within(*bodies)


def _within(left: frozenset[str], right: frozenset[str]) -> bool:
    return left <= right or right <= left


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
    return bool((fields(p) & fields(q)) - WIDE) and not one_body(p, q)


def fields(p: Profile) -> frozenset[str]:
    """The sectors of a source; judges and prosecutors are of the judiciary whatever their court is called."""
    return p.sectors | ({"judicial"} if p.roles & JUDICIAL else set())


def tells_kind_only(p: Profile) -> bool:
    """Whether a name tells an office or a kind of body and not whose: "المحكمة", "المتحدث"."""
    return not (p.proper or p.countries) and len(p.bodies) <= 1 and len(p.roles) <= 1 and bool(p.bodies or p.roles)
