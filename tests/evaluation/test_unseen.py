from __future__ import annotations

import gzip
import json
from pathlib import Path

from evaluation.unseen import draw, lines_of

from tawatur.model import Account, Article, Reason, Speaker, Statement, TimeExpression


def _folder(folder: Path, articles: int) -> Path:
    for half in (0, 1):
        with gzip.open(folder / f"{half}.jsonl.gz", "wt", encoding="utf-8") as stream:
            stream.writelines(json.dumps({"id": f"{k}"}) + "\n" for k in range(half, articles, 2))
    return folder


def test_the_same_seed_draws_the_same_articles(tmp_path: Path) -> None:
    folder = _folder(tmp_path, 100)
    assert draw(folder, 5, 1) == draw(folder, 5, 1)
    assert draw(folder, 5, 1) != draw(folder, 5, 2)
    assert len({article["id"] for article in draw(folder, 50, 1)}) == 50


def test_no_more_are_drawn_than_there_are(tmp_path: Path) -> None:
    assert len(draw(_folder(tmp_path, 3), 20, 1)) == 3
    assert draw(tmp_path / "none", 20, 1) == []


def test_every_statement_and_date_is_laid_open() -> None:
    text = "أعلن الدفاع المدني الأربعاء مقتل تسعة"
    article = Article("a", "x", text, published="2026-04-15")
    statement = Statement(
        "a.01", "a", (0, 37), (28, 37), (5, 18), (0, 4), None, ("outlet:x", "cd"), "explicit", "indirect", "fact", "+",
        "certain",
    )  # fmt: skip
    date = TimeExpression("a", (19, 27), "2026-04-15", "publication", Reason("weekday"))
    account = Account(article, (statement,), (Speaker("cd", "organisation", ("الدفاع المدني",)),), (date,))
    shown = "\n".join(lines_of(account))
    for part in ("«مقتل تسعة»", "outlet:x ← الدفاع المدني", "cue أعلن", "via —", "date الأربعاء = 2026-04-15"):
        assert part in shown, part
