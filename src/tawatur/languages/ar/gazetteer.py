"""Countries by any word that stands for them: their names, their people, their capitals and seats of government."""

from __future__ import annotations

from functools import cache

from tawatur.languages.ar.offices import forms_of, inflected
from tawatur.languages.ar.script import bare, fold, words


@cache
def nationalities() -> dict[str, str]:
    """Folded nationality words of every number and gender, with the country code; two words stand with a space."""
    table = {}
    for form, entry in forms_of("nationalities"):
        if entry.get("country"):
            parts = [inflected(fold(part)) for part in form.split()]
            table.update({" ".join(variant): str(entry["country"]) for variant in zip(*parts, strict=False)})
    return table


@cache
def lands() -> dict[tuple[str, ...], str]:
    """Names of countries and capitals as tuples of bare folded words, with the country code."""
    table = {}
    for form, entry in [*forms_of("places"), *forms_of("capitals")]:
        if entry.get("kind", "country") == "country" and entry.get("country"):
            table[tuple(bare(word.folded) for word in words(form))] = str(entry["country"])
    return table


@cache
def seats() -> frozenset[tuple[str, ...]]:
    """Houses that stand for one part of a state ("الكرملين"), as keys of `lands`."""
    return frozenset(tuple(bare(w.folded) for w in words(form)) for form, e in forms_of("capitals") if e.get("seat"))


@cache
def capitals() -> frozenset[tuple[str, ...]]:
    """Capitals and seats of government, as keys of `lands`."""
    return frozenset(tuple(bare(w.folded) for w in words(form)) for form, _ in forms_of("capitals"))


@cache
def definite_lands() -> frozenset[str]:
    """Places of one word that always have the article ("الرياض"), without it: "رياض" is a given name."""
    forms = {fold(form) for name in ("capitals", "places") for form, _ in forms_of(name)}
    return frozenset(form[2:] for form in forms if form.startswith("ال") and " " not in form and form[2:] not in forms)


@cache
def localities() -> dict[str, str]:
    """Cities and regions of one word that are no capital, with the country they lie in."""
    found = {
        bare(fold(f)): str(e["country"]) for f, e in forms_of("places") if e["kind"] != "country" and e.get("country")
    }
    return {name: code for name, code in found.items() if " " not in name and (name,) not in lands()}


def country_of(folded: tuple[str, ...]) -> str | None:
    """The country that a word or a name of several words stands for."""
    if len(folded) == 1:
        code = nationalities().get(folded[0]) or nationalities().get(bare(folded[0]))
        if code:
            return code
    core = tuple(bare(word) for word in folded)
    if len(core) == 2 and " ".join(core) in nationalities():
        return nationalities()[" ".join(core)]
    return lands().get(core) or (lands().get((core[0][1:], *core[1:])) if core[0][:1] in "بلو" else None)
