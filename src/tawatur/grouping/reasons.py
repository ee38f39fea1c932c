"""Why two articles are held to report one happening, or stay apart, in words of the articles."""

from __future__ import annotations

from typing import NamedTuple

from tawatur.grouping.records import Evidence
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.window import Window
from tawatur.model import Reason

_SHOWN = 5


class Told(NamedTuple):
    """The numbers and the places of an article by their terms, as it tells them."""

    numbers: dict[int, str]
    places: dict[int, str]


class Pair(NamedTuple):
    """Two articles as they are told, what they have in common, and the words that tell most of it."""

    a: Told
    b: Told
    found: Evidence
    words: list[str]


def pair_of(window: Window, a: int, b: int) -> Pair:
    """Two articles, by their rows."""
    found, stems = window.compared(a, b, _SHOWN)
    forms = window.kept[a].forms.split("\n")
    return Pair(_told(window, a), _told(window, b), found, [forms[at] for at in stems])


def apart(pair: Pair, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles that are alike stay apart, then what speaks for one happening."""
    unlike = Reason("grouping.little" if pair.found.chance < settings.join else "grouping.others_unlike")
    return (unlike, *_against(pair), *_shared(pair, settings))


def together(pair: Pair, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles are held to report one happening, then what speaks against it."""
    return (*_shared(pair, settings), *_against(pair))


def _shared(pair: Pair, settings: GroupSettings) -> tuple[Reason, ...]:
    """What speaks for one happening."""
    a, b, found, words = pair
    told = list[Reason]()
    if found.copied >= settings.copied:
        told.append(Reason("grouping.copied", (f"{100 * min(1.0, found.copied):.0f}",)))
    if words:
        told.append(Reason("grouping.words", ("، ".join(words),)))
    if found.places and (common := [form for place, form in a.places.items() if place in b.places]):
        told.append(Reason("grouping.places", ("، ".join(common),)))
    if found.numbers:
        common = sorted(form for number, form in a.numbers.items() if number in b.numbers)
        told.append(Reason("grouping.numbers", ("، ".join(common),)))
    if found.days > 0:
        told.append(Reason("grouping.days"))
    return tuple(told)


def _against(pair: Pair) -> tuple[Reason, ...]:
    """What speaks against one happening."""
    a, b, found, _ = pair
    told = list[Reason]()
    if not found.places and a.places and b.places:
        told.append(Reason("grouping.other_places", tuple("، ".join(one.places.values()) for one in (a, b))))
    if found.days < 0:
        told.append(Reason("grouping.other_days"))
    if found.question:
        told.append(Reason("grouping.question"))
    if found.same_outlet:
        told.append(Reason("grouping.same_outlet"))
    if found.gap >= 1:
        told.append(Reason("grouping.gap", (f"{found.gap:.1f}",)))
    return tuple(told)


def _told(window: Window, row: int) -> Told:
    numbers, places = window.things(row)
    told = len(numbers) + len(places)
    forms = window.kept[row].forms.rsplit("\n", told)[-told:] if told else []
    return Told(
        dict(zip(numbers, forms[: len(numbers)], strict=True)), dict(zip(places, forms[len(numbers) :], strict=True))
    )
