"""A dossier as JSON, and back. The same dossier always gives the same bytes; `dossier.schema.json` describes them.

The fields are those of the annotation format, so that the same tools read both; what only this program knows (exact
texts, links, ties, reasons, manifest) stands beside them. Reasons carry their English text, for people and for
programs that do not want a lexicon. That text, and what follows from the rest (a claim's words and suggested
credibility, the series of figures, what outlets leave out), is made anew at every writing and left unread.
"""

from __future__ import annotations

import json
import re
from typing import Any

from tawatur.dossier.index import relation_id
from tawatur.dossier.manifest import text_hash
from tawatur.dossier.views import report
from tawatur.model import Article, Claim, Copy, Dossier, Statement, TimeExpression
from tawatur.writing.json_views import ReasonWriter, ViewWriter
from tawatur.writing.messages import Messages
from tawatur.writing.names import reader_names

FORMAT = "tawatur dossier 1"
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_json(dossier: Dossier) -> str:
    """Canonical JSON of a dossier, ending in a newline; lone surrogates are escaped so that it encodes as UTF-8."""
    write = _Writer(Messages("en", reader_names(dossier, "en")))
    text = json.dumps(write.dossier(dossier), ensure_ascii=False, indent=1, allow_nan=False) + "\n"
    return escaped(text)


def escaped(text: str) -> str:
    """JSON text that encodes as UTF-8: lone surrogates, which an input may hold, as escapes."""
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


class _Writer(ReasonWriter):
    """Turns records into plain JSON values."""

    def dossier(self, d: Dossier) -> dict[str, Any]:
        views = report(d)
        found, told = views.index, ViewWriter(self.messages)
        view_of = {view.claim.id: view for view in views.claims}
        return {
            "format": FORMAT,
            "story": d.story,
            "manifest": {
                "version": d.manifest.version,
                "settings": dict(d.manifest.settings),
                "data": dict(d.manifest.data),
                "inputs": dict(d.manifest.inputs),
            },
            "articles": [self.article(a) for a in d.articles],
            "sources": {
                s.id: {"kind": s.kind, "name": s.name, "party": s.party, "aliases": list(s.aliases)}
                for s in sorted(d.sources, key=lambda s: s.id)
            },
            "statements": [self.statement(s) for s in d.statements],
            "claims": [
                self.claim(view.claim, found.words(view.shown.article, view.shown.content))
                | {"credibility": told.credibility(view)}
                for view in (view_of[c.id] for c in d.claims)
            ],
            "relations": [
                {
                    "id": relation_id(r.a, r.b),
                    "a": r.a,
                    "b": r.b,
                    "type": r.type,
                    "slot": r.slot,
                    "statements": list(r.statements),
                    "spans": [list(span) for span in r.spans],
                    "reason": self.reason(r.reason),
                }
                for r in d.relations
            ],
            "dates": [self.date(t) for t in d.dates],
            "copies": [self.copy(c) for c in d.copies],
            "figures": [told.series(series) for series in views.figures],
            "left_out": [told.left_out(left_out) for left_out in views.left_out],
            "findings": [{"reason": self.reason(f.reason), "articles": list(f.articles)} for f in d.findings],
            "rejects": [{"where": r.where, "reason": self.reason(r.reason)} for r in d.rejects],
        }

    def article(self, a: Article) -> dict[str, Any]:
        return {
            "id": a.id,
            "outlet": a.outlet,
            "outlet_name": a.outlet_name,
            "url": a.url,
            "published": a.published,
            "published_basis": a.published_basis,
            "language": a.language,
            "origin": a.origin,
            "sha256": text_hash(a.text),
            "title": _span(a.title),
            "chrome": [{"span": list(c.span), "reason": self.reason(c.reason)} for c in a.chrome],
            "text": a.text,
        }

    def statement(self, s: Statement) -> dict[str, Any]:
        return {
            "id": s.id,
            "article": s.article,
            "sentence": list(s.sentence),
            "content": list(s.content),
            "source": _span(s.source),
            "cue": _span(s.cue),
            "via": _span(s.via),
            "chain": list(s.chain),
            "explicitness": s.explicitness,
            "mode": s.mode,
            "kind": s.kind,
            "polarity": s.polarity,
            "certainty": s.certainty,
            "quantities": [
                {
                    "span": list(q.span),
                    "low": q.low,
                    "high": q.high,
                    "unit": q.unit,
                    "state": q.state,
                    "approximate": q.approximate,
                }
                for q in s.quantities
            ],
            "confidence": s.confidence,
            "reasons": self.reasons(s.reasons),
        }

    def claim(self, c: Claim, gloss: str) -> dict[str, Any]:
        return {
            "id": c.id,
            "gloss": gloss,
            "members": list(c.members),
            "roots": list(c.roots),
            "independent": list(c.independent),
            "origins": [{"roots": list(o.roots), "members": list(o.members)} for o in c.origins],
            "ties": [
                {"a": t.a, "b": t.b, "probability": t.probability, "reasons": self.reasons(t.reasons)} for t in c.ties
            ],
            "links": [{"a": x.a, "b": x.b, "score": x.score, "reasons": self.reasons(x.reasons)} for x in c.links],
            "reasons": self.reasons(c.reasons),
        }

    def date(self, t: TimeExpression) -> dict[str, Any]:
        return {
            "article": t.article,
            "span": list(t.span),
            "value": t.value,
            "basis": t.basis,
            "reason": self.reason(t.reason),
        }

    def copy(self, c: Copy) -> dict[str, Any]:
        return {
            "a": c.a,
            "b": c.b,
            "passages": [[list(a), list(b)] for a, b in c.passages],
            "share": c.share,
            "reason": self.reason(c.reason),
        }


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return None if span is None else list(span)
