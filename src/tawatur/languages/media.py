"""Names and families of outlets and agencies, from the lexicons that belong to no language."""

from __future__ import annotations

from functools import cache, lru_cache

from tawatur.languages.ar.gazetteer import nationalities
from tawatur.languages.ar.naming import is_known
from tawatur.languages.ar.script import bare, fold, words
from tawatur.languages.ar.spelling import is_arabic_name
from tawatur.languages.lexicons import entries
from tawatur.model import Article


def folded_name(name: str) -> str:
    """A name as bare folded words with single spaces, signs left out."""
    return " ".join(bare(word.folded) for word in words(name) if word.text[0].isalnum() and word.folded)


def _forms(entry: dict[str, object]) -> tuple[str, ...]:
    forms = entry.get("forms")
    return tuple(map(str, forms)) if isinstance(forms, list) else (str(entry["form"]),)


@cache
def _outlets() -> dict[str, dict[str, object]]:
    return {str(entry["key"]): entry for entry in entries("common", "outlets")}


@cache
def _named() -> dict[str, str]:
    """Folded names of agencies and outlets with their story-wide ids; a short common word only with its "وكالة"."""
    table = {}
    for name, kind in (("outlets", "outlet"), ("agencies", "agency")):
        for entry in entries("common", name):
            for form in _forms(entry):
                key = folded_name(form)
                if not entry.get("weak") or " " in key:
                    table[key] = f"{kind}:{entry['key']}"
                else:
                    table[f"{folded_name('وكالة')} {key}"] = f"{kind}:{entry['key']}"
    return table


@cache
def _weak() -> dict[str, str]:
    """Folded names of agencies that are common words too, but neither definite nor names of persons, with their ids."""
    entry_forms = (
        (entry, form) for entry in entries("common", "agencies") if entry.get("weak") for form in _forms(entry)
    )
    return {
        key: f"agency:{e['key']}"
        for e, form in entry_forms
        if not (form.startswith("ال") or is_arabic_name(key := folded_name(form)))
    }


def bare_agency(name: str) -> str | None:
    """The id of the agency that a speaker called by nothing but a short common word is: "وام", "وفا"."""
    return _weak().get(folded_name(name))


@cache
def _mastheads() -> frozenset[str]:
    """What an outlet's name may be preceded by."""
    return frozenset(folded_name(word) for word in ("صحيفة", "قناة", "جريدة", "موقع", "شبكة", "مجلة", "إذاعة", "محطة"))


@cache
def states() -> dict[str, str]:
    """The ids of state agencies with the country code of their state."""
    return {f"agency:{e['key']}": str(e["state"]) for e in entries("common", "agencies") if e.get("state")}


@lru_cache(maxsize=4096)
def known_medium(name: str) -> str | None:
    """The id of the agency or outlet that a name names: "وكالة رويترز للأنباء" gives "agency:reuters"."""
    key = folded_name(name.replace("الرسمية", " "))
    table = _named()
    if key in table and not (table[key].startswith("outlet:") and is_known(fold(name.strip()))):
        return table[key]  # but "البيان" and "الاتحاد" alone are a statement and a union, not the newspapers
    parts = key.split()
    if parts and parts[0] in _mastheads():
        last = len(parts) - (len(parts) > 2 and parts[-1] in nationalities())
        for run in (" ".join(parts[1:last]), " ".join(parts[:last])):
            if run in table:
                return table[run]
    for size in range(min(5, len(parts)), 1, -1):
        for start in range(len(parts) - size + 1):
            run = " ".join(parts[start : start + size])
            if run in table and table[run].startswith("agency:"):
                return table[run]
    if parts and parts[0] == folded_name("وكالة"):
        return next(
            (table[part] for part in parts if len(part) >= 4 and table.get(part, "").startswith("agency:")), None
        )
    return None


def name_of(id: str) -> str | None:
    """The name that the lexicons give an outlet or agency id."""
    kind, _, key = id.partition(":")
    for entry in entries("common", "outlets" if kind == "outlet" else "agencies"):
        if entry["key"] == key:
            return str(entry.get("name") or _forms(entry)[0])
    return None


def names_of(article: Article) -> tuple[str, ...]:
    """The folded names by which others would credit an article's outlet."""
    entry = _outlets().get(article.outlet)
    names = [*(_forms(entry) if entry else ()), *([article.outlet_name] if article.outlet_name else [])]
    return tuple(dict.fromkeys(folded_name(name) for name in names))


def written_names_of(article: Article) -> tuple[tuple[str, ...], ...]:
    """The same names as folded words with their articles, without a masthead before them."""
    entry = _outlets().get(article.outlet)
    found = [*(_forms(entry) if entry else ()), *([article.outlet_name] if article.outlet_name else [])]
    split = [tuple(w.folded for w in words(name) if w.text[0].isalnum() and w.folded) for name in found]
    kept = [name[1:] if len(name) > 1 and is_masthead(name[0]) else name for name in split if name]
    return tuple(dict.fromkeys(kept))


def is_masthead(folded: str) -> bool:
    """Whether a word is one that an outlet's name may be preceded by: "صحيفة", "بقناة"."""
    return bare(folded) in _mastheads()


def family(outlet: str) -> str:
    """The publisher an outlet key belongs to: its own key where the lexicon names no family."""
    entry = _outlets().get(outlet)
    return str(entry.get("family") or outlet) if entry else outlet


@lru_cache(maxsize=4096)
def voice_of(name: str) -> frozenset[str]:
    """The folded names of the party or movement whose medium a name names: "قناة «المسيرة» التلفزيونية"."""
    first, _, rest = folded_name(name).partition(" ")
    if first not in _mastheads():
        return frozenset()
    return next((party for form, party in _voices() if f" {rest} ".startswith(f" {form} ")), frozenset())


@cache
def _voices() -> list[tuple[str, frozenset[str]]]:
    """The names of media that speak for a movement, with the names of that movement."""
    return [
        (folded_name(form), frozenset(map(folded_name, entry["voice_of"])))
        for entry in entries("common", "outlets")
        if entry.get("voice_of")
        for form in entry["forms"]
    ]
