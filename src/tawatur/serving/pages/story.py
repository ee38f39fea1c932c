"""The view models of a story: the page of all of it, of its claims, of one claim; and their twins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from tawatur.dossier.parts import ClaimView, Report
from tawatur.model import Article, Reason
from tawatur.serving.library import FoundStory
from tawatur.serving.pages import addresses
from tawatur.serving.pages.addresses import RELATIONS, StoryPlaces
from tawatur.serving.pages.showing import Shown
from tawatur.serving.pages.story_twin import claim_line, claim_twin, story_twin
from tawatur.serving.problems import ProblemError
from tawatur.writing.html import Page, report_anchors
from tawatur.writing.hypertext import language_attributes
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names

if TYPE_CHECKING:
    from tawatur.store.story_lines import StoryLine

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
        self._listed = found.title

    @property
    def title(self) -> str:
        """What heads the story here and in the list: its name, else the headline it was listed by."""
        return self._listed or super().title

    @property
    def headline(self) -> Article | None:
        """The article whose headline that is."""
        listed = " ".join(self._listed.split())
        articles = self.index.articles.values()
        return next((a for a in articles if a.title and " ".join(a.text[slice(*a.title)].split()) == listed), None)


def story(found: FoundStory, ui: UI) -> Shown:
    """The page of one story."""
    page = StoryPage(found, ui, addresses.story(found.id))
    values = {**_common(page), "section": "stories"}
    return Shown("story.html.j2", values, lambda: story_twin(page), found.stamp)


def bare(line: StoryLine, articles: Sequence[Article]) -> Shown:
    """The page of a story that has no dossier yet: its articles."""
    told = [(one, one.text[slice(*one.title)] if one.title else one.id, language_attributes(one)) for one in articles]
    return Shown(
        "story_bare.html.j2",
        {"section": "stories", "line": line, "articles": told},
        lambda: {
            "id": line.id,
            "title": line.title,
            "dossier": None,
            "articles": [
                {
                    "id": one.id,
                    "outlet": one.outlet,
                    "published": one.published,
                    "title": title,
                    "url": one.url,
                    "page": addresses.article(one.id),
                }
                for one, title, _ in told
            ],
        },
        f"{line.change}",
    )


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
