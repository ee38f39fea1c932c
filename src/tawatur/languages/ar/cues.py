"""Reporting cues of Arabic: every inflected form of the verbs in `lexicon/cues.yaml`, and the fixed expressions.

A form is keyed folded and without the conjunctions و / ف before it. Several verbs share a form (folding joins بين
and بيّن); all of them are kept, and the context decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from tawatur.languages.ar.script import fold
from tawatur.languages.lexicons import entries
from tawatur.model import Certainty, Kind, Polarity

Shape = Literal["past", "present", "participle", "noun"]

_PRONOUNS = ("ه", "ها", "هم", "هما", "هن")


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One reporting verb: what may follow it and what kind of statement it makes; see `lexicon/cues.yaml`."""

    lemma: str
    takes: frozenset[str]
    kind: Kind
    polarity: Polarity
    certainty: Certainty
    weak: bool
    relay: bool
    shows: bool
    addressee: bool
    whom: bool
    near: bool
    finds: bool
    needs: frozenset[str]


@dataclass(frozen=True, slots=True)
class CueForm:
    """One reading of a word as a reporting form.

    Gender "m" / "f", number "s" / "d" / "p", "" where it does not tell.
    """

    verb: CueVerb
    shape: Shape
    gender: str
    number: str
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class CuePhrase:
    """A fixed reporting expression as folded words; `prefixed` when the last word is ل joined to what follows."""

    words: tuple[str, ...]
    prefixed: bool
    group: str
    kind: Kind | None
    certainty: Certainty | None


@cache
def forms() -> dict[str, tuple[CueForm, ...]]:
    """Folded form → its readings, in lexicon order."""
    table: dict[str, list[CueForm]] = {}
    for entry in entries("ar", "cues"):
        verb = _verb(entry)
        if not verb.takes:
            continue
        for surface, shape, gender, number in _inflected(entry):
            _note(table, surface, CueForm(verb, shape, gender, number))
            if shape != "participle" and not surface.endswith(("ون", "ان")):
                stem = surface[:-1] if surface.endswith("وا") else surface
                stem = f"{stem[:-1]}ا" if shape == "past" and stem.endswith("ي") else stem
                stem = f"{stem[:-1]}ت" if shape == "noun" and stem.endswith("ه") else stem
                held = CueForm(verb, shape, gender, number, pronoun=True)
                for pronoun in _PRONOUNS:
                    _note(table, stem + pronoun, held)
    return {surface: tuple(found) for surface, found in table.items()}


@lru_cache(maxsize=32768)
def readings_of(folded: str) -> tuple[CueForm, ...]:
    """The reporting forms that a folded word may be, its conjunction and prepositions aside."""
    table = forms()
    found = table.get(folded, ())
    if not found and len(folded) >= _SHORT and folded[0] in ("و" if len(folded) == _SHORT else "وفب"):
        found = table.get(folded[1:], ())
        if folded[0] == "ب":
            found = tuple(f for f in found if f.shape == "noun")
    return found


_SHORT = 3  # letters of a doubled verb with its conjunction: "وحث", "وحض"


def phrases_at(folded: str) -> tuple[CuePhrase, ...]:
    """The expressions that begin with such a word, its conjunction aside."""
    table = phrases()
    found = table.get(folded, ())
    return found + table.get(folded[1:], ()) if folded[:1] in {"و", "ف"} else found


def _note(table: dict[str, list[CueForm]], surface: str, form: CueForm) -> None:
    found = table.get(surface)
    if found is None:
        table[surface] = [form]
    elif form not in found:
        found.append(form)


@cache
def phrases() -> dict[str, tuple[CuePhrase, ...]]:
    """First folded word → the fixed expressions that begin with it, the longest first."""
    table: dict[str, list[CuePhrase]] = {}
    for entry in entries("ar", "cue_phrases"):
        for form in entry["forms"]:
            parts = tuple(fold(part) for part in form.split())
            prefixed = parts[-1] == "ل" and len(parts) > 1
            words = parts[:-1] if prefixed else parts
            phrase = CuePhrase(words, prefixed, entry["class"], entry.get("kind"), entry.get("certainty"))
            if phrase not in table.setdefault(words[0], []):
                table[words[0]].append(phrase)
    return {
        first: tuple(sorted(found, key=lambda p: (-len(p.words), not p.prefixed))) for first, found in table.items()
    }


def _verb(entry: dict[str, Any]) -> CueVerb:
    return CueVerb(
        lemma=entry["form"],
        takes=frozenset(fold(t) if not t.isascii() else t for t in entry["takes"]),
        kind=entry["kind"],
        polarity=entry.get("polarity", "+"),
        certainty=entry.get("certainty", "certain"),
        weak=entry.get("weak", False),
        relay=entry.get("relay", False),
        shows=entry.get("shows", False),
        addressee=entry.get("addressee", False),
        whom=entry.get("whom", False),
        near=entry.get("near", False),
        finds=entry.get("finds", False),
        needs=frozenset(form for word in entry.get("needs", ()) for form in _owned(word)),
    )


def _owned(word: str) -> Iterator[str]:
    """A noun that must follow a verb, folded; one written with his (رغبته) with each pronoun there is."""
    folded = fold(word)
    if word.endswith("ه"):
        yield from (folded[:-1] + pronoun for pronoun in _PRONOUNS)
    else:
        yield folded


def _inflected(entry: dict[str, Any]) -> Iterator[tuple[str, Shape, str, str]]:
    past = fold(entry["form"])
    weak_end = past[-1] in "اي" and entry["form"][-1] in "اى"
    open_stem = past[:-1] if weak_end else past
    yield past, "past", "m", "s"
    yield open_stem + "ت", "past", "f", "s"
    yield open_stem + "تا", "past", "f", "d"
    yield open_stem + "وا", "past", "m", "p"
    if not weak_end:
        yield past + "ا", "past", "m", "d"
        if len(past) > 2 and past != "وعد":
            yield past + "ن", "past", "f", "p"
    if stem := entry.get("present"):
        stem = fold(stem)
        inner = stem[:-1] if stem[-1] in "يو" and len(stem) > 2 else stem
        for letter, gender in (("ي", "m"), ("ت", "f")):
            for future in ("", "س"):
                yield future + letter + stem, "present", gender, "s"
                yield future + letter + stem + "ان", "present", gender, "d"
        yield "ي" + inner + "ون", "present", "m", "p"
        if inner == stem and len(stem) > 3:
            yield "ي" + stem + "ن", "present", "f", "p"
    if participle := entry.get("participle"):
        stem = fold(participle)
        inner = stem[:-1] if stem.endswith("ي") else stem
        yield stem + "ا", "participle", "m", "s"
        yield stem + "ه", "participle", "f", "s"
        yield inner + "ين", "participle", "m", "p"
        yield stem + "تين", "participle", "f", "d"
    for noun in entry.get("nouns", ()):
        yield fold(noun), "noun", "", ""
