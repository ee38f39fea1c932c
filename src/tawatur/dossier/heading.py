"""What a report is headed with: the story's own name, else what most outlets say; its days and its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.dossier.parts import ClaimView, Report
from tawatur.dossier.telling import places, prepare, prepare_places, telling
from tawatur.languages.ar.gazetteer import country_of, localities
from tawatur.languages.ar.script import bare, words
from tawatur.model import Statement

GROUPED = "s:"
"""What the ids begin with that grouping gives stories (`grouping.identity`): nobody's name for anything."""
_PLACES = 3
_TELLS = 0.8  # from which a passage can head a report


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a report: a `name` somebody gave the story, or else the `statement` whose words stand for it.

    `days` are the first and the last day of publication (one where they are equal, none where none is known);
    `places` are named in at least two outlets, or in the only one, and about as widely as the first of them.
    """

    name: str | None
    statement: Statement | None
    days: tuple[str, ...]
    places: tuple[str, ...]


def heading(views: Report) -> Heading:
    """The heading of a report."""
    dossier = views.index.dossier
    prepare(views.index.words(view.shown.article, view.shown.content) for view in views.claims)
    days = sorted({article.published[:10] for article in dossier.articles if article.published})
    named = dossier.story not in views.index.articles and not dossier.story.startswith(GROUPED)
    return Heading(
        dossier.story if named else None,
        _leading(views),
        tuple(dict.fromkeys((days[0], days[-1]))) if days else (),
        _places(views),
    )


def _leading(views: Report) -> Statement | None:
    """The words of the claim that most outlets carry, of those that can be read alone; comment never leads."""

    def worth(view: ClaimView) -> tuple[bool, int, int]:
        readable = telling(views.index.words(view.shown.article, view.shown.content)) >= _TELLS
        return readable, len(view.outlets), len(view.members)

    candidates = [view for view in views.claims if not view.comment]
    shared = [view for view in candidates if len(view.outlets) > 1]
    return max(shared or candidates, key=worth).shown if candidates else None


def _places(views: Report) -> tuple[str, ...]:
    outlets = Counter[str]()
    for outlet in views.outlets:
        outlets.update(list(_named_by(views, outlet.articles)))
    least = 2 if len(views.outlets) > 1 else 1
    order = {name: at for at, name in enumerate(outlets)}
    most = max(outlets.values(), default=0)
    found = [name for name, n in outlets.items() if n >= least and 2 * n > most and _is_name(name)]
    return tuple(sorted(found, key=lambda name: (-outlets[name], order[name]))[:_PLACES])


def _is_name(name: str) -> bool:
    """Whether it can only be a name: one the gazetteer has, or one without the article ("the island" is none)."""
    key = tuple(bare(word.folded) for word in words(name))
    known = bool(country_of(key)) or key[0] in localities()
    return known or not name.startswith("ال")


def _named_by(views: Report, articles: Sequence[str]) -> dict[str, None]:
    """The places that one outlet names in the claims it shares with others, or in its headlines."""
    shared = {member for view in views.shared for member in view.claim.members}
    texts = [
        views.index.words(statement.article, statement.content)
        for statement in views.index.dossier.statements
        if statement.article in articles and (statement.id in shared or views.index.in_title(statement))
    ]
    prepare_places(texts)
    return dict.fromkeys(name for text in texts for name in places(text))
