"""Places found again in articles as they are now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tawatur.judgement.records import Place
from tawatur.model import Account, Span, Statement

_LEAST = 0.5  # of the union of two spans that they share, from which a statement is the one that was judged


def span_now(place: Place, text: str) -> Span | None:
    """Where the words of a place stand: where they stood, else where they stand once in the whole text."""
    start, end = place.span
    if text[start:end] == place.words:
        return place.span
    at = text.find(place.words) if place.words else -1
    if at < 0 or text.find(place.words, at + 1) >= 0:
        return None
    return at, at + len(place.words)


def statement_at(place: Place, accounts: Mapping[str, Account]) -> Statement | None:
    """The statement at a place: the one whose content shares most of it, at least half of both together."""
    account = accounts.get(place.article)
    span = span_now(place, account.article.text) if account else None
    if account is None or span is None:
        return None
    scored = [(_shared(span, s.content), -n, s) for n, s in enumerate(account.statements)]
    best = max(scored, default=None)
    return best[2] if best and best[0] >= _LEAST else None


def by_article(accounts: Iterable[Account]) -> dict[str, Account]:
    """Accounts by the id of their article."""
    return {account.article.id: account for account in accounts}


def _shared(a: Span, b: Span) -> float:
    inside = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, inside) / (max(a[1], b[1]) - min(a[0], b[0])) if max(a[1], b[1]) > min(a[0], b[0]) else 0.0
