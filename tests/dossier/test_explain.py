from __future__ import annotations

from collections.abc import Iterator

import pytest

from tawatur.dossier import Step, explain
from tawatur.errors import DossierError
from tests.invented_dossier import ferry


def walk(step: Step) -> Iterator[Step]:
    yield step
    for under in step.steps:
        yield from walk(under)


def codes(id: str) -> list[str]:
    return [step.reason.code for step in walk(explain(ferry(), id))]


def test_chain_is_told_link_by_link_with_its_words() -> None:
    steps = list(walk(explain(ferry(), "n.01")))
    speaker = next(step for step in steps if step.reason.code == "dossier.chain_speaker")
    assert [quote.words for quote in speaker.quotes] == ["قال", "مصدر في الميناء"]
    assert speaker.reason.values == ("src:مصدر_ميناء",)


def test_speaker_carried_over_leads_back_to_where_it_was_named() -> None:
    step = next(s for s in walk(explain(ferry(), "n.02")) if s.reason.code == "dossier.carried_over_from")
    assert step.reason.values == ("n.01",)
    assert step.quotes[0].words == "مصدر في الميناء"


def test_own_voice_says_that_nobody_is_named() -> None:
    assert "dossier.own_voice" in codes("m.03")


def test_claim_tells_members_links_roots_ties_and_interval() -> None:
    found = codes("c01")
    for code in ("member", "member_own", "link", "tie", "interval_range", "credibility"):
        assert f"dossier.{code}" in found
    assert explain(ferry(), "c01").reason.values == ("c01", "1", "2")


def test_open_number_says_at_least() -> None:
    step = next(s for s in walk(explain(ferry(), "j.02")) if s.reason.code == "dossier.number_above")
    assert step.reason.values == ("15",)


@pytest.mark.parametrize("id", ["c02~c03", "c03~c02"])
def test_relation_shows_the_words_that_differ(id: str) -> None:
    step = explain(ferry(), id)
    assert step.reason.code == "dossier.contradiction"
    assert [quote.words for quote in step.quotes] == ["12", "15"]


def test_source_and_article() -> None:
    assert {"dossier.party", "dossier.vouches", "dossier.alias"} <= set(codes("src:هدى_السالم"))
    assert {"dossier.claims_resting", "dossier.rests"} <= set(codes("src:هدى_السالم"))
    assert {"dossier.tells_itself"} <= set(codes("outlet:unknown:m"))
    assert {"dossier.chrome", "dossier.published", "dossier.copy"} <= set(codes("n"))


@pytest.mark.parametrize(
    ("id", "remedy"),
    [
        ("c1", "did you mean c01?"),
        ("c77", "its claims run from c01 to c04"),
        ("n.03", "did you mean n.02, n.01, m.03?"),
        ("السالم", "did you mean src:هدى_السالم?"),
        ("c01~c04", "ask for c01 or c04 by itself"),
        ("?", "ids stand beside every line of the report"),
    ],
)
def test_unknown_id_names_those_near_it(id: str, remedy: str) -> None:
    with pytest.raises(DossierError) as error:
        explain(ferry(), id)
    assert error.value.remedy == remedy
    assert error.value.told
    assert error.value.advice


def test_every_id_can_be_explained() -> None:
    dossier = ferry()
    for record in (*dossier.articles, *dossier.statements, *dossier.claims, *dossier.sources):
        assert explain(dossier, record.id).reason.code.startswith("dossier.")
