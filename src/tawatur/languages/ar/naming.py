"""What the name of a source tells: its office, sector, country, and the words of a person's own name.

"المتحدث باسم وزارة الصحة في غزة سالم الراوي" is a spokesman, of the health sector, in Palestine, called سالم الراوي.
What the vocabulary and the gazetteer do not know is a proper name where Arabic grammar lets one stand: after a definite
word or at the start, not inside a construct ("وزير التجارة", "رئيس شركة ...").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages.ar.gazetteer import country_of, definite_lands, lands, localities, nationalities, seats
from tawatur.languages.ar.offices import government_stems, known_pairs, lookup, stem, without_preposition
from tawatur.languages.ar.script import Word, bare, fold, words
from tawatur.languages.ar.spelling import unarticled

OPENERS = frozenset(fold(word) for word in ("باسم", "بإسم", "في", "من", "لدى", "ب", "عن", "داخل", "على", "إلى"))


FILLERS = OPENERS | frozenset(
    fold(word)
    for word in (
        "أحد",
        "إحدى",
        "بعض",
        "عدة",
        "ما",
        "و",
        "هذا",
        "هذه",
        "ذات",
        "هو",
        "هي",
        "وهو",
        "وهي",
        "التابع",
        "نفسه",
        "نفسها",
        "أنفسهم",
        "ذاته",
        "ذاتها",
        "ذاتهم",
        "عينه",
        "عينها",
    )
)


ENDINGS = frozenset(
    fold(word) for word in ("الذي", "التي", "الذين", "اللذين", "لم", "رفض", "رفضت", "طلب", "طلبت", "فضل", "فضلت")
)
"""Words that begin a clause about the source, not a part of its name."""


CLITIC_ARTICLE = ("ال", "لل", "بال", "وال", "فال", "كال", "ولل")


@dataclass(frozen=True, slots=True)
class Profile:
    """What a name tells. `proper` is a person's own name, in order; `body` the stems of every other telling word.

    `head` is the first telling word of a body ("وزاره"); `bodies` leaves roles, titles and countries out of `body`.
    """

    roles: frozenset[str] = frozenset()
    sectors: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    proper: tuple[str, ...] = ()
    body: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    head: str = ""
    unnamed: bool = False
    state: bool = False

    @property
    def country_only(self) -> bool:
        """A country, its capital or its government as such: "روسيا", "موسكو", "الحكومة الروسية"."""
        return (
            bool(self.countries)
            and not self.proper
            and not self.roles
            and self.sectors <= {"government"}
            and not (self.bodies - government_stems())
        )

    @property
    def plain_government(self) -> bool:
        """Nothing but a word for the authorities: "السلطات", "الحكومة"."""
        return bool(self.bodies) and self.bodies <= government_stems() and not self.proper and not self.roles


def is_known(folded: str) -> bool:
    """Whether a word is an office, a body, a sector, a nationality or a country."""
    return lookup(folded) is not None or country_of((folded,)) is not None


@lru_cache(maxsize=8192)
def read_name(name: str, person: bool = False) -> Profile:
    """Read one name; only when `person` are unknown words taken for a proper name."""
    tokens = words(name.replace("#", " ").replace("_", " "))
    roles, sectors, countries = set[str](), set[str](), set[str]()
    body, bodies, proper, trailing = list[str](), list[str](), list[str](), list[str]()
    unnamed = state = False
    fallback, opened, ended, naming = "", False, False, False
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.folded[0].isalnum():
            naming = False if token.text not in "-_'’." else naming
            ended = ended or (bool(proper) and not naming)
            opened = opened and token.text in "\"'«»“”#_"
            at += 1
            continue
        if at and token.folded in ENDINGS:
            break
        definite = token.folded.startswith(CLITIC_ARTICLE) and len(token.folded) > 3
        size = next((n for n in (4, 3, 2, 1) if (code := _land_at(tokens, at, n, naming, definite))), 0)
        if size and code:
            countries.add(code)
            run = tuple(bare(word.folded) for word in tokens[at : at + size])
            if run in seats():
                state = True
                body.append("_".join(run))
                bodies.append("_".join(run))
            opened, naming, trailing = False, False, []
            ended = ended or bool(proper)
            at += size
            continue
        pair = known_pairs().get((bare(token.folded), bare(tokens[at + 1].folded))) if at + 1 < len(tokens) else None
        known = pair or lookup(token.folded)
        if pair:
            body.append(stem(tokens[at + 1].folded))
            bodies.append(stem(tokens[at + 1].folded))
            at += 1
        if naming and not definite and not (known and known.role and not known.unnamed and known.role != "monarch"):
            known = None
        at += 1
        if token.folded in FILLERS:
            opened = opened or token.folded in OPENERS
            trailing = []
            continue
        if known:
            ended, naming, trailing = ended or bool(proper), False, []
            opened = opened if known.title and known.role is None else not definite
            unnamed, state = unnamed or known.unnamed, state or known.state
            if known.role:
                roles.add(known.role)
            core = without_preposition(token.folded)
            if known.sector:
                sectors.add(known.sector)
            if not known.title and not known.role and not known.place:
                bodies.append(stem(core))
            if not known.title:
                body.append(stem(core))
            continue
        if not naming and (place := localities().get(bare(token.folded))):
            countries.add(place)
        elif (
            person
            and not ended
            and not opened
            and (naming or not definite or not (roles or sectors or proper or countries))
        ):
            proper.append(unarticled(token.folded))
            naming = True
            continue
        elif person and not opened and definite:
            fallback = fallback or unarticled(token.folded)
        opened = opened and not definite
        trailing = [] if definite else [*trailing, token.folded]
        core = without_preposition(token.folded)
        body.append(stem(core))
        bodies.append(stem(core))
    if person and not proper and len(trailing) >= 2:
        proper = trailing[-3:]
    if person and not proper and fallback and len(bodies) == 1:
        proper, body, bodies = [fallback], [w for w in body if w != stem(fallback)], []
    head = (bodies or body or [""])[0]
    return Profile(
        frozenset(roles), frozenset(sectors), frozenset(countries), tuple(proper),
        frozenset(body), frozenset(bodies), head, unnamed, state,
    )  # fmt: skip


def _land_at(tokens: list[Word], at: int, size: int, naming: bool, definite: bool) -> str | None:
    run = tokens[at : at + size]
    if len(run) < size:
        return None
    code = country_of(tuple(word.folded for word in run))
    word = tokens[at].folded
    if size == 1 and not definite and word in definite_lands():
        return None
    # "سوريا" and "روسيا" look like accusatives of the adjective.
    indefinite = size == 1 and not definite and word in nationalities() and (word,) not in lands()
    if indefinite and (naming or (at and tokens[at - 1].folded.startswith("ال"))):
        return None  # an indefinite nationality after a definite word is a given name: "العقيد تركي السالم"
    # A nationality right after a given name is the family's: "سالم البغدادي", "سيف السوداني".
    return None if naming and size == 1 and bare(tokens[at].folded) in nationalities() else code
