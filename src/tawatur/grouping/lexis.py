"""What single words tell, looked up once for each form: stem, place, day of the week, number, a year."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from tawatur.languages.ar.gazetteer import country_of, localities
from tawatur.languages.ar.script import bare, fold
from tawatur.languages.ar.stems import stem
from tawatur.languages.lexicons import entries

_CLITICS = ("", "و", "ل", "ب")


class Known(NamedTuple):
    """A word by its folded form: its stem ("" where it tells nothing), place, weekday, days from now, number."""

    folded: str
    stem: str
    place: str
    weekday: int
    offset: int | None
    number: str


@lru_cache(maxsize=1 << 17)
def known(folded: str) -> Known:
    """Everything of a folded word that grouping asks for."""
    if folded[0].isdigit():
        year = len(folded) == 4 and folded.isdigit() and 1900 <= int(folded) <= 2100
        return Known(folded, folded, "", -1, None, "" if year or len(folded) < 2 else folded)
    return Known(folded, stem(folded) if len(folded) >= 3 else "", _place(folded), *_day(folded), "")


def _place(folded: str) -> str:
    """The code of the country, or the name of the city, that a word stands for; "" for any other word."""
    country = country_of((folded,))
    if country:
        return country
    name = bare(folded)
    return name if name in localities() else ""


def _day(folded: str) -> tuple[int, int | None]:
    return _weekdays().get(folded, -1), _RELATIVE.get(folded)


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
