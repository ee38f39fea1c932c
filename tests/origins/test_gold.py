"""Origins on annotated stories and cases, given the gold's own statements, chains and claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from evaluation.gold_input import read_cases, read_story

from tawatur.model import Account, Claim
from tawatur.origins import judge
from tawatur.settings import DEFAULT
from tawatur.stories import find_copies, resolve_sources

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated development data is not here")


def judged(accounts: tuple[Account, ...], claims: Iterable[Claim]) -> dict[str, Claim]:
    sources, resolved = resolve_sources(accounts)
    copies = find_copies([account.article for account in accounts])
    return {claim.id: claim for claim in judge(tuple(claims), resolved, sources, copies, DEFAULT)}


def measured(rows: list[tuple[tuple[int, int], int]]) -> tuple[float, float, float]:
    """Exact lower bounds, over-claimed ones, and balanced accuracy over no origin, one, several."""
    every, right = Counter[int](), Counter[int]()
    for (low, _), got in rows:
        every[min(low, 2)] += 1
        right[min(low, 2)] += min(got, 2) == min(low, 2)
    exact = sum(got == low for (low, _), got in rows) / len(rows)
    over = sum(got > high for (_, high), got in rows) / len(rows)
    return exact, over, sum(right[k] / every[k] for k in every) / len(every)


def test_stories() -> None:
    rows = []
    for path in sorted((GOLD / "stories").glob("*.gold.json")):
        accounts, claims, gold = read_story(path)
        found = judged(accounts, claims)
        outlet = {entry["id"]: entry["outlet"] for entry in gold["articles"]}
        where = {s["id"]: outlet[s["article"]] for s in gold["statements"]}
        several = [claim for claim in gold["claims"] if len({where[m] for m in claim["members"]}) > 1]
        rows += [(tuple(claim["independent"]), found[claim["id"]].independent[0]) for claim in several]
    exact, over, balanced = measured(rows)
    assert exact >= 0.95
    assert over <= 0.01
    assert balanced >= 0.92


def test_cases() -> None:
    rows = []
    for case, accounts, claim in read_cases(GOLD / "origins"):
        rows.append((tuple(case["independent"]), judged(accounts, [claim])[claim.id].independent[0]))
    _, over, balanced = measured(rows)
    assert over <= 0.06
    assert balanced >= 0.88
