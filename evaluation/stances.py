"""Does `trace` tell what supports, denies or only discusses a sentence? Two sets of others' labels, beside baselines.

    python -m evaluation.stances ../shared/data/unifiedfc/folds_1_3.jsonl.gz      articles with a stance to a claim
    python -m evaluation.stances ../shared/data/ans/stance_dev.jsonl.gz           pairs of headlines
    python -m evaluation.stances FILE --half first                                one fixed half of the claims
    python -m evaluation.stances FILE --show 10 --kind disagree:support           passages where it was wrong

Articles (UnifiedFC, Baly et al. 2018, "Integrating stance detection and fact checking in a unified corpus") are whole
web pages labelled agree, disagree, discuss or unrelated. Nothing is trained on those labels; thresholds were set on the
first half of the claims. A page that supports and denies takes no side, so it counts as discussing. Pairs of headlines
(ANS, Khouja 2020) agree or disagree: the first is the sentence, the second an article of one headline, and the figure
is how often "supports" or "does not" is right; how often it dares to say "denies" stands beside it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tawatur.model import Account, Article
from tawatur.reading.intake import read
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.tracing import Hit, find_hits, read_question, standing
from tawatur.tracing.passages import Reading, read_passages

STANCES = ("agree", "disagree", "discuss", "unrelated")
TOLD = {"support": "agree", "deny": "disagree", "both": "discuss", "discuss": "discuss", "unrelated": "unrelated"}
Row = dict[str, Any]
_SEED, _TOGETHER = 7, 32


@dataclass(frozen=True, slots=True)
class Judged:
    """One sentence beside one article: the label, what the trace tells, and the passages it tells it by."""

    sentence: str
    label: str
    told: str
    reading: Reading
    hits: tuple[Hit, ...]


def articles(texts: Sequence[tuple[str, str]]) -> Iterator[Account]:
    """Texts with their addresses as articles, read as a user's input is, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        rows = ({"id": f"a{n}", "text": text, "url": url} for n, (text, url) in enumerate(texts))
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", encoding="utf-8")
        found = {article.id: article for article in read([str(path)]).articles}
    empty = [Article(f"a{n}", f"unknown:a{n}", text, url=url) for n, (text, url) in enumerate(texts)]
    known = [found.get(article.id, article) for article in empty]
    for first in range(0, len(known), _TOGETHER):
        yield from read_accounts(known[first : first + _TOGETHER])


def trace_articles(rows: Sequence[Row]) -> Iterator[Judged]:
    """Every article of every claim; a text that recurs is read once."""
    urls = {article["text"]: article["url"] for row in rows for article in row["articles"]}
    accounts = articles(list(urls.items()))
    readings = {text: read_passages(account) for text, account in zip(urls, accounts, strict=True)}
    for row in rows:
        for article in row["articles"]:
            yield _judged(row["claim"], article["stance"], readings[article["text"]])


def trace_headlines(rows: Sequence[Row]) -> Iterator[Judged]:
    """Every pair of headlines, the second as an article that has nothing else."""
    seconds = [Article(f"a{n}", f"a{n}", row["s2"], title=(0, len(row["s2"]))) for n, row in enumerate(rows)]
    for row, account in zip(rows, read_accounts(seconds), strict=True):
        yield _judged(row["s1"], row["stance"], read_passages(account))


def _judged(sentence: str, label: str, reading: Reading) -> Judged:
    question = read_question(sentence, DEFAULT)
    hits = tuple(find_hits(question, reading, DEFAULT)) if question else ()
    return Judged(sentence, label, standing(hits), reading, hits)


def scores(pairs: Sequence[tuple[str, str]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each stance, of pairs of a label and what was told."""
    found = {}
    for stance in STANCES:
        right = sum(label == told == stance for label, told in pairs)
        precision = right / max(1, sum(told == stance for _, told in pairs))
        recall = right / max(1, sum(label == stance for label, _ in pairs))
        found[stance] = precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0
    return found


def macro(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of the four stances."""
    return sum(f1 for _, _, f1 in scores(pairs).values()) / len(STANCES)


def half_of(rows: Sequence[Row], half: str) -> list[Row]:
    """The first or second half of the claims, split by chance once and for all, or all of them."""
    ids = sorted(row["id"] for row in rows)
    random.Random(_SEED).shuffle(ids)
    first = set(ids[: len(ids) // 2])
    return [row for row in rows if half == "all" or (row["id"] in first) == (half == "first")]


def report_articles(judged: Sequence[Judged]) -> None:
    """Print each class, the macro-F1, and the two baselines."""
    pairs = [(one.label, TOLD[one.told]) for one in judged]
    print(f"{len(pairs)} articles")
    for stance, (precision, recall, f1) in scores(pairs).items():
        count = sum(label == stance for label, _ in pairs)
        print(f"  {stance:10} {count:5}   precision {precision:.3f}   recall {recall:.3f}   F1 {f1:.3f}")
    print(f"macro-F1 {macro(pairs):.3f}")
    for same in ("unrelated", "agree"):
        print(f"baseline, everything {same}: macro-F1 {macro([(label, same) for label, _ in pairs]):.3f}")


def report_headlines(judged: Sequence[Judged]) -> None:
    """Print what pairs of each label come out as, and how often that is right."""
    table = Counter((one.label, one.told) for one in judged)
    for label in ("agree", "disagree", "other"):
        print(f"  {label:10}" + "".join(f"{told} {table[label, told]:4}   " for told in TOLD))
    kept = [one for one in judged if one.label != "other"]
    right = sum((one.told == "support") == (one.label == "agree") for one in kept)
    decided = [one for one in kept if one.told in ("support", "deny")]
    sure = sum(TOLD[one.told] == one.label for one in decided)
    baseline = max(Counter(one.label for one in kept).values()) / len(kept) if kept else 0.0
    print(f"supports or not: accuracy {right / max(1, len(kept)):.3f} of {len(kept)} (commoner label {baseline:.3f})")
    print(f"says support or deny: accuracy {sure / max(1, len(decided)):.3f} of {len(decided)}")


def show(judged: Sequence[Judged], kind: str, count: int) -> None:
    """Print passages of one kind of outcome, "label:told", with the reasons."""
    label, _, told = kind.partition(":")
    for one in [j for j in judged if j.label == label and j.told == told][:count]:
        print(f"\n{one.sentence}")
        for hit in one.hits:
            statement = next(s for s in one.reading.account.statements if s.id == hit.statement)
            words = one.reading.account.article.text[slice(*statement.content)]
            codes = ", ".join(" ".join((reason.code, *reason.values)) for reason in hit.reasons)
            print(f"  {hit.stance} {hit.score:.2f}: {' '.join(words.split())}\n    {codes}")


def main() -> int:
    """Measure the file named; 0 with a word where it is absent."""
    about, _, _ = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(prog="python -m evaluation.stances", description=about)
    parser.add_argument("data", type=Path, help="UnifiedFC or the pairs of ANS, as .jsonl.gz")
    parser.add_argument("--half", choices=("all", "first", "second"), default="all", help="which claims of UnifiedFC")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N outcomes of a kind")
    parser.add_argument("--kind", default="disagree:support", metavar="LABEL:TOLD", help="which to print")
    given = parser.parse_args()
    if not given.data.exists():
        print(f"skipped: no data at {given.data}", file=sys.stderr)
        return 0
    try:
        with gzip.open(given.data, "rt", encoding="utf-8") as lines:
            rows: list[Row] = [json.loads(line) for line in lines]
    except (OSError, ValueError) as error:
        print(f"{given.data} is no file of JSON lines (.jsonl.gz): {error}; nothing measured", file=sys.stderr)
        return 2
    if rows and not rows[0].keys() & {"articles", "s2"}:
        print(
            f"{given.data} holds neither claims with articles nor pairs of headlines: nothing measured", file=sys.stderr
        )
        return 2
    if rows and "articles" in rows[0]:
        judged = list(trace_articles(half_of(rows, given.half)))
        report_articles(judged)
    else:
        judged = list(trace_headlines(rows))
        report_headlines(judged)
    show(judged, given.kind, given.show)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
