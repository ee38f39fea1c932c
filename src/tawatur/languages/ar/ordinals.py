"""Arabic ordinals in words: "الرابع عشر", "الحادي والعشرين", "المئة والخامسة والعشرون"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.number_words import (
    entry_at,
    joined_entry,
    number_table,
    ordinal_table,
    strip_clitics,
)
from tawatur.languages.ar.script import Word


def read_ordinal(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    """The ordinal at `words[i]` below a thousand, and the index after it."""
    hit = strip_clitics(words[i].folded, ordinal_table())
    if hit is None:
        entry = strip_clitics(words[i].folded, number_table())
        return _from_cardinal(words, i, entry[1]) if entry and "ال" in entry[0] else None
    value = ordinal_table()[hit[1]]
    following = entry_at(words, i + 1)
    unit = 1 if value == 11 else value
    if following and following.value == 10 and not words[i + 1].folded.startswith("ال"):
        return unit + 10, i + 2
    if unit < 10 and (tens := _tens(words, i + 1)):
        return unit + tens[0], tens[1]
    return (value, i + 1) if value != 11 else None


def _tens(words: Sequence[Word], i: int) -> tuple[int, int] | None:
    joined = joined_entry(words, i)
    return (int(joined[0].value), joined[1] + 1) if joined and joined[0].kind == "ten" else None


def _from_cardinal(words: Sequence[Word], i: int, form: str) -> tuple[int, int] | None:
    """What cardinals with the article stand for: tens, hundreds with what follows them, "one and twenty"."""
    entry = number_table()[form]
    if entry.kind == "ten":
        return int(entry.value), i + 1
    if entry.kind == "one" and entry.value == 1 and (tens := _tens(words, i + 1)):
        return 1 + tens[0], tens[1]
    if entry.kind != "hundred":
        return None
    if i + 1 < len(words) and words[i + 1].folded.startswith("وال") and (rest := read_ordinal(words, i + 1)):
        return (int(entry.value) + rest[0], rest[1]) if rest[0] < 100 else None
    return int(entry.value), i + 1
