"""The words of the interface in English and Arabic: plain texts, counted nouns, reasons.

Texts live in `languages/interface/lexicon/`. A text holds `{0}`, `{1}` … for its values; a counted text has one form
for each plural category of its language, after the CLDR plural rules (Unicode LDML part 3, "Language Plural Rules").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from tawatur.languages.lexicons import entries
from tawatur.model import CalendarDate, InterfaceWord, Reason

UI = Literal["en", "ar"]
_SLOT = re.compile(r"\{(\d)\}")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?")
# First-strong isolate and its end (Unicode UAX #9): a value of the other direction cannot disturb the line round it.
_FSI, _PDI = "\u2068", "\u2069"
_RLM = "\u200f"  # the right-to-left mark
_RTL, _LTR = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]"), re.compile(r"[A-Za-z\u00c0-\u024f]")


def plural_category(ui: UI, count: int) -> str:
    """The CLDR plural category of a whole number: `one`/`other` in English, all six in Arabic."""
    if ui == "en":
        return "one" if count == 1 else "other"
    if count < 3:
        return ("zero", "one", "two")[count]
    rest = count % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def isolate(value: str, ui: UI) -> str:
    """A value for plain text, isolated where its direction is not that of the interface."""
    other = _RTL if ui == "en" else _LTR
    return f"{_FSI}{value}{_PDI}" if other.search(value) else value


def led(value: str) -> str:
    """A value that begins with Latin letters and goes on in Arabic ones ("BBC عربي"), marked to run as Arabic does."""
    latin, arabic = _LTR.search(value), _RTL.search(value)
    return f"{_RLM}{value}" if latin and arabic and latin.start() < arabic.start() else value


def fill(text: str, values: tuple[str, ...], write: Callable[[str], str], literal: Callable[[str], str] = str) -> str:
    """A text with its values in place, `write` applied to each value and `literal` to all between them."""
    parts = _SLOT.split(text)
    for at in range(0, len(parts), 2):
        parts[at] = literal(parts[at])
    for at in range(1, len(parts), 2):
        number = int(parts[at])
        parts[at] = write(values[number]) if number < len(values) else ""
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one interface language; `names` gives the reader's name for a source id.

    `safe` is applied to every value that comes from an input, so that it can do no harm where it is shown.
    """

    ui: UI
    names: Mapping[str, str]
    safe: Callable[[str], str] = str

    def text(self, key: str, *values: str) -> str:
        """A plain text with its values in place."""
        return fill(self.pattern(key), values, self.value)

    def count(self, key: str, number: int, *values: str) -> str:
        """A counted text: `{0}` is the number, the other values follow."""
        return fill(self.counted(key, number), (str(number), *values), self.value)

    def reason(self, reason: Reason) -> str:
        """A reason in plain words."""
        return fill(self.reason_pattern(reason), reason.values, self.value)

    def value(self, value: str) -> str:
        """A value as plain text shows it."""
        return isolate(self.name(value), self.ui)

    def name(self, value: str) -> str:
        """What a reader knows a value by: a word of the interface, a date in words, a name, else the value itself."""
        if isinstance(value, InterfaceWord):
            return self.pattern(value)
        if isinstance(value, CalendarDate):
            return self.safe(self.date(value))
        return led(self.safe(self.names.get(value, value)))

    def pattern(self, key: str) -> str:
        """A text before its values are put in."""
        return str(_entry(key)[self.ui])

    def counted(self, key: str, number: int) -> str:
        """The form of a counted text for a number; a form that is not given is `other`."""
        forms: dict[str, str] = _entry(key)[self.ui]
        return forms.get(plural_category(self.ui, number), forms["other"])

    def reason_pattern(self, reason: Reason) -> str:
        """A reason's text before its values are put in; a code without a text shows itself and its values."""
        found = _reasons().get(reason.code)
        if found:
            return str(found[self.ui])
        values = ", ".join(f"{{{at}}}" for at in range(len(reason.values)))
        return f"{reason.code}: {values}" if values else reason.code

    def date(self, value: str) -> str:
        """An ISO 8601 date in words ("22 May 2018, 18:18 UTC"); anything else as it is."""
        match = _DATE.match(value)
        if not match or not 1 <= int(match[2]) <= 12:
            return value
        day = f"{int(match[3])} {self.pattern(f'month_{int(match[2])}')} {match[1]}"
        return fill(self.pattern("date_time"), (day, match[4]), str) if match[4] else day


def _entry(key: str) -> dict[str, Any]:
    """A text by its key; those of the pages are loaded when the first of them is asked for."""
    found = _words("words").get(key) or _words("pictures").get(key)
    return found or _words("pages")[key]


@cache
def _words(name: str) -> dict[str, dict[str, Any]]:
    return {entry["form"]: entry for entry in entries("interface", name)}


@cache
def _reasons() -> dict[str, dict[str, Any]]:
    """Every reason text of every room, by code."""
    folder = files("tawatur.languages") / "interface" / "data"
    names = sorted(resource.name.removesuffix(".json") for resource in folder.iterdir())
    return {
        entry["form"]: entry for name in names if name.startswith("reasons_") for entry in entries("interface", name)
    }
