"""A page's markup made regular: parsed by a browser's rules, written out again, and what is never shown taken out.

To visit the nodes of a tree one by one from Python costs more than all else that is done with a page. The parser (in C)
writes its tree out as it would any page: every element closed, every attribute in double quotes, every `<` and `>` that
is no tag escaped. Regular expressions read that exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Elements whose content is written out as it stands, and others whose content a browser does not show as text. Where
# one holds another of its kind only the inner one is taken out.
_RAW = ("script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext")
UNSEEN = ("noscript", "template", "svg", "object", "select", "button", "textarea")
_TAKEN_OUT = re.compile(
    "<(?:"
    + "|".join(rf"{name}(?=[ >])[^<]*(?:<(?!/{name}>)[^<]*)*</{name}" for name in _RAW)
    + "|"
    + "|".join(rf"{name}(?=[ >])[^<]*(?:<(?!/?{name}[ >])[^<]*)*</{name}" for name in UNSEEN)
    + "|!--[^-]*(?:-(?!->)[^-]*)*--)>"
)
_LINKED = re.compile(r'<script [^>]*type="application/ld\+json"[^>]*>([^<]*(?:<(?!/script>)[^<]*)*)')
_ATTRIBUTE = re.compile(r'([^\s=]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Markup:
    """The markup of what a page shows, its head included, and its JSON-LD as text."""

    shown: str
    linked: tuple[str, ...]


def markup_of(text: str) -> Markup:
    """The regular markup of a page as it came."""
    from selectolax.lexbor import LexborHTMLParser

    whole = LexborHTMLParser(text).html or ""
    linked = _LINKED.findall(whole) if "application/ld+json" in whole else ()
    return Markup(_TAKEN_OUT.sub("", whole), tuple(linked))


def attributes_of(said: str) -> dict[str, str]:
    """The attributes in a tag's text after its name."""
    return {name: plain(value) for name, value in _ATTRIBUTE.findall(said)}


def plain(text: str) -> str:
    """Text with the five signs that the parser escapes."""
    if "&" not in text:
        return text
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return text.replace("&amp;", "&")
