"""Winnowed fingerprints of wording (Schleimer, Wilkerson and Aiken, "Winnowing", SIGMOD 2003), over folded words.

Of every `window` successive shingles of `shingle` words the smallest hash is kept, so two texts that share a run of
`window + shingle - 1` words share a fingerprint, wherever the run stands.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from tawatur.languages.ar.script import bare, words
from tawatur.model import Article, Span


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one article outside page chrome: comparison keys, places, fingerprints."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    prints: frozenset[int]


def wording(article: Article, shingle: int, window: int) -> Wording:
    """Read an article's words; signs are left out, so that punctuation never hides a copy."""
    chrome = sorted(part.span for part in article.chrome)
    keys, spans = list[str](), list[Span]()
    at = 0
    for word in words(article.text):
        while at < len(chrome) and chrome[at][1] <= word.start:
            at += 1
        if (at < len(chrome) and chrome[at][0] <= word.start) or not word.text[0].isalnum() or not word.folded:
            continue
        keys.append(bare(word.folded))
        spans.append((word.start, word.end))
    return Wording(tuple(keys), tuple(spans), winnow(keys, shingle, window))


def winnow(keys: list[str], shingle: int, window: int) -> frozenset[int]:
    """The winnowed fingerprints of a sequence of words; CRC-32 keeps them the same on every machine and run."""
    hashes = [zlib.crc32(" ".join(keys[i : i + shingle]).encode()) for i in range(len(keys) - shingle + 1)]
    if len(hashes) <= window:
        return frozenset(hashes and [min(hashes)])
    return frozenset(min(hashes[i : i + window]) for i in range(len(hashes) - window + 1))
