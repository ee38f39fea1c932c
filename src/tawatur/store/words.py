"""What full-text search compares: the words of a text as folded light stems, each with its place in the text.

Spelling variants (hamza seats, alif maqsura, ta marbuta, vowel marks, tatweel, presentation forms), Arabic and Latin
digits, clitics and endings never tell two words apart (`languages/ar`: `fold`, `stem`); accents of Latin letters
neither. Queries are read the same way. The stored text is never changed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from tawatur.languages.ar.script import MARKS, fold
from tawatur.languages.ar.stems import stem
from tawatur.model import Span

LONGEST = 64
"""Code points of a word that count; more are no word of a language."""
_READING = "1"  # goes up when words are read in another way
_LETTERS = rf"[^\W\d_]+(?:[{MARKS}\u0300-\u036f]+[^\W\d_]*)*"
WORD = re.compile(rf"{_LETTERS}|\d+(?:[.,٫٬]\d+)*")
_THOUSANDS = re.compile(r"[,٬](?=\d{3}(?!\d))")
_POINT = re.compile(r"[,٫٬]")
_ARABIC = re.compile("[\u0600-\u06ff]")


def keys(text: str) -> list[str]:
    """The keys of the words of a text, in order."""
    return [key for key in map(key_of, WORD.findall(text)) if key]


def placed(text: str) -> Iterator[tuple[str, Span]]:
    """The keys of the words of a text, each with its span."""
    for match in WORD.finditer(text):
        if key := key_of(match.group()):
            yield key, match.span()


@lru_cache(maxsize=1 << 17)
def key_of(word: str) -> str:
    """What a word is compared by; "" for one that holds nothing to compare."""
    if word[0].isdecimal():
        return _POINT.sub(".", _THOUSANDS.sub("", fold(_decimal(word))))[:LONGEST]
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word)
    folded = fold(word)
    if not folded.isascii() and not _ARABIC.search(folded):
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return stem(folded)[:LONGEST] if folded else ""


def _decimal(word: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in word)


@cache
def reading() -> str:
    """A mark of how words are read: an index that was made in another way is made anew."""
    owners = (files("tawatur.languages.ar") / "data" / "own_initials.txt").read_bytes()
    return f"{_READING}-{hashlib.sha256(owners).hexdigest()[:12]}"
