from __future__ import annotations

import dataclasses

from tawatur.settings import DEFAULT
from tawatur.tracing import Trace, follow, standing
from tests.tracing.invented import BRIDGE, ask, hits, read

SAID = "قال رئيس البلدية نديم الحوراني إن جسر الياقوت في مدينة السدرة انهار صباح الثلاثاء."
SEEN = "قالت المهندسة هالة الرفاعي إن جسر الياقوت في مدينة السدرة انهار صباح الثلاثاء."
DENIED = "نفى وزير النقل سامر القادري أن يكون جسر الياقوت في مدينة السدرة قد انهار صباح الثلاثاء."
OTHER = "فاز فريق النوارس على ضيفه بهدفين في ختام الدوري."


def traced(*texts: str) -> Trace:
    """The bridge traced through articles of an outlet each."""
    accounts = [read(text, f"a{n}", f"outlet{n}") for n, text in enumerate(texts)]
    return follow(ask(BRIDGE), accounts, (), DEFAULT)


def test_outlets_that_quote_one_speaker_are_one_origin_and_two_speakers_are_two() -> None:
    once, twice = traced(SAID, SAID.replace("قال", "أعلن")), traced(SAID, SEEN)
    one, two = once.side("support"), twice.side("support")
    assert one is not None
    assert one.independent == (1, 1)
    assert two is not None
    assert two.independent[1] == 2


def test_every_article_has_a_standing_and_only_those_with_passages_are_kept() -> None:
    trace = traced(SAID, DENIED, OTHER)
    assert trace.standings == (("a0", "support"), ("a1", "deny"), ("a2", "unrelated"))
    assert [article.id for article in trace.dossier.articles] == ["a0", "a1"]
    assert [claim.id for claim in trace.dossier.claims] == ["support", "deny"]
    deny = trace.side("deny")
    assert deny is not None
    assert deny.independent == (1, 1)


def test_a_side_nobody_takes_has_no_claim() -> None:
    trace = traced(SAID)
    assert trace.side("deny") is None
    assert traced(OTHER).dossier.claims == ()


def test_an_article_that_supports_and_denies_holds_both() -> None:
    (supports,) = hits(BRIDGE, SAID)
    denies = dataclasses.replace(supports, stance="deny")
    assert standing([supports, denies]) == "both"
    assert standing([supports]) == "support"
    assert standing([]) == "unrelated"
