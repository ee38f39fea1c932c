from __future__ import annotations

from dataclasses import replace

import pytest

from tawatur.dossier import report
from tawatur.dossier.heading import heading
from tawatur.dossier.shown import lead_in
from tawatur.dossier.telling import telling
from tawatur.writing.plain import sums
from tests.invented_dossier import ferry, of_text, sample


def test_claims_are_ordered_by_how_many_outlets_carry_them() -> None:
    views = report(ferry())
    assert next(view.claim.id for view in views.claims) == "c01"
    assert views.claims[0].outlets == ("nahr", "jisr", "unknown:m")


def test_order_does_not_depend_on_the_order_of_the_claims() -> None:
    dossier = ferry()
    turned = replace(dossier, claims=dossier.claims[::-1])
    assert [v.claim.id for v in report(dossier).claims] == [v.claim.id for v in report(turned).claims]


def test_standing_follows_the_interval() -> None:
    dossier = ferry()
    expected = {(2, 3): "corroborated", (1, 2): "open", (0, 2): "open", (1, 1): "one_origin", (0, 0): "unsourced"}
    for interval, standing in expected.items():
        first = replace(dossier.claims[0], independent=interval)
        views = report(replace(dossier, claims=(first, *dossier.claims[1:])))
        assert views.claims[0].standing == standing
        groups = [views.corroborated, views.open, views.echoes, views.unsourced]
        assert [len(group) for group in groups].count(1) == 1
        assert sum(groups, ()) == views.shared


def test_every_claim_is_accounted_for_once() -> None:
    for dossier in (ferry(), sample()):
        views = report(dossier)
        parts = (views.corroborated, views.open, views.echoes, views.unsourced, views.single)
        assert sorted(v.claim.id for part in parts for v in part) == sorted(c.id for c in dossier.claims)
        assert sum(lone.total for lone in views.lone) == len(views.single)
        counts = {key: number for key, number, _ in sums(views)}
        alone = counts.pop("sum_lone", 0)
        others = ("sum_within", "sum_conflicts", "sum_updates")
        assert sum(number for key, number in counts.items() if key not in others) == len(views.shared)
        assert alone == len(views.single)


def test_several_sources_of_one_outlet_are_not_corroborated_across_outlets() -> None:
    dossier = ferry()
    lone = replace(dossier.claims[1], independent=(2, 2))
    views = report(replace(dossier, claims=(dossier.claims[0], lone, *dossier.claims[2:])))
    assert [view.claim.id for view in views.within] == ["c02"]
    assert views.corroborated == ()


def test_body_statement_on_somebodys_word_speaks_for_the_claim() -> None:
    assert report(ferry()).claims[0].shown.id in {"n.01", "j.01"}


@pytest.mark.parametrize(
    ("fuller", "fragment"),
    [
        ("وصل الوفد إلى المدينة صباح اليوم", "إلى المدينة صباح اليوم"),
        ("العبّارة كانت تحمل نحو 140 راكباً", "نحو 140 راكباً"),
        ("وصل الوفد إلى المدينة", "وصل الخميس الماضي إلى المدينة"),
        ("وصل الوفد إلى المدينة", "بانسحاب فوري من المواقع"),
        ("أعلن الوفد اتفاقاً", "أعلن الوفد " + "الكبير " * 60 + "اتفاقاً"),
    ],
)
def test_passage_that_can_be_read_alone_tells_more(fuller: str, fragment: str) -> None:
    assert telling(fuller) > telling(fragment)


def test_passage_without_a_subject_is_shown_with_what_stands_before_it() -> None:
    dossier = sample()
    found = report(dossier).index
    needing = [s for s in dossier.statements if lead_in(found, s)]
    assert needing
    for statement in needing:
        start, end = lead_in(found, statement) or (0, 0)
        assert statement.sentence[0] <= start < end == statement.content[0]


def test_report_is_headed_by_its_name_or_by_what_most_outlets_say() -> None:
    dossier = ferry()
    assert heading(report(dossier)).name == "العبّارة"
    nameless = heading(report(replace(dossier, story="n")))
    assert heading(report(replace(dossier, story="s:another.2"))) == nameless
    assert nameless.name is None
    assert nameless.statement
    assert nameless.statement.id in dossier.claims[0].members
    assert nameless.days == ("2031-03-04",)


def test_report_without_statements_or_dates_is_headed_by_its_id() -> None:
    empty = replace(of_text("خبر"), statements=(), claims=(), sources=())
    found = heading(report(replace(empty, story="a")))
    assert (found.name, found.statement, found.days, found.places) == (None, None, (), ())


def test_matrix_tells_own_voice_attribution_conflict_and_absence_apart() -> None:
    views = report(ferry())
    voices = {row.claim.claim.id: [cell.voice for cell in row.cells] for row in views.matrix}
    assert voices["c01"] == ["attributed", "attributed", "own"]
    assert voices["c02"] == ["attributed", "conflicting", "absent"]
    assert voices["c04"] == ["absent", "absent", "own"]
    assert {row.claim.claim.id for row in views.matrix if row.wide} == {"c01", "c02", "c03"}


def test_comment_of_an_outlet_is_kept_apart() -> None:
    lone = {item.outlet: item for item in report(ferry()).lone}
    assert [view.claim.id for view in lone["unknown:m"].comments] == ["c04"]
    assert not lone["unknown:m"].reported
    assert [view.claim.id for view in lone["nahr"].reported] == ["c02"]


def test_roots_that_may_be_one_count_once_over_the_story() -> None:
    assert report(ferry()).origins == 2


def test_sources_say_how_far_a_voice_has_spread() -> None:
    rows = {row.source.id: row for row in report(ferry()).sources}
    assert rows["src:مصدر_ميناء"].outlets == ("nahr",)
    assert rows["src:مصدر_ميناء"].statements == ("n.01", "n.02")
    assert rows["src:مصدر_ميناء"].claims == ("c01", "c02")
    assert "outlet:nahr" not in rows


def test_claim_resting_on_parties_only_is_flagged() -> None:
    flagged = {view.claim.id for view in report(ferry()).claims if view.parties_only}
    assert flagged == {"c03"}
