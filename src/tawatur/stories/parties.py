"""Which sources take part in the event or dispute themselves.

Whoever is named and speaks in a story is taken for a party to it, but for two groups. Media never are, nor the unnamed
unless they speak from inside a state or a side ("مسؤول سعودي كبير", "مصدر عسكري"). Those whose trade is to look after
or to observe (medical, rescue, humanitarian and weather services, experts, witnesses) are only when others, or the
outlets in their own voice, make them the matter: their own name, or their body together with its country, stands in the
content of statements that are not theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from tawatur.languages.ar.gazetteer import country_of
from tawatur.languages.ar.naming import read_name
from tawatur.languages.ar.offices import stem
from tawatur.languages.ar.script import bare, words_of
from tawatur.model import Account, Source

NEVER = ("outlet", "agency", "anonymous", "document", "post")
OBSERVERS = frozenset({"medical", "rescue", "humanitarian", "united_nations", "weather", "media"})
ONLOOKERS = frozenset({"expert", "witness", "journalist", "medic", "individual"})
RULERS = frozenset({"president", "minister", "monarch"})
INSIDERS = frozenset({"source", "official", "diplomat", "commander", "soldier", "deputy", "adviser", "lawyer"})
ACTORS = frozenset({"government", "military", "diplomatic", "political", "opposition", "kurdish"})
ENOUGH = 2
"""Statements of others that must speak of a source; one does when it is a headline's."""


def parties(sources: Sequence[Source], accounts: Sequence[Account]) -> frozenset[str]:
    """Ids of the sources that take part in what the story is about."""
    named = [source for source in sources if source.kind not in NEVER]
    inside = [source.id for source in sources if source.kind == "anonymous" and _inside(source)]
    marks = {source.id: _marks(source) for source in named if _observes(source)}
    placed = any(countries for _, countries in marks.values())
    spoken = defaultdict[str, float](float)
    for account in accounts if marks else ():
        for statement in account.statements:
            found = words_of(account.article.text, *statement.content)
            stems = {stem(w.folded) for w in found} | {bare(w.folded) for w in found}
            lands = {code for w in found if (code := country_of((w.folded,)))} if placed else set()
            title = account.article.title
            weight = ENOUGH if title and statement.content[1] <= title[1] else 1
            for id, (telling, countries) in marks.items():
                if id in statement.chain:
                    continue
                if (
                    telling and telling & stems and (len(telling & stems) >= 2 or not countries or countries & lands)
                ) or (not telling and countries & lands):
                    spoken[id] += weight
    talked_of = {id for id, count in spoken.items() if count >= ENOUGH}
    return frozenset([*inside, *(source.id for source in named if source.id not in marks or source.id in talked_of)])


def _inside(source: Source) -> bool:
    """Whether an unnamed source speaks from inside a state or a side of the matter."""
    profile = read_name(source.name)
    official = bool(profile.roles & INSIDERS) and not profile.sectors & OBSERVERS
    return official and bool(profile.sectors & ACTORS or (profile.countries and not profile.sectors))


def _observes(source: Source) -> bool:
    profile = read_name(source.name, source.kind == "person")
    if profile.roles & RULERS and profile.sectors & OBSERVERS <= {"media"}:
        return False  # a ruler's media office speaks for the ruler
    return bool(profile.sectors & OBSERVERS or profile.roles & ONLOOKERS)


def _marks(source: Source) -> tuple[frozenset[str], frozenset[str]]:
    """The words that speak of a source: the family name of a person, the words of a body; and its countries."""
    profile = read_name(source.name, source.kind == "person")
    if profile.proper:
        return frozenset(profile.proper[-1:]), frozenset()
    return frozenset(profile.bodies), profile.countries
