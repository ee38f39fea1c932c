"""Accounts written out by hand: what each article says, on whose word, of invented events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tawatur.model import Account, Article, Kind, Polarity, Quantity, Reason, Statement, TimeExpression

Number = tuple[str, float | None, float | None, str, str | None]


@dataclass(frozen=True)
class Said:
    """One statement: its words, who says it, and the numbers and days found in it as words with their values.

    `lead` are the words of its sentence before it, in which somebody says it; they are its cue.
    """

    words: str
    by: str | None = None
    polarity: Polarity = "+"
    kind: Kind = "fact"
    numbers: Sequence[Number] = ()
    days: Sequence[tuple[str, str]] = field(default=())
    lead: str = ""


def account(
    id: str, outlet: str, said: Sequence[Said], *, published: str | None = None, titled: bool = False
) -> Account:
    """An article whose lines are the statements, the first of them its headline when `titled`."""
    text, statements, dates = "", [], []
    for number, one in enumerate(said, 1):
        opening = len(text)
        text += one.lead + " " if one.lead else ""
        start, end = len(text), len(text) + len(one.words)
        text += one.words + "\n"
        chain = (f"outlet:{outlet}", *([f"src:{one.by}"] if one.by else []))
        quantities = tuple(
            Quantity(_span(text, words, start), low, high, unit, state) for words, low, high, unit, state in one.numbers
        )
        dates += [
            TimeExpression(id, _span(text, words, start), value, "text", Reason("test")) for words, value in one.days
        ]
        voice: Literal["explicit", "none"] = "explicit" if one.by else "none"
        statements.append(
            Statement(
                f"{id}.{number:02}",
                id,
                (opening, end),
                (start, end),
                None,
                (opening, start - 1) if one.lead else None,
                None,
                chain,
                voice,
                "indirect",
                one.kind,
                one.polarity,
                "certain",
                quantities,
            )
        )
    title = (0, len(said[0].words)) if titled and said else None
    article = Article(id, outlet, text, title=title, published=published)
    return Account(article, tuple(statements), (), tuple(dates))


def _span(text: str, words: str, start: int) -> tuple[int, int]:
    at = text.index(words, start)
    return at, at + len(words)
