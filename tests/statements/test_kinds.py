"""Of what kind statements are: by their own marks, by what stands beside them in an article, and by their words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tawatur.languages.convolution import Head, Layer, Network, save
from tawatur.statements.marks import Marks
from tawatur.statements.models import kinds_of, use_models

KINDS = ("fact", "position", "accusation", "prediction", "comment", "background")
EVEN = dict.fromkeys(KINDS, 1 / 6)
NEWS, OLD = [Marks(("news",))], [Marks(("old",))]


@pytest.fixture
def network(tmp_path: Path) -> Iterator[None]:
    """Says "fact" of news and "background" of old things, and of news after old things "comment"."""
    rows = {"news": 1, "old": 2}
    embeddings = np.array([[0, 0, 0], [10, 0, 0], [0, 10, 0]], dtype=np.float32)
    taps = np.zeros((3, 3, 3), dtype=np.float32)
    taps[0, 1, 2] = 1  # what is old fills the third place of the statement after it
    layer = Layer(taps, np.full(3, 2, dtype=np.float32), np.zeros(3, dtype=np.float32), 1)
    weights = np.zeros((3, 6), dtype=np.float32)
    weights[0, 0], weights[1, 5], weights[2, 4] = 1, 2, 1
    head = Head(KINDS, weights, np.full(6, 0.2), np.zeros(6))
    save(Network(rows, embeddings, (layer,), {"kinds": head}), tmp_path / "kinds.npz")
    use_models(tmp_path)
    yield
    use_models(None)


@pytest.mark.usefixtures("network")
def test_marks_tell_the_kind_and_so_do_those_of_the_statement_before() -> None:
    assert kinds_of([[(NEWS, EVEN), (OLD, EVEN), (NEWS, EVEN)]]) == [["fact", "background", "comment"]]


@pytest.mark.usefixtures("network")
def test_no_article_sees_another_and_some_say_nothing() -> None:
    articles = [[(OLD, EVEN)], [], [(NEWS, EVEN)]]
    assert kinds_of(articles) == [["background"], [], ["fact"]]
    assert kinds_of([]) == []
    assert kinds_of([[], []]) == [[], []]


@pytest.mark.usefixtures("network")
def test_words_decide_where_marks_tell_nothing() -> None:
    unknown = [Marks(("never seen",))]
    assert kinds_of([[(unknown, {**EVEN, "position": 0.9})]]) == [["position"]]
    assert kinds_of([[(NEWS, {**EVEN, "position": 0.9})]]) == [["fact"]]
