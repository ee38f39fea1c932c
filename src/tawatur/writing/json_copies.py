"""Wording shared in a corpus as JSON; docs/copies.md describes the fields. The same articles give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tawatur.model import Article, Finding, Reject
from tawatur.stories.corpus.records import CorpusCopies, SharedWording
from tawatur.stories.corpus.settings import CorpusCopySettings
from tawatur.writing.json_dossier import canonical
from tawatur.writing.json_views import ReasonWriter
from tawatur.writing.messages import Messages

FORMAT = "tawatur copies 1"


def copies_to_json(
    found: CorpusCopies,
    articles: Sequence[Article],
    settings: CorpusCopySettings,
    version: str,
    findings: Sequence[Finding] = (),
    rejects: Sequence[Reject] = (),
) -> str:
    """Canonical JSON of all pairs, and of the articles in them, ending in a newline."""
    write = _Writer(Messages("en", {}))
    paired = {id for pair in found.pairs for id in (pair.a, pair.b)}
    whole = {
        "format": FORMAT,
        "version": version,
        "settings": settings.as_dict(),
        "read": found.articles,
        "aligned": found.aligned,
        "articles": [write.article(a) for a in sorted(articles, key=lambda a: a.id) if a.id in paired],
        "pairs": [write.pair(pair) for pair in found.pairs],
        "findings": [{"reason": write.reason(f.reason), "articles": list(f.articles)} for f in findings],
        "rejects": [{"where": r.where, "reason": write.reason(r.reason)} for r in rejects],
    }
    return canonical(whole)


class _Writer(ReasonWriter):
    """Turns pairs and articles into plain JSON values."""

    def article(self, a: Article) -> dict[str, Any]:
        return {
            "id": a.id,
            "outlet": a.outlet,
            "title": " ".join(a.text[slice(*a.title)].split()) if a.title else None,
            "url": a.url,
            "published": a.published,
            "origin": a.origin,
        }

    def pair(self, pair: SharedWording) -> dict[str, Any]:
        return {
            "a": pair.a,
            "b": pair.b,
            "passages": [{"a": list(left), "b": list(right)} for left, right in pair.passages],
            "words": pair.words,
            "share": pair.share,
            "verbatim": pair.verbatim,
            "standing": pair.standing,
            "reasons": self.reasons(pair.reasons),
        }
