"""Ties of states, their bodies and their media."""

from __future__ import annotations

from collections.abc import Iterator

from tawatur.languages.ar.naming import Profile
from tawatur.languages.ar.offices import government_stems, sector_stems, stem
from tawatur.languages.ar.script import fold
from tawatur.languages.media import folded_name, voice_of
from tawatur.model import Reason
from tawatur.origins.affinity import ARMS, AUTHORITY, JUDICIAL, OFFICIAL, PEOPLES, SIDES, fields, one_sector
from tawatur.origins.evidence import Evidence
from tawatur.origins.roots import Root


def states(a: Root, b: Root) -> Iterator[Evidence]:
    """A country named for one of its bodies, a state's media and the state's bodies, two bodies of one sector."""
    names, p, q = (a.source.name, b.source.name), a.profile, b.profile
    if _of_party(*names) or _of_party(*reversed(names)):
        yield Evidence("tie_state_media", Reason("origins.tie_party_media", names))
    shared = p.countries & q.countries
    named = not any(root.unnamed and (root.profile.unnamed or not root.profile.bodies) for root in (a, b))
    untold = not (p.countries and q.countries)
    bare = all(x.state or x.roles & JUDICIAL for x in (p, q)) and bool(fields(p) & fields(q) & ARMS)
    same_words = bool((p.bodies & q.bodies) - government_stems() - {"وزار"})
    of_one = shared or (untold and (bare or same_words)) or p.sectors & q.sectors & PEOPLES
    if named and of_one and one_sector(p, q):
        yield Evidence("tie_same_sector", Reason("origins.tie_same_sector", names))
    side = p.sectors & q.sectors & SIDES
    if side and any(_whole_side(x) and y.roles & (AUTHORITY | OFFICIAL) for x, y in ((p, q), (q, p))):
        yield Evidence("tie_country", Reason("origins.tie_country", names))
    if not shared:
        yield from _untold(a, b, named=named)
        return
    whole = [root for root in (a, b) if root.whole]
    if whole:
        other = b if whole[0] is a else a
        spokes = other.profile.state or other.profile.country_only or other.profile.roles & (AUTHORITY | OFFICIAL)
        if spokes or is_state_media(other):
            yield Evidence("tie_country", Reason("origins.tie_country", names))
        return
    media = [is_state_media(root) for root in (a, b)]
    if all(media):
        yield Evidence("tie_country", Reason("origins.tie_state_media", names))
    elif any(media):
        other = b if media[0] else a
        if other.profile.state or other.profile.roles & (AUTHORITY | OFFICIAL):
            yield Evidence("tie_state_media", Reason("origins.tie_state_media", names))


def _of_party(medium: str, other: str) -> bool:
    """A movement's medium, and the movement: "قناة المسيرة" and "ميليشيا الحوثي"."""
    parties = voice_of(medium)
    return bool(parties) and any(f" {party} " in f" {folded_name(other)} " for party in parties)


def _untold(a: Root, b: Root, *, named: bool) -> Iterator[Evidence]:
    """The same where the two are not told to be of one state."""
    names, p, q = (a.source.name, b.source.name), a.profile, b.profile
    if p.countries and q.countries:
        return
    small = p if not p.countries else q
    wholes = small.plain_government or p.country_only or q.country_only
    if wholes and (p.state or p.country_only) and (q.state or q.country_only):
        yield Evidence("tie_vague", Reason("origins.tie_country", names))
    elif (named and (_speaks_for_state(p, q) or _speaks_for_state(q, p))) or _may_quote(a, b) or _may_quote(b, a):
        yield Evidence("tie_state_media", Reason("origins.tie_state_media", names))
    elif "media" in p.sectors & q.sectors and small.sectors == {"media"}:
        yield Evidence("tie_vague", Reason("origins.tie_state_media", names))


def _speaks_for_state(media: Profile, other: Profile) -> bool:
    """Official media of a state that is not told ("وسائل إعلام رسمية"), and somebody of a state."""
    official = {"media", "government"} <= media.sectors and not (media.countries or media.proper)
    return official and bool(other.state or other.roles & AUTHORITY)


def _may_quote(media: Root, other: Root) -> bool:
    """A state's media, and an unnamed official whose state is not told, as they like to quote: "مصدر عسكري"."""
    profile = other.profile
    unnamed = other.unnamed and not other.vague and not profile.countries
    return is_state_media(media) and unnamed and bool(profile.roles & OFFICIAL)


def _whole_side(profile: Profile) -> bool:
    """A side named as such: "الأكراد", "المعارضة"."""
    return not (profile.roles or profile.proper) and bool(profile.bodies) and profile.bodies <= sector_stems()


def is_state_media(root: Root) -> bool:
    """A state's news agency, or media told by nothing but their state: "التلفزيون الرسمي", "وسائل الإعلام السورية"."""
    profile = root.profile
    if root.source.kind == "agency":
        return bool(profile.countries)
    if "media" not in profile.sectors or root.source.kind == "person" or "journalist" in profile.roles:
        return False
    if "report" in profile.roles and stem(fold("وكالة")) not in profile.bodies:
        return False  # "أنباء" are reports, but "وكالة الأنباء" is an agency
    return bool(profile.countries) and profile.bodies <= sector_stems()
