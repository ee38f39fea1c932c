from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from evaluation.ties import KINDS, Gold, Pair, Sample, pairs, probability, samples

from tawatur.model import Claim
from tawatur.settings import DEFAULT
from tests.stories.invented import account, said

ROOT = Path(__file__).parents[2]
DATA = ROOT.parent / "shared"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("calibrate_ties", ROOT / "scripts" / "calibrate_ties.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pair(one: float, *kinds: str, group: str = "g", factor: float = 1.0) -> Pair:
    return Pair(tuple((kind, factor) for kind in kinds), tuple(f"code.{kind}" for kind in kinds), one, group)


def test_evidence_combines_by_noisy_or() -> None:
    weights = dict.fromkeys(KINDS, 0.5)
    assert probability(pair(1, "tie_bare", "tie_vague"), weights) == pytest.approx(0.75)
    assert probability(pair(1, "tie_bare", factor=0.2), weights) == pytest.approx(0.1)
    assert probability(pair(1, "relay"), weights) == 1


def test_nothing_seen_leaves_the_prior(script: ModuleType) -> None:
    assert script.estimate([]) == pytest.approx(script.PRIOR)


def test_much_seen_outweighs_the_prior(script: ModuleType) -> None:
    found = [pair(float(n % 4 == 0), "tie_bare") for n in range(400)]
    assert script.estimate(found)["tie_bare"] == pytest.approx(0.25, abs=0.01)


def test_little_seen_stays_near_the_prior(script: ModuleType) -> None:
    prior = script.PRIOR["tie_bare"]
    assert prior < script.estimate([pair(1, "tie_bare")])["tie_bare"] < prior + 0.15


def test_a_group_has_no_part_in_its_own_estimate(script: ModuleType) -> None:
    found = [pair(1, "tie_bare", group="a") for _ in range(50)] + [pair(0, "tie_bare", group="b") for _ in range(50)]
    without = script.held_out(found)
    assert without["a"]["tie_bare"] < 0.1 < 0.9 < without["b"]["tie_bare"]


def test_pairs_tell_what_the_annotation_holds() -> None:
    a = account("a", said(("الشرطة الأردنية", "organisation"), "السوق مغلقة"))
    b = account("b", said(("الناطق باسم الشرطة الأردنية سالم المرعي", "person"), "أغلقت السوق أبوابها"))
    c = account("c", said(("وزارة الزراعة المصرية", "organisation"), "لا بيع في السوق"))
    members = tuple(s.id for one in (a, b, c) for s in one.statements)
    rests = dict(zip(members, map(frozenset, (["police"], ["police"], ["ministry"])), strict=True))
    gold = Gold(Claim("c01", members), rests, ("police", "ministry"), (2, 2))
    found = pairs([Sample("g", (a, b, c), (gold, gold))], DEFAULT)
    assert sorted(p.one for p in found) == [0, 0, 0, 0, 1, 1]
    assert {p.weight for p in found} == {0.5}
    assert all(p.evidence for p in found if p.one)


@pytest.mark.skipif(not (DATA / "gold").is_dir(), reason="the annotated development data is not here")
def test_the_settings_are_what_was_counted(script: ModuleType) -> None:
    weights = script.estimate(pairs(samples(DATA), DEFAULT))
    assert all(abs(weights[kind] - getattr(DEFAULT, kind)) < 0.05 for kind in KINDS)
