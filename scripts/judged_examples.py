"""What judged articles teach of how sure a speaker is: statements whose speaker a reader called right or wrong.

`evaluation/annotation/judged.jsonl` and `judged_more.jsonl` hold, as offsets, what the program of their day attributed:
the `content`, the words that name the speaker where the text has them (`source` in the same sentence, `named`
elsewhere, `unspecified` for nobody), and the verdict (`right`, `wrong`, `none` for what is no proposition). The program
reads these articles anew: a statement with the same words and the same speaker has the verdict as it stands, another
speaker where the one judged was right is wrong, and of another where the one judged was wrong nothing is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evaluation.annotated import FOLDER, text_of, unchanged
from evaluation.matching import Json, iou, same_name

from tawatur.model import UNSPECIFIED, Account, Article, Statement
from tawatur.settings import DEFAULT
from tawatur.statements import read_accounts
from tawatur.statements.confidence import confidence_features

NAMES = ("judged", "judged_more")
AS_READ = replace(DEFAULT, unsure=0.0, hardly=0.0)  # no speaker let go, none called unsure
_SAME_WORDS = 0.7  # of the hull of two contents, for the verdict on one to hold for the other
Example = tuple[list[list[str]], list[str]]


def judged_examples(data: Path) -> Iterator[list[Example]]:
    """The examples of each judged article whose text stands under `data` unchanged; none was annotated for training."""
    judged = list(_judged(data))
    accounts = read_accounts([article for article, _ in judged], AS_READ)
    for account, (_, statements) in zip(accounts, judged, strict=True):
        yield list(_examples(account, statements))


def _judged(data: Path) -> Iterator[tuple[Article, list[Json]]]:
    for name in NAMES:
        for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            for entry in unchanged([row], data) or ():
                text, title = text_of(entry), (0, len(entry["title"]))
                outlet = entry.get("outlet") or entry.get("source") or row["corpus"]
                yield Article(row["id"], outlet, text, title, published=entry.get("published")), row["statements"]


def _examples(account: Account, judged: list[Json]) -> Iterator[Example]:
    names = {speaker.key: set(speaker.names) for speaker in account.speakers}
    told = confidence_features(account.article, account.statements, account.speakers)
    for statement, features in zip(account.statements, told, strict=True):
        nearest = max(judged, key=lambda one: iou(one["content"], statement.content), default=None)
        if nearest is None or iou(nearest["content"], statement.content) < _SAME_WORDS:
            continue
        right = is_right(account.article.text, statement, names, nearest)
        if right is not None:
            yield [features], ["right" if right else "wrong"]


def is_right(text: str, statement: Statement, names: dict[str, set[str]], judged: Json) -> bool | None:
    """Whether the speaker read is right, by the verdict on the one judged; None where the verdict does not tell."""
    verdict = judged["speaker"]
    if verdict == "none":
        return None
    if len(statement.chain) < 2:
        return False if verdict == "right" else None
    who, span = statement.chain[-1], judged.get("source") or judged.get("named")
    if judged.get("unspecified"):
        same = who == UNSPECIFIED
    elif span is not None:
        same = statement.source == tuple(span) or same_name([text[slice(*span)]], names.get(who, set()))
    else:
        return None
    if same:
        return bool(verdict == "right")
    return False if verdict == "right" else None
