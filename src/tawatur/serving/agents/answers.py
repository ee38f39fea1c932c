"""Records as small plain values for agents: exact words cut where they are long, names beside ids, and caveats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tawatur.dossier.index import Index
from tawatur.dossier.parts import ClaimView, Report
from tawatur.dossier.series import Series
from tawatur.model import Article, Reason, Relation, Statement
from tawatur.serving.corroborating import Corroboration, Passage, Side
from tawatur.store.story_lines import StoryLine
from tawatur.writing.json_stories import moment
from tawatur.writing.messages import Messages

Json = dict[str, Any]
LONGEST = 280
"""Code points of words that are quoted; the span tells where all of them stand."""

CAVEATS = {
    "corroborate": "It speaks of independence in these texts, not of truth. Look at the passages before relying on it.",
    "cannot_tell": "Absence in this archive is no evidence: the words may differ, or the report may be missing.",
    "parties": "Everyone who says so is a party to the matter.",
    "unsure": "Passages marked unsure may say it; they are not counted.",
}


def quoted(words: str) -> str:
    """Exact words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + " …"


def of_corroboration(found: Corroboration, messages: Messages, most: int) -> Json:
    """What an archive holds on a sentence, with at most so many passages of a side."""
    caveats = [CAVEATS["corroborate"]]
    caveats += [CAVEATS["cannot_tell"]] if found.answer == "cannot_tell" else []
    sides = [side for side in (found.support, found.deny) if side]
    caveats += [CAVEATS["parties"]] if any(side.parties_only for side in sides) else []
    caveats += [CAVEATS["unsure"]] if any(passage.unsure for passage in found.discuss) else []
    return {
        "sentence": found.sentence,
        "answer": found.answer,
        "why": messages.reason(found.why),
        "support": found.support and _side(found.support, messages, most),
        "deny": found.deny and _side(found.deny, messages, most),
        "discussing_articles": found.discussing,
        "discuss": [_passage(passage, messages) for passage in found.discuss[: min(3, most)]],
        "articles_searched": found.searched,
        "caveats": caveats,
    }


def _side(side: Side, messages: Messages, most: int) -> Json:
    return {
        "independent_origins": list(side.independent),
        "outlets": [messages.name(f"outlet:{key}") for key in side.outlets],
        "origins": [[messages.name(root) for root in roots] for roots in side.origins],
        "parties_only": side.parties_only,
        "why": [messages.reason(reason) for reason in side.reasons[:5]],
        "passages": [_passage(passage, messages) for passage in side.passages[:most]],
        "passages_left_out": max(0, len(side.passages) - most),
    }


def _passage(passage: Passage, messages: Messages) -> Json:
    return {
        "article": passage.article,
        "outlet": messages.name(f"outlet:{passage.outlet}"),
        "url": passage.url,
        "published": passage.published,
        "statement": passage.statement,
        "span": list(passage.span),
        "words": quoted(passage.words),
        "on_whose_word": messages.name(passage.speaker) if passage.speaker else None,
        "unsure": passage.unsure,
        "reason": messages.reason(passage.reason),
    }


def of_line(line: StoryLine) -> Json:
    """A story as a list shows it."""
    return {
        "story": line.id,
        "title": quoted(line.title),
        "first": moment(line.first),
        "last": moment(line.last),
        "articles": line.members,
        "outlets": list(line.outlets),
        "claims": line.claims,
        "corroborated": line.corroborated,
        "conflicts": line.conflicts,
    }


def of_claim(view: ClaimView, found: Index, messages: Messages) -> Json:
    """A claim in short."""
    shown = view.shown
    return {
        "claim": view.claim.id,
        "words": quoted(found.words(shown.article, shown.content)),
        "statement": shown.id,
        "outlets": [messages.name(f"outlet:{key}") for key in view.outlets],
        "independent_origins": list(view.claim.independent),
        "standing": view.standing,
        "parties_only": view.parties_only,
    }


def of_statement(statement: Statement, found: Index, messages: Messages, unsure: float) -> Json:
    """A statement with its exact words and everyone on whose word it stands, the outlet first."""
    article = found.articles[statement.article]
    places = {"content": statement.content, "source": statement.source, "cue": statement.cue, "via": statement.via}
    return {
        "statement": statement.id,
        "article": article.id,
        "url": article.url,
        "published": article.published,
        "words": quoted(found.words(article.id, statement.content)),
        "chain": [messages.name(id) for id in statement.chain],
        "speaker": statement.explicitness,
        "kind": statement.kind,
        "polarity": statement.polarity,
        "certainty": statement.certainty,
        "confidence": round(statement.confidence, 3),
        "unsure": statement.confidence < unsure,
        "spans": {name: list(span) for name, span in places.items() if span},
    }


def of_relation(relation: Relation, views: Report, messages: Messages) -> Json:
    """A conflict or an update: the two claims, the words that differ, why."""
    found = views.index
    sides = []
    for claim, id, span in zip((relation.a, relation.b), relation.statements, relation.spans, strict=True):
        statement = found.statements[id]
        sides.append(
            {
                "claim": claim,
                "statement": id,
                "words": quoted(found.words(statement.article, statement.content)),
                "differs": found.words(statement.article, span),
                "span": list(span),
            }
        )
    return {"type": relation.type, "slot": relation.slot, "sides": sides, "why": messages.reason(relation.reason)}


def of_series(series: Series, messages: Messages) -> Json:
    """How a figure developed, in short."""
    now = series.estimate
    return {
        "counted": messages.pattern(series.word),
        "low": now.low,
        "best": [now.best.low, now.best.high],
        "best_origins": now.best_origins,
        "high": now.high,
        "open_above": now.open,
        "figures": [
            {"at": f.time, "low": f.low, "high": f.high, "statement": f.statement.id, "replaced": series.old(f)}
            for f in series.figures
        ],
    }


def of_article(article: Article) -> Json:
    """An article's head."""
    return {
        "article": article.id,
        "outlet": article.outlet_name or article.outlet,
        "title": quoted(article.text[slice(*article.title)]) if article.title else None,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "versions": len(article.versions),
        "code_points": len(article.text),
    }


def reasons(messages: Messages, found: Sequence[Reason]) -> list[str]:
    """Reasons in words, each once."""
    return list(dict.fromkeys(map(messages.reason, found)))


def names_of(found: Corroboration, outlets: Mapping[str, str]) -> dict[str, str]:
    """The readers' names for what a corroboration speaks of."""
    return dict(found.names) | {f"outlet:{key}": name for key, name in outlets.items()}
