"""Places as readers name them: a country by its code, a town by its folded name."""

from __future__ import annotations

from functools import cache

from tawatur.languages.ar.offices import forms_of
from tawatur.languages.ar.script import bare, fold
from tawatur.languages.lexicons import entries
from tawatur.writing.messages import UI


def place_name(value: str, word: str, ui: UI) -> str:
    """The name of a place of the facets; `word` is what a headline calls it, for one that is not known."""
    return _countries(ui).get(value) or _towns().get(value) or word


@cache
def _countries(ui: UI) -> dict[str, str]:
    return {str(entry["form"]): str(entry[ui]) for entry in entries("interface", "countries")}


@cache
def _towns() -> dict[str, str]:
    """Towns and regions in the spelling of the gazetteer, by what `places_in` calls them."""
    found: dict[str, str] = {}
    for form, entry in forms_of("places"):
        if entry["kind"] != "country":
            found.setdefault(bare(fold(form)), form)
    return found
