"""From a statement's chain to its root: the innermost speaker who vouches for it and can be resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tawatur.languages.ar.gazetteer import nationalities
from tawatur.languages.ar.naming import Profile, read_name
from tawatur.languages.ar.offices import stem
from tawatur.languages.ar.script import fold, words
from tawatur.languages.lexicons import entries
from tawatur.languages.media import states
from tawatur.model import UNSPECIFIED, Reason, Source, Statement
from tawatur.origins.together import meant
from tawatur.stories.joint import parts_of

UNCREDITED = Source("agency:uncredited_wire", "agency", "نص وكالة غير منسوب")
"""The source that stands for wording which outlets share without credit; it is in a story when a claim rests on it."""

ADMINISTRATION = stem(fold("إدارة"))


@dataclass(frozen=True, slots=True)
class Root:
    """A root of one claim: the source, what its names tell, and the members that rest on it."""

    source: Source
    profile: Profile
    members: tuple[Statement, ...]
    number: int = 1

    @property
    def id(self) -> str:
        """The id of its source."""
        return self.source.id

    @property
    def unnamed(self) -> bool:
        """Whether the source is anonymous, or a person of whom only a manner of being a source is told."""
        told = self.profile.proper or self.profile.bodies or not self.profile.unnamed
        return self.source.kind == "anonymous" or (self.source.kind in ("person", "organisation") and not told)

    @property
    def whole(self) -> bool:
        """Whether one of its names is a country, its government as such, or the administration of its president."""
        profile = self.profile
        of_president = profile.countries and profile.head == ADMINISTRATION and profile.roles == {"president"}
        return bool(of_president) or any(
            read_name(name).country_only for name in (self.source.name, *self.source.aliases)
        )

    @property
    def concordant(self) -> bool:
        """Whether it is several sources that agree: "مصادر متطابقة"."""
        return "concordant" in self.profile.roles

    @property
    def vague(self) -> bool:
        """Whether nothing tells who the source is: it may be any other."""
        return is_vague(self.source, self.profile)


def is_vague(source: Source, profile: Profile) -> bool:
    """Whether a source's names tell nothing by which it could be told from another."""
    if source.id == UNSPECIFIED or (source.kind == "anonymous" and profile.roles == {"report"}):
        return True
    if profile.roles == {"document"} and not (profile.bodies or profile.countries or profile.proper):
        return True
    if _points(source, profile):
        return True
    told = (
        profile.sectors
        or profile.countries
        or profile.bodies
        or profile.roles - {"source", "report", "document", "concordant"}
    )
    return source.kind in ("anonymous", "document") and not told


def _points(source: Source, profile: Profile) -> bool:
    """Whether a name is one word that names nobody: "الأخير", "أيضا", "منظمات", or an unnamed one of no trade."""
    tokens = words(source.name)
    if len(tokens) != 1 or source.aliases:
        return False
    if (word := tokens[0].folded) in _pointers():
        return True
    several = source.kind == "organisation" and word.endswith("ات") and not word.startswith("ال")
    return (several or source.kind == "anonymous") and not (profile.roles or profile.sectors or profile.countries)


@cache
def _pointers() -> frozenset[str]:
    """Words that stand where a speaker does and name none: adverbs, and what points back to another."""
    adverbs = {form for e in entries("ar", "function_words") if "adverb" in e.get("classes", ()) for form in e["forms"]}
    return frozenset(fold(form) for form in adverbs) | frozenset(f"ال{fold(form)}" for form in ("أخير", "أخيرة"))


def source_profile(source: Source) -> Profile:
    """What the fullest name of a source tells, with the offices and bodies that its other names give it."""
    person = source.kind == "person"
    profile = read_name(source.name, person)
    others = [read_name(name, person) for name in source.aliases]
    state = states().get(source.id)
    # "العقيد، تركي السالم": cut off from its name, a given name reads as a nationality.
    given = {nationalities().get(word) for word in profile.proper}
    lands = frozenset([state] if state else []).union(*(p.countries for p in others)) - given
    return Profile(
        profile.roles.union(*(p.roles for p in others)) if source.kind != "anonymous" else profile.roles,
        profile.sectors or frozenset().union(*(p.sectors for p in others)),
        profile.countries or lands,
        profile.proper,
        profile.body,
        profile.bodies or next((p.bodies for p in others if p.bodies), frozenset()),
        profile.head if profile.bodies else next((p.head for p in others if p.bodies), profile.head),
        profile.unnamed,
        profile.state or any(p.state for p in others),
    )


def roots_of(
    statement: Statement, sources: Mapping[str, Source], own: str, unsure: float = 0.0, mention: str = ""
) -> tuple[tuple[str, ...], Reason]:
    """The ids a statement rests on (none for the outlet's own voice, several for a joint source), and why.

    `own` is the id of the publishing outlet; a speaker of less confidence than `unsure` is no root. `mention` are the
    words by which the speaker was named last: of a joint source they may mean one part only.
    """
    chain = statement.chain
    if len(chain) < 2:
        return (), Reason("origins.own_voice", (statement.id,))
    if statement.confidence < unsure:
        return (), Reason("origins.unsure", (statement.id, sources[chain[-1]].name))
    at = len(chain) - 1
    while at > 1 and sources[chain[at - 1]].kind == "anonymous":
        at -= 1
    if at < len(chain) - 1:
        inner, outer = sources[chain[-1]].name, sources[chain[at]].name
        return (chain[at],), Reason("origins.party_inside", (statement.id, inner, outer))
    last = sources[chain[at]]
    if (
        at > 1
        and last.kind == "anonymous"
        and is_vague(last, source_profile(last))
        and sources[chain[at - 1]].kind != "agency"
    ):
        relay = chain[at - 1]
        return (relay,), Reason("origins.known_through", (statement.id, sources[relay].name))
    parts = [part for part in parts_of(last, tuple(sources.values())) if part.id in sources]
    if found := meant(mention, parts):
        code = "origins.joint" if len(found) > 1 else "origins.speaker"
        told = last.name if len(found) > 1 else found[0].name
        return tuple(part.id for part in found), Reason(code, (statement.id, told))
    if last.kind == "outlet":
        code = "origins.own_reporter" if at == len(chain) - 1 and _is_own(last, own) else "origins.other_outlet"
        return (last.id,), Reason(code, (statement.id, last.name))
    return (last.id,), Reason("origins.speaker", (statement.id, last.name))


def _is_own(source: Source, own: str) -> bool:
    return source.id == own or not source.id.startswith("outlet:")
