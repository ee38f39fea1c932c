from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from tawatur.model import Dossier
from tawatur.writing.gold import to_gold
from tests.invented_dossier import ferry, sample


def check(dossier: Dossier) -> None:
    """The rules of the guide that its own validator looks at."""
    annotation, given = (json.loads(text) for text in to_gold(dossier, ["ليلى"]))
    texts = {a["id"]: f"{a['title']}\n{a['text']}" for a in given["articles"]}
    for article in annotation["articles"]:
        assert sha256(texts[article["id"]].encode()).hexdigest() == article["sha256"]
    stored = {a.id: a.text for a in dossier.articles}
    for row, said in zip(annotation["statements"], dossier.statements, strict=True):
        assert texts[row["article"]][slice(*row["content"])] == stored[said.article][slice(*said.content)]
        assert (row["explicitness"] == "none") == (len(row["chain"]) == 1)
        assert row["chain"][0].startswith("outlet:")
        assert all(source in annotation["sources"] for source in row["chain"])
    members = [m for claim in annotation["claims"] for m in claim["members"]]
    assert sorted(members) == sorted(row["id"] for row in annotation["statements"])
    assert annotation["annotator"] == "ليلى"


def test_a_dossier_is_gold_by_the_guides_rules() -> None:
    check(sample())
    assert json.loads(to_gold(ferry(), [])[0])["claims"]


def test_an_article_without_a_title_gets_an_empty_one() -> None:
    dossier = sample()
    check(replace(dossier, articles=tuple(replace(a, title=None) for a in dossier.articles)))
