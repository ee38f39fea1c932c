"""The steps an explanation is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.dossier.index import Index
from tawatur.model import Reason, Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words: an article id, the place there, and the words themselves."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation, the words it points at, and the steps under it."""

    reason: Reason
    quotes: tuple[Quote, ...] = ()
    steps: tuple[Step, ...] = ()


def quote(found: Index, article: str, span: Span) -> Quote:
    """The exact words at a place."""
    return Quote(article, span, found.words(article, span))


def outlet(found: Index, article: str) -> str:
    """The source id of the outlet of an article."""
    return f"outlet:{found.articles[article].outlet}"


def plain(reasons: Iterable[Reason]) -> list[Step]:
    """Reasons as steps of their own."""
    return [Step(reason) for reason in reasons]


def percent(share: float) -> str:
    """A share in whole per cent."""
    return f"{100 * share:.0f}"
