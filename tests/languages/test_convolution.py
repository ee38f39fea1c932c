"""The network's sums, its whole numbers, and its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.languages.convolution import LIMIT, Head, Layer, Network, load, log_shares, save


def network(dilations: tuple[int, ...] = (1, 2), width: int = 4, seed: int = 3) -> Network:
    """A network of random whole numbers."""
    draw = np.random.default_rng(seed)

    def layer(dilation: int) -> Layer:
        weights = draw.integers(-127, 128, (3, width, width)).astype(np.float32)
        return Layer(weights, np.full(width, 0.004, np.float32), np.ones(width, np.float32), dilation)

    head = Head(("yes", "no"), draw.integers(-9, 9, (width, 2)).astype(np.float32), np.ones(2), np.zeros(2))
    rows = {"a": 1, "b": 2, "c": 3}
    embeddings = np.concatenate([np.zeros((1, width)), draw.integers(-99, 99, (3, width))]).astype(np.float32)
    return Network(rows, embeddings, tuple(map(layer, dilations)), {"answer": head})


def by_hand(net: Network, words: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> list[list[float]]:
    """The same, one word and one tap at a time."""
    values = [list(map(float, row)) for row in np.clip(words, -LIMIT, LIMIT)]
    for layer in net.layers:
        new = []
        for at, row in enumerate(values):
            sums = [0.0] * net.width
            for tap, weights in zip((-1, 0, 1), layer.weights.tolist(), strict=True):
                k = at + tap * layer.dilation
                if 0 <= k < len(values):
                    sums = [
                        s + sum(v * w[c] for v, w in zip(values[k], weights, strict=True)) for c, s in enumerate(sums)
                    ]
            moved = [
                np.float32(np.float32(s) * scale) + bias
                for s, scale, bias in zip(sums, layer.scale, layer.bias, strict=True)
            ]
            new.append([min(LIMIT, v + float(np.rint(max(0, m)))) for v, m in zip(row, moved, strict=True)])
        values = new
    return values


def test_a_word_is_the_sum_of_its_features_and_unknown_ones_add_nothing() -> None:
    net = network()
    a, both, nothing = net.embedded([["a"], ["a", "c", "unheard"], []])
    assert a.tolist() == net.embeddings[1].tolist()
    assert both.tolist() == (net.embeddings[1] + net.embeddings[3]).tolist()
    assert nothing.tolist() == [0] * net.width


def test_layers_see_what_they_should() -> None:
    net = network()
    words = net.embedded([["a"], ["b"], ["c"], ["a", "b"], [], ["c"]])
    assert net.seen(words, [6]).tolist() == by_hand(net, words)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12), max_size=5))
def test_texts_read_together_are_read_as_alone(texts: list[list[str]]) -> None:
    net = network((1, 2, 4))
    words = net.embedded([[word] for text in texts for word in text]) if any(texts) else np.zeros((0, 4), np.float32)
    together = net.scores("answer", net.seen(words, list(map(len, texts)))).tolist()
    alone = []
    for text in texts:
        if text:
            alone += net.scores("answer", net.seen(net.embedded([[word] for word in text]), [len(text)])).tolist()
    assert together == alone


def test_runs_of_texts_and_pieces_of_products_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    net = network((1, 2, 4))
    lengths = [5, 0, 9, 1, 30]
    words = net.embedded([["abcd"[at % 4]] for at in range(sum(lengths))])
    at_once = net.scores("answer", net.seen(words, lengths)).tolist()
    monkeypatch.setattr("tawatur.languages.convolution._WORDS_AT_ONCE", 8)
    monkeypatch.setattr("tawatur.languages.convolution._PIECE", 50)
    assert net.scores("answer", net.seen(words, lengths)).tolist() == at_once


def test_the_file_holds_the_network_and_is_the_same_each_time(tmp_path: Path) -> None:
    net = network()
    save(net, tmp_path / "one.npz")
    again = load(tmp_path / "one.npz")
    save(again, tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    words = net.embedded([["a"], ["b"]])
    assert (
        again.scores("answer", again.seen(words, [2])).tolist() == net.scores("answer", net.seen(words, [2])).tolist()
    )


def test_the_file_holds_what_steps_between_labels_add(tmp_path: Path) -> None:
    net = network()
    steps = np.array([[0.5, -1.25], [0.0, 2.0]])
    chained = replace(net, heads={"answer": replace(net.heads["answer"], steps=steps)})
    save(net, tmp_path / "without.npz")
    save(chained, tmp_path / "with.npz")
    assert load(tmp_path / "without.npz").heads["answer"].steps is None
    read = load(tmp_path / "with.npz").heads["answer"].steps
    assert read is not None
    assert read.tolist() == steps.tolist()


def test_shares_sum_to_one_and_large_scores_do_no_harm() -> None:
    shares = np.exp(log_shares(np.array([[1000.0, 0.0], [-2.0, -2.0]])))
    assert shares.sum(axis=1).tolist() == pytest.approx([1.0, 1.0])
    assert shares[0, 0] == pytest.approx(1.0)
