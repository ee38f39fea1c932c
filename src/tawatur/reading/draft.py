"""An article on its way in: what one input said of itself, before ids and outlets are settled."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Chrome, Reason, Span, Version


@dataclass(frozen=True, slots=True)
class Draft:
    """One text with what its input named. `where` is the place as the user gave it, `origin` the place
    within what the user named. `outlet` is the input's own word for its outlet, `site` the page's.

    `asked` is the address that was asked for it, `declared` the one that the page calls its own.
    `remarks` are what its reader should know; their first value, the article's id, is set before the others later.
    """

    text: str
    where: str
    origin: str = ""
    stem: str = ""
    title: Span | None = None
    chrome: tuple[Chrome, ...] = ()
    id: str | None = None
    outlet: str | None = None
    outlet_name: str | None = None
    site: str | None = None
    url: str | None = None
    declared: str | None = None
    asked: str | None = None
    fetched: str | None = None
    published: str | None = None
    published_basis: str = "none"
    language: str | None = None
    versions: tuple[Version, ...] = ()
    remarks: tuple[Reason, ...] = ()
