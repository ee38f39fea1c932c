"""The words that tell what a source is: offices, bodies and sectors, in every number and gender."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.languages.ar.script import bare, fold, words
from tawatur.languages.lexicons import entries

FEMININE, NISBA = "ه", "ي"


@dataclass(frozen=True, slots=True)
class Known:
    """What a word of the lexicons says of a source."""

    role: str | None = None
    sector: str | None = None
    title: bool = False
    unnamed: bool = False
    state: bool = False
    place: bool = False


def forms_of(name: str) -> list[tuple[str, dict[str, object]]]:
    """Every form of an Arabic lexicon with its entry."""
    return [(form, entry) for entry in entries("ar", name) for form in entry.get("forms") or [entry["form"]]]


def inflected(form: str) -> tuple[str, ...]:
    """The folded singular of an adjective or noun and its feminine, dual and sound plurals."""
    base = form[:-1] if form.endswith(FEMININE) else form
    endings: tuple[str, ...] = ("", "ا", "ه", "و", "ون", "ين", "ان", "ات", "تان", "تين")
    if not base.endswith(NISBA):
        endings = (*endings, "يون", "يين")
    return (form, *(base + ending for ending in endings))


@cache
def known_words() -> dict[str, Known]:
    """Every inflected form of the words for offices and sectors."""
    table: dict[str, Known] = {}
    unknown = Known()
    for name in ("offices", "sectors"):
        for form, entry in forms_of(name):
            for variant in inflected(fold(form)) if " " not in form else ():
                old = table.get(variant, unknown)
                exact = variant == fold(form)
                if name == "offices" and (old.role or old.title) and not exact:
                    continue
                table[variant] = Known(
                    role=_text(entry, "role") or old.role,
                    sector=_text(entry, "sector") if old.sector is None or exact else old.sector,
                    title=bool(entry.get("title")) or (old.title and name == "sectors"),
                    unnamed=bool(entry.get("unnamed")) or old.unnamed,
                    state=bool(entry.get("state")) or old.state,
                    place=bool(entry.get("place")),
                )
    return table


@cache
def known_pairs() -> dict[tuple[str, str], Known]:
    """The two-word forms of the sectors: "دفاع مدني" is no defence."""
    table = {}
    for form, entry in forms_of("sectors"):
        if " " in form:
            first, second = (bare(word.folded) for word in words(form))
            table[first, second] = Known(sector=_text(entry, "sector"), state=bool(entry.get("state")))
    return table


@cache
def sector_stems() -> frozenset[str]:
    """The stems of all words for sectors and bodies."""
    return frozenset(stem(fold(part)) for form, _ in forms_of("sectors") for part in form.split())


@cache
def government_stems() -> frozenset[str]:
    """The stems of the words for a government as such."""
    return frozenset(stem(v) for form, e in forms_of("sectors") if e.get("whole") for v in inflected(fold(form)))


def _text(entry: dict[str, object], field: str) -> str | None:
    value = entry.get(field)
    return str(value) if value is not None else None


def lookup(folded: str) -> Known | None:
    """What a word says of a source, with or without article, preposition or conjunction."""
    table = known_words()
    for form in (folded, bare(folded), folded[1:] if folded[:1] in "لبو" and len(folded) > 4 else ""):
        if form and form in table:
            return table[form]
    inner = bare(folded[1:]) if folded[:1] == "و" else ""
    return table.get(inner) or _owned(folded)


def _owned(folded: str) -> Known | None:
    """What a word with a possessive ending says: "وزارة خارجيتها", "مديرها السابق"."""
    for ending, rest in (("تها", FEMININE), ("تهم", FEMININE), ("ته", FEMININE), ("ها", ""), ("هم", "")):
        found = known_words().get(folded[: -len(ending)] + rest) if folded.endswith(ending) else None
        if found and (found.role or found.sector) and len(folded) - len(ending) >= 3:
            return found
    return None


def without_preposition(folded: str) -> str:
    """A word without a preposition written on to it, where what stays is a word of the lexicons."""
    if folded in known_words() or bare(folded) in known_words() or folded[0] not in "لب":
        return folded
    return folded[1:] if folded[1:] in known_words() or bare(folded[1:]) in known_words() else folded


@lru_cache(maxsize=65536)
def stem(folded: str) -> str:
    """A light stem (Larkey, Ballesteros and Connell 2002, light10 without the conjunction): clitics and endings off."""
    core = bare(folded)
    for ending in ("ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"):
        if core.endswith(ending) and len(core) - len(ending) >= 2:
            return core[: -len(ending)]
    return core
