"""The kernels beside plain Python that does the same, on small random texts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.passages import align
from tawatur.stories.corpus.prints import common_prints, pairs_sharing, prints_of, text_bits
from tawatur.stories.corpus.verbatim import different_shingles

SEED, GAP, LEAST, DENSITY, VERBATIM = 3, 2, 5, 600, 4
Text = list[int]
texts_of = st.lists(st.lists(st.integers(0, 6), max_size=40), min_size=2, max_size=6)


def flat(texts: Sequence[Text]) -> tuple[Array, Array]:
    starts = np.concatenate([[0], np.cumsum([len(text) for text in texts])]).astype(np.int64)
    return np.asarray([word for text in texts for word in text], np.int32), starts


def plain_runs(a: Text, b: Text) -> list[tuple[int, int, int]]:
    """Maximal runs found by one of a seed's first eight places, the longest first, none overlapping another."""
    found = set()
    for i in range(len(a) - SEED + 1):
        places = [j for j in range(len(b) - SEED + 1) if a[i : i + SEED] == b[j : j + SEED]]
        for j in places[:8]:
            first_i, first_j, end = i, j, SEED
            while first_i and first_j and a[first_i - 1] == b[first_j - 1]:
                first_i, first_j = first_i - 1, first_j - 1
            while i + end < len(a) and j + end < len(b) and a[i + end] == b[j + end]:
                end += 1
            found.add((first_i, first_j, i + end - first_i))
    kept = list[tuple[int, int, int]]()
    in_a, in_b = set[int](), set[int]()
    for i, j, size in sorted(found, key=lambda run: (-run[2], run[0], abs(run[0] - run[1]), run[1])):
        while size and (i + size - 1 in in_a or j + size - 1 in in_b):
            size -= 1
        while size and (i in in_a or j in in_b):
            i, j, size = i + 1, j + 1, size - 1
        free = in_a.isdisjoint(range(i, i + size)) and in_b.isdisjoint(range(j, j + size))
        if size >= SEED and free:
            kept.append((i, j, size))
            in_a.update(range(i, i + size))
            in_b.update(range(j, j + size))
    return sorted(kept)


def plain_passages(a: Text, b: Text) -> list[tuple[int, int, int, int, int]]:
    groups = list[list[tuple[int, int, int]]]()
    for run in plain_runs(a, b):
        last = groups[-1][-1] if groups else None
        if last and 0 <= run[0] - last[0] - last[2] <= GAP and 0 <= run[1] - last[1] - last[2] <= GAP:
            groups[-1].append(run)
        else:
            groups.append([run])
    found = []
    for group in groups:
        (i, j, _), (last_i, last_j, size) = group[0], group[-1]
        equal = sum(run[2] for run in group)
        longer = max(last_i + size - i, last_j + size - j)
        if equal >= LEAST and equal * 1000 >= longer * DENSITY:
            found.append((i, last_i + size, j, last_j + size, equal))
    return found


def shingles(text: Text, size: int) -> set[tuple[int, ...]]:
    return {tuple(text[at : at + size]) for at in range(len(text) - size + 1)}


@given(texts_of)
@settings(max_examples=150, deadline=None)
def test_passages_and_shared_shingles(texts: list[Text]) -> None:
    words, starts = flat(texts)
    pairs = np.asarray([(i, j, 0) for j in range(len(texts)) for i in range(j)], np.int32)
    passages, first_of, runs, same = align(pairs, starts, words, words, SEED, GAP, LEAST, DENSITY, VERBATIM)
    for at, (i, j, _) in enumerate(pairs.tolist()):
        rows = passages[first_of[at] : first_of[at + 1]]
        assert [tuple(row[:5]) for row in rows.tolist()] == plain_passages(texts[i], texts[j])
        for row in rows.tolist():
            assert row[4] == runs[row[5] : row[6], 1].sum()
        assert same[at] == len(shingles(texts[i], VERBATIM) & shingles(texts[j], VERBATIM))
    counted = different_shingles(words, starts, VERBATIM).tolist()
    assert counted == [len(shingles(text, VERBATIM)) for text in texts]


def test_a_run_is_found_though_its_first_words_are_everywhere() -> None:
    formula = [1, 2, 3]
    a = [*formula, 10, 11, 12, 13, 14]
    b = [word for at in range(12) for word in (*formula, 20 + at)] + a
    words, starts = flat([a, b])
    passages, *_ = align(np.asarray([(0, 1, 0)], np.int32), starts, words, words, SEED, GAP, LEAST, DENSITY, VERBATIM)
    assert passages[0, :5].tolist() == [0, len(a), len(b) - len(a), len(b), len(a)]


@given(texts_of, st.integers(1, 4), st.integers(1, 4))
@settings(max_examples=80, deadline=None)
def test_winnowing_keeps_a_print_of_every_shared_run(texts: list[Text], shingle: int, window: int) -> None:
    words, starts = flat(texts)
    hashes = (words.astype(np.uint64) + np.uint64(1)) * np.uint64(0xD6E8FEB86659FD93)
    prints = prints_of(hashes, starts, shingle, window)
    assert prints.tolist() == sorted(set(prints.tolist()))
    bits = text_bits(len(texts))
    of = [{p >> bits for p in prints.tolist() if p & ((1 << bits) - 1) == at} for at in range(len(texts))]
    length = shingle + window - 1
    for i in range(len(texts)):
        for j in range(i):
            if shingles(texts[i], length) & shingles(texts[j], length):
                assert of[i] & of[j]


@given(texts_of, st.integers(1, 4), st.integers(1, 3), st.integers(0, 500), st.booleans(), st.data())
@settings(max_examples=100, deadline=None)
def test_pairs_share_enough_prints(
    texts: list[Text], most: int, least: int, permille: int, one_outlet: bool, data: st.DataObject
) -> None:
    number, bits = len(texts), text_bits(len(texts))
    outlets = np.asarray(data.draw(st.lists(st.integers(0, 2), min_size=number, max_size=number)), np.int32)
    dated = sorted(data.draw(st.lists(st.integers(0, 30), max_size=number)))
    hours = np.asarray([*dated, *[-1] * (number - len(dated))], np.int64)
    prints = np.unique(np.asarray([w << bits | at for at, text in enumerate(texts) for w in text], np.uint64))
    common = common_prints(prints, bits, outlets, most, 1)
    found = pairs_sharing(prints, common, bits, number, outlets, hours, 10, most, least, permille, one_outlet)
    holders = {word: [at for at in range(number) if word in texts[at]] for word in range(7)}
    rare = {
        word: held
        for word, held in holders.items()
        if not (len(held) > most and len(held) > len({outlets[at] for at in held}))
    }
    sizes = [sum(at in held for held in rare.values()) for at in range(number)]
    expected = []
    for j in range(number):
        for i in range(j):
            near = hours[j] < 0 or hours[j] - hours[i] <= 10
            count = sum(i in held and j in held and held.index(j) - held.index(i) <= most for held in rare.values())
            if not near or (outlets[i] == outlets[j] and not one_outlet) or count < least:
                continue
            if count * 1000 >= permille * min(sizes[i], sizes[j]):
                expected.append([i, j, count])
    assert found.tolist() == expected
