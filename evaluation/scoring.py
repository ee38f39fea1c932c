"""Scores of dossiers against annotated stories.

Six matters are scored: statements (content spans), attribution (the innermost speaker), alignment (pairs of statements
of different articles in one claim), relations, dates, and independent origins. Alignment, relations and origins are
judged through the statements that matched. Version 1; the figures are those of the annotation's own scorer, which the
tests compare wherever it is at hand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from evaluation.matching import (
    Json,
    match_dates,
    match_statements,
    of_article,
    overlap,
    same_name,
    speaker_names,
    texts_of,
)

VERSION = 1
Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a figure in 0..1, with precision and recall where it is an F1."""

    name: str
    value: float
    precision: float | None = None
    recall: float | None = None


def score_story(predicted: Json, gold: Json) -> Counts:
    """The counts of one story, to be added up over stories; `predicted` is a dossier in JSON's own types."""
    counts: Counts = Counter()
    texts = texts_of(predicted)
    names_p, names_g = speaker_names(predicted, texts), speaker_names(gold, texts)
    to_gold: dict[str, str] = {}
    for article in (a["id"] for a in gold["articles"]):
        ours = of_article(predicted["statements"], article)
        theirs = of_article(gold["statements"], article)
        pairs = match_statements(ours, theirs)
        to_gold |= {p["id"]: g["id"] for p, g in pairs}
        _add(counts, "st", len(pairs), len(ours), len(theirs))
        right = sum(_compare(counts, p, g, names_p, names_g) for p, g in pairs)
        _add(counts, "at", right, sum(map(attributed, ours)), sum(map(attributed, theirs)))
        dates_p, dates_g = of_article(predicted.get("dates", ()), article), of_article(gold["dates"], article)
        same = sum(p["value"] == g["value"] for p, g in match_dates(dates_p, dates_g))
        _add(counts, "da", same, len(dates_p), len(dates_g))
    _score_alignment(counts, predicted, gold, to_gold)
    _score_origins(counts, predicted, gold, to_gold)
    _score_relations(counts, predicted, gold, to_gold)
    return counts


def attributed(statement: Json) -> bool:
    """Whether a statement is on somebody's word other than the outlet's."""
    return len(statement["chain"]) > 1


def _add(counts: Counts, key: str, right: int, predicted: int, gold: int) -> None:
    counts[f"{key}_tp"] += right
    counts[f"{key}_fp"] += predicted - right
    counts[f"{key}_fn"] += gold - right


def _compare(counts: Counts, p: Json, g: Json, names_p: dict[str, set[str]], names_g: dict[str, set[str]]) -> bool:
    """Count what a matched statement has right; the answer is whether its speaker is."""
    counts["matched"] += 1
    counts["voice_ok"] += attributed(p) == attributed(g)
    counts["kind_ok"] += p.get("kind") == g["kind"]
    counts["polarity_ok"] += p.get("polarity") == g["polarity"]
    if g.get("cue"):
        counts["cue"] += 1
        counts["cue_ok"] += bool(p.get("cue") and overlap(p["cue"], g["cue"]))
    if not (attributed(p) and attributed(g)):
        return False
    right = same_name(names_p.get(p["chain"][-1], ()), names_g.get(g["chain"][-1], ()))
    if g["explicitness"] == "carried_over":
        counts["carried"] += 1
        counts["carried_ok"] += right
    return right


def _score_alignment(counts: Counts, predicted: Json, gold: Json, to_gold: dict[str, str]) -> None:
    article = {s["id"]: s["article"] for s in gold["statements"]}

    def pairs(claims: Iterable[Json], gold_id: Callable[[str], str | None]) -> set[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        for claim in claims:
            members = sorted({known for m in claim["members"] if (known := gold_id(m)) is not None})
            found |= {(a, b) for a, b in combinations(members, 2) if article[a] != article[b]}
        return found

    ours, theirs = pairs(predicted["claims"], to_gold.get), pairs(gold["claims"], str)
    _add(counts, "al", len(ours & theirs), len(ours), len(theirs))


def _score_origins(counts: Counts, predicted: Json, gold: Json, to_gold: dict[str, str]) -> None:
    """Claims of several outlets: is the lower bound right, and is it ever above what the truth allows?"""
    for claim, outlets, found in origin_answers(predicted, gold, to_gold):
        low, high = claim["independent"]
        kind = min(low, 2)
        counts["or_n"] += 1
        counts[f"or_n{kind}"] += 1
        counts["naive_ok"] += outlets == low
        counts["naive_over"] += outlets > high
        counts["co_n"] += low >= 2
        if found is not None:
            counts["or_ok"] += found == low
            counts["or_over"] += found > high
            counts[f"or_ok{kind}"] += min(found, 2) == kind
            counts["co_tp"] += found >= 2 and low >= 2
            counts["co_fp"] += found >= 2 and high < 2


def origin_answers(predicted: Json, gold: Json, to_gold: Mapping[str, str]) -> Iterator[tuple[Json, int, int | None]]:
    """Every annotated claim that several outlets carry, how many do, and the lower bound found for it.

    The predicted claim that shares most statements with it answers; None where none shares any. `to_gold` tells which
    annotated statement a predicted one is.
    """
    article = {s["id"]: s["article"] for s in gold["statements"]}
    outlet = {a["id"]: a["outlet"] for a in gold["articles"]}
    covers = [(claim, {to_gold.get(m) for m in claim["members"]}) for claim in predicted["claims"]]
    for claim in gold["claims"]:
        members = set(claim["members"])
        outlets = len({outlet[article[m]] for m in members})
        if outlets > 1:
            best = max(covers, key=lambda cover: len(cover[1] & members), default=None)
            yield claim, outlets, best[0]["independent"][0] if best and best[1] & members else None


def _score_relations(counts: Counts, predicted: Json, gold: Json, to_gold: dict[str, str]) -> None:
    owner = {m: claim["id"] for claim in gold["claims"] for m in claim["members"]}
    nearest: dict[str, str] = {}
    for claim in predicted["claims"]:
        votes = Counter(owner[to_gold[m]] for m in claim["members"] if m in to_gold)
        if votes:
            nearest[claim["id"]] = votes.most_common(1)[0][0]
    theirs = {frozenset((r["a"], r["b"])): r["type"] for r in gold["relations"]}
    ours = {}
    for relation in predicted.get("relations", ()):
        key = frozenset(nearest.get(relation[end], "?" + relation[end]) for end in ("a", "b"))
        if len(key) == 2:
            ours[key] = relation["type"]
    shared = ours.keys() & theirs.keys()
    _add(counts, "re", len(shared), len(ours), len(theirs))


def f1_row(name: str, right: int, extra: int, missed: int) -> Row:
    """Precision, recall and their harmonic mean; each 0 where it is not defined."""
    precision = right / (right + extra) if right + extra else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Row(name, mean, precision, recall)


_F1_ROWS = {"statements": "st", "attribution": "at", "alignment": "al", "relations": "re", "dates": "da"}
_RATIOS = {
    "voice": ("voice_ok", "matched"),
    "cue": ("cue_ok", "cue"),
    "carried_over": ("carried_ok", "carried"),
    "kind": ("kind_ok", "matched"),
    "polarity": ("polarity_ok", "matched"),
    "origins_exact": ("or_ok", "or_n"),
    "origins_overclaimed": ("or_over", "or_n"),
    "naive_origins_exact": ("naive_ok", "or_n"),
    "naive_overclaimed": ("naive_over", "or_n"),
}


def table(counts: Counts) -> tuple[Row, ...]:
    """The rows that the counts of all stories together give, in the order they are shown."""
    rows = [f1_row(name, counts[f"{k}_tp"], counts[f"{k}_fp"], counts[f"{k}_fn"]) for name, k in _F1_ROWS.items()]
    rows.append(f1_row("corroborated", counts["co_tp"], counts["co_fp"], counts["co_n"] - counts["co_tp"]))
    rows.append(Row("origins_balanced", balanced({k: (counts[f"or_ok{k}"], counts[f"or_n{k}"]) for k in range(3)})))
    rows += [Row(name, counts[a] / counts[b] if counts[b] else 0.0) for name, (a, b) in _RATIOS.items()]
    return tuple(rows)


def balanced(classes: dict[int, tuple[int, int]]) -> float:
    """The mean recall over the classes that occur; each class is `(right, all)`."""
    recalls = [right / total for right, total in classes.values() if total]
    return sum(recalls) / len(recalls) if recalls else 0.0


def sizes(counts: Counts) -> dict[str, int]:
    """How much was scored: annotated statements, their cross-article pairs, claims that several outlets carry."""
    return {
        "gold_statements": counts["st_tp"] + counts["st_fn"],
        "cross_article_pairs": counts["al_tp"] + counts["al_fn"],
        "multi_outlet_claims": counts["or_n"],
    }


def figures(rows: Iterable[Row]) -> dict[str, Any]:
    """The values by row, to four decimals."""
    return {row.name: round(row.value, 4) for row in rows}
