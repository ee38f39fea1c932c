"""The addresses of pages. Ids stand in them percent-encoded as a whole, so that ":" and "/" of an id harm nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from tawatur.dossier.index import Index
from tawatur.model import Relation
from tawatur.writing.places import Places

RELATIONS = 30
"""Conflicts that a story's page shows; the others stand with their claims."""


def story(id: str) -> str:
    """The page of a story."""
    return f"/stories/{_part(id)}"


def claims(id: str, **wanted: str) -> str:
    """The page of all claims of a story, or of some."""
    return f"{story(id)}/claims" + _query(wanted)


def claim(id: str, claim: str) -> str:
    """The page of a claim."""
    return f"{story(id)}/claims/{_part(claim)}"


def article(id: str) -> str:
    """The page of an article."""
    return f"/articles/{_part(id)}"


def source(id: str, of: str = "") -> str:
    """The page of a source, as a story knows it or by its name."""
    return f"/sources/{_part(id)}" + _query({"story": of} if of else {})


def job(id: str) -> str:
    """The page of a work in progress."""
    return f"/jobs/{_part(id)}"


def _part(id: str) -> str:
    # A dot alone would be taken for a step in the path.
    return quote(id, safe=":@~") if id.strip(".") else "%2E" * len(id)


def _query(wanted: Mapping[str, str]) -> str:
    return f"?{urlencode(wanted)}" if wanted else ""


@dataclass(frozen=True, slots=True)
class StoryPlaces(Places):
    """Where the pages of one story show its records; `here` is the page that is being made, its links are short."""

    index: Index
    story: str
    here: str = ""
    relations: tuple[Relation, ...] = field(default=())

    def link(self, id: str) -> str:
        """The link to a record."""
        if id in self.index.articles:
            return article(id)
        if id in self.index.claims:
            return claim(self.story, id) if self.story else article(self._only())
        if id in self.index.statements:
            holder = article(self.index.statements[id].article)
            return ("" if holder == self.here else holder) + f"#{self.anchors[id]}"
        return source(id, self.story)

    def passage(self, statement: str) -> str:
        """The link to a statement with its chain: in its claim, else in its article."""
        found = self.index.claim_of.get(statement)
        if found is None:
            return self.link(statement)
        page = claim(self.story, found.id)
        return ("" if page == self.here else page) + f"#passage-{self.anchors[statement]}"

    def relation(self, number: int) -> str:
        """The link to a conflict or an update."""
        name = f"#relation-{number}"
        if self.here.startswith(f"{story(self.story)}/claims/"):
            return name
        page = story(self.story) if number <= RELATIONS else claim(self.story, self.relations[number - 1].a)
        return ("" if page == self.here else page) + name

    def part(self, name: str) -> str:
        """The link to a part of the story."""
        if name == "claims":
            return claims(self.story)
        if name.startswith("all-"):
            return claims(self.story, standing=name.removeprefix("all-"))
        if name.startswith("lone-of-"):
            return claims(self.story, outlet=name.removeprefix("lone-of-"))
        page = story(self.story)
        return ("" if page == self.here else page) + f"#{name}"

    def _only(self) -> str:
        return next(iter(self.index.articles))
