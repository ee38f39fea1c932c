"""Whether two statements share their wording: they stand side by side in an aligned passage, or repeat each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from tawatur.languages.ar.script import words_of
from tawatur.model import Account, Copy, Span, Statement
from tawatur.settings import Settings
from tawatur.stories.fingerprints import key

_SPEECH = frozenset({"direct", "mixed"})
_QUOTED = 3  # fewest words that two quotations share: two are a phrase that anybody says


class SharedWording:
    """The aligned passages of a story, asked statement by statement."""

    def __init__(self, accounts: Sequence[Account], copies: Sequence[Copy], settings: Settings) -> None:
        self._texts: Mapping[str, str] = {account.article.id: account.article.text for account in accounts}
        self._cover = settings.copy_cover
        self._enough = settings.wording_alike
        self._least = settings.copy_words
        self._apart = settings.wording_apart
        self._quoted = settings.quotation_alike
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
            covered = _part(a.content, left) >= self._cover and _part(b.content, right) >= self._cover
            if covered and self._side_by_side(a.content, left, b.content, right):
                return True
        one, other = self._content(a), self._content(b)
        longer = max(len(one), len(other))
        if min(len(one), len(other)) < self._least:
            return False
        shared = _in_order(one, other)
        return shared >= self._least and shared / longer >= self._enough

    def one_quotation(self, a: Statement, b: Statement) -> bool:
        """Whether two statements of different articles are direct speech in much the same words, perhaps translated."""
        if a.article == b.article or not {a.mode, b.mode} <= _SPEECH:
            return False
        one, other = set(self._content(a)), set(self._content(b))
        common = len(one & other)
        return common >= _QUOTED and common >= self._quoted * min(len(one), len(other))

    def _side_by_side(self, a: Span, left: Span, b: Span, right: Span) -> bool:
        """Whether two spans begin or end near each other when their passages are laid side by side, both at one length.

        A passage may hold what two sources say one after the other: that both stand in it makes their words no shared
        ones.
        """
        one, other = _within(a, left), _within(b, right)
        return min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= self._apart

    def _content(self, statement: Statement) -> tuple[str, ...]:
        if statement.id not in self._keys:
            found = words_of(self._texts[statement.article], *statement.content)
            self._keys[statement.id] = tuple(key(w.folded) for w in found if w.text[0].isalnum() and w.folded)
        return self._keys[statement.id]


def _part(inner: Span, outer: Span) -> float:
    return max(0, min(inner[1], outer[1]) - max(inner[0], outer[0])) / max(1, inner[1] - inner[0])


def _within(inner: Span, outer: Span) -> tuple[float, float]:
    """A span as parts of another, as far as it lies in it."""
    size = max(1, outer[1] - outer[0])
    return max(0, inner[0] - outer[0]) / size, (min(inner[1], outer[1]) - outer[0]) / size


def _in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """Length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]
