"""Ties of names that tell less than they seem to: one person in two ways, an office, the authorities, a paper.

Of 66 claims of unseen stories that counted one origin as two, most were of these kinds (docs/origins.md). None of them
is enough to hold two sources for one, so each only lowers the lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawatur.languages.ar.naming import Profile, is_known
from tawatur.languages.ar.offices import sector_stems, stem
from tawatur.languages.ar.script import bare, words
from tawatur.languages.ar.spelling import is_arabic_name
from tawatur.model import Reason
from tawatur.origins.affinity import ARMS, AUTHORITY, MANNERS, OFFICIAL, WIDE, compatible
from tawatur.origins.evidence import Evidence, quoted_apart
from tawatur.origins.names import share_name
from tawatur.origins.roots import Root
from tawatur.origins.states import is_state_media


def partial(a: Root, b: Root, titles: Mapping[str, int]) -> Iterator[Evidence]:
    """At most one thing by which two sources may be one although their names differ; `titles`: where headlines end."""
    told_apart = quoted_apart(a, b, titles)
    for one, other in ((a, b), (b, a)):
        names = (one.source.name, other.source.name)
        if _named_in(one, other) or _share_name(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_same_name", names))
        elif _described(one, other) or _authorities(one.profile, other.profile) or _speaks_for_any(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_bare", names))
        elif _paper(one) and not _issued(one.profile):
            yield Evidence("tie_partial", Reason("origins.tie_document", names))
        elif _official(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_anonymous_named", names))
        elif one.unnamed and other.unnamed and _one_trade(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_anonymous", names))
        elif not told_apart and _of_one_country(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_country", names))
        elif _media(one, other) or _may_tell(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_state_media", names))
        else:
            continue
        return


def _issued(document: Profile) -> bool:
    """Whether a paper's name tells whose it is: "بيان للوزارة"."""
    return bool(document.proper or document.countries or document.sectors)


def _named_in(person: Root, other: Root) -> bool:
    """Whether a rare word of a person's name stands in the other's: "وأوضح جيمس شو", "السيد شو".

    Given names are shared by many; that one rare name is of two people of a story is seldom.
    """
    rare = {w for w in person.profile.proper if len(w) >= 3 and not is_arabic_name(w) and not is_known(w)}
    if not rare or other.source.kind in ("outlet", "agency"):
        return False
    every = (other.source.name, *other.source.aliases)
    return not rare.isdisjoint(bare(word.folded) for name in every for word in words(name))


def _described(one: Root, other: Root) -> bool:
    """Whether a person told by an office or description may be the one with a name.

    "الوزير الإسرائيلي", "مدرب نادي الندى", and an indefinite "ناطق عسكري" where the other is told by the same office.
    """
    p, q = one.profile, other.profile
    if one.source.kind not in ("person", "anonymous") or _own_name(p) or not _own_name(q) or not p.roles:
        return False
    mine, theirs = p.roles - MANNERS, q.roles - MANNERS
    if mine and theirs and mine.isdisjoint(theirs):
        return False
    definite = one.source.name.startswith("ال") or bool(mine)
    bodies = p.bodies - sector_stems()
    return definite and compatible(p, q) and (bodies <= q.bodies or not q.bodies)


def _own_name(p: Profile) -> tuple[str, ...]:
    """The words of a person's own name; two words after an indefinite office are what it is an office of."""
    of_body = len(p.proper) <= 2 and p.roles and {stem(word) for word in p.proper} <= p.bodies
    return () if of_body else p.proper


def _authorities(p: Profile, q: Profile) -> bool:
    """Whether one is "the authorities" and the other a body or office of a state that may be meant by them."""
    of_state = q.state or q.sectors & (ARMS | {"government"}) or q.roles & AUTHORITY
    return p.plain_government and bool(of_state) and compatible(p, q)


def _share_name(one: Root, other: Root) -> bool:
    """Whether two names agree in their own words; known media are told apart by their whole names.

    What an unnamed source shares with a named one is where both are, not who they are.
    """
    kinds = {one.source.kind, other.source.kind}
    if not kinds.isdisjoint(("outlet", "agency")) or one.unnamed != other.unnamed:
        return False
    return share_name(one.source, other.source)


def _speaks_for_any(one: Root, other: Root) -> bool:
    """Whether one is a spokesman of whom it is not told for whom he speaks, and the other may be whom he speaks for."""
    p, q = one.profile, other.profile
    untold = p.proper and p.roles == {"spokesman"} and not (p.bodies or p.countries or p.sectors)
    return bool(untold and (q.state or q.roles & AUTHORITY))


def _paper(one: Root) -> bool:
    return one.source.kind == "document" or (one.profile.roles == {"document"} and one.source.kind != "person")


def _official(one: Root, other: Root) -> bool:
    """Whether one is an unnamed official and the other one with a name and office: leads describe, texts name."""
    p, q = one.profile, other.profile
    if not one.unnamed or other.unnamed or "source" in p.roles or not p.roles & OFFICIAL or not compatible(p, q):
        return False
    return bool(q.proper and (q.state or q.roles & AUTHORITY)) or bool(q.state and p.countries and not q.countries)


def _of_one_country(one: Root, other: Root) -> bool:
    """Whether one is a country as such and the other a body of it: a federation that bids in its name."""
    p, q = one.profile, other.profile
    return p.country_only and bool(p.countries & q.countries) and other.source.kind == "organisation"


def _media(one: Root, other: Root) -> bool:
    """Whether one is media or reports told by no more than a country, and the other media that may be meant."""
    p, q = one.profile, other.profile
    untold = "media" in p.sectors and not p.proper and p.bodies <= sector_stems()
    lands = not (p.countries and q.countries) or p.countries & q.countries
    return untold and bool(lands) and "media" in q.sectors


def _may_tell(media: Root, other: Root) -> bool:
    """A state's media, and a body of a state that is not told: "السلطات المحلية"."""
    p = other.profile
    return (
        is_state_media(media)
        and p.state
        and p.sectors <= {"government", "local"}
        and not p.countries
        and p.roles <= {"document"}
    )


def _one_trade(one: Root, other: Root) -> bool:
    """Whether two unnamed sources are of one trade or organisation, whatever they are there."""
    p, q = one.profile, other.profile
    return bool((p.sectors & q.sectors) - WIDE) and compatible(p, q)
