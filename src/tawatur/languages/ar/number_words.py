"""The words and digits that numbers are made of: a typed view of the lexicon `numbers`."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.languages.ar.script import MARKS, Word, fold
from tawatur.languages.lexicons import entries

_GROUPED = re.compile(r"[0-9]{1,3}(?:([,٬.])[0-9]{3})(?:\1[0-9]{3})*")


_MARKS = frozenset(chr(c) for c in range(0x600, 0x2070) if re.match(f"[{MARKS}]", chr(c)))


@dataclass(frozen=True, slots=True)
class Entry:
    """A number word: how it joins others, its value, how many of it a dual holds, the upper end of a vague one."""

    kind: str
    value: float
    times: int = 1
    high: float | None = None


@cache
def number_table() -> dict[str, Entry]:
    """Folded cardinal words and fractions."""
    table: dict[str, Entry] = {}
    for e in entries("ar", "numbers"):
        if e["kind"] in ("ordinal", "many"):
            continue
        for form in e["forms"]:
            table.setdefault(fold(form), Entry(e["kind"], e["value"], e.get("times", 1)))
    return table


@cache
def many_table() -> dict[str, Entry]:
    """Folded words of an unnumbered many."""
    return {
        fold(form): Entry("many", e["low"], high=e.get("high"))
        for e in entries("ar", "numbers")
        if e["kind"] == "many"
        for form in e["forms"]
    }


@cache
def ordinal_table() -> dict[str, int]:
    """Folded ordinals and their values."""
    return {fold(f): e["value"] for e in entries("ar", "numbers") if e["kind"] == "ordinal" for f in e["forms"]}


@cache
def ordinal_forms() -> frozenset[str]:
    """Every folded word that can begin an ordinal."""
    return frozenset(ordinal_table()) | frozenset(form for form, entry in number_table().items() if entry.kind == "ten")


@cache
def number_forms() -> frozenset[str]:
    """Every folded number word, ordinals left out, for a quick look whether reading is worth while."""
    return frozenset(number_table()) | frozenset(many_table())


def may_be_number(folded: str) -> bool:
    """Whether a number can begin at such a word: the first, cheap look."""
    return folded in _spelled_numbers() or folded[:1].isdigit()


@cache
def _spelled_numbers() -> frozenset[str]:
    return frozenset(clitics + form for clitics in ("", *_CLITICS) for form in number_forms())


_CLITICS = ("ال", "و", "ب", "ل", "لل", "وال", "بال", "ولل", "وب", "ول", "ك", "ف", "فال", "وبال")


def strip_clitics(folded: str, known: Container[str]) -> tuple[str, str] | None:
    """`(clitics, form)` when `folded`, or what is left of it after و / ب / ل / ك / ف and the article, is `known`."""
    if folded in known:
        return "", folded
    if folded[:1] not in "اوبلكف":
        return None
    for clitic in _CLITICS:
        if folded.startswith(clitic) and folded[len(clitic) :] in known:
            return clitic, folded[len(clitic) :]
    return None


def after_clitics(word: Word, clitics: str) -> int:
    """The offset in the text where `word` begins once the letters of `clitics` and their marks are passed."""
    at = passed = 0
    while passed < len(clitics) and at < len(word.text):
        passed += word.text[at] not in _MARKS
        at += 1
    while at < len(word.text) and word.text[at] in _MARKS:
        at += 1
    return word.start + at


def is_digits(word: Word) -> bool:
    """Whether the word is a number in digits."""
    return word.folded[:1].isascii() and word.folded[:1].isdigit()


def digits_value(folded: str, *, decimal: bool = False) -> float | None:
    """The value of folded digits with their separators; a lone "1.500" counts thousands unless `decimal`."""
    body = folded.replace("٫", ".").replace("٬", ",")
    match = _GROUPED.fullmatch(body)
    if match and body[0] != "0" and not (decimal and body.count(match[1]) == 1):
        return float(body.replace(match[1], ""))
    if body.count(",") + body.count(".") > 1:
        parts = re.fullmatch(r"([0-9]{1,3}(?:,[0-9]{3})+)\.([0-9]+)", body)
        return float(body.replace(",", "")) if parts else None
    try:
        return float(body.replace(",", "."))
    except ValueError:
        return None


def entry_at(words: Sequence[Word], i: int) -> Entry | None:
    """The number word at `i`, with the article or without."""
    if i >= len(words):
        return None
    folded = words[i].folded
    return number_table().get(folded) or number_table().get(folded.removeprefix("ال"))


def joined_entry(words: Sequence[Word], i: int) -> tuple[Entry, int] | None:
    """The number word that "and" joins at `i`, and where it stands: at `i`, or behind an "and" that stands alone."""
    if i >= len(words):
        return None
    folded = words[i].folded
    if folded == "و":
        entry = entry_at(words, i + 1)
        return (entry, i + 1) if entry else None
    # "and one of ten" is spelt like "one"; only the ten after it tells.
    eleven = folded == "واحد" and i + 1 < len(words) and words[i + 1].folded == "عشر"
    if not folded.startswith("و") or (folded in number_table() and not eleven):
        return None
    entry = number_table().get(folded[1:]) or number_table().get(folded[1:].removeprefix("ال"))
    return (entry, i) if entry else None


def read_share(words: Sequence[Word], i: int) -> tuple[float, int] | None:
    """The fraction at `i` ("نصف", "ثلثي", "ثلاثة أرباع"), "and" written onto it or not, and the index after it."""
    hit = strip_clitics(words[i].folded, number_table()) if i < len(words) else None
    if hit is None or "ال" in hit[0]:
        return None
    entry = number_table()[hit[1]]
    if entry.kind == "part":
        return entry.value, i + 1
    parts = entry_at(words, i + 1)
    if entry.kind == "one" and parts and parts.kind == "parts" and not words[i + 1].folded.startswith("ال"):
        return entry.value * parts.value, i + 2
    return None


def joined_share(words: Sequence[Word], i: int) -> tuple[float, int] | None:
    """The fraction that "and" joins at `i` to a number or a noun before it ("ونصف", "و ثلاثة أرباع")."""
    joined = joined_entry(words, i)
    return read_share(words, joined[1]) if joined and joined[0].kind in ("part", "one") else None
