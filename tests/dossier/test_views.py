from __future__ import annotations

from dataclasses import replace

from tawatur.dossier import report
from tests.invented_dossier import ferry


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
        view = report(replace(dossier, claims=(first, *dossier.claims[1:]))).claims[0]
        assert (view.standing, view.echo) == (standing, standing == "one_origin")


def test_body_statement_on_somebodys_word_speaks_for_the_claim() -> None:
    assert report(ferry()).claims[0].shown.id == "n.01"


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
    assert (rows["src:مصدر_ميناء"].statements, rows["src:مصدر_ميناء"].claims) == (2, 2)
    assert "outlet:nahr" not in rows


def test_claim_resting_on_parties_only_is_flagged() -> None:
    flagged = {view.claim.id for view in report(ferry()).claims if view.parties_only}
    assert flagged == {"c03"}
