"""Texts of one article: the same address, or nearly the same words of one outlet within days; the latest counts.

Candidates come from an index of addresses and of the smallest hashes of a text's word runs (bottom-k sketches, Broder
1997; Cohen and Kaplan 2007); they are then compared word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from typing import Generic, TypeVar
from zlib import crc32

from tawatur.model import Article, Change, Reason, Version
from tawatur.reading.addresses import identity, is_front

T = TypeVar("T")
RUN = 3  # words of a run
SKETCH = 6  # smallest hashes kept of a text: two texts that share 0.8 of their runs share none of six in 1 of 10,000
ALIKE = 0.8  # of the runs of two texts of one outlet in common, from which they are one article; by judgement
ALIKE_AT_ADDRESS = 0.1  # at one address; two texts that share less are two articles under a careless address
DAYS = 2  # between two near-identical texts under two addresses; what comes every day in the same words is not one
LEAST_WORDS = 20  # a shorter text is told by its address alone
MOST_WORDS = 4000  # of a text compared word by word, a longer one is compared line by line
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]+")


@dataclass(slots=True)
class Known(Generic[T]):
    """Where to find the articles seen so far by their addresses and sketches; it holds handles, no texts."""

    _by_address: dict[bytes, T] = field(default_factory=dict)
    _by_words: dict[bytes, T] = field(default_factory=dict)

    def near(self, article: Article) -> Iterator[T]:
        """The handles of articles that may be other versions of this one, each once, the same address first."""
        found: list[T] = []
        for table, keys in (
            (self._by_address, _addresses(article)),
            (self._by_words, _sketch(article.outlet, article.text)),
        ):
            for key in keys:
                handle = table.get(key)
                if handle is not None and handle not in found:
                    found.append(handle)
                    yield handle

    def add(self, article: Article, handle: T) -> None:
        """Take the article in; a later version takes the place of the one before."""
        self._by_address.update(dict.fromkeys(_addresses(article), handle))
        self._by_words.update(dict.fromkeys(_sketch(article.outlet, article.text), handle))


def article_keys(article: Article) -> tuple[bytes, ...]:
    """The keys that texts of one article may have in common: of its address, of its wording; for an index of one's own.

    Articles that share one are candidates, to be judged by `kinship`.
    """
    return (*_addresses(article), *_sketch(article.outlet, article.text))


def address_keys(url: str) -> tuple[bytes, ...]:
    """The keys of an address, whatever article is there."""
    return tuple(_addresses(Article("", "", "", url=url)))


def kinship(a: Article, b: Article) -> Reason | None:
    """Why two articles are versions of one, or None where they are two."""
    shared = likeness(a.text, b.text)
    at = _address(a)
    if at and at == _address(b):
        same = shared >= ALIKE_AT_ADDRESS or a.text == b.text
        return Reason("reading.version.address", (b.canonical or b.url or at,)) if same else None
    if a.outlet != b.outlet or a.outlet.startswith("unknown:") or _apart(a.published, b.published):
        return None
    if min(len(a.text.split()), len(b.text.split())) < LEAST_WORDS or shared < ALIKE:
        return None
    return Reason("reading.version.wording", (f"{shared:.0%}",))


def likeness(a: str, b: str) -> float:
    """The share of their word runs that two texts have in common (Jaccard)."""
    ours, theirs = set(_runs(a)), set(_runs(b))
    return len(ours & theirs) / max(len(ours | theirs), 1)


def joined(a: Article, b: Article, reason: Reason) -> Article:
    """One article of two: the later one, with what the other and its versions said before.

    `a` was read first; its id stays that of the article.
    """
    last = b if _later(b, a) else a
    other = a if last is b else b
    earlier = [*other.versions, _version(other, reason), *last.versions]
    texts: dict[str, Version] = {}
    for version in earlier:
        if version.text != last.text:
            texts.setdefault(version.text, version)
    kept = sorted(texts.values(), key=lambda version: (version.fetched or "", version.published or ""))
    return replace(last, id=a.id, versions=compared(kept, last.text))


def holds(article: Article, text: str) -> bool:
    """Whether the article or a version of it is this very text."""
    return article.text == text or any(version.text == text for version in article.versions)


def compared(versions: Sequence[Version], text: str) -> tuple[Version, ...]:
    """Versions, oldest first, each with its changes against the next, the last against `text`."""
    after = [version.text for version in versions[1:]] + [text] * bool(versions)
    return tuple(_compared(version, later) for version, later in zip(versions, after, strict=True))


def changes(before: str, after: str) -> tuple[tuple[Change, ...], int, int]:
    """Where two texts differ, as spans of whole words (lines of long texts), and the words added and removed."""
    cut = _TOKEN if max(before.count(" "), after.count(" ")) < MOST_WORDS else _LINE
    old, new = list(cut.finditer(before)), list(cut.finditer(after))
    matcher = SequenceMatcher(None, [m.group() for m in old], [m.group() for m in new], autojunk=False)
    found, added, removed = [], 0, 0
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            change = Change(_span(old, i, j, len(before)), _span(new, k, m, len(after)))
            found.append(change)
            removed += len(before[slice(*change.before)].split())
            added += len(after[slice(*change.after)].split())
    return tuple(found), added, removed


def _compared(version: Version, after: str) -> Version:
    found, added, removed = changes(version.text, after)
    return replace(version, changes=found, added=added, removed=removed)


def _version(article: Article, reason: Reason) -> Version:
    return Version(
        text=article.text,
        reason=reason,
        url=article.url,
        published=article.published,
        fetched=article.fetched,
        origin=article.origin,
    )


def _later(b: Article, a: Article) -> bool:
    """Whether `b`, which was read after `a`, is the later text: by when both were fetched, or published."""
    for one, other in ((b.fetched, a.fetched), (b.published, a.published)):
        if one and other and one[:10] != other[:10]:
            return one > other
        if one and other and len(one) == len(other) and one != other:
            return one > other
    return True


def _apart(a: str | None, b: str | None) -> bool:
    try:
        return bool(a and b) and abs((date.fromisoformat(a[:10]) - date.fromisoformat(b[:10])).days) > DAYS  # type: ignore[index]
    except ValueError:
        return False


def _span(tokens: list[re.Match[str]], first: int, last: int, end: int) -> tuple[int, int]:
    if first < last:
        return tokens[first].start(), tokens[last - 1].end()
    at = tokens[first].start() if first < len(tokens) else end
    return at, at


def _runs(text: str) -> Iterator[str]:
    words = _WORD.findall(text)
    return map(" ".join, zip(*(words[at:] for at in range(min(RUN, max(len(words), 1)))), strict=False))


def _address(article: Article) -> str | None:
    """What all addresses of the article have in common, None for a front page or none."""
    url = article.canonical or article.url
    return identity(url) if url and not is_front(url) else None


def _addresses(article: Article) -> list[bytes]:
    at = _address(article)
    return [_hash(at)] if at else []


@lru_cache(maxsize=2)  # an article is looked for, then taken in
def _sketch(outlet: str, text: str) -> tuple[bytes, ...]:
    """The smallest hashes of the text's runs, each with the outlet in it: only texts of one outlet are versions."""
    if outlet.startswith("unknown:"):
        return ()
    # Two runs of one hash do no harm here: texts that share a key are compared.
    runs = {crc32(run.encode("utf-8", "replace")) for run in _runs(text)}
    return tuple(_hash(f"{outlet} {value}") for value in nsmallest(SKETCH, runs))


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
