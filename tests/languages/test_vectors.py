from __future__ import annotations

import numpy as np

from tawatur.languages.ar.script import fold
from tawatur.languages.ar.stems import stem
from tawatur.languages.ar.vectors import unit, vectors


def cosine(a: str, b: str) -> float:
    rows = vectors([stem(fold(a)), stem(fold(b))])
    lengths = unit(rows)
    return float(rows[0] @ rows[1] / (lengths[0] * lengths[1]))


def test_words_of_one_kind_are_nearer_than_words_of_two() -> None:
    assert cosine("اعتقال", "توقيف") > 0.6 > cosine("اعتقال", "مباراة")
    assert cosine("قصف", "غارات") > cosine("قصف", "اقتصاد")


def test_a_stem_that_the_table_lacks_is_a_row_of_zeros_of_length_one() -> None:
    rows = vectors(["ضثقصخ", "رييس"])
    assert not rows[0].any()
    assert rows[1].any()
    assert unit(rows)[0] == 1.0


def test_rows_are_whole_numbers_of_one_byte() -> None:
    rows = vectors(["رييس", "وزير", "حكوم"])
    assert np.array_equal(rows, np.rint(rows))
    assert np.abs(rows).max() <= 127
