"""Whether two statements share their wording: both stand in one aligned passage, or one repeats the other's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tawatur.languages.ar.script import bare, words
from tawatur.model import Account, Copy, Span, Statement
from tawatur.settings import Settings


class SharedWording:
    """The aligned passages of a story, asked statement by statement."""

    def __init__(self, accounts: Sequence[Account], copies: Sequence[Copy], settings: Settings) -> None:
        self._texts: Mapping[str, str] = {account.article.id: account.article.text for account in accounts}
        self._cover = settings.copy_cover
        self._enough = settings.wording_alike
        self._passages = defaultdict[tuple[str, str], list[tuple[Span, Span]]](list)
        for copy in copies:
            self._passages[copy.a, copy.b].extend(copy.passages)
            self._passages[copy.b, copy.a].extend((right, left) for left, right in copy.passages)
        self._keys: dict[str, tuple[str, ...]] = {}

    def between(self, a: Statement, b: Statement) -> bool:
        """Whether two statements of different articles share their wording."""
        if a.article == b.article:
            return False
        for left, right in self._passages.get((a.article, b.article), ()):
            if _part(a.content, left) >= self._cover and _part(b.content, right) >= self._cover:
                return True
        return self.likeness(a, b) >= self._enough

    def likeness(self, a: Statement, b: Statement) -> float:
        """Part of the longer content's words that stand in the other in the same order; 0 under four words."""
        left, right = self._content(a), self._content(b)
        if min(len(left), len(right)) < 4:
            return 0.0
        return _in_order(left, right) / max(len(left), len(right))

    def _content(self, statement: Statement) -> tuple[str, ...]:
        if statement.id not in self._keys:
            found = words(self._texts[statement.article], *statement.content)
            self._keys[statement.id] = tuple(bare(w.folded) for w in found if w.text[0].isalnum() and w.folded)
        return self._keys[statement.id]


def _part(inner: Span, outer: Span) -> float:
    return max(0, min(inner[1], outer[1]) - max(inner[0], outer[0])) / max(1, inner[1] - inner[0])


def _in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]
