"""Candidate pairs aligned: their passages, what of them tells something, what parts of the shorter text they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tawatur.stories.corpus.forms import Array
from tawatur.stories.corpus.passages import align, telling_words, words_of_runs
from tawatur.stories.corpus.settings import CorpusCopySettings
from tawatur.stories.corpus.verbatim import different_shingles
from tawatur.stories.corpus.words import CorpusWords
from tawatur.stories.fingerprints import tells


@dataclass(frozen=True, slots=True)
class Aligned:
    """For each pair: its texts, where its passages begin in `passages`, and what is shared.

    Rows of `passages` are `(from a, to a, from b, to b, equal words, …)`, of which `shown` are told: those with enough
    words that tell something, or, of a `standing` pair, which has none of these, all.
    """

    pairs: Array
    first_of: Array
    passages: Array
    shown: Array
    share: Array
    verbatim: Array
    standing: Array

    def enough(self, least: float) -> list[int]:
        """The pairs that share this part of the shorter text, in passages that tell something, or verbatim."""
        shared = np.where(self.standing, 0.0, self.share)
        found: list[int] = np.flatnonzero((shared >= least) | (self.verbatim >= least)).tolist()
        return found

    def rows_of(self, at: int) -> Array:
        """The passages of a pair that are told."""
        first, end = self.first_of[at], self.first_of[at + 1]
        rows: Array = self.passages[first:end][self.shown[first:end]]
        return rows


def align_pairs(pairs: Array, words: CorpusWords, settings: CorpusCopySettings) -> Aligned:
    """Align the pairs, rows `(earlier, later, shared prints)` sorted by the later."""
    starts, folds = words.starts, words.folds
    passages, first_of, runs, same = align(
        pairs,
        starts,
        words.keys,
        folds,
        settings.seed,
        settings.gap,
        settings.least_words,
        round(settings.density * 1000),
        settings.verbatim,
    )
    used = np.zeros(len(words.folded), np.bool_)
    words_of_runs(pairs, first_of, passages, runs, starts, used, folds)
    telling = np.zeros(len(used), np.bool_)
    for number, word in enumerate(words.folded):
        if used[number]:
            telling[number] = tells(word)
    enough = telling_words(pairs, first_of, passages, runs, starts, telling, folds) >= settings.telling
    pair_of = np.repeat(np.arange(len(pairs)), np.diff(first_of))
    standing = np.bincount(pair_of, enough, len(pairs)) == 0
    shown = enough | standing[pair_of]
    equal = np.bincount(pair_of, passages[:, 4] * shown, len(pairs))
    shorter = np.minimum(*_of_both(np.diff(starts), pairs))
    fewer = np.minimum(*_of_both(different_shingles(folds, starts, settings.verbatim), pairs))
    share, verbatim = np.minimum(1.0, equal / np.maximum(1, shorter)), same / np.maximum(1, fewer)
    return Aligned(pairs, first_of, passages, shown, share, verbatim, standing)


def _of_both(counts: Array, pairs: Array) -> tuple[Array, Array]:
    return counts[pairs[:, 0]], counts[pairs[:, 1]]
