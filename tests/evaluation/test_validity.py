from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from typing import Any

import pytest
from evaluation.corpus import load
from evaluation.validity import problems

from tests.evaluation.gold_data import STORIES, needs_gold

TEXT = "أعلن الدفاع المدني مقتل تسعة"
GOLD: dict[str, Any] = {
    "articles": [{"id": "a", "outlet": "x", "sha256": sha256(TEXT.encode()).hexdigest()}],
    "sources": {
        "outlet:x": {"kind": "outlet", "name": "x"},
        "src:cd": {"kind": "organisation", "name": "الدفاع المدني"},
    },
    "statements": [
        {
            "id": "a.01",
            "article": "a",
            "content": [19, 28],
            "source": [5, 18],
            "cue": [0, 4],
            "via": None,
            "chain": ["outlet:x", "src:cd"],
            "explicitness": "explicit",
            "mode": "indirect",
            "kind": "fact",
            "polarity": "+",
            "certainty": "certain",
        }
    ],
    "claims": [{"id": "c1", "gloss": "nine died", "members": ["a.01"], "roots": ["src:cd"], "independent": [1, 1]}],
    "relations": [],
    "dates": [],
}


def test_a_valid_story_has_no_problem() -> None:
    assert problems(GOLD, {"a": TEXT}) == []


BREAKS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "differs from its hash": lambda g: g["articles"][0].update(sha256="0"),
    "no text for article": lambda g: g["articles"].append({"id": "b", "sha256": ""}),
    "bad span": lambda g: g["statements"][0].update(cue=[0, 5]),
    "no content": lambda g: g["statements"][0].update(content=None),
    "own voice and chain": lambda g: g["statements"][0].update(explicitness="none"),
    "must start at an outlet": lambda g: g["statements"][0].update(chain=["src:cd", "src:cd"]),
    "is not listed": lambda g: g["statements"][0].update(chain=["outlet:x", "src:new"]),
    "kind rumour": lambda g: g["statements"][0].update(kind="rumour"),
    "not unique": lambda g: g["statements"].append(g["statements"][0]),
    "in 0 claims": lambda g: g["claims"][0].update(members=[]),
    "unknown member": lambda g: g["claims"][0].update(members=["a.01", "a.02"]),
    "unknown root": lambda g: g["claims"][0].update(roots=["src:new"]),
    "interval 0 to 5": lambda g: g["claims"][0].update(independent=[0, 5]),
    "bad relation": lambda g: g["relations"].append({"a": "c1", "b": "c1", "type": "rivalry", "slot": "number"}),
    "bad span [0, 99]": lambda g: g["dates"].append({"article": "a", "span": [0, 99]}),
    "unknown article": lambda g: g["statements"][0].update(article="b"),
}


@pytest.mark.parametrize("problem", BREAKS)
def test_each_breach_is_named(problem: str) -> None:
    gold = deepcopy(GOLD)
    BREAKS[problem](gold)
    assert any(problem in line for line in problems(gold, {"a": TEXT}))


@needs_gold
def test_the_annotated_stories_are_valid() -> None:
    for case in STORIES:
        texts = {a["id"]: f"{a['title']}\n{a['text']}" for a in load(case.inputs[0])["articles"]}
        assert problems(case.gold, texts) == []
