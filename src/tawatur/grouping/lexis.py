"""The words of an article, and what each tells by itself, looked up once for each form that is ever met."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.languages.ar.gazetteer import country_of, localities
from tawatur.languages.ar.script import MARKS, bare, fold
from tawatur.languages.ar.stems import stem
from tawatur.languages.lexicons import entries
from tawatur.model import Article

_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*|[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*")
_CLITICS = ("", "و", "ل", "ب")


class Known(NamedTuple):
    """A word: as written, its folded form, its stem ("" where it tells nothing), the place it names, its weekday (-1
    for none), the days it lies from now ("yesterday"), and the number it is."""

    text: str
    folded: str
    stem: str
    place: str
    weekday: int
    offset: int | None
    number: str


class Read(NamedTuple):
    """The words of an article without signs and page chrome: those of the title, and the others."""

    title: list[Known]
    body: list[Known]


def read_words(article: Article) -> Read:
    """The words of an article, in order."""
    start, end = article.title or (0, 0)
    text = article.text
    for part in article.chrome:
        first, last = part.span
        text = text[:first] + " " * (last - first) + text[last:]
    body = f"{text[:start]} {text[end:]}" if start else text[end:]
    return Read(list(map(known, _WORD.findall(text[start:end]))), list(map(known, _WORD.findall(body))))


@lru_cache(maxsize=1 << 17)
def known(text: str) -> Known:
    """Everything of a word that grouping asks for."""
    folded = fold(text)
    if text[0].isdecimal():
        year = len(folded) == 4 and folded.isdecimal() and 1900 <= int(folded) <= 2100
        return Known(text, folded, "", "", -1, None, "" if year or len(folded) < 2 else folded)
    root = stem(folded) if len(folded) >= 3 else ""
    return Known(text, folded, root, _place(folded), _weekdays().get(folded, -1), _RELATIVE.get(folded), "")


def _place(folded: str) -> str:
    """The code of the country, or the name of the city, that a word stands for; "" for any other word."""
    country = country_of((folded,)) if folded else None
    if country:
        return country
    name = bare(folded)
    return name if name in localities() else ""


@cache
def _weekdays() -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in entries("ar", "weekdays"):
        for form in entry["forms"]:
            name = fold(form)
            found |= {clitic + name: int(entry["weekday"]) for clitic in _CLITICS}
            found["لل" + name[2:]] = int(entry["weekday"])
    return found


_RELATIVE = {fold(form): days for form, days in (("اليوم", 0), ("أمس", -1), ("الأمس", -1), ("غدا", 1), ("غداً", 1))}
NEXT = frozenset(fold(form) for form in ("المقبل", "القادم", "المقبلة", "القادمة"))
