"""The pages of a story as plain values, for programs: the story, a line of its claims, one claim."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tawatur.dossier.index import relation_id
from tawatur.dossier.parts import ClaimView, Report
from tawatur.model import Relation
from tawatur.serving.pages import addresses
from tawatur.writing.json_views import ViewWriter
from tawatur.writing.plain import claim_words, opening, sums

if TYPE_CHECKING:
    from tawatur.serving.pages.story import StoryPage


def story_twin(page: StoryPage) -> dict[str, Any]:
    """The story's page as plain values."""
    views, messages = page.views, page.messages
    write = ViewWriter(messages)
    return {
        "id": page.story,
        "title": page.title,
        "days": list(page.head.days),
        "places": list(page.head.places),
        "summary": opening(views, messages),
        "sums": {key.removeprefix("sum_"): number for key, number, _ in sums(views)},
        "articles": [
            {
                "id": article.id,
                "outlet": article.outlet,
                "outlet_name": page.outlet(article.outlet),
                "published": article.published,
                "title": page.index.words(article.id, article.title) if article.title else None,
                "url": article.url,
                "page": addresses.article(article.id),
            }
            for article in page.index.articles.values()
        ],
        "origins": views.origins,
        "coverage": [
            {
                "outlet": strip.outlet.key,
                "first": strip.first,
                "carried": strip.carried,
                "of": len(strip.cells),
                "cells": [cell.voice for cell in strip.cells],
            }
            for strip in page.coverage
        ],
        "matrix": [
            {
                "claim": row.claim.claim.id,
                "cells": [
                    {
                        "outlet": cell.outlet,
                        "voice": cell.voice,
                        "statements": list(cell.statements),
                        "speakers": list(cell.speakers),
                        "rivals": list(cell.rivals),
                    }
                    for cell in row.cells
                ],
            }
            for row in views.compared
        ],
        "claims": [claim_line(page, view) for view in views.claims],
        "relations": [relation(page, one) for one in views.relations],
        "days_of_events": [
            {"day": day.day, "claims": [view.claim.id for view in day.claims]} for day in page.days_of_events
        ],
        "figures": [write.series(series) for series in views.figures],
        "relying": [
            {"who": who, "whom": whom, "statements": count} for (who, whom), count in sorted(_reliance(views).items())
        ],
        "sources": [
            {
                "id": row.source.id,
                "name": page.name(row.source.id),
                "kind": row.source.kind,
                "party": row.source.party,
                "outlets": list(row.outlets),
                "statements": list(row.statements),
                "claims": list(row.claims),
                "alone": list(row.alone),
                "page": addresses.source(row.source.id, page.story),
            }
            for row in views.sources
        ],
        "left_out": [write.left_out(one) for one in views.left_out],
        "findings": write.reasons(finding.reason for finding in page.index.dossier.findings),
        "downloads": {form: f"{addresses.story(page.story)}/dossier.{form}" for form in ("json", "html", "md")},
    }


def _reliance(views: Report) -> Counter[tuple[str, str]]:
    """Who relies on whom, in how many statements."""
    return Counter(link for statement in views.index.dossier.statements for link in pairwise(statement.chain))


def claim_line(page: StoryPage, view: ClaimView) -> dict[str, Any]:
    """A claim in a list."""
    return {
        "id": view.claim.id,
        "words": claim_words(page.views, view, page.messages),
        "standing": view.standing,
        "independent": list(view.claim.independent),
        "outlets": list(view.outlets),
        "parties_only": view.parties_only,
        "page": addresses.claim(page.story, view.claim.id),
    }


def claim_twin(page: StoryPage, view: ClaimView) -> dict[str, Any]:
    """A claim's page as plain values."""
    write, index = ViewWriter(page.messages), page.index
    return {
        **claim_line(page, view),
        "story": page.story,
        "credibility": write.credibility(view),
        "roots": list(view.claim.roots),
        "origins": [{"roots": list(o.roots), "statements": list(o.members)} for o in view.claim.origins],
        "reasons": write.reasons(view.claim.reasons),
        "ties": [
            {"a": tie.a, "b": tie.b, "probability": tie.probability, "reasons": write.reasons(tie.reasons)}
            for tie in view.claim.ties
        ],
        "links": [
            {"a": link.a, "b": link.b, "score": link.score, "reasons": write.reasons(link.reasons)}
            for link in view.claim.links
        ],
        "passages": [
            {
                "statement": member.id,
                "article": member.article,
                "outlet": index.outlet_of(member),
                "words": index.words(member.article, member.content),
                "span": list(member.content),
                "chain": list(member.chain),
                "kind": member.kind,
                "polarity": member.polarity,
                "certainty": member.certainty,
                "confidence": member.confidence,
                "reasons": write.reasons(member.reasons),
                "page": page.places.link(member.id),
            }
            for member in view.members
        ],
        "relations": [relation(page, one) for one in view.relations],
    }


def relation(page: StoryPage, one: Relation) -> dict[str, Any]:
    """A conflict or an update as plain values."""
    return {
        "id": relation_id(one.a, one.b),
        "type": one.type,
        "slot": one.slot,
        "claims": [one.a, one.b],
        "statements": list(one.statements),
        "spans": [list(span) for span in one.spans],
        "reason": ViewWriter(page.messages).reason(one.reason),
    }
