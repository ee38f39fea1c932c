"""Who speaks in an archive, one entry for each: spellings and descriptions of one speaker are counted together.

An archive lists speakers by their names as articles give them ("الرئيس الأميركي دونالد ترامب", "ترمب"). They are joined
here by the rules that join the sources of one story (`languages.ar.spelling`): every word of the shorter proper name in
the longer, spellings apart; one word alone joins a longer name that it fits, where that is told in far more stories
than any other it fits. Whoever is meant may still be another person, so pages show the names that were joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field

from tawatur.languages.ar.naming import FILLERS, OPENERS, Profile, read_name
from tawatur.languages.ar.offices import lookup
from tawatur.languages.ar.script import words
from tawatur.languages.ar.spelling import same_person, unarticled
from tawatur.languages.media import known_medium, name_of
from tawatur.serving.spellings import sounds
from tawatur.store.facets import Facet

_FAR = 3  # times as many stories, by judgement


@dataclass(slots=True)
class Spoken:
    """One speaker: the values of the facet that stand for it, the most frequent first, and what it is shown as."""

    label: str
    proper: tuple[str, ...] = ()
    facets: list[Facet] = field(default_factory=list)

    @property
    def stories(self) -> int:
        """In how many stories at most."""
        return sum(facet.stories for facet in self.facets)


def joined(found: Sequence[Facet]) -> list[Spoken]:
    """The speakers of a list of facets, most frequent first; those that tell nothing of who speaks are left out."""
    read = [(facet, read_name(facet.label, True)) for facet in found]
    people = [(facet, profile) for facet, profile in read if _is_person(facet, profile)]
    made = _people(people)
    others: dict[Hashable, Spoken] = {}
    for facet, profile in read:
        key = _body(facet, profile)
        if key is not None and not _is_person(facet, profile):
            others.setdefault(key, Spoken(_shown(facet.label))).facets.append(facet)
    order = {facet.value: at for at, facet in enumerate(found)}
    for one in (*made, *others.values()):
        one.facets.sort(key=lambda facet: order[facet.value])
    return sorted((*made, *others.values()), key=lambda one: order[one.facets[0].value])


def _is_person(facet: Facet, profile: Profile) -> bool:
    """Whether a label is a person's name, alone or with an office."""
    proper = {word for word in profile.proper if not word.isdigit()}
    if not proper or (profile.unnamed and len(proper) < 2) or proper <= FILLERS or known_medium(facet.label):
        return False
    tokens = [word.folded for word in words(facet.label.replace("#", " ")) if word.folded[0].isalnum()]
    if unarticled(tokens[0]) not in proper and not _is_office(tokens[0]):
        return False  # the tweet of somebody, his administration
    before = tokens[: next((at for at, word in enumerate(tokens) if unarticled(word) in proper), 0)]
    opened = next((at for at, word in enumerate(before) if word in OPENERS), len(before))
    if any(map(_is_office, before[opened:])) or any(word[0] == "و" and _is_office(word[1:]) for word in tokens[1:]):
        return False  # the spokesman of somebody, two in one
    return bool(profile.roles) or not (profile.bodies or profile.countries)


def _is_office(folded: str) -> bool:
    """Whether a word is that of an office that a person holds."""
    known = lookup(folded)
    return bool(known and (known.role or known.title) and not known.sector)


def _body(facet: Facet, profile: Profile) -> Hashable | None:
    """What tells a body, a medium, a country or an office from another; None where a label tells none of them."""
    if medium := known_medium(facet.label):
        return medium
    proper = set(profile.proper)
    telling = profile.countries or proper or len(profile.bodies) > 1
    if profile.unnamed or not telling or proper & FILLERS or not any(map(str.isalpha, facet.label)):
        return None
    return profile.roles, profile.sectors, profile.countries, profile.body, profile.proper


def _people(read: Sequence[tuple[Facet, Profile]]) -> list[Spoken]:
    made: list[Spoken] = []
    by_sound: dict[str, list[Spoken]] = defaultdict(list)

    def fitting(proper: tuple[str, ...]) -> list[Spoken]:
        near = {id(one): one for sound in _sounds(proper) for one in by_sound[sound]}
        return [one for one in near.values() if same_person(proper, one.proper)]

    # Longer names come first: a word alone is then seen beside all that it may be a part of.
    for facet, profile in sorted(read, key=lambda pair: len(pair[1].proper) == 1):
        alone = len(profile.proper) == 1
        found = fitting(profile.proper)
        one = _foremost(found) if alone else next(iter(found), None)
        if one is None:
            shown = _shown(facet.label) if alone else _proper_words(facet.label, profile.proper)
            one = Spoken(shown, profile.proper)
            made.append(one)
            for sound in _sounds(profile.proper):
                by_sound[sound].append(one)
        one.facets.append(facet)
    return made


def _sounds(proper: tuple[str, ...]) -> list[str]:
    """What two names of one person share at least one of: the consonants of a word, however its vowels are written."""
    return list(dict.fromkeys(sound for word in proper for sound in sounds(unarticled(word))))


def _foremost(fitting: list[Spoken]) -> Spoken | None:
    """The speaker of these that is told of in far more stories than all others; None where none is."""
    if not fitting:
        return None
    first = max(fitting, key=lambda one: one.stories)
    rest = sum(one.stories for one in fitting if one is not first)
    return first if first.stories >= _FAR * rest else None


def _proper_words(label: str, proper: Iterable[str]) -> str:
    """The name without office and country, in the letters of the label."""
    wanted = set(proper)
    said = words(label.replace("#", " ").replace("_", " "))
    return " ".join(word.text for word in said if {word.folded, unarticled(word.folded)} & wanted) or _shown(label)


def _shown(label: str) -> str:
    """A label without what a text set round it; a medium has a name of its own."""
    medium = known_medium(label)
    plain = " ".join(label.replace("#", " ").replace("_", " ").split())
    return (name_of(medium) if medium else None) or (plain.strip("\"'«»“” ") if plain.count('"') % 2 else plain)
