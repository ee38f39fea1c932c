"""Why two articles are held to report one happening, or stay apart, in words of the articles."""

from __future__ import annotations

from tawatur.grouping.records import Evidence
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.window import Window
from tawatur.model import Reason

_SHOWN = 5


def apart(window: Window, a: int, b: int, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles that are alike stay apart, then what speaks for one happening; both by their rows."""
    unlike = Reason("grouping.little" if found.chance < settings.join else "grouping.others_unlike")
    return (unlike, *_against(window, a, b, found), *_shared(window, a, b, found, settings))


def together(window: Window, a: int, b: int, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """Why two articles are held to report one happening, then what speaks against it."""
    return (*_shared(window, a, b, found, settings), *_against(window, a, b, found))


def _shared(window: Window, a: int, b: int, found: Evidence, settings: GroupSettings) -> tuple[Reason, ...]:
    """What speaks for one happening."""
    told = list[Reason]()
    if found.copied >= settings.copied:
        told.append(Reason("grouping.copied", (f"{100 * min(1.0, found.copied):.0f}",)))
    lead, (numbers, places) = _forms(window, a), _things(window, a)
    other_numbers, other_places = _things(window, b)
    if stems := window.shown(a, b, _SHOWN):
        told.append(Reason("grouping.words", ("، ".join(lead[at] for at in stems),)))
    if found.places and (common := [form for place, form in places.items() if place in other_places]):
        told.append(Reason("grouping.places", ("، ".join(common),)))
    if found.numbers:
        common = sorted(form for number, form in numbers.items() if number in other_numbers)
        told.append(Reason("grouping.numbers", ("، ".join(common),)))
    if found.days > 0:
        told.append(Reason("grouping.days"))
    return tuple(told)


def _against(window: Window, a: int, b: int, found: Evidence) -> tuple[Reason, ...]:
    """What speaks against one happening."""
    told = list[Reason]()
    places = [list(_things(window, row)[1].values()) for row in (a, b)] if not found.places else [[], []]
    if all(places):
        told.append(Reason("grouping.other_places", tuple("، ".join(forms) for forms in places)))
    if found.days < 0:
        told.append(Reason("grouping.other_days"))
    if found.question:
        told.append(Reason("grouping.question"))
    if found.same_outlet:
        told.append(Reason("grouping.same_outlet"))
    if found.gap >= 1:
        told.append(Reason("grouping.gap", (f"{found.gap:.1f}",)))
    return tuple(told)


def _forms(window: Window, row: int) -> list[str]:
    """The forms of an article's lead, its numbers and its places."""
    return window.article(row).forms.split("\n")


def _things(window: Window, row: int) -> tuple[dict[int, str], dict[int, str]]:
    """The numbers and the places of an article, by their terms, as it tells them."""
    numbers, places = window.things(row)
    forms = _forms(window, row)
    first = len(forms) - len(places)
    return (
        dict(zip(numbers, forms[first - len(numbers) : first], strict=True)),
        dict(zip(places, forms[first:], strict=True)) if places else {},
    )
