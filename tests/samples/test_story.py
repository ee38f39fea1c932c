from __future__ import annotations

import json
import re

import pytest
from evaluation.corpus import sample_story

from tawatur.model import Article, Intake
from tawatur.samples import story

CASE = sample_story()
GOLD = CASE.gold
TEXTS = {path.name: path.read_text(encoding="utf-8") for path in CASE.inputs}
ARTICLE = {statement["id"]: statement["article"] for statement in GOLD["statements"]}


def test_the_story_holds_the_five_articles_and_nothing_else() -> None:
    assert sorted(path.name for path in story().iterdir()) == sorted(TEXTS)
    assert {path.parent for path in CASE.inputs} == {story()}
    assert len(GOLD["articles"]) == len({article["outlet"] for article in GOLD["articles"]}) == 5


def test_nobody_real_is_linked() -> None:
    for text in TEXTS.values():
        hosts = set(re.findall(r"https?://([^/\s\"]+)", text)) - {"schema.org"}
        assert hosts
        assert all(host.endswith(".example") for host in hosts)


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_each_article_is_as_long_as_news_is(name: str) -> None:
    text = TEXTS[name]
    if name.endswith((".json", ".jsonl")):
        entry = json.loads(text)
        text = f"{entry['title']}\n{entry['text']}"
    elif name.endswith(".html"):
        body = text.split('class="article-body"')[1].split('class="tags"')[0]
        text = re.sub("<[^>]+>", " ", body)
    assert 130 <= len(text.split()) <= 350


def test_the_pages_have_their_chrome() -> None:
    page = TEXTS["madarat.html"]
    for part in ("application/ld+json", "og:title", "<nav", "<footer", 'class="related"', 'class="cookie"'):
        assert part in page, part
    for part in ("اقرأ أيضاً", "حمّل تطبيق", "شارك الخبر", "جميع الحقوق محفوظة"):
        assert part in TEXTS["najmat-alsahl.txt"], part
    assert "نيسان" in TEXTS["najmat-alsahl.txt"]
    assert "١٦" in TEXTS["najmat-alsahl.txt"]
    assert "أفريل" in TEXTS["radio-nawaris.txt"]


def _outlets(claim: dict[str, list[str]]) -> int:
    return len({ARTICLE[member] for member in claim["members"]})


def test_one_anonymous_source_is_echoed_by_all() -> None:
    echo = max(GOLD["claims"], key=_outlets)
    assert _outlets(echo) == 5
    assert [GOLD["sources"][root]["kind"] for root in echo["roots"]] == ["anonymous"]
    assert echo["independent"] == [1, 1]


def test_one_claim_has_two_independent_origins_one_of_them_anonymous() -> None:
    kinds = [
        {GOLD["sources"][root]["kind"] for root in claim["roots"]}
        for claim in GOLD["claims"]
        if claim["independent"][0] >= 2 and _outlets(claim) > 1
    ]
    assert {"anonymous", "person"} in kinds


def test_two_sentences_are_an_uncredited_copy() -> None:
    wire = json.loads(TEXTS["sanabel.json"])["text"].splitlines()
    copied = [line for line in wire if line[:60] in TEXTS["madarat.html"]]
    assert len(copied) == 1
    shared = [claim for claim in GOLD["claims"] if "agency:uncredited_wire" in claim["roots"]]
    assert len(shared) >= 4
    assert "سنابل" not in TEXTS["madarat.html"]


def test_it_holds_a_conflict_of_numbers_an_update_and_a_divergence() -> None:
    kinds = {(relation["type"], relation["slot"]) for relation in GOLD["relations"]}
    assert {("contradiction", "number"), ("update", "number"), ("divergent", "number")} <= kinds


def test_it_holds_what_is_hard_to_read() -> None:
    found = GOLD["statements"]
    assert any(s["kind"] == "comment" and s["explicitness"] == "none" for s in found)
    assert sum(s["explicitness"] == "carried_over" for s in found) >= 5
    assert any(len(s["chain"]) == 3 and s["mode"] == "direct" for s in found)
    assert {s["kind"] for s in found} == {"fact", "position", "accusation", "prediction", "comment", "background"}
    assert {date["basis"] for date in GOLD["dates"]} >= {"absolute", "publication"}


def test_no_gold_statement_stands_in_chrome() -> None:
    """The texts that are stored as they are: what frames the article holds no annotated statement."""
    names = {article["id"]: article["id"] + ".txt" for article in GOLD["articles"]}
    chrome = ("اقرأ أيضاً", "قد يهمك", "استمع أيضاً", "شارك", "حمّل تطبيق", "جميع الحقوق", "https://", "نشر في", "كتب:")
    for statement in GOLD["statements"]:
        text = TEXTS.get(names[statement["article"]])
        if text:
            start = text.rfind("\n", 0, statement["content"][0]) + 1
            assert not text[start:].startswith(chrome), statement["id"]


def _read() -> tuple[Article, ...]:
    reading = pytest.importorskip("tawatur.reading")
    intake: Intake = reading.read([str(path) for path in CASE.inputs])
    assert not intake.rejects
    return intake.articles


def test_the_gold_is_valid_for_the_texts_as_they_are_stored() -> None:
    from evaluation.validity import problems

    assert problems(GOLD, {article.id: article.text for article in _read()}) == []


def test_the_articles_are_read_with_their_dates_and_as_five_outlets() -> None:
    articles = _read()
    days = {article.id: (article.published or "")[:10] for article in articles}
    assert days == {article["id"]: article["published"][:10] for article in GOLD["articles"]}
    assert len({article.outlet for article in articles}) == 5


def test_no_gold_statement_stands_in_what_is_read_as_chrome() -> None:
    chrome = {article.id: [part.span for part in article.chrome] for article in _read()}
    for statement in GOLD["statements"]:
        start, end = statement["content"]
        assert not any(a < end and start < b for a, b in chrome[statement["article"]]), statement["id"]
