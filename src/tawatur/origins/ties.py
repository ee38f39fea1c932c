"""Why, and how probably, two roots of one claim are one origin.

Each rule looks at one kind of evidence and gives it with its reason; `Settings` tells how much each weighs, and they
combine by noisy-or. What tells two sources apart (another country, another trade, one article that quotes both) lowers
what rests on vagueness only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import prod

from tawatur.languages.ar.spelling import same_person
from tawatur.languages.media import family, folded_name
from tawatur.model import Reason, Tie
from tawatur.origins.affinity import (
    WIDE,
    belongs,
    compatible,
    may_hold,
    one_body,
    own_office,
    same_holder,
    tells_kind_only,
)
from tawatur.origins.descriptors import descriptors
from tawatur.origins.evidence import RELAY, Evidence, Evidences, quoted_apart
from tawatur.origins.partial import partial
from tawatur.origins.roots import Root
from tawatur.origins.states import is_state_media, states
from tawatur.settings import Settings


def tie(a: Root, b: Root, seen: Evidences) -> Tie | None:
    """The tie between two roots of a claim, or None when nothing speaks for their being one."""
    found = evidence(a, b, seen)
    if not found:
        return None
    return Tie(a.id, b.id, round(_together(found, seen.settings), 4), tuple(e.reason for e in found))


def evidence(a: Root, b: Root, seen: Evidences) -> list[Evidence]:
    """All that speaks for two roots of a claim being one origin; a relay that is named needs nothing beside it.

    What names have in common only in part is asked where nothing else ties the two.
    """
    found = list(_sure(a, b, seen)) or [*_known(a, b), *_vague(a, b, seen)]
    return found if _together(found, seen.settings) >= seen.settings.weak_tie else [*found, *partial(a, b, seen.titles)]


def _together(found: Sequence[Evidence], settings: Settings) -> float:
    return 1 - prod(1 - e.probability(settings) for e in found)


def _sure(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """One outlet or agency says that it relays the other."""
    for relay, relayed in ((a, b), (b, a)):
        if (relay.id, relayed.id) in seen.relays:
            yield Evidence(RELAY, Reason("origins.tie_relay", (relay.source.name, relayed.source.name)))


def _known(a: Root, b: Root) -> Iterator[Evidence]:
    """Evidence that holds whatever else tells the two apart."""
    names = (a.source.name, b.source.name)
    if a.source.kind == b.source.kind == "outlet":
        left, right = (family(root.id.partition(":")[2]) for root in (a, b))
        if left == right:
            yield Evidence("tie_family", Reason("origins.tie_family", names))
    if (a.unnamed and b.unnamed) or _two_media(a, b):
        return
    p, q = a.profile, b.profile
    same_name = folded_name(a.source.name) == folded_name(b.source.name)
    if same_name or same_holder(p, q) or (p.proper and q.proper and same_person(p.proper, q.proper)):
        yield Evidence("tie_same_body", Reason("origins.tie_same_name", names))
    elif one_body(p, q) and not (a.unnamed or b.unnamed):
        yield Evidence("tie_same_body", Reason("origins.tie_same_body", names))
    elif own_office(p, q) or own_office(q, p):
        yield Evidence("tie_same_body", Reason("origins.tie_own_office", names))
    elif belongs(p, q) or belongs(q, p):
        yield Evidence("tie_vague", Reason("origins.tie_belongs", names))


def _two_media(a: Root, b: Root) -> bool:
    """Whether both are media that the lexicons know, whose names tell them apart: "العربية" and "بي بي سي عربي"."""
    return {a.source.kind, b.source.kind} <= {"outlet", "agency"}


def _vague(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Evidence that rests on what is not told."""
    names = (a.source.name, b.source.name)
    yield from descriptors(a, b, seen)
    yield from states(a, b)
    yield from _wordings(a, b, seen)
    yield from _bare(a, b, seen)
    if a.vague and b.vague:
        apart = seen.settings.tie_quoted_apart if quoted_apart(a, b, seen.titles) else 1.0
        yield Evidence("tie_anonymous", Reason("origins.tie_anonymous", names), apart)
    elif a.vague or b.vague:
        several = a.concordant if a.vague else b.concordant
        factor = seen.settings.tie_other_number if several else 1.0
        yield Evidence("tie_vague", Reason("origins.tie_vague", names if a.vague else names[::-1]), factor)
    elif a.source.kind == b.source.kind == "post" and not (a.profile.proper or b.profile.proper):
        yield Evidence("tie_vague", Reason("origins.tie_posts", names))
    elif {a.source.kind, b.source.kind} == {"agency", "anonymous"}:
        agency_first = names if a.source.kind == "agency" else names[::-1]
        yield Evidence("tie_vague", Reason("origins.tie_agency_source", agency_first))


def _bare(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """A source named by nothing but its office or kind of body: "المحكمة", "المتحدث", "الشركة" may be a fuller one."""
    if a.unnamed or b.unnamed or _two_media(a, b) or not compatible(a.profile, b.profile):
        return
    bare = [root for root in (a, b) if tells_kind_only(root.profile)]
    offices = [x for x, y in ((a, b), (b, a)) if may_hold(x.profile, y.profile)]
    if offices and not one_body(a.profile, b.profile):
        holder = b if offices[0] is a else a
        yield Evidence("tie_bare", Reason("origins.tie_bare", (offices[0].source.name, holder.source.name)))
        return
    if not bare:
        return
    other = b if bare[0] is a else a
    p, q = bare[0].profile, other.profile
    minister = "minister" in q.roles and p.bodies == {"وزار"}
    alike = minister or (p.roles & q.roles) or (p.bodies & q.bodies) or (p.sectors & q.sectors) - WIDE
    if alike or not (p.sectors - WIDE or q.proper):
        apart = not alike and quoted_apart(a, b, seen.titles)
        why = Reason("origins.tie_bare", (bare[0].source.name, other.source.name))
        yield Evidence("tie_bare", why, seen.settings.tie_quoted_apart if apart else 1.0)


def _wordings(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Statements of the two in different articles that share their wording."""
    for left in a.members:
        for right in b.members:
            if seen.wording.between(left, right):
                kind = "tie_wording_unnamed" if a.unnamed or b.unnamed else "tie_wording_named"
                names = (a.source.name, b.source.name, left.id, right.id)
                yield Evidence(kind, Reason("origins.tie_wording", names))
                return
    yield from _quotation(a, b, seen)


def _quotation(a: Root, b: Root, seen: Evidences) -> Iterator[Evidence]:
    """Direct speech in much the same words: one person's, named in two ways or misread once."""
    for left in a.members:
        for right in b.members:
            if seen.wording.one_quotation(left, right):
                apart = seen.settings.tie_quoted_apart if quoted_apart(a, b, seen.titles) else 1.0
                names = (a.source.name, b.source.name, left.id, right.id)
                yield Evidence("tie_quotation", Reason("origins.tie_quotation", names), apart)
                return


def loosen(roots: Sequence[Root], ties: list[Tie], settings: Settings) -> list[Tie]:
    """Let a root that tells little of itself stand for one other root only.

    An unnamed source, a country or a state's media may be each of two sources that are known to be different, but not
    both; its weak ties stay with the likeliest of them, so it never joins the two. Nor does any other source join two
    of different states by weak ties.
    """
    kept = list(ties)
    # A source of which nothing is told is known to differ from nobody.
    open_ = {root.id for root in roots if root.vague}
    lands = {root.id: root.profile.countries for root in roots}
    for root in roots:
        little = root.unnamed or root.whole or root.source.kind in ("agency", "outlet") or is_state_media(root)
        mine = sorted(
            (
                t
                for t in kept
                if root.id in (t.a, t.b) and t.probability >= settings.weak_tie and _other(t, root.id) not in open_
            ),
            key=lambda t: -t.probability,
        )
        if len(mine) < 2 or mine[0].probability == 1.0:
            continue
        best = _other(mine[0], root.id)
        for t in mine[1:]:
            other = _other(t, root.id)
            joined = any({best, other} == {k.a, k.b} and k.probability >= settings.weak_tie for k in kept)
            if not joined and (little or (t.probability < settings.strong_tie and _of_two_states(lands, best, other))):
                kept.remove(t)
    return kept


def _of_two_states(lands: Mapping[str, frozenset[str]], a: str, b: str) -> bool:
    return bool(lands.get(a) and lands.get(b)) and lands[a].isdisjoint(lands[b])


def _other(t: Tie, id: str) -> str:
    return t.b if t.a == id else t.a
