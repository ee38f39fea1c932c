"""Why, and how probably, two roots of one claim are one origin.

Each rule looks at one kind of evidence and gives a probability with its reason; rules combine by noisy-or. What tells
two sources apart (another country, another trade, one article that quotes both) lowers what rests on vagueness only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import prod

from tawatur.languages.ar.spelling import same_person
from tawatur.languages.media import family, folded_name
from tawatur.model import Reason, Tie
from tawatur.origins.affinity import (
    AUTHORITY,
    OFFICIAL,
    WIDE,
    belongs,
    compatible,
    one_body,
    one_says_more,
    own_office,
    same_walk,
    tells_kind_only,
)
from tawatur.origins.roots import Root
from tawatur.origins.states import is_state_media, states
from tawatur.origins.wording import SharedWording
from tawatur.settings import Settings

Evidence = tuple[float, Reason]


@dataclass(frozen=True, slots=True)
class Evidences:
    """What the rules look at besides the two roots."""

    settings: Settings
    wording: SharedWording
    relays: frozenset[tuple[str, str]]
    """Pairs `(relay, relayed)` that chains of this claim show."""
    agencies: dict[str, frozenset[str]]
    """For every source of the claim, the agencies that relay it."""
    titles: Mapping[str, int]
    """Where the headline of each article ends."""


def tie(a: Root, b: Root, seen: Evidences) -> Tie | None:
    """The tie between two roots of a claim, or None when nothing speaks for their being one."""
    evidence = list(_sure(a, b, seen)) or [*_known(a, b, seen), *_vague(a, b, seen)]
    if not evidence:
        return None
    probability = 1 - prod(1 - p for p, _ in evidence)
    return Tie(a.id, b.id, round(probability, 4), tuple(reason for _, reason in evidence))


def _sure(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """One outlet or agency says that it relays the other."""
    for relay, relayed in ((a, b), (b, a)):
        if (relay.id, relayed.id) in seen.relays:
            yield 1.0, Reason("origins.tie_relay", (relay.source.name, relayed.source.name))


def _known(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Evidence that holds whatever else tells the two apart."""
    s, names = seen.settings, (a.source.name, b.source.name)
    if a.source.kind == b.source.kind == "outlet":
        left, right = (family(root.id.partition(":")[2]) for root in (a, b))
        if left == right:
            yield s.tie_family, Reason("origins.tie_family", names)
    if a.unnamed and b.unnamed:
        return
    p, q = a.profile, b.profile
    if folded_name(a.source.name) == folded_name(b.source.name):
        yield s.tie_same_body, Reason("origins.tie_same_name", names)
        return
    if p.proper and q.proper and same_person(p.proper, q.proper):
        yield s.tie_same_body, Reason("origins.tie_same_name", names)
    elif one_body(p, q) and not (a.unnamed or b.unnamed):
        yield s.tie_same_body, Reason("origins.tie_same_body", names)
    elif own_office(p, q) or own_office(q, p):
        yield s.tie_same_body, Reason("origins.tie_own_office", names)
    elif belongs(p, q) or belongs(q, p):
        yield s.tie_vague, Reason("origins.tie_belongs", names)


def _vague(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Evidence that rests on what is not told."""
    s, names = seen.settings, (a.source.name, b.source.name)
    yield from _descriptors(a, b, seen)
    yield from states(a, b, s)
    yield from _wordings(a, b, seen)
    yield from _bare(a, b, seen)
    if a.vague != b.vague:
        yield s.tie_vague, Reason("origins.tie_vague", names if a.vague else names[::-1])
    elif a.source.kind == b.source.kind == "post" and not (a.profile.proper or b.profile.proper):
        yield s.tie_vague, Reason("origins.tie_posts", names)
    elif {a.source.kind, b.source.kind} == {"agency", "anonymous"}:
        yield s.tie_vague, Reason("origins.tie_agency_source", names if a.source.kind == "agency" else names[::-1])


def _bare(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """A source named by nothing but its office or kind of body: "المحكمة", "المتحدث", "الشركة" may be a fuller one."""
    if a.unnamed or b.unnamed or not compatible(a.profile, b.profile):
        return
    bare = [root for root in (a, b) if tells_kind_only(root.profile)]
    if not bare:
        return
    other = b if bare[0] is a else a
    p, q = bare[0].profile, other.profile
    alike = (p.roles & q.roles) or (p.bodies & q.bodies) or (p.sectors & q.sectors) - WIDE
    if alike or not (p.sectors - WIDE or q.proper):
        apart = 1.0 if alike or not _quoted_apart(a, b, seen.titles) else seen.settings.tie_quoted_apart
        yield seen.settings.tie_bare * apart, Reason("origins.tie_bare", (bare[0].source.name, other.source.name))


def _quoted_apart(a: Root, b: Root, titles: Mapping[str, int]) -> bool:
    """Whether the body of one article quotes both; a headline only sums up what is told below it."""
    left, right = ({m.article for m in r.members if m.content[1] > titles.get(m.article, 0)} for r in (a, b))
    return bool(left & right)


def _descriptors(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Unnamed sources: what their descriptors tell, and what a named one's name tells."""
    s, names, p, q = seen.settings, (a.source.name, b.source.name), a.profile, b.profile
    if not (a.unnamed or b.unnamed) or a.vague or b.vague or not compatible(p, q):
        return
    if a.unnamed and b.unnamed:
        if not same_walk(p, q):
            return
        probability = (
            s.tie_anonymous
            if (p.sectors, p.countries) == (q.sectors, q.countries) or one_says_more(p, q)
            else s.tie_vague
        )
        if {a.number, b.number} == {1, 2}:
            probability *= s.tie_other_number
        left, right = seen.agencies.get(a.id, frozenset()), seen.agencies.get(b.id, frozenset())
        if left and right and left.isdisjoint(right):
            probability *= s.tie_other_relay
        yield probability, Reason("origins.tie_anonymous", names)
        return
    unnamed, named = (p, q) if a.unnamed else (q, p)
    if (one_body(p, q) and (unnamed.sectors - WIDE or len(unnamed.bodies) > 1)) or (
        unnamed.bodies and unnamed.bodies == named.bodies and unnamed.countries & named.countries
    ):
        yield s.tie_same_body, Reason("origins.tie_same_body", names)
    elif (unnamed.sectors & named.sectors) - WIDE and unnamed.roles & OFFICIAL | (unnamed.roles & {"medic"}):
        # An article that quotes both tells them apart, unless the named one is a bare "الشرطة" of a lead.
        apart = _quoted_apart(a, b, seen.titles) and (bool(named.countries or named.proper) or len(named.bodies) > 1)
        yield s.tie_anonymous_named * (s.tie_quoted_apart if apart else 1), Reason("origins.tie_anonymous_named", names)
    elif unnamed.roles & named.roles - {"source"}:
        yield s.tie_anonymous_named, Reason("origins.tie_anonymous_named", names)
    elif (
        not unnamed.sectors - WIDE
        and unnamed.roles & OFFICIAL
        and (named.state or named.roles & AUTHORITY)
        and unnamed.countries & named.countries
    ) or (unnamed.state and named.bodies == {"وزار"}):
        yield s.tie_vague, Reason("origins.tie_anonymous_named", names)


def _wordings(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Statements of the two in different articles that share their wording."""
    s = seen.settings
    for left in a.members:
        for right in b.members:
            if seen.wording.between(left, right):
                unnamed = a.unnamed or b.unnamed
                yield (
                    s.tie_wording_unnamed if unnamed else s.tie_wording_named,
                    Reason("origins.tie_wording", (a.source.name, b.source.name, left.id, right.id)),
                )
                return


def loosen(roots: Iterable[Root], ties: list[Tie], settings: Settings) -> list[Tie]:
    """Let a root that tells little of itself stand for one other root only.

    An unnamed source, a country or a state's media may be each of two sources that are known to be different, but not
    both; its weak ties stay with the likeliest of them, so it never joins the two.
    """
    kept = list(ties)
    for root in roots:
        if not (
            root.unnamed
            or root.profile.country_only
            or root.source.kind in ("agency", "outlet")
            or is_state_media(root)
        ):
            continue
        mine = sorted(
            (t for t in kept if root.id in (t.a, t.b) and t.probability >= settings.weak_tie),
            key=lambda t: -t.probability,
        )
        if len(mine) < 2 or mine[0].probability == 1.0:
            continue
        best = _other(mine[0], root.id)
        for t in mine[1:]:
            other = _other(t, root.id)
            if not any({best, other} == {k.a, k.b} and k.probability >= settings.weak_tie for k in kept):
                kept.remove(t)
    return kept


def _other(t: Tie, id: str) -> str:
    return t.b if t.a == id else t.a
