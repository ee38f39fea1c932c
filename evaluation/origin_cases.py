"""Origin cases: one claim, its passages in several articles, and how many independent origins it truly has.

A case counts as answered by the predicted claim that covers most of its passages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from evaluation.matching import Json, overlap
from evaluation.scoring import Counts, Row, balanced, f1_row

_COVERED = 0.5


def score_case(case: Json, dossier: Json | None) -> Counts:
    """The counts of one case; `dossier` is None when the program gave none."""
    low, high = case["independent"]
    kind = min(low, 2)
    counts: Counts = Counter({"n": 1, f"n{kind}": 1})
    counts["naive_over"] += len({passage["article"] for passage in case["passages"]}) > high
    answer, found = case_answer(case, dossier) if dossier else (None, 0)
    if answer is None:
        return counts
    counts["found"] += found
    counts["passages"] += len(case["passages"])
    counts[f"ok{kind}"] += min(answer, 2) == kind
    counts["exact"] += answer == low
    counts["over"] += answer > high
    counts["tp"] += answer >= 2 and low >= 2
    counts["fp"] += answer >= 2 and high < 2
    return counts


def case_answer(case: Json, dossier: Json) -> tuple[int | None, int]:
    """The lower bound of the claim that answers a case, None where none does; and how many passages it covers."""
    covered = coverage(case, dossier)
    best = max(dossier["claims"], key=covered, default=None)
    found = covered(best) if best else 0
    return (best["independent"][0], found) if best and found else (None, 0)


def coverage(case: Json, dossier: Json) -> Callable[[Json], int]:
    """A function that tells how many passages of the case a claim of the dossier covers."""
    where = {s["id"]: (s["article"], s["content"]) for s in dossier["statements"]}

    def covered(claim: Json) -> int:
        return sum(any(_covers(*where[m], passage) for m in claim["members"]) for passage in case["passages"])

    return covered


def _covers(article: str, content: list[int], passage: Json) -> bool:
    span = passage["span"]
    least = _COVERED * min(content[1] - content[0], span[1] - span[0])
    return bool(article == passage["article"]) and overlap(content, span) >= least


def case_table(cases: Iterable[Counts]) -> tuple[Row, ...]:
    """The rows over all cases; balanced accuracy is the mean recall of the classes 0, 1 and 2 or more."""
    t: Counts = sum(cases, Counter())
    corroborated = f1_row("corroborated", t["tp"], t["fp"], t["n2"] - t["tp"])
    share = {name: t[key] / t["n"] if t["n"] else 0.0 for name, key in _SHARES.items()}
    return (
        Row("balanced", balanced({kind: (t[f"ok{kind}"], t[f"n{kind}"]) for kind in range(3)})),
        Row("exact", share["exact"]),
        Row("overclaimed", share["overclaimed"]),
        corroborated,
        Row("passages_together", t["found"] / t["passages"] if t["passages"] else 0.0),
        Row("naive_overclaimed", share["naive_overclaimed"]),
    )


_SHARES = {"exact": "exact", "overclaimed": "over", "naive_overclaimed": "naive_over"}
