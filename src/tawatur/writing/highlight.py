"""Stretches of an article's text as HTML: statements that lead to their claims, sources, reporting words, page chrome.

Highlights never add space round a word and never break a text apart: Arabic letters join across the marks.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from tawatur.languages.ar.script import Word, words
from tawatur.model import Article, Span, Statement

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch shown in its own way: `style` is "content", "source", "cue", "via", "chrome", "diff", "copied"."""

    span: Span
    style: str
    statement: str = ""


def statement_layers(statement: Statement) -> list[Layer]:
    """The layers of one statement: its content and the words that attribute it."""
    parts = (("source", statement.source), ("cue", statement.cue), ("via", statement.via))
    layers = [Layer(span, style) for style, span in parts if span]
    return [*layers, Layer(statement.content, "content", statement.id)]


def paragraphs(
    article: Article,
    layers: Iterable[Layer],
    links: Mapping[str, tuple[str, str, str]],
    start: int,
    end: int,
    marks: Mapping[int, Markup] | None = None,
) -> list[Markup]:
    """The lines of `article.text[start:end]` that are not blank, with their layers; `marks` are put in at places.

    `links` gives a statement's own fragment name, the link to its
    claim, and its class ("own" or "said").
    """
    ordered = sorted(layers, key=lambda layer: (layer.span, layer.style, layer.statement))
    lines, named = [], set[str]()
    for line in _LINE.finditer(article.text, start, end):
        if not line.group().isspace():
            inside = [x for x in ordered if x.span[0] < line.end() and line.start() < x.span[1]]
            lines.append(_line(article.text, line.start(), line.end(), inside, links, named, marks or {}))
    return lines


def stretch(text: str, start: int, end: int, layers: Iterable[Layer]) -> Markup:
    """`text[start:end]` on one line with its layers and without links."""
    inside = [layer for layer in layers if layer.span[0] < end and start < layer.span[1]]
    return _line(text, start, end, inside, {}, set(), {})


def _line(
    text: str,
    start: int,
    end: int,
    layers: list[Layer],
    links: Mapping[str, tuple[str, str, str]],
    named: set[str],
    marks: Mapping[int, Markup],
) -> Markup:
    """Cuts the line at every edge of a layer, then writes runs of the same statement inside one link."""
    placed = {place for place in marks if start <= place <= end}
    edges = sorted({start, end, *placed, *(min(max(edge, start), end) for layer in layers for edge in layer.span)})
    out: list[str] = []
    open_statement: str | None = None
    for left, right in itertools.pairwise(edges):
        if left in marks:  # a mark may be a link, and none stands in another
            out.append(_close(open_statement, links) + str(marks[left]))
            open_statement = None
        here = [layer for layer in layers if layer.span[0] <= left and right <= layer.span[1]]
        contents = [layer for layer in here if layer.style == "content"]
        # Of statements within each other the shorter is the more telling.
        inner = min(contents, key=lambda x: (x.span[1] - x.span[0], x.statement), default=None)
        statement = inner.statement if inner else None
        if statement != open_statement:
            out.append(_close(open_statement, links) + _open(statement, links, named))
            open_statement = statement
        styles = sorted({layer.style for layer in here if layer.style != "content"})
        piece = str(escape(text[left:right]))
        if "diff" in styles:
            piece = f'<mark class="diff">{piece}</mark>'
        classes = " ".join(style for style in styles if style != "diff")
        out.append(f'<span class="{classes}">{piece}</span>' if classes else piece)
    out.append(_close(open_statement, links) + str(marks.get(end, "")))
    return Markup("".join(out))


def _open(statement: str | None, links: Mapping[str, tuple[str, str, str]], named: set[str]) -> str:
    if statement is None:
        return ""
    if statement not in links:
        return '<mark class="content">'
    own, claim, style = links[statement]
    name = "" if statement in named else f' id="{own}"'
    named.add(statement)
    return f'<a class="content {style}"{name} href="{escape(claim)}"><mark>'


def _close(statement: str | None, links: Mapping[str, tuple[str, str, str]]) -> str:
    if statement is None:
        return ""
    return "</mark></a>" if statement in links else "</mark>"


def differing(text: str, span: Span, elsewhere: frozenset[str], keys: Callable[[Word], frozenset[str]]) -> list[Layer]:
    """The runs of words in a passage that share no key with `elsewhere`; short words and signs are never marked."""
    runs: list[list[int]] = []
    joined = False
    for word in words(text, *span):
        if len(word.folded) < 3 and not word.folded.isdigit():
            continue  # a clitic or a sign between two words does not part them
        if keys(word) & elsewhere:
            joined = False
        elif joined:
            runs[-1][1] = word.end
        else:
            runs.append([word.start, word.end])
            joined = True
    return [Layer((start, end), "diff") for start, end in runs]
