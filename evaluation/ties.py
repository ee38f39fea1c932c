"""How often two roots of one claim with a given tie are truly one origin, on annotated stories and origin cases.

Statements and claims are the annotation's own. For every pair of roots that the program finds behind a claim, the
annotation tells whether they are one origin: the annotated roots are those that stay after merging what is one, so two
that rest on the same one are one, two that rest on different ones are two, and with an open interval over two roots
the pair counts half each way. A pair of which the annotation does not tell that much is left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import combinations
from pathlib import Path

from evaluation.gold_input import read_cases, read_story
from evaluation.matching import Json
from tawatur.model import Account, Claim
from tawatur.origins.evidence import RELAY, Evidence
from tawatur.origins.judging import Story
from tawatur.origins.roots import UNCREDITED, Root
from tawatur.origins.ties import evidence
from tawatur.settings import Settings
from tawatur.stories import find_copies, resolve_sources

KINDS = tuple(
    field.name
    for field in fields(Settings)
    if field.name.startswith("tie_") and not field.name.startswith(("tie_other_", "tie_quoted_", "tie_uncredited"))
)
"""The settings that weigh one kind of evidence; the rest of `tie_*` are factors, or weigh no pair of named roots."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two roots of a claim: what ties them, whether they are one (1, 0, or 0.5 where left open), and of which group.

    `weight` shares one count among all claims for which two sources of a story stand together: what is true of them
    once is true of them again, so a ministry and its agency behind ten claims are no ten observations.
    """

    evidence: tuple[tuple[str, float], ...]
    codes: tuple[str, ...]
    one: float
    group: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Gold:
    """One claim to be judged with the annotation's roots for each of its members."""

    claim: Claim
    rests_on: Mapping[str, frozenset[str]]
    roots: tuple[str, ...]
    interval: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sample:
    """The accounts of a story or case with its annotated claims; samples that share an article have one group."""

    group: str
    accounts: tuple[Account, ...]
    claims: tuple[Gold, ...]


def samples(data: Path) -> list[Sample]:
    """All annotated stories and origin cases under `data`."""
    found = [_of_story(path) for path in sorted((data / "gold" / "stories").glob("*.gold.json"))]
    folder = data / "gold" / "origins"
    if (folder / "cases.jsonl").exists():
        found += [_of_case(*row) for row in read_cases(folder)]
    return _grouped(found)


def pairs(every: Iterable[Sample], settings: Settings) -> list[Pair]:
    """Every pair of roots of the samples' claims that the annotation tells enough of."""
    found = [row for sample in every for row in _pairs(sample, settings)]
    times = Counter(who for who, _ in found)
    return [replace(pair, weight=1 / times[who]) for who, pair in found]


def _pairs(sample: Sample, settings: Settings) -> Iterator[tuple[tuple[str, str, str], Pair]]:
    """The pairs of one sample, each with its group and the two sources."""
    sources, accounts = resolve_sources(sample.accounts)
    story = Story(accounts, sources, find_copies([a.article for a in accounts], settings), settings)
    for gold in sample.claims:
        roots, _ = story.roots(gold.claim)
        seen = story.seen(story.statements[id] for id in gold.claim.members)
        for a, b in combinations([root for root in roots if root.id != UNCREDITED.id], 2):
            one = _one(a, b, gold)
            if one is not None:
                found = evidence(a, b, seen)
                codes = tuple(e.reason.code for e in found)
                who = (sample.group, min(a.id, b.id), max(a.id, b.id))
                yield who, Pair(tuple(map(_weighed, found)), codes, one, sample.group)


def judged(sample: Sample, settings: Settings) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """For every claim of the sample with two roots or more: the true bounds, and the interval that is found."""
    sources, accounts = resolve_sources(sample.accounts)
    story = Story(accounts, sources, find_copies([a.article for a in accounts], settings), settings)
    for gold in sample.claims:
        claim = story.judge(gold.claim)
        if len(claim.roots) > 1:
            yield *gold.interval, claim.independent


def _weighed(found: Evidence) -> tuple[str, float]:
    return found.kind, found.factor


def _one(a: Root, b: Root, gold: Gold) -> float | None:
    """Whether the annotation holds two roots for one origin; None where it does not tell."""
    left, right = _merged(a, gold), _merged(b, gold)
    if not left or not right:
        return None
    if left & right:
        return 1.0 if left == right else None
    low, high = gold.interval
    if low == high:
        return 0.0
    return 0.5 if len(gold.roots) == 2 else None


def _merged(root: Root, gold: Gold) -> frozenset[str]:
    """The annotated origins that a root's members rest on; those of members with several are not told apart."""
    return frozenset().union(*(ids for m in root.members if len(ids := gold.rests_on.get(m.id, frozenset())) == 1))


def _of_story(path: Path) -> Sample:
    accounts, claims, data = read_story(path)
    chains = {s["id"]: s["chain"] for s in data["statements"]}
    rows = {row["id"]: row for row in data["claims"]}
    return Sample(path.name, accounts, tuple(_gold(claim, rows[claim.id], chains) for claim in claims))


def _gold(claim: Claim, row: Json, chains: Mapping[str, list[str]]) -> Gold:
    """A claim whose members rest on those ids of their chains that the claim counts as roots."""
    roots = tuple(row["roots"])
    low, high = row["independent"]

    def rests(chain: Sequence[str]) -> frozenset[str]:
        kept = [id for id in chain[1:] if id in roots]
        return frozenset(kept[-1:] or (roots if len(roots) == 1 and len(chain) > 1 else ()))

    return Gold(claim, {m: rests(chains[m]) for m in claim.members}, roots, (low, high))


def _of_case(case: Json, accounts: tuple[Account, ...], claim: Claim) -> Sample:
    rows = [p for id in case["articles"] for p in case["passages"] if p["article"] == id]
    rests = {
        member: frozenset(row["root"].split("|")) & frozenset(case["roots"])
        for member, row in zip(claim.members, rows, strict=True)
    }
    low, high = case["independent"]
    return Sample(case["id"], accounts, (Gold(claim, rests, tuple(case["roots"]), (low, high)),))


def _grouped(found: Iterable[Sample]) -> list[Sample]:
    """The samples, each with the name of the first that it shares articles with, over any number of steps."""
    kept, first = list(found), dict[str, int]()
    top = list(range(len(kept)))

    def head(at: int) -> int:
        while top[at] != at:
            at = top[at]
        return at

    for at, sample in enumerate(kept):
        for account in sample.accounts:
            other = first.setdefault(account.article.text, at)
            a, b = sorted((head(at), head(other)))
            top[b] = a
    return [Sample(kept[head(at)].group, s.accounts, s.claims) for at, s in enumerate(kept)]


def probability(pair: Pair, weights: Mapping[str, float]) -> float:
    """How probably a pair is one origin when each kind of evidence weighs what `weights` say."""
    apart = 1.0
    for kind, factor in pair.evidence:
        apart *= 1 - (1.0 if kind == RELAY else weights[kind] * factor)
    return 1 - apart
