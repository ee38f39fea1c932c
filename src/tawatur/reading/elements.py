"""The elements of a page that hold its text, and what the names of those round a text say of it.

An element whose name says furniture (menus, share bars, related stories) is a suspect. It is acquitted when it holds
the headline or a good part of the page's running text: many pages wrap everything in a form, or call the whole page
"with-sidebar". Galleries, comments and what is not shown at all may hold a copy of either, and are not acquitted so
lightly. Elements are judged only when one asks: most hold nothing but menus.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from tawatur.reading.furniture import FURNITURE_TAGS, said_of


class Place(NamedTuple):
    """What stands round an element, itself included: suspects, from the outermost in; whether the article's body."""

    suspects: tuple[int, ...]
    body: bool


@dataclass(slots=True)
class Elements:
    """Elements by number, in the order in which they open: name, attributes as written and parent; the first is the
    body, nought is none. Elements that stand within a line have no name here and say nothing."""

    names: list[str] = field(default_factory=lambda: ["", ""])
    sayings: list[str] = field(default_factory=lambda: ["", ""])
    parents: list[int] = field(default_factory=lambda: [0, 0])
    firm: set[int] = field(default_factory=set)  # suspects that are set apart whatever the share of text in them
    acquitted: set[int] = field(default_factory=set)
    _known: dict[int, Place] = field(default_factory=lambda: {0: Place((), False), 1: Place((), False)})

    def place(self, number: int) -> Place:
        """What is said round an element."""
        known = self._known.get(number)
        if known is None:
            known = self.place(self.parents[number])
            name, said = self.names[number], self.sayings[number]
            if said or name in FURNITURE_TAGS:
                furniture, body, apart = said_of(said)
                if furniture or name in FURNITURE_TAGS:
                    known = Place((*known.suspects, number), known.body)
                    if apart:
                        self.firm.add(number)
                if body and not known.body:
                    known = Place(known.suspects, True)
            self._known[number] = known
        return known

    def guilty(self, number: int) -> bool:
        """Whether some element round it is a suspect and not acquitted."""
        return not self.acquitted.issuperset(self.place(number).suspects)
