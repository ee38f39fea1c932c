"""Print how well the probabilities of ties hold, and what the annotated data would have them be.

    python scripts/calibrate_ties.py [--data ../shared]

Every kind of evidence that two roots of a claim are one origin has a probability in `settings.py`. Here each is
estimated from annotated stories and origin cases (`evaluation/ties.py` says how pairs are judged): the posterior mean
under noisy-or, found by expectation and maximisation, with a Beta prior whose mean is the value set by judgement
before there was anything to count (`PRIOR`) and which weighs as much as `STRENGTH` pairs. So a kind seen twice stays
close to its prior. Brier scores and the reliability table are of pairs whose own story and every story or case that
shares an article with it were left out of the estimate.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from evaluation.corpus import DATA
from evaluation.ties import KINDS, Pair, Sample, judged, pairs, probability, samples

from tawatur.origins.evidence import RELAY
from tawatur.settings import DEFAULT, Settings

PRIOR = {
    "tie_same_body": 0.9,
    "tie_country": 0.85,
    "tie_state_media": 0.5,
    "tie_same_sector": 0.4,
    "tie_anonymous": 0.9,
    "tie_anonymous_named": 0.6,
    "tie_vague": 0.5,
    "tie_bare": 0.4,
    "tie_wording_unnamed": 0.85,
    "tie_quotation": 0.5,
    "tie_wording_named": 0.5,
    "tie_partial": 0.4,
    "tie_family": 0.8,
}
"""What each kind of evidence was held to weigh before anything was counted; `tie_anonymous` is DESIGN's own value."""

STRENGTH = 4.0
"""How many pairs the prior weighs; from 2 to 8 the cross-validated Brier score hardly moves."""

ROUNDS = 200
BANDS = ((0.0, 0.0), (0.0, 0.3), (0.3, 0.5), (0.5, 0.65), (0.65, 0.8), (0.8, 0.9), (0.9, 1.0))


def estimate(found: Iterable[Pair], prior: Mapping[str, float] = PRIOR) -> dict[str, float]:
    """The posterior mean of every kind's probability, given pairs that are one, two or left open."""
    known = [pair for pair in found if pair.evidence and all(kind in prior for kind, _ in pair.evidence)]
    weights = dict(prior)
    for _ in range(ROUNDS):
        fired = {kind: STRENGTH * p for kind, p in prior.items()}
        seen = dict.fromkeys(prior, STRENGTH)
        for pair in known:
            either = probability(pair, weights)
            for kind, factor in pair.evidence:
                own, silent = weights[kind], 1 - weights[kind] * factor
                others = 1 - (1 - either) / silent
                when_one = own * (factor + (1 - factor) * others) / either
                when_two = own * (1 - factor) / silent
                fired[kind] += pair.weight * (pair.one * when_one + (1 - pair.one) * when_two)
                seen[kind] += pair.weight
        weights = {kind: fired[kind] / seen[kind] for kind in prior}
    return weights


def held_out(found: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """For every group of stories and cases, the estimate made without it."""
    return {group: estimate(p for p in found if p.group != group) for group in dict.fromkeys(p.group for p in found)}


def brier(rows: Iterable[tuple[float, Pair]]) -> float:
    """The mean squared gap between probability and truth."""
    return mean((((p - pair.one) ** 2, pair) for p, pair in rows))


def mean(rows: Iterable[tuple[float, Pair]]) -> float:
    """The weighted mean of a figure over pairs."""
    kept = list(rows)
    return sum(value * pair.weight for value, pair in kept) / sum(pair.weight for _, pair in kept)


def having(found: Sequence[Pair], kind: str, code: str = "") -> list[Pair]:
    """The pairs with a kind of evidence, of one code where it is given."""
    return [p for p in found if any((k, c) == (kind, code or c) for (k, _), c in zip(p.evidence, p.codes, strict=True))]


def counted(part: Sequence[Pair]) -> str:
    """How many pairs, how many distinct sources these come to, how many are one, left open, two."""
    told = " / ".join(f"{sum(p.one == value for p in part):3}" for value in (1.0, 0.5, 0.0))
    return f"{len(part):4} ({sum(p.weight for p in part):5.1f})  {told}"


def shown(found: Sequence[Pair], every: Sequence[Sample], settings: Settings) -> Iterator[str]:
    """The lines of the report."""
    weights, without = estimate(found), held_out(found)
    yield f"{len(found)} pairs of roots ({sum(p.weight for p in found):.0f} distinct) in {len(without)} groups"
    yield ""
    yield f"{'kind of evidence':38} {'pairs (distinct) one/open/two':30} prior   set  now (least, most without a group)"
    for kind in KINDS:
        spread = [w[kind] for w in without.values()]
        told = f"{PRIOR[kind]:5.2f} {getattr(settings, kind):5.2f} {weights[kind]:5.2f}"
        yield f"{kind:38} {counted(having(found, kind)):30} {told} ({min(spread):.2f}, {max(spread):.2f})"
        codes = dict.fromkeys(c for p in found for (k, _), c in zip(p.evidence, p.codes, strict=True) if k == kind)
        if len(codes) > 1:
            yield from (f"  {code:36} {counted(having(found, kind, code))}" for code in codes)
    yield f"{'relay named in the text':38} {counted(having(found, RELAY))}"
    yield f"{'no evidence at all':38} {counted([p for p in found if not p.evidence])}"
    yield ""
    now = {kind: float(getattr(settings, kind)) for kind in KINDS}
    base = mean((p.one, p) for p in found)
    by = {
        "base rate": [(base, p) for p in found],
        "prior": [(probability(p, PRIOR), p) for p in found],
        "settings": [(probability(p, now), p) for p in found],
        "estimate, cross-validated": [(probability(p, without[p.group]), p) for p in found],
    }
    for name, rows in by.items():
        tied = brier(row for row in rows if row[1].evidence)
        yield f"Brier score, {name:26} {brier(rows):.4f} (tied pairs only {tied:.4f})"
    for name in ("prior", "settings", "estimate, cross-validated"):
        yield from ["", f"reliability, {name}", *reliability(by[name])]
    yield ""
    yield from intervals(every, settings, without)


def reliability(rows: Sequence[tuple[float, Pair]]) -> Iterator[str]:
    """What pairs are held to be, and what they are, by bands of probability."""
    for low, high in BANDS:
        part = [(p, pair) for p, pair in rows if (low < p <= high if high else p == 0)]
        if part:
            truth = mean((pair.one, pair) for _, pair in part)
            yield f"  {low:.2f} to {high:.2f}: {len(part):4} pairs, held to be {mean(part):.3f}, are {truth:.3f}"


def intervals(every: Sequence[Sample], settings: Settings, without: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """How the intervals of claims come out with the settings, and with estimates that never saw the story."""
    prior = dict.fromkeys(without, PRIOR)
    for name, weights in (("prior", prior), ("settings", {}), ("estimate, cross-validated", without)):
        total = {"claims": 0, "low right": 0, "both right": 0, "low too high": 0, "high too low": 0}
        for sample in every:
            for low, high, found in judged(
                sample, replace(settings, **cast("dict[str, Any]", weights.get(sample.group, {})))
            ):
                total["claims"] += 1
                total["low right"] += found[0] == low
                total["both right"] += found == (low, high)
                total["low too high"] += found[0] > high
                total["high too low"] += found[1] < low
        yield f"intervals of claims with two roots or more, {name}: " + ", ".join(f"{v} {k}" for k, v in total.items())


def main() -> None:
    """Read the annotation and print the report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, default=DATA, help="the folder that holds gold/")
    every = samples(parser.parse_args().data)
    if not every:
        sys.exit("no annotated stories there")
    print("\n".join(shown(pairs(every, DEFAULT), every, DEFAULT)))


if __name__ == "__main__":
    main()
