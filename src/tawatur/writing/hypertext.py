"""Texts of the interface as HTML: every value escaped, isolated from the line's direction, and linked where it can be.

Only this module and `highlight` make markup outside the templates; both escape whatever comes from the input.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup, escape

from tawatur.dossier.index import Index
from tawatur.dossier.steps import Step
from tawatur.model import Article, Reason
from tawatur.writing.messages import Messages, fill
from tawatur.writing.places import Places

_LONG_ID = 16
_SAFE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]*")


@dataclass(frozen=True, slots=True)
class Hypertext:
    """Writes messages, reasons and explanations of one dossier as HTML fragments."""

    index: Index
    messages: Messages
    places: Places
    made: dict[str, Markup] = field(default_factory=dict)

    def text(self, key: str, *values: str) -> Markup:
        """A plain text; each value stands in its own isolate."""
        return self._fill(self.messages.pattern(key), values)

    def filled(self, key: str, *values: Markup) -> Markup:
        """A plain text with values that are HTML already."""
        made = dict(enumerate(map(str, values)))
        keys = tuple(map(str, made))
        pattern = self.messages.pattern(key)
        return Markup(fill(pattern, keys, lambda at: made[int(at)], lambda text: str(escape(text))))

    def count(self, key: str, number: int, *values: str) -> Markup:
        """A counted text."""
        return self._fill(self.messages.counted(key, number), (str(number), *values))

    def reason(self, reason: Reason) -> Markup:
        """A reason in plain words, ids in it leading to what they name."""
        return self._fill(self.messages.reason_pattern(reason), reason.values)

    def value(self, value: str) -> Markup:
        """A value in an isolate, with a link when the report has a place for it."""
        made = self.made.get(value)
        if made is None:
            made = self.made[value] = self._articles(value) or self._one(value)
        return made

    def _one(self, value: str) -> Markup:
        shown = f"<bdi>{escape(self.messages.name(value))}</bdi>"
        link = escape(self.places.link(value)) if self.places.has(value) else ""
        return Markup(f'<a href="{link}">{shown}</a>' if link else shown)

    def _articles(self, value: str) -> Markup | None:
        """Groups of articles ("a, b; c"), each article by itself; None for any other value."""
        groups = [group.split(", ") for group in value.split("; ")]
        if value in self.index.articles or any(id not in self.index.articles for group in groups for id in group):
            return None
        comma, semicolon = self.messages.pattern("comma"), self.messages.pattern("semicolon")
        return Markup(semicolon).join(Markup(comma).join(map(self._one, group)) for group in groups)

    def article_attributes(self, article: str) -> Markup:
        """`lang` and `dir` of an article's text: they come from the article, never from the letters."""
        return language_attributes(self.index.articles[article])

    def steps(self, steps: tuple[Step, ...] | list[Step]) -> Markup:
        """The steps under one explanation; nothing when there are none."""
        if not steps:
            return Markup("")
        return Markup(self._list(steps))

    def _item(self, step: Step) -> str:
        return f"<li>{self.reason(step.reason)}{self._quotes(step)}{self._list(step.steps)}</li>"

    def _list(self, steps: tuple[Step, ...] | list[Step]) -> str:
        items = "".join(self._item(step) for step in steps)
        return f'<ul class="steps">{items}</ul>' if items else ""

    def _quotes(self, step: Step) -> str:
        quotes = [f"<q {self.article_attributes(quote.article)}>{escape(quote.words)}</q>" for quote in step.quotes]
        return f' <span class="quotes">{" ".join(quotes)}</span>' if quotes else ""

    def _fill(self, pattern: str, values: tuple[str, ...]) -> Markup:
        return Markup(fill(pattern, values, lambda value: str(self.value(value)), lambda text: str(escape(text))))


def language_attributes(article: Article) -> Markup:
    """`lang="ar" dir="rtl"`, after the article's own language."""
    right_to_left = article.language.split("-")[0] in {"ar", "fa", "ur", "he", "ckb", "ps"}
    direction = "rtl" if right_to_left else "ltr"
    return Markup(f'lang="{escape(article.language)}" dir="{direction}"')


def anchors(index: Index, shown: set[str], names: Mapping[str, str] | None = None) -> dict[str, str]:
    """A fragment name for every id in `shown`, stable and safe in an address whatever the id holds.

    An id that has a shorter one in `names` goes by that.
    """
    kinds: tuple[tuple[str, dict[str, Any]], ...] = (
        ("article", index.articles),
        ("statement", index.statements),
        ("claim", index.claims),
        ("source", index.sources),
    )
    short = names or {}
    return {
        id: f"{kind}-{short.get(id, id)}" if _SAFE_ID.fullmatch(id) else f"{kind}-~{at}"
        for kind, records in kinds
        for at, id in enumerate(records)
        if id in shown
    }


def short_ids(index: Index) -> dict[str, str]:
    """Short names for statements whose ids are long: the number of the article, then what the id adds to its article's.

    Ids made of a file's name or an address stand so often on a page that they would be a large part of it. Where all
    are short already, or two would be alike, there are none.
    """
    if all(len(id) <= _LONG_ID for id in index.statements):
        return {}
    numbers = {id: number for number, id in enumerate(index.articles, start=1)}
    found = {
        id: f"{numbers[statement.article]}.{id.removeprefix(f'{statement.article}.')}"
        for id, statement in index.statements.items()
        if id.startswith(f"{statement.article}.")
    }
    taken = {id for id in index.statements if id not in found}
    return found if len(set(found.values()) - taken) == len(found) else {}
