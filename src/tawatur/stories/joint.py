"""Sources that stand for several at once: "روسيا وسوريا", "الشرطة والإسعاف", "سالم الراوي ومسؤولون سابقون"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.languages.ar.script import words
from tawatur.model import Source, SourceKind
from tawatur.stories.naming import Profile, read_name, same_person

_SPLIT = re.compile(r"(?:\s*[,،]\s*|\s+)و(?=\S{3})|\s*[,،]\s*(?=\S)|\s+بالإضافة إلى\s+|\s+و\s+")


def parts_of(source: Source, sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources that a joint source stands for, known ones by their ids; empty for a single source.

    A name is taken apart only where every part is a source by itself: a country, a body of a known sector, an unnamed
    descriptor, or a source the story also names alone.
    """
    if source.kind in ("outlet", "agency", "post", "document") or "و" not in source.name:
        return ()
    names = [part.strip(" ،,") for part in _SPLIT.split(source.name) if part.strip(" ،,")]
    if not 2 <= len(names) <= 6:
        return ()
    whole = read_name(source.name, source.kind == "person")
    found = list[Source]()
    for name in names:
        part = _part(name, source, sources, whole)
        if part is None:
            return ()
        found.append(part)
    return tuple(found) if len({part.id for part in found}) == len(found) else ()


def _part(name: str, whole: Source, sources: Sequence[Source], read: Profile) -> Source | None:
    profile = read_name(name, whole.kind == "person")
    for other in sources:
        if other.id != whole.id and other.kind not in ("outlet", "agency", "post", "document"):
            theirs = read_name(other.name, other.kind == "person")
            if profile.proper and theirs.proper and same_person(profile.proper, theirs.proper):
                return other
            if not theirs.proper and (theirs.body, theirs.countries) == (profile.body, profile.countries):
                return other
    alone = profile.country_only or (profile.head and (profile.sectors or profile.unnamed or len(profile.proper) >= 2))
    if not alone or (profile.roles and not profile.unnamed and not profile.bodies):
        return None
    if (
        profile.sectors
        and not profile.countries
        and read.countries
        and not profile.unnamed
        and len(profile.bodies) == 1
    ):
        return None  # "وزارتا الخارجية والدفاع السوريتان" is told apart by the statements room, or not at all
    kind: SourceKind = "anonymous" if profile.unnamed else "person" if profile.proper else "organisation"
    id = "src:" + "_".join(w.folded for w in words(name) if w.text[0].isalnum() and w.folded)
    return Source(id, kind, name, aliases=())
