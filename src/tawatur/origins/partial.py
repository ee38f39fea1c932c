"""Ties of names that tell less than they seem to: one person in two ways, an office, the authorities, a paper.

Of 66 claims of unseen stories that counted one origin as two, most were of these kinds (docs/origins.md). None of them
is enough to hold two sources for one, so each only lowers the lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.languages.ar.naming import Profile, is_known
from tawatur.languages.ar.script import bare, words
from tawatur.languages.ar.spelling import is_arabic_name
from tawatur.model import Reason
from tawatur.origins.affinity import ARMS, AUTHORITY, MANNERS, compatible
from tawatur.origins.evidence import Evidence
from tawatur.origins.roots import Root


def partial(a: Root, b: Root) -> Iterator[Evidence]:
    """At most one thing by which two sources may be one although their names differ."""
    for one, other in ((a, b), (b, a)):
        names = (one.source.name, other.source.name)
        if _named_in(one, other):
            yield Evidence("tie_partial", Reason("origins.tie_same_name", names))
        elif _described(one, other) or _authorities(one.profile, other.profile):
            yield Evidence("tie_partial", Reason("origins.tie_bare", names))
        elif one.source.kind == "document" and not _issued(one.profile):
            yield Evidence("tie_partial", Reason("origins.tie_document", names))
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
    """Whether a person told by a description ("الوزير الإسرائيلي") may be the one with a name."""
    p, q = one.profile, other.profile
    if one.source.kind not in ("person", "anonymous") or p.proper or not q.proper or not p.roles:
        return False
    mine, theirs = p.roles - MANNERS, q.roles - MANNERS
    definite = one.source.name.startswith("ال")
    return definite and compatible(p, q) and p.bodies <= q.bodies and not (mine and theirs and mine.isdisjoint(theirs))


def _authorities(p: Profile, q: Profile) -> bool:
    """Whether one is "the authorities" and the other a body or office of a state that may be meant by them."""
    of_state = q.state or q.sectors & (ARMS | {"government"}) or q.roles & AUTHORITY
    return p.plain_government and bool(of_state) and compatible(p, q)
