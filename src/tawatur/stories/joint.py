"""Sources that stand for several at once: "روسيا وسوريا", "الشرطة والإسعاف", "سالم الراوي ومسؤولون سابقون"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tawatur.languages.ar.gazetteer import lands, nationalities
from tawatur.languages.ar.naming import Profile, is_known, read_name
from tawatur.languages.ar.offices import lookup
from tawatur.languages.ar.script import bare, fold, words
from tawatur.languages.ar.spelling import same_person
from tawatur.languages.lexicons import entries
from tawatur.languages.media import known_medium, name_of
from tawatur.model import Source, SourceKind

_IN = {"في", "من", "لدى", "عن"}
_AND = re.compile(r"\s*[,،]?\s+و(?=\S{3})|\s+بالإضافة إلى\s+")
_EACH = re.compile(r"كل\s+من\s+|كلا\s+من\s+|كلٍ\s+من\s+")


def parts_of(source: Source, sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources that a joint source stands for, known ones by their ids; empty for a single source.

    A name is taken apart only where every part is a source by itself: a country, a body of a known sector, an unnamed
    descriptor, or a source the story also names alone.
    """
    if source.kind in ("outlet", "agency", "post", "document") or "و" not in source.name:
        return ()
    names = split_names(source.name)
    if not 2 <= len(names) <= 6 or _does_something_to(names[0]) or _of_affairs(names[0]):
        return ()
    whole = read_name(source.name, source.kind == "person")
    found = list[Source]()
    for name in names:
        part = _part(name, source, sources, whole)
        if part is None:
            return ()
        found.append(part)
    if (source.kind == "person" and _one_person(names)) or _one_head(names):
        return ()
    return tuple(found) if len({part.id for part in found}) == len(found) else ()


def _does_something_to(first: str) -> bool:
    """Whether a list begins with a person and, right after the name, a country: "(أمهل) مرعي فرنسا وألمانيا".

    That is who did something and to whom, read as one list; the countries say nothing.
    """
    *name, last = first.split()
    person = read_name(" ".join(name), True)
    return bool(person.proper) and not (person.roles or person.countries or person.bodies) and (fold(last),) in lands()


def _of_affairs(first: str) -> bool:
    """Whether the first name goes on with what its office is for: "وكيل الوزارة لشؤون الزراعة والمياه"."""
    return any(fold(word).endswith("شوون") for word in first.split()[:-1])


def _one_person(names: list[str]) -> bool:
    """Whether what follows a person's name are only more offices: "سالم الراوي، وزير الداخلية وزعيم حزب الندى"."""
    first, *rest = (read_name(name, True) for name in names)
    if first.proper:
        return all(p.roles and not (p.proper or p.unnamed) for p in rest)
    # "السيناتور ورئيس اللجنة سالم الراوي": all offices stand before the one name.
    offices, last = (first, *rest[:-1]), rest[-1]
    if not last.proper or not last.roles or fold(names[-1]).startswith("نظير"):
        return False
    return all(
        p.roles
        and not (p.proper or p.unnamed)
        and not (p.countries and last.countries and p.countries.isdisjoint(last.countries))
        for p in offices
    )


def _one_head(names: list[str]) -> bool:
    """Whether what follows only goes on with an annex or an adjective of the first source.

    "اتحاد الإذاعة والتلفزيون", "مصادر عسكرية وطبية", "وسائل إعلام فرنسية وإسبانية".
    """
    first, *rest = ([word.strip('،,"«»()') for word in name.split()] for name in names)
    annex = len(first) > 1 and first[-1].startswith("ال") and not first[-2].startswith("ال")
    if annex and fold(first[-2]) not in _IN and all(len(words) == 1 and words[0].startswith("ال") for words in rest):
        return True
    adjective = first[-1].endswith("ية") and not first[-1].startswith("ال")
    return adjective and all(_tells_manner(words[0]) and all(w.endswith("ية") for w in words) for words in rest)


def _tells_manner(word: str) -> bool:
    """Whether a word only says of what kind or nation something is: "طبية", "إسبانية", but not "بلدية"."""
    known = lookup(fold(word))
    return fold(word) in nationalities() or (known is not None and known.sector is not None and not known.role)


def split_names(name: str) -> list[str]:
    """The name cut at each "و" that joins two sources; "وزارة" and "وكالة" begin with a letter of their own."""
    each = _EACH.match(name)
    cuts = [each.end() if each else 0]
    parts = list[str]()
    for match in _AND.finditer(name):
        after = name[match.end() :].split()[0].strip('،,"«»()')
        if match.group().endswith("و") and (is_known(fold("و" + after)) and not is_known(fold(after))):
            continue
        if not is_known(fold(after)) and match.group().endswith("و"):
            continue
        parts.append(name[cuts[-1] : match.start()].strip(" ،,"))
        cuts.append(match.end())
    return [part for part in (*parts, name[cuts[-1] :].strip(" ،,")) if part]


@cache
def _fields() -> frozenset[str]:
    return frozenset(bare(fold(form)) for entry in entries("ar", "fields") for form in entry["forms"])


def _qualifies(first: str) -> bool:
    """Whether a word only qualifies an office or a name, and begins no source."""
    known = lookup(first)
    return bool(known and known.title and not (known.role or known.sector or known.unnamed))


def _part(name: str, whole: Source, sources: Sequence[Source], read: Profile) -> Source | None:
    medium = known_medium(name)
    if medium and medium.startswith("agency:"):
        return Source(medium, "agency", name_of(medium) or name)
    profile = read_name(name, True)
    for other in sources:
        if other.id != whole.id and other.kind not in ("outlet", "agency", "post", "document"):
            theirs = read_name(other.name, other.kind == "person")
            if profile.proper and theirs.proper and same_person(profile.proper, theirs.proper):
                return other
            if not theirs.proper and (theirs.body, theirs.countries) == (profile.body, profile.countries):
                return other
    first = fold(name.split()[0].strip('"«»()'))
    if not (profile.country_only or len(profile.proper) >= 2 or is_known(first)):
        return None
    if _qualifies(first) or (bare(first) in _fields() and not profile.proper):
        return None  # "وكيل الوزارة للدبلوماسية والشؤون العامة، سالم الراوي", "هيئة المساءلة والعدالة"
    office = profile.roles and not profile.unnamed and not profile.proper and not profile.bodies
    sibling = profile.sectors and not profile.countries and read.countries and not profile.unnamed
    if office or (sibling and len(profile.bodies) == 1 and len(name.split()) == 1):
        return None  # "رئيس الوزراء وزير الدفاع", "الداخلية والدفاع السورية": one holder, or heads of one adjective
    kind: SourceKind = "person" if profile.proper else "anonymous" if profile.unnamed else "organisation"
    id = "src:" + "_".join(w.folded for w in words(name) if w.text[0].isalnum() and w.folded)
    return Source(id, kind, name, aliases=())
