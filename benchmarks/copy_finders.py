"""Who looks for copies: tawatur, and MinHash with locality-sensitive hashing by datasketch and rensa.

Each gives figures by name: `pairs` as places of articles, and articles a second of processor time. The peers get lists
of words, ours its integer words, before the clock starts; shingling and hashing are inside it. A peer's answer is what
its index returns, pairs of one outlet left out; articles too short for a shingle, all of them alike to it, stay out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from benchmarks.copy_texts import runs, worded
from tawatur.model import Article

PERMUTATIONS, SHINGLES, THRESHOLDS = 128, (8, 3), (0.2, 0.5)
BANDS = {0.2: 64, 0.5: 32}  # for rensa, which wants a number that divides the permutations; as datasketch chooses
PairSet = set[tuple[int, int]]


@dataclass(slots=True)
class Found:
    """One answer: what it is called, its pairs, and speeds by name in articles a second."""

    name: str
    pairs: PairSet
    speeds: dict[str, float]
    notes: dict[str, float] = field(default_factory=dict)


def tawatur(articles: list[Article], _folded: bool) -> Iterator[Found]:
    """The corpus finder, its kernels compiled before; speeds of its stages, each with those before it."""
    from tawatur.stories import find_copies_among
    from tawatur.stories.corpus.aligned import align_pairs
    from tawatur.stories.corpus.finding import in_order_of_time, numbered_outlets
    from tawatur.stories.corpus.prints import candidates
    from tawatur.stories.corpus.settings import DEFAULT
    from tawatur.stories.corpus.words import read_words

    find_copies_among(articles[:300])
    clock = time.process_time
    start = clock()
    ordered, minutes = in_order_of_time(articles)
    words = read_words(ordered)
    read = clock()
    pairs = candidates(words, numbered_outlets(ordered), minutes, DEFAULT)
    met = clock()
    align_pairs(pairs, words, DEFAULT)
    aligned = clock()
    copies = find_copies_among(articles)
    done = clock()
    place = {article.id: at for at, article in enumerate(articles)}
    number = len(articles)
    verbatim = {_pair(place[p.a], place[p.b]) for p in copies.pairs if p.verbatim >= DEFAULT.least_share}
    speeds = {
        "candidates": number / (met - read),
        "aligned": number / (aligned - read),
        "aligned, reading included": number / (aligned - start),
        "all, direction and records included": number / (done - aligned),
    }
    notes = {
        "candidates": float(copies.aligned),
        "told": float(len(copies.pairs)),
        "standing": float(sum(pair.standing for pair in copies.pairs)),
        "credited": float(sum(pair.reasons[1].code == "stories.copy_credited" for pair in copies.pairs)),
    }
    yield Found("tawatur", verbatim, speeds, notes)


def datasketch(articles: list[Article], folded: bool) -> Iterator[Found]:
    """MinHash and MinHashLSH as its documentation shows them."""
    from datasketch import MinHash, MinHashLSH

    found = [worded(article, folded) for article in articles]
    for size in SHINGLES:
        start = time.process_time()
        hashed = {}
        for at, one in enumerate(found):
            if own := runs(one, size):
                hashed[at] = MinHash(num_perm=PERMUTATIONS)
                hashed[at].update_batch([run.encode() for run in own])
        made = time.process_time() - start
        for threshold in THRESHOLDS:
            start = time.process_time()
            index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
            for at, minhash in hashed.items():
                index.insert(at, minhash)
            pairs = _cross(((at, index.query(minhash)) for at, minhash in hashed.items()), articles)
            spent = made + time.process_time() - start
            yield Found(_called(size, threshold), pairs, {"candidates": len(articles) / spent})


def rensa(articles: list[Article], folded: bool) -> Iterator[Found]:
    """RMinHash and RMinHashLSH, made in one batch."""
    from rensa import RMinHash, RMinHashLSH

    found = [worded(article, folded) for article in articles]
    for size in SHINGLES:
        start = time.process_time()
        owned = {at: list(own) for at, one in enumerate(found) if (own := runs(one, size))}
        hashed = RMinHash.from_token_sets(list(owned.values()), PERMUTATIONS, 42)
        made = time.process_time() - start
        for threshold in THRESHOLDS:
            start = time.process_time()
            index = RMinHashLSH(threshold, PERMUTATIONS, BANDS[threshold])
            index.insert_pairs(list(zip(owned, hashed, strict=True)))
            pairs = _cross(zip(owned, index.query_all(hashed), strict=True), articles)
            spent = made + time.process_time() - start
            yield Found(_called(size, threshold), pairs, {"candidates": len(articles) / spent})


FINDERS: dict[str, Callable[[list[Article], bool], Iterator[Found]]] = {
    "tawatur": tawatur,
    "datasketch": datasketch,
    "rensa": rensa,
}


def _called(size: int, threshold: float) -> str:
    return f"{size} words, {threshold:g}"


def _pair(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _cross(answers: Iterable[tuple[int, Iterable[int]]], articles: list[Article]) -> PairSet:
    return {
        _pair(at, other) for at, others in answers for other in others if articles[at].outlet != articles[other].outlet
    }
