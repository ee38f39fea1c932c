from __future__ import annotations

from copy import deepcopy

from evaluation.corpus import load, sample_story
from evaluation.matching import Json
from evaluation.misses import around, misses

CASE = sample_story()
WIRE = load(CASE.inputs[0])
ID = WIRE["id"]


def _gold() -> Json:
    """The annotation of the wire alone, whose stored text is its title and text."""
    gold = deepcopy(CASE.gold)
    gold["articles"] = [a for a in gold["articles"] if a["id"] == ID]
    gold["statements"] = [s for s in gold["statements"] if s["article"] == ID]
    gold["dates"] = [d for d in gold["dates"] if d["article"] == ID]
    return gold


def _dossier() -> Json:
    dossier = _gold()
    dossier["articles"][0]["text"] = f"{WIRE['title']}\n{WIRE['text']}"
    return dossier


def test_a_perfect_dossier_has_none() -> None:
    assert list(misses(_dossier(), _gold())) == []


def test_each_kind_of_miss_is_named_with_its_words() -> None:
    dossier, gold = _dossier(), _gold()
    lost = dossier["statements"].pop()
    dossier["statements"][0]["content"] = [0, 3]
    dossier["statements"][1]["chain"] = dossier["statements"][1]["chain"][:1]
    dossier["dates"][0]["value"] = "2000-01-01"
    lost_date = dossier["dates"].pop()
    lines = list(misses(dossier, gold))
    assert sum("missed statement" in line for line in lines) == 2
    assert sum("extra statement" in line for line in lines) == 1
    assert sum("speaker of" in line for line in lines) == 1
    assert sum("found 2000-01-01" in line for line in lines) == 1
    text = dossier["articles"][0]["text"]
    assert any("missed statement" in line and f"[{text[slice(*lost['content'])]}]" in line for line in lines)
    assert any("missed date" in line and f"[{text[slice(*lost_date['span'])]}]" in line for line in lines)


def test_a_missing_article_is_one_line() -> None:
    dossier = _dossier()
    dossier["articles"], dossier["statements"], dossier["dates"] = [], [], []
    assert list(misses(dossier, _gold())) == [f"{ID}: the article itself is missing"]


def test_the_words_around_stay_on_one_line() -> None:
    assert around("أول\nثان\nثالث", (4, 7)) == "…أول / [ثان] / ثالث…"
