"""Where a page shows the records of a dossier: fragment names within a page, and the links that lead to them.

A report holds everything, so every link of it is a fragment. Pages that show one record each give other links.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Places:
    """The places of one report; `anchors` has a fragment name for the id of every record that is shown."""

    anchors: Mapping[str, str]

    def has(self, id: str) -> bool:
        """Whether there is a link to the record with this id."""
        return id in self.anchors

    def link(self, id: str) -> str:
        """The link to a record: an article, a statement in its article, a claim, a source."""
        return f"#{self.anchors[id]}"

    def passage(self, statement: str) -> str:
        """The link to a statement with its chain, in its claim."""
        return f"#passage-{self.anchors[statement]}"

    def relation(self, number: int) -> str:
        """The link to a conflict or an update, by its number in the report."""
        return f"#relation-{number}"

    def part(self, name: str) -> str:
        """The link to a part of the report."""
        return f"#{name}"
