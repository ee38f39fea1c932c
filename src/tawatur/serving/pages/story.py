"""The view models of a story: the page of all of it, of its claims, of one claim; and their twins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from tawatur.dossier.index import relation_id
from tawatur.dossier.parts import ClaimView, Report
from tawatur.model import Reason, Relation
from tawatur.serving.library import FoundStory
from tawatur.serving.pages import addresses
from tawatur.serving.pages.addresses import RELATIONS, StoryPlaces
from tawatur.serving.pages.showing import Shown
from tawatur.serving.problems import ProblemError
from tawatur.writing.html import Page, report_anchors
from tawatur.writing.json_views import ViewWriter
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.plain import claim_words, opening, sums

STANDINGS = ("corroborated", "echoes", "open", "unsourced", "within", "single", "conflicting")
_CELLS = 140
CLAIMS = 40
"""Claims on one page of the list."""


class StoryPage(Page):
    """What the templates of the report ask for, where each record has a page of its own."""

    brief = True
    relations = RELATIONS

    def __init__(self, found: FoundStory, ui: UI, here: str = "") -> None:
        self.story = found.id
        places = StoryPlaces(
            report_anchors(found.views), found.views.index, found.id, here, tuple(found.views.relations)
        )
        # A matrix of many outlets has fewer rows on the page; the rest stands in the list of claims.
        self.rows = max(8, _CELLS // max(1, len(found.views.outlets)))
        super().__init__(found.views, Messages(ui, reader_names(found.dossier, ui)), places)


def story(found: FoundStory, ui: UI) -> Shown:
    """The page of one story."""
    page = StoryPage(found, ui, addresses.story(found.id))
    values = {**_common(page), "section": "stories"}
    return Shown("story.html.j2", values, lambda: story_twin(page), found.stamp)


def claims(found: FoundStory, ui: UI, standing: str, outlet: str, number: int) -> Shown:
    """The list of a story's claims, of some standing or of those that one outlet carries alone."""
    page = StoryPage(found, ui)
    chosen = _chosen(found.views, standing, outlet)
    pages = max(1, -(-len(chosen) // CLAIMS))
    if not 1 <= number <= pages:
        raise ProblemError(404, Reason("serving.bad_page", (str(number),)))
    some = chosen[(number - 1) * CLAIMS : number * CLAIMS]
    kinds = [(kind, len(_chosen(found.views, kind, ""))) for kind in STANDINGS]
    values = {
        **_common(page),
        "section": "stories",
        "claims": some,
        "total": len(chosen),
        "standing": standing,
        "outlet": outlet,
        "kinds": [(kind, count) for kind, count in kinds if count],
        "at": number,
        "pages": pages,
    }
    return Shown(
        "claims_of_story.html.j2",
        values,
        lambda: {
            "story": found.id,
            "total": len(chosen),
            "page": number,
            "pages": pages,
            "claims": [claim_line(page, view) for view in some],
        },
        found.stamp,
    )


def _chosen(views: Report, standing: str, outlet: str) -> Sequence[ClaimView]:
    if outlet:
        return [view for view in views.claims if view.outlets == (outlet,)]
    if standing == "conflicting":
        return [view for view in views.claims if view.relations]
    return getattr(views, standing) if standing in STANDINGS else views.claims


def claim(found: FoundStory, ui: UI, id: str) -> Shown:
    """The page of one claim."""
    views = found.views
    if id not in views.index.claims:
        raise ProblemError(404, Reason("serving.no_claim", (id,)))
    page = StoryPage(found, ui, addresses.claim(found.id, id))
    page.brief = False
    order = [view.claim.id for view in views.claims]
    at = order.index(id)
    values = {
        **_common(page),
        "section": "stories",
        "view": page.view(id),
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at + 1 < len(order) else None,
    }
    return Shown("claim_of_story.html.j2", values, lambda: claim_twin(page, page.view(id)), found.stamp)


def _common(page: StoryPage) -> dict[str, Any]:
    return {"page": page, "views": page.views, "dossier": page.index.dossier, "h": page.text, "story": page.story}


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
