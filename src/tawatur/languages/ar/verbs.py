"""Finite verb forms: what a folded, unvocalised word can be read as when it is a verb.

Stems come from `data/verb_stems.txt` (built by `scripts/build_morphology.py` from CAMeL Morph); subject letters and
endings are few and stand here. Readings are possibilities: كتب is both "he wrote" and "books", and the context decides
elsewhere. Proclitics (و ف س ل) are not part of the word given here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

Tense = Literal["past", "present"]
# (person, number, gender); "" where the form does not tell.
Agreement = tuple[str, str, str]

# The subject letter of the imperfect, and what it says.
PERSONS: dict[str, tuple[str, str]] = {"ي": ("3", "m"), "ت": ("3", "f"), "ن": ("1", ""), "ا": ("1", "")}
# Enclitic object pronouns.
ENCLITICS = ("ه", "ها", "هم", "هما", "هن", "ني", "نا", "ك", "كم")

_HE, _SHE, _THEY, _TWO, _THEY_F = ("3", "s", "m"), ("3", "s", "f"), ("3", "p", "m"), ("3", "d", ""), ("3", "p", "f")
_WE, _YOU = ("1", "p", ""), ("2", "p", "")
_PAST_VOWEL = {"": _HE, "ت": _SHE, "ا": _TWO, "تا": ("3", "d", "f"), "وا": _THEY, "و+": _THEY}
_PAST_CONSONANT = {"ت": ("1", "s", ""), "ن": _THEY_F, "نا": _WE, "تم": _YOU}
_PRESENT_VOWEL = {"": _HE, "ون": _THEY, "وا": _THEY, "و+": _THEY, "ان": _TWO, "ا": _TWO, "ين": ("2", "s", "f")}
_WEAK = {"": _HE, "ون": _THEY, "وا": _THEY, "و+": _THEY, "ين": _THEY_F}
# Endings by tense and class of stem: s sound, v before vowels, c before consonants, y in alif maqsura, i in ya, w in
# waw or alif, h in hamza, u before waw only. An ending with + stands only before an enclitic pronoun.
ENDINGS: dict[str, dict[str, dict[str, Agreement]]] = {
    "p": {
        "s": {**_PAST_CONSONANT, **_PAST_VOWEL},
        "v": _PAST_VOWEL,
        "c": _PAST_CONSONANT,
        "y": {"ي": _HE, "ا+": _HE, "ت": _SHE, "تا": ("3", "d", "f"), "وا": _THEY, "و+": _THEY, "يا": _TWO, "ينا": _WE}
        | {"يت": ("1", "s", ""), "ين": _THEY_F},
        "i": {"ي": _HE, "يت": _SHE, "وا": _THEY, "و+": _THEY, "يا": _TWO, "ينا": _WE, "ين": _THEY_F},
        "w": {"ا": _HE, "ت": _SHE, "تا": ("3", "d", "f"), "وا": _THEY, "و+": _THEY, "ونا": _WE, "وت": ("1", "s", "")},
        "h": {"ا": _HE, "ات": _SHE, "اوا": _THEY, "ووا": _THEY, "انا": _WE, "ان": _THEY_F},
        "u": {"وا": _THEY},
    },
    "i": {
        "s": {"ن": _THEY_F, **_PRESENT_VOWEL},
        "v": _PRESENT_VOWEL,
        "c": {"": _HE, "ن": _THEY_F},
        "y": {**_WEAK, "ي": _HE, "ا+": _HE, "ا": _HE, "يان": _TWO},
        "i": {**_WEAK, "ي": _HE, "يان": _TWO},
        "w": {**_WEAK, "و": _HE, "وان": _TWO},
        "h": {"ا": _HE, "و+": _HE, "ون": _THEY, "وون": _THEY, "اون": _THEY, "وا": _THEY, "ووا": _THEY, "ان": _TWO},
    },
}


class Reading(NamedTuple):
    """One way to read a word as a finite verb; `grade` 1 to 4 says how much news uses the verb."""

    tense: Tense
    person: str
    number: str
    gender: str
    passive: bool
    pronoun: bool
    grade: int


@cache
def _stems() -> dict[str, str]:
    text = (files("tawatur.languages.ar") / "data" / "verb_stems.txt").read_text(encoding="utf-8")
    return dict(line.split(" ", 1) for line in text.splitlines())


@cache
def _endings(tense: str) -> dict[str, tuple[str, ...]]:
    """The endings of a tense by their last letter, the longest first; any word may also have none."""
    known = {e.rstrip("+") for table in ENDINGS[tense].values() for e in table}
    last = {e[-1] for e in known if e}
    return {letter: tuple(sorted((e for e in known if e[-1:] in {letter, ""}), key=len)[::-1]) for letter in last}


def without_enclitic(folded: str) -> list[str]:
    """What is left of a word without each pronoun that it can end in."""
    enclitics = _ENCLITICS_BY_END.get(folded[-1:])
    return [folded[: -len(e)] for e in enclitics if folded.endswith(e)] if enclitics else []


_ENCLITICS_BY_END = {end: tuple(e for e in ENCLITICS if e[-1] == end) for end in {e[-1] for e in ENCLITICS}}


@lru_cache(maxsize=32768)
def readings(folded: str) -> tuple[Reading, ...]:
    """Every finite-verb reading of a folded word without proclitics, third person and common verbs first."""
    found: dict[Reading, None] = {}
    stems, past, present = _stems(), _endings("p"), _endings("i")
    for host in (folded, *without_enclitic(folded)):
        if len(host) < 2:
            continue
        for ending in past.get(host[-1], _NO_ENDING):
            if host.endswith(ending) and (codes := stems.get(host[: len(host) - len(ending)])):
                found.update(dict.fromkeys(_past(ending, _codes(codes, "p"), host != folded)))
        if host[0] not in PERSONS or len(host) < 3:
            continue
        for ending in present.get(host[-1], _NO_ENDING):
            if host.endswith(ending) and (codes := stems.get(host[1 : len(host) - len(ending)])):
                found.update(dict.fromkeys(_present(host[0], ending, _codes(codes, "i"), host != folded)))
    if not found:
        return ()
    active = {(r.tense, r.person, r.number, r.gender, r.pronoun) for r in found if not r.passive}
    kept = [r for r in found if not r.passive or (r.tense, r.person, r.number, r.gender, r.pronoun) not in active]
    return tuple(sorted(kept, key=lambda r: (r.person != "3", r.pronoun, -r.grade, r.passive, "spd".find(r.number))))


_NO_ENDING = ("",)


def _past(ending: str, codes: list[str], pronoun: bool) -> Iterator[Reading]:
    for code in codes:
        agreement = _agreement("p", code, ending, pronoun)
        if agreement:
            yield _reading("past", agreement, code, pronoun)


def _present(letter: str, ending: str, codes: list[str], pronoun: bool) -> Iterator[Reading]:
    """The readings of a known stem after a subject letter."""
    for code in codes:
        agreement = _agreement("i", code, ending, pronoun)
        if agreement is None:
            continue
        person, number, gender = agreement
        if person == "2":  # تكتبين: only after ت
            if letter != "ت":
                continue
        elif PERSONS[letter][0] == "1":
            if number != "s":
                continue
            number, gender = ("p" if letter == "ن" else "s"), ""
            person = "1"
        elif letter == "ت":
            if number == "p" and gender == "m":
                person = "2"
            elif gender == "f":  # هن takes ي
                continue
            else:
                gender = "f"
        yield _reading("present", (person, number, gender), code, pronoun)


@lru_cache(maxsize=4096)
def _codes(codes: str, tense: str) -> list[str]:
    return [code for code in codes.split(" ") if code[0] == tense]


def _agreement(tense: str, code: str, ending: str, pronoun: bool) -> Agreement | None:
    table = ENDINGS[tense][code[1]]
    if pronoun:
        # A word that ends in و or ا before a pronoun drops the silent alif (كتبوه) or shows the long one (أعطاه).
        bare = ending not in {"وا", "ي"} and table.get(ending)
        return table.get(ending + "+") or bare or None
    return table.get(ending)


@lru_cache(maxsize=1024)
def _reading(tense: Tense, agreement: Agreement, code: str, pronoun: bool) -> Reading:
    person, number, gender = agreement
    return Reading(tense, person, number, gender, code[2] == "p", pronoun, int(code[3]))
