"""The view model of a source: who relies on it, for what, and whether it is a party; in one story and elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tawatur.dossier.parts import SourceRow
from tawatur.model import Reason
from tawatur.serving import library, listing
from tawatur.serving.library import FoundStory, Library
from tawatur.serving.pages import addresses
from tawatur.serving.pages.showing import Shown
from tawatur.serving.pages.story import StoryPage
from tawatur.serving.pages.story_twin import claim_line
from tawatur.serving.problems import ProblemError
from tawatur.writing.messages import UI

if TYPE_CHECKING:
    from tawatur.store.searching import StatementHit
    from tawatur.store.story_lines import StoryLine

_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]*")
_STATEMENTS = 120
"""Statements of one story that are shown."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a source is quoted with in another story."""

    line: StoryLine
    names: Mapping[str, str]
    hits: tuple[tuple[StatementHit, str], ...]


def source(shelf: Library, id: str, story: FoundStory | None, ui: UI) -> Shown:
    """The page of a source: `id` as the story knows it, or a name."""
    row = _row(story, id) if story else None
    name = row.source.name if row else id
    anonymous = row is not None and row.source.kind == "anonymous"
    hits = [] if anonymous or name.startswith("src:") else library.quoted(shelf, name)
    elsewhere = _elsewhere(shelf, [hit for hit in hits if story is None or hit.story != story.id])
    if row is None and not elsewhere:
        raise ProblemError(404, Reason("serving.no_source", (id,)))
    page = StoryPage(story, ui) if story and row else None
    values: dict[str, Any] = {"section": "stories", "row": row, "name": name, "elsewhere": elsewhere, "page": page}
    if page and row and story:
        values |= {
            "name": page.name(row.source.id),
            "views": page.views,
            "h": page.text,
            "story": story.id,
            "said": _said(page, row),
        }
    stamp = f"{story.stamp if story else ''}/{library.stamp(shelf)}"
    return Shown("source_page.html.j2", values, lambda: _twin(page, row, name, elsewhere), stamp)


def _row(story: FoundStory, id: str) -> SourceRow | None:
    rows = story.views.sources
    exact = next((row for row in rows if row.source.id == id), None)
    return exact or next((row for row in rows if id in (row.source.name, *row.source.aliases)), None)


def _said(page: StoryPage, row: SourceRow) -> list[tuple[str, list[Any]]]:
    """What each outlet quotes it with."""
    index = page.index
    mine = [index.statements[id] for id in row.statements[:_STATEMENTS]]
    return [(outlet, [s for s in mine if index.outlet_of(s) == outlet]) for outlet in row.outlets]


def _elsewhere(shelf: Library, hits: Sequence[StatementHit]) -> list[Elsewhere]:
    from tawatur.store import story_lines

    ids = list(dict.fromkeys(hit.story for hit in hits if hit.story))
    with shelf.archive.reading() as session:
        lines = story_lines.lines(session, ids)
        names, _ = listing.names_and_languages(session, [line.number for line in lines.values()])

    def place(hit: StatementHit) -> str:
        return addresses.article(hit.article) + (f"#statement-{hit.id}" if _SAFE_ID.fullmatch(hit.id) else "")

    return [
        Elsewhere(
            lines[id],
            {outlet: names.get((lines[id].number, outlet), outlet) for outlet in lines[id].outlets},
            tuple((hit, place(hit)) for hit in hits if hit.story == id),
        )
        for id in ids
        if id in lines
    ]


def _twin(page: StoryPage | None, row: SourceRow | None, name: str, elsewhere: Sequence[Elsewhere]) -> dict[str, Any]:
    here: dict[str, Any] | None = None
    if page and row:
        here = {
            "story": page.story,
            "id": row.source.id,
            "kind": row.source.kind,
            "party": row.source.party,
            "aliases": list(row.source.aliases),
            "outlets": list(row.outlets),
            "claims": [claim_line(page, page.view(id)) for id in row.claims],
            "alone": list(row.alone),
            "statements": [
                {
                    "id": id,
                    "article": page.statement(id).article,
                    "outlet": page.index.outlet_of(page.statement(id)),
                    "words": page.index.words(page.statement(id).article, page.statement(id).content),
                }
                for id in row.statements
            ],
        }
    return {
        "name": name,
        "in_story": here,
        "elsewhere": [
            {
                "story": one.line.id,
                "title": one.line.title,
                "statements": [
                    {"id": hit.id, "article": hit.article, "outlet": hit.outlet, "published": hit.published,
                     "words": hit.words, "claim": hit.claim}
                    for hit, _ in one.hits
                ],
            }
            for one in elsewhere
        ],
    }  # fmt: skip
