from __future__ import annotations

from tawatur.dossier import report
from tawatur.dossier.coverage import coverage
from tests.invented_dossier import ferry


def test_strip_has_a_cell_for_each_shared_claim_in_the_order_of_the_matrix() -> None:
    views = report(ferry())
    shared = [row for row in views.matrix if not row.alone]
    for strip in coverage(views):
        at = [outlet.key for outlet in views.outlets].index(strip.outlet.key)
        assert strip.cells == tuple(row.cells[at] for row in shared)
        assert strip.carried == sum(bool(row.cells[at].statements) for row in shared)
        assert sum(strip.count(voice) for voice in ("own", "attributed", "conflicting", "absent")) == len(shared)


def test_who_reported_first_stands_first_and_the_undated_last() -> None:
    times = [strip.first for strip in coverage(report(ferry()))]
    assert times == ["2031-03-04T06:30:00Z", "2031-03-04", None]
