"""What the name of a source tells: its office, sector, country, and the words of a person's own name.

"المتحدث باسم وزارة الصحة في غزة سالم الراوي" is a spokesman, of the health sector, in Palestine, called سالم الراوي.
Names are read with three lexicons (offices, sectors, capitals) and the gazetteers of nationalities and places; what they
do not know is a proper name where Arabic grammar lets one stand: after a definite word or at the start, not inside a
construct ("وزير التجارة", "رئيس شركة ...").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.languages.ar.script import bare, fold, words
from tawatur.languages.lexicons import entries

FEMININE, NISBA = "ه", "ي"
OPENERS = frozenset(fold(word) for word in ("باسم", "بإسم", "في", "من", "لدى", "ب", "عن", "داخل", "على", "إلى"))
FILLERS = OPENERS | frozenset(
    fold(word)
    for word in ("أحد", "إحدى", "بعض", "عدة", "ما", "و", "هذا", "هذه", "ذات", "هو", "هي", "وهو", "وهي", "التابع")
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
            and not (self.bodies - _government())
        )

    @property
    def plain_government(self) -> bool:
        """Nothing but a word for the authorities: "السلطات", "الحكومة"."""
        return bool(self.bodies) and self.bodies <= _government() and not self.proper and not self.roles


@dataclass(frozen=True, slots=True)
class _Known:
    role: str | None = None
    sector: str | None = None
    title: bool = False
    unnamed: bool = False
    state: bool = False
    place: bool = False


def inflected(form: str) -> tuple[str, ...]:
    """The folded singular of an adjective or noun and its feminine, dual and sound plurals."""
    base = form[:-1] if form.endswith(FEMININE) else form
    endings = ("", "ا", "ه", "ون", "ين", "ان", "ات", "تان", "تين")
    if not base.endswith(NISBA):
        endings = (*endings, "يون", "يين")
    return (form, *(base + ending for ending in endings))


def _each(name: str) -> list[tuple[str, dict[str, object]]]:
    return [(form, entry) for entry in entries("ar", name) for form in entry.get("forms") or [entry["form"]]]


@cache
def _known() -> dict[str, _Known]:
    """Every inflected form of the words for offices and sectors."""
    table: dict[str, _Known] = {}
    for name in ("offices", "sectors"):
        for form, entry in _each(name):
            for variant in inflected(fold(form)) if " " not in form else ():
                old = table.get(variant, _Known())
                exact = variant == fold(form)
                if name == "offices" and (old.role or old.title) and not exact:
                    continue
                table[variant] = _Known(
                    role=_text(entry, "role") or old.role,
                    sector=_text(entry, "sector") if old.sector is None or exact else old.sector,
                    title=bool(entry.get("title")) or (old.title and name == "sectors"),
                    unnamed=bool(entry.get("unnamed")) or old.unnamed,
                    state=bool(entry.get("state")) or old.state,
                    place=bool(entry.get("place")),
                )
    return table


@cache
def _pairs() -> dict[tuple[str, str], _Known]:
    """The two-word forms of the sectors: "دفاع مدني" is no defence."""
    table = {}
    for form, entry in _each("sectors"):
        if " " in form:
            first, second = (bare(word.folded) for word in words(form))
            table[first, second] = _Known(sector=_text(entry, "sector"), state=bool(entry.get("state")))
    return table


@cache
def sector_stems() -> frozenset[str]:
    """The stems of all words for sectors and bodies."""
    return frozenset(stem(fold(part)) for form, _ in _each("sectors") for part in form.split())


def _text(entry: dict[str, object], field: str) -> str | None:
    value = entry.get(field)
    return str(value) if value is not None else None


@cache
def _government() -> frozenset[str]:
    return frozenset(stem(v) for form, e in _each("sectors") if e.get("whole") for v in inflected(fold(form)))


@cache
def nationalities() -> dict[str, str]:
    """Folded nationality words of every number and gender, with the country code."""
    return {
        v: str(e["country"]) for form, e in _each("nationalities") if e.get("country") for v in inflected(fold(form))
    }


@cache
def lands() -> dict[tuple[str, ...], str]:
    """Names of countries and capitals as tuples of bare folded words, with the country code."""
    table = {}
    for form, entry in [*_each("places"), *_each("capitals")]:
        if entry.get("kind", "country") == "country" and entry.get("country"):
            table[tuple(bare(word.folded) for word in words(form))] = str(entry["country"])
    return table


@cache
def seats() -> frozenset[tuple[str, ...]]:
    """Houses that stand for one part of a state ("الكرملين"), as keys of `lands`."""
    return frozenset(tuple(bare(w.folded) for w in words(form)) for form, e in _each("capitals") if e.get("seat"))


@cache
def localities() -> dict[str, str]:
    """Cities and regions of one word that are no capital, with the country they lie in."""
    found = {
        bare(fold(f)): str(e["country"]) for f, e in _each("places") if e["kind"] != "country" and e.get("country")
    }
    return {name: code for name, code in found.items() if " " not in name and (name,) not in lands()}


def unarticled(folded: str) -> str:
    """A word of a proper name without its article; nothing else may be taken off a name."""
    return folded[2:] if folded.startswith("ال") and len(folded) > 4 else folded


def is_known(folded: str) -> bool:
    """Whether a word is an office, a body, a sector, a nationality or a country."""
    return _lookup(folded) is not None or country_of((folded,)) is not None


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """A light stem (Larkey, Ballesteros and Connell 2002, light10 without the conjunction): clitics and endings off."""
    core = bare(folded)
    for ending in ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"):
        if core.endswith(ending) and len(core) - len(ending) >= 2:
            return core[: -len(ending)]
    return core


def country_of(folded: tuple[str, ...]) -> str | None:
    """The country that a word or a name of several words stands for."""
    if len(folded) == 1:
        code = nationalities().get(folded[0]) or nationalities().get(bare(folded[0]))
        if code:
            return code
    core = tuple(bare(word) for word in folded)
    return lands().get(core) or (lands().get((core[0][1:], *core[1:])) if core[0][:1] in "بلو" else None)


def _lookup(folded: str) -> _Known | None:
    table = _known()
    for form in (folded, bare(folded), folded[1:] if folded[:1] in "لبو" and len(folded) > 4 else ""):
        if form and form in table:
            return table[form]
    inner = bare(folded[1:]) if folded[:1] == "و" else ""
    return table.get(inner) if inner else None


def _core(folded: str) -> str:
    """A word without a preposition written on to it, where what stays is a word of the lexicons."""
    if folded in _known() or bare(folded) in _known() or folded[0] not in "لب":
        return folded
    return folded[1:] if folded[1:] in _known() or bare(folded[1:]) in _known() else folded


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
                body.append("_".join(run))
                bodies.append("_".join(run))
            opened, naming, trailing = False, False, []
            ended = ended or bool(proper)
            at += size
            continue
        pair = _pairs().get((bare(token.folded), bare(tokens[at + 1].folded))) if at + 1 < len(tokens) else None
        known = pair or _lookup(token.folded)
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
            core = _core(token.folded)
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
        core = _core(token.folded)
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


def _land_at(tokens: list, at: int, size: int, naming: bool, definite: bool) -> str | None:  # type: ignore[type-arg]
    run = tokens[at : at + size]
    if len(run) < size:
        return None
    code = country_of(tuple(word.folded for word in run))
    if code and size == 1 and tokens[at].folded in nationalities() and not definite:
        # An indefinite nationality after a definite word is a given name: "العقيد تركي المالكي".
        if naming or (at and tokens[at - 1].folded.startswith("ال")):
            return None
    # A nationality right after a given name is the family's: "سالم البغدادي", "سيف السوداني".
    return None if naming and size == 1 and bare(tokens[at].folded) in nationalities() else code


def same_word(a: str, b: str) -> bool:
    """Whether two words spell one name: equal, equal without long vowels, or one letter apart when long."""
    a, b = unarticled(a), unarticled(b)
    if a == b:
        return True
    if min(len(a), len(b)) < 3:
        return False
    bones = _bones(a)
    if len(bones) >= 3 and bones == _bones(b):
        return True
    return min(len(a), len(b)) >= 5 and a[0] == b[0] and _one_apart(a, b)


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two proper names can name one person: every word of the shorter is in the longer, or all but one of three."""
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    hits = sum(any(same_word(word, other) for other in long) for word in short)
    if len(short) == 1:
        return hits == 1 and len(unarticled(short[0])) >= 3
    return same_word(short[-1], long[-1]) and hits >= max(1, len(short) - 1) or hits == len(short)


@lru_cache(maxsize=8192)
def _bones(word: str) -> str:
    """The consonants that transcriptions agree on: no long vowels, one letter for g and k sounds."""
    return word[0].translate(_SOUNDS) + "".join(c for c in word[1:] if c not in "اويه").translate(_SOUNDS)


_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ك", "گ": "ج", "ڤ": "ف", "پ": "ب", "چ": "ج", "ث": "ت", "ذ": "د", "ط": "ت", "ص": "س"}
)


@lru_cache(maxsize=16384)
def _one_apart(a: str, b: str) -> bool:
    """Levenshtein distance of at most one."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    for i, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return a[i + (len(a) == len(b)) :] == b[i + 1 :]
    return True
