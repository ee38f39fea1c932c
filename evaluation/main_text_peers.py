"""Other programs that take the main text from a page, each as its own documentation calls it, imported when run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

Extractor = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Peer:
    """A program: the module that has to be there, the package that brings it, and its main text of a page."""

    module: str
    package: str
    extract: Extractor


def trafilaturas(html: str) -> str:
    """Trafilatura as it comes: its own rules, then those of readability and jusText held against them."""
    return str(import_module("trafilatura").extract(html) or "")


def trafilaturas_fast(html: str) -> str:
    """Trafilatura without the second opinions."""
    return str(import_module("trafilatura").extract(html, fast=True) or "")


def resiliparses(html: str) -> str:
    """Resiliparse, main content only."""
    return str(import_module("resiliparse.extract.html2text").extract_plain_text(html, main_content=True) or "")


def readabilitys(html: str) -> str:
    """readability-lxml, which gives markup: its text, an element a line. A page that it fails on counts as empty."""
    try:
        summary = import_module("readability").Document(html).summary()
        return "\n".join(import_module("lxml.html").fromstring(summary).itertext())
    except Exception:  # what it raises is not documented
        return ""


def newspapers(html: str) -> str:
    """newspaper4k, text only. A page that it fails on counts as empty."""
    article = import_module("newspaper").Article("https://example.org/")
    try:
        article.download(input_html=html)
        article.parse()
    except Exception:  # what it raises is not documented
        return ""
    return str(article.text or "")


PEERS = {
    "trafilatura": Peer("trafilatura", "trafilatura", trafilaturas),
    "trafilatura-fast": Peer("trafilatura", "trafilatura", trafilaturas_fast),
    "resiliparse": Peer("resiliparse", "resiliparse", resiliparses),
    "readability": Peer("readability", "readability-lxml", readabilitys),
    "newspaper4k": Peer("newspaper", "newspaper4k", newspapers),
}
