"""An article on its way in: what one input said of itself, before ids and outlets are settled."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Chrome, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """One text with what its input named. `outlet` is the input's own word for its outlet, `site` the page's."""

    text: str
    where: str
    stem: str = ""
    title: Span | None = None
    chrome: tuple[Chrome, ...] = ()
    id: str | None = None
    outlet: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: str = "none"
    language: str | None = None
