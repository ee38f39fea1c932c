"""A judged dossier as evaluation gold: the two files of the annotation guide, input and annotation.

What people judged is marked; the rest stands as the program read it, and is to be judged before a score is believed.
In the guide a text is title, line break, text: an article without a title gets an empty one, and its spans move by the
line break.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from tawatur.dossier.index import index
from tawatur.dossier.views import report
from tawatur.model import Article, Dossier, Link, Reason, Span, Statement, Tie
from tawatur.writing.json_dossier import canonical

JUDGED = "judgement."
"""What the codes of reasons that people gave begin with."""


def to_gold(dossier: Dossier, annotators: Iterable[str]) -> tuple[str, str]:
    """`(annotation, input)` as JSON texts, for `X.gold.json` and `X.in.json`.

    `judged` lists the statements and claims in which people's judgement counts.
    """
    shift = {a.id: _shift(a) for a in dossier.articles}
    views = {view.claim.id: view for view in report(dossier).claims}
    found = index(dossier)
    annotation = {
        "story": dossier.story,
        "articles": [
            {"id": a.id, "outlet": a.outlet, "url": a.url, "published": a.published, "sha256": _hash(_whole(a))}
            for a in dossier.articles
        ],
        "sources": {s.id: {"kind": s.kind, "name": s.name, "party": s.party} for s in dossier.sources},
        "statements": [_statement(s, shift[s.article]) for s in dossier.statements],
        "claims": [
            {
                "id": c.id,
                "gloss": found.words(views[c.id].shown.article, views[c.id].shown.content),
                "members": list(c.members),
                "roots": list(c.roots),
                "independent": list(c.independent),
            }
            for c in dossier.claims
        ],
        "relations": [{"a": r.a, "b": r.b, "type": r.type, "slot": r.slot, "note": ""} for r in dossier.relations],
        "dates": [
            {"article": d.article, "span": _span(d.span, shift[d.article]), "value": d.value, "basis": d.basis}
            for d in dossier.dates
        ],
        "annotator": ", ".join(dict.fromkeys(annotators)),
        "notes": "",
        "judged": _judged(dossier),
    }
    given = {"story": dossier.story, "articles": [_given(a) for a in dossier.articles]}
    return canonical(annotation), canonical(given)


def _judged(dossier: Dossier) -> Mapping[str, list[str]]:
    statements = [s.id for s in dossier.statements if any(r.code.startswith(JUDGED) for r in s.reasons)]
    claims = [c.id for c in dossier.claims if any(r.code.startswith(JUDGED) for r in (*_of(c.links), *_of(c.ties)))]
    return {"statements": statements, "claims": claims}


def _of(parts: Iterable[Link | Tie]) -> Iterator[Reason]:
    return (reason for part in parts for reason in part.reasons)


def _titled(article: Article) -> bool:
    title = article.title
    return title is not None and title[0] == 0 and article.text[title[1] : title[1] + 1] == "\n"


def _shift(article: Article) -> int:
    return 0 if _titled(article) else 1


def _whole(article: Article) -> str:
    return article.text if _titled(article) else f"\n{article.text}"


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _given(article: Article) -> dict[str, Any]:
    title, _, text = _whole(article).partition("\n")
    if _titled(article) and article.title:
        title, text = article.text[: article.title[1]], article.text[article.title[1] + 1 :]
    return {
        "id": article.id,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "title": title,
        "text": text,
        "sha256": _hash(_whole(article)),
    }


def _statement(s: Statement, shift: int) -> dict[str, Any]:
    spans = {"content": s.content, "source": s.source, "cue": s.cue, "via": s.via}
    return {
        "id": s.id,
        "article": s.article,
        **{name: _span(span, shift) if span else None for name, span in spans.items()},
        "chain": list(s.chain),
        "explicitness": s.explicitness,
        "mode": s.mode,
        "kind": s.kind,
        "polarity": s.polarity,
        "certainty": s.certainty,
    }


def _span(span: Span, shift: int) -> list[int]:
    return [span[0] + shift, span[1] + shift]
