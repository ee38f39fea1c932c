"""Whether two statements share their wording: they stand side by side in an aligned passage, or repeat each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tawatur.languages.ar.script import words
from tawatur.model import Account, Copy, Span, Statement
from tawatur.settings import Settings
from tawatur.stories.fingerprints import key


class SharedWording:
    """The aligned passages of a story, asked statement by statement."""

    def __init__(self, accounts: Sequence[Account], copies: Sequence[Copy], settings: Settings) -> None:
        self._texts: Mapping[str, str] = {account.article.id: account.article.text for account in accounts}
        self._cover = settings.copy_cover
        self._enough = settings.wording_alike
        self._least = settings.wording_words
        self._beside = settings.wording_beside
        self._passages = defaultdict[tuple[str, str], list[tuple[Span, Span]]](list)
        for copy in copies:
            self._passages[copy.a, copy.b].extend(copy.passages)
            self._passages[copy.b, copy.a].extend((right, left) for left, right in copy.passages)
        self._keys: dict[str, tuple[str, ...]] = {}

    def between(self, a: Statement, b: Statement) -> bool:
        """Whether two statements of different articles share their wording."""
        if a.article == b.article:
            return False
        left, right = self._content(a), self._content(b)
        shorter, longer = sorted((len(left), len(right)))
        if not shorter:
            return False
        shared = _in_order(left, right)
        if shared >= self._least and shared / longer >= self._enough:
            return True
        # A passage may hold what two sources say one after the other: the two must also say it in the same words.
        return shared / shorter >= self._beside and any(
            _part(a.content, one) >= self._cover and _part(b.content, other) >= self._cover
            for one, other in self._passages.get((a.article, b.article), ())
        )

    def _content(self, statement: Statement) -> tuple[str, ...]:
        if statement.id not in self._keys:
            found = words(self._texts[statement.article], *statement.content)
            self._keys[statement.id] = tuple(key(w.folded) for w in found if w.text[0].isalnum() and w.folded)
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
