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
    for code in ("member", "member_own", "link", "root", "tie", "interval_range"):
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
    assert {"dossier.relays"} <= set(codes("outlet:nahr"))
    assert {"dossier.chrome", "dossier.published", "dossier.copy"} <= set(codes("n"))


def test_unknown_id_names_those_near_it() -> None:
    with pytest.raises(DossierError, match="no id 'c1'") as error:
        explain(ferry(), "c1")
    assert "c01" in error.value.remedy


def test_every_id_can_be_explained() -> None:
    dossier = ferry()
    for record in (*dossier.articles, *dossier.statements, *dossier.claims, *dossier.sources):
        assert explain(dossier, record.id).reason.code.startswith("dossier.")
