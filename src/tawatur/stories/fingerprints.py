"""Winnowed fingerprints of wording (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003), over keys of words.

Of every `window` successive shingles of `shingle` words the smallest hash is kept, so two texts that share a run of
`window + shingle - 1` words share a fingerprint, wherever the run stands.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache

from tawatur.languages.ar.naming import FILLERS, is_known
from tawatur.languages.ar.script import bare, fold, words_of
from tawatur.languages.ar.spelling import is_arabic_name
from tawatur.languages.ar.stems import stem
from tawatur.languages.lexicons import entries
from tawatur.model import Article, Span

_VOWELS = re.compile("[اويء]")
_SEPARATORS = re.compile("[.,٫٬]")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one article outside page chrome: comparison keys, which of them tell something, places, prints."""

    keys: tuple[str, ...]
    telling: tuple[bool, ...]
    spans: tuple[Span, ...]
    prints: frozenset[int]


def wording(article: Article, shingle: int, window: int) -> Wording:
    """Read an article's words; signs are left out, so that punctuation never hides a copy."""
    chrome = sorted(part.span for part in article.chrome)
    keys, telling, spans = list[str](), list[bool](), list[Span]()
    at = 0
    for word in words_of(article.text):
        while at < len(chrome) and chrome[at][1] <= word.start:
            at += 1
        if (at < len(chrome) and chrome[at][0] <= word.start) or not word.text[0].isalnum() or not word.folded:
            continue
        keys.append(key(word.folded))
        telling.append(tells(word.folded))
        spans.append((word.start, word.end))
    return Wording(tuple(keys), tuple(telling), tuple(spans), winnow(keys, shingle, window))


@lru_cache(maxsize=65536)
def key(folded: str) -> str:
    """What is compared of a folded word: its light stem without long vowels and hamza, its digits without separators.

    So an editor's spelling ("مسئول", "مسؤول"; "الأمريكية", "الأميركية"), conjunctions and endings hide no copy. A stem
    of which fewer than two letters would stay is kept whole.
    """
    if folded[0].isdigit():
        return _SEPARATORS.sub("", folded)
    short = stem(folded)
    bones = _VOWELS.sub("", short)
    return bones if len(bones) >= 2 else short


@lru_cache(maxsize=65536)
def tells(folded: str) -> bool:
    """Whether a word says something of what happened: no office, body, country, name, courtesy or bare link."""
    forms = (folded, bare(folded), folded[1:] if folded[0] in "ولب" else folded)
    return len(folded) > 2 and not any(
        form in FILLERS or form in _courtesies() or is_known(form) or is_arabic_name(form) for form in forms if form
    )


@cache
def _courtesies() -> frozenset[str]:
    return frozenset(fold(form) for entry in entries("ar", "courtesies") for form in entry["forms"])


def winnow(keys: list[str], shingle: int, window: int) -> frozenset[int]:
    """The winnowed fingerprints of a sequence of words; CRC-32 keeps them the same on every machine and run."""
    hashes = [zlib.crc32(" ".join(keys[i : i + shingle]).encode()) for i in range(len(keys) - shingle + 1)]
    if len(hashes) <= window:
        return frozenset(hashes and [min(hashes)])
    return frozenset(min(hashes[i : i + window]) for i in range(len(hashes) - window + 1))
