"""Headline pairs that agree or disagree (ANS, Khouja 2020): does `relate` find conflicts only where there are some?

    python -m evaluation.headline_pairs ../shared/data/ans/stance_dev.jsonl.gz

Each pair stands for a story of two articles of one headline each. The disagreements are human corruptions of true
headlines, so most change the predicate freely; precision is the figure to watch, recall shows how far lexical means go.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path

from tawatur.claims import align, relate
from tawatur.model import Account, Article, Statement
from tawatur.settings import DEFAULT


def headline(id: str, text: str) -> Account:
    """An article of one statement in its outlet's own voice, with the numbers the program reads."""
    from tawatur.statements.quantities import find_quantities

    span = (0, len(text))
    statement = Statement(
        id=f"{id}.01",
        article=id,
        sentence=span,
        content=span,
        source=None,
        cue=None,
        via=None,
        chain=(f"outlet:{id}",),
        explicitness="none",
        mode="none",
        kind="fact",
        polarity="+",
        certainty="certain",
        quantities=find_quantities(text, span),
    )
    return Account(Article(id, id, text, title=span), (statement,), (), ())


def measure(path: Path) -> Counter[tuple[str, str]]:
    """How many pairs of each stance ("agree", "disagree", "other") come out as one claim, related, or apart."""
    found: Counter[tuple[str, str]] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            accounts = (headline("a", row["s1"]), headline("b", row["s2"]))
            claims = align(accounts, (), (), DEFAULT)
            related = relate(accounts, (), claims, DEFAULT)
            found[row["stance"], "related" if related else "one claim" if len(claims) == 1 else "apart"] += 1
    return found


def main() -> None:
    """Print the table, then precision and recall of conflicts."""
    found = measure(Path(sys.argv[1]))
    for stance in ("agree", "disagree", "other"):
        print(f"{stance:10}" + "".join(f"{way} {found[stance, way]:5}   " for way in ("one claim", "related", "apart")))
    related = sum(found[stance, "related"] for stance in ("agree", "disagree", "other"))
    right = found["disagree", "related"]
    all_ = sum(found["disagree", way] for way in ("one claim", "related", "apart"))
    print(f"conflicts: precision {right / max(1, related):.3f}, recall {right / max(1, all_):.3f}")


if __name__ == "__main__":
    main()
