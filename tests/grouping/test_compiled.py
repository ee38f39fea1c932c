from __future__ import annotations

import math
from random import Random

import pytest

from tawatur.grouping import Grouping, Stream, memory
from tawatur.grouping.arithmetic import exp, log2
from tawatur.model import Article
from tests.grouping.invented import FERRY, FERRY_AGAIN, FERRY_THIRD, VINEYARD, article


def some(count: int) -> list[Article]:
    """Invented reports over three weeks, each with words of its own."""
    random, letters = Random(7), "بتثجحخدذرزسشصضطظعغفقكلمنهوي"
    found = []
    for at in range(count):
        title, body = random.choice((FERRY, FERRY_AGAIN, FERRY_THIRD, VINEYARD))
        own = " ".join("".join(random.choices(letters, k=6)) for _ in range(random.randrange(25)))
        hours = at * 500 // count
        when = f"2031-05-{1 + hours // 24:02d}T{hours % 24:02d}:{random.randrange(60):02d}:00Z"
        found.append(article(f"n{at}", random.choice(("alef", "beh", "jim")), (title, f"{own}. {body} {own}"), when))
    return sorted(found, key=lambda one: (one.published or "", one.id))


def told(articles: list[Article]) -> Grouping:
    stream = Stream()
    for one in articles:
        stream.add(one)
    return stream.stories()


def test_kernels_do_the_same_compiled_and_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = some(160)
    monkeypatch.setattr(memory, "_UNSWEPT", 20)
    monkeypatch.setattr(memory, "_PART", 1000)
    monkeypatch.setattr(memory, "_TERMS", 200)
    monkeypatch.setattr(memory, "PLAIN_UP_TO", 0)
    compiled = told(articles)
    monkeypatch.setattr(memory, "PLAIN_UP_TO", 1000)
    monkeypatch.setattr(memory, "at_hand", lambda kernel: kernel)
    assert told(articles) == compiled
    assert any(len(story.members) > 2 for story in compiled.stories)


def test_when_the_memory_is_put_in_order_shows_in_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = some(90)
    seldom = told(articles)
    monkeypatch.setattr(memory, "_UNSWEPT", 1)
    monkeypatch.setattr(memory, "_PART", 1000)
    monkeypatch.setattr(memory, "_TERMS", 1)
    assert told(articles) == seldom


@pytest.mark.parametrize("x", [1e-9, 0.1, 0.5, 0.7071, 0.999, 1.0, 1.5, 2.0, 12345.678])
def test_logarithms_and_powers_are_right(x: float) -> None:
    assert log2(x) == pytest.approx(math.log2(x), rel=1e-14, abs=1e-14)
    assert exp(-x) == pytest.approx(math.exp(-min(x, 700)), rel=1e-13)
    assert exp(min(x, 700)) == pytest.approx(math.exp(min(x, 700)), rel=1e-13)
