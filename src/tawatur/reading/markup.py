"""A page's markup made regular: parsed by a browser's rules, what is never shown taken out, and written out again.

To visit the nodes of a tree one by one from Python costs more than all else that is done with a page. The parser (in C)
writes its tree out as it would any page: every element closed, every attribute in double quotes, every `<` and `>` that
is no tag escaped. Regular expressions read that exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Elements whose content a browser does not show as text, and others that hold none; what is left is half as long.
_UNSEEN = (
    *("script", "style", "iframe", "noembed", "noframes", "xmp", "plaintext", "noscript", "template"),
    *("svg", "object", "select", "button", "textarea", "img", "source"),
)
_LINKED = 'script[type="application/ld+json"]'
_COMMENT = re.compile("<!--[^-]*(?:-(?!->)[^-]*)*-->")
_ATTRIBUTE = re.compile(r'([^\s=]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Markup:
    """The markup of what a page shows, its head included, and its JSON-LD as text."""

    shown: str
    linked: tuple[str, ...]


def markup_of(text: str) -> Markup:
    """The regular markup of a page as it came."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(text)
    linked = tuple(node.text() for node in tree.css(_LINKED)) if "ld+json" in text else ()
    tree.strip_tags(list(_UNSEEN), recursive=True)
    shown = tree.html or ""
    return Markup(_COMMENT.sub("", shown) if "<!--" in shown else shown, linked)


def attributes_of(said: str) -> dict[str, str]:
    """The attributes in a tag's text after its name."""
    return {name: plain(value) for name, value in _ATTRIBUTE.findall(said)}


def plain(text: str) -> str:
    """Text with the five signs that the parser escapes."""
    if "&" not in text:
        return text
    text = text.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"')
    return text.replace("&amp;", "&")
