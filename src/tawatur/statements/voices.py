"""Whom words of an article name, read as the statements room reads a source: a speaker known already, or a new one."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import UNSPECIFIED, Account, Span, Speaker
from tawatur.statements.parsing import parse
from tawatur.statements.sentences import Sentence
from tawatur.statements.speakers import Cast, Voice


class Voices:
    """The speakers of one account, and those that are added to them, by somebody who names the words that name them.

    `prefix` begins the keys of the added ones.
    """

    def __init__(self, account: Account, prefix: str) -> None:
        self._prefix = prefix
        self.added: list[Speaker] = []
        self._article = account.article
        self._keys = {speaker.key for speaker in account.speakers}
        self._named = sorted(
            (s.source, s.chain[-1]) for s in account.statements if s.source is not None and s.chain[-1] != UNSPECIFIED
        )

    def of(self, span: Span) -> str:
        """The key of the speaker whom the words at a span name; one not known before is added.

        The mentions that other statements rest on are read in turn, those before the span last, so that "the source"
        is the one named before it.
        """
        cast = Cast(self._article.outlet)
        before = [mention for mention in self._named if mention[0] < span]
        keys: dict[str, str] = {}
        for mention, key in (*reversed(self._named[len(before) :]), *before):
            keys[self._voice(cast, mention).key] = key
        voice = self._voice(cast, span)
        known = keys.get(voice.key)
        if known is not None:
            return known
        medium = voice.key.startswith(("agency:", "outlet:"))
        key = voice.key if medium else f"{self._prefix}{len(self.added) + 1}"
        if key not in self._keys and key != cast.outlet:
            self._keys.add(key)
            self.added.append(replace(voice.frozen(), key=key))
        self._named = sorted((*self._named, (span, key)))
        return key

    def _voice(self, cast: Cast, span: Span) -> Voice:
        read = parse(self._article.text, Sentence(span))
        return cast.named(read, (0, len(read)))
