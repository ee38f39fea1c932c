"""The view model of the list of stories: what was asked for, the lines, the facets, the next page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from markupsafe import Markup, escape

from tawatur.model import Reason
from tawatur.serving import listing
from tawatur.serving.library import Library
from tawatur.serving.listing import Listed, Listing, Wanted
from tawatur.serving.pages import addresses
from tawatur.serving.pages.places import place_name
from tawatur.serving.pages.showing import Shown
from tawatur.serving.problems import Fault, ProblemError
from tawatur.writing.messages import UI, Messages

if TYPE_CHECKING:
    from tawatur.store.facets import Facet
    from tawatur.store.story_lines import FacetKind

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")
_FACETS: tuple[tuple[str, FacetKind], ...] = (("outlet", "outlet"), ("place", "place"), ("person", "speaker"))
_SWITCHES = ("several", "corroborated", "conflicting")
_SHOWN_OUTLETS = 5
_PARAMETERS = {"q": "query", "outlet": "outlet", "place": "place", "person": "person", "since": "since",
               "until": "until", "after": "after"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter that can be set, or one that is set and can be taken away; `address` does it.

    `title` gives the other names that are counted with it.
    """

    label: str
    stories: int
    address: str
    on: bool
    title: str = ""


def wanted(parameters: Mapping[str, str]) -> Wanted:
    """What the parameters of an address ask for. Raises ProblemError where a day is none."""
    texts = {name: parameters.get(key, "").strip() for key, name in _PARAMETERS.items()}
    faults = [
        Fault(name, Reason("serving.bad_day", (texts[name],)))
        for name in ("since", "until")
        if texts[name] and not _is_day(texts[name])
    ]
    if faults:
        raise ProblemError(422, faults[0].reason, faults)
    several, corroborated, conflicting = (bool(parameters.get(name)) for name in _SWITCHES)
    return Wanted(
        query=texts["query"],
        outlet=texts["outlet"],
        place=texts["place"],
        person=texts["person"],
        since=texts["since"],
        until=texts["until"],
        several=several,
        corroborated=corroborated,
        conflicting=conflicting,
        after=texts["after"],
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year > 1
    except ValueError:
        return False


def stories(shelf: Library, asked: Wanted, ui: UI) -> Shown:
    """The list of stories."""
    found = listing.listing(shelf, asked)
    facets = {name: listing.facets(shelf, kind, asked.several) for name, kind in _FACETS}
    messages = Messages(ui, {})
    values = {
        "section": "stories",
        "asked": asked,
        "query": asked.query,
        "lines": [_line(one) for one in found.lines],
        "facets": [(name, [_choice(asked, name, facet, messages) for facet in facets[name]]) for name, _ in _FACETS],
        "switches": [(name, _toggled(asked, name), getattr(asked, name)) for name in _SWITCHES],
        "active": list(_active(asked, facets, messages)),
        "alike": found.alike,
        "as_typed": address(asked, after="", q=_quoted(asked.query, found.alike)) if found.alike else "",
        "meant": found.meant,
        "next": address(asked, after=found.after) if found.after else "",
        "first": address(asked, after="") if asked.after else "",
        "clear": address(Wanted(query=asked.query)),
        "most_outlets": _SHOWN_OUTLETS,
    }
    return Shown("stories.html.j2", values, lambda: _twin(asked, found, facets), "")


def address(asked: Wanted, **changed: str) -> str:
    """The address of the list that asks for this."""
    texts = {key: getattr(asked, name) for key, name in _PARAMETERS.items()} | changed
    switches = {name: "1" if getattr(asked, name) else "" for name in _SWITCHES}
    switches |= {name: value for name, value in changed.items() if name in _SWITCHES}
    query = urlencode({key: value for key, value in {**texts, **switches}.items() if value})
    return f"/?{query}" if query else "/"


def _choice(asked: Wanted, name: str, facet: Facet, messages: Messages) -> Choice:
    on = _is_on(asked, name, facet)
    label = _label(name, facet, messages)
    others = dict.fromkeys(other for _, other in facet.others)
    link = address(asked, after="", **{name: "" if on else facet.value})
    return Choice(label, facet.stories, link, on, messages.pattern("comma").join(others))


def _is_on(asked: Wanted, name: str, facet: Facet) -> bool:
    return getattr(asked, name) in (facet.value, *(value for value, _ in facet.others))


def _label(name: str, facet: Facet, messages: Messages) -> str:
    """What a value is shown as: a country by its name, a town as the gazetteer has it, all else as it was read."""
    if name == "place":
        return place_name(facet.value, facet.label, messages.ui)
    return facet.label.removeprefix("unknown:")


def _quoted(query: str, alike: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    """The query with the words in quotation marks that were looked for in other spellings: so they stand as typed."""
    words = {word for word, _ in alike}
    return " ".join(f'"{part}"' if part in words else part for part in query.split())


def _toggled(asked: Wanted, name: str) -> str:
    return address(asked, after="", **{name: "" if getattr(asked, name) else "1"})


def _active(asked: Wanted, facets: Mapping[str, list[Facet]], messages: Messages) -> Any:
    if asked.query:
        yield messages.text("stories_query", asked.query), address(asked, after="", q="")
    for name, _ in _FACETS:
        if value := getattr(asked, name):
            label = next((_label(name, one, messages) for one in facets[name] if _is_on(asked, name, one)), value)
            yield f"{messages.text(f'facet_{name}')}: {messages.value(label)}", address(asked, after="", **{name: ""})
    for name in ("since", "until"):
        if value := getattr(asked, name):
            yield messages.text(f"facet_{name}_of", messages.date(value)), address(asked, after="", **{name: ""})
    for name in _SWITCHES:
        if getattr(asked, name):
            yield messages.text(f"facet_{name}"), _toggled(asked, name)


def _line(one: Listed) -> dict[str, Any]:
    line = one.line
    return {
        "id": line.id,
        "page": addresses.story(line.id),
        "title": line.title,
        "attributes": _attributes(one.language, line.title),
        "days": tuple(dict.fromkeys(_day(hours) for hours in (line.first, line.last) if hours)),
        "outlets": [outlet.removeprefix("unknown:") for outlet in one.outlets],
        "articles": line.members,
        "claims": line.claims,
        "corroborated": line.corroborated,
        "conflicts": line.conflicts,
        "dirty": line.dirty,
        "snippet": _snippet(one) if one.hit else None,
    }


def _attributes(language: str | None, title: str) -> Markup:
    """`lang` and `dir` of a title: those of the story's articles, where its script is theirs."""
    if language in {"ar", "fa", "ur", "ckb", "ps"} and _RTL.search(title):
        return Markup('lang="{}" dir="rtl"').format(language)
    return Markup('lang="{}" dir="ltr"').format(language) if language else Markup('dir="auto"')


def _snippet(one: Listed) -> Markup:
    """The words found, in the direction of their article."""
    hit = one.hit
    assert hit is not None
    (start, end), out = hit.snippet.span, []
    at = start
    for a, b in hit.snippet.hits:
        out.append(Markup("{}<mark>{}</mark>").format(hit.text[at:a], hit.text[a:b]))
        at = b
    text = Markup("").join(out) + escape(hit.text[at:end])
    return Markup("<bdi {}>{}{} …</bdi>").format(_attributes(hit.language, hit.text), "… " if start else "", text)


def _day(hours: float) -> str:
    return datetime.fromtimestamp(hours * 3600, UTC).date().isoformat()


def _twin(asked: Wanted, found: Listing, facets: Mapping[str, list[Facet]]) -> dict[str, Any]:
    return {
        "asked": asdict(asked),
        "also_searched": {word: list(others) for word, others in found.alike},
        "stories": [
            {
                "id": one.line.id,
                "title": one.line.title,
                "language": one.language,
                "first": _day(one.line.first) if one.line.first else None,
                "last": _day(one.line.last) if one.line.last else None,
                "articles": one.line.members,
                "outlets": [
                    {"key": key, "name": name} for key, name in zip(one.line.outlets, one.outlets, strict=True)
                ],
                "claims": one.line.claims,
                "corroborated": one.line.corroborated,
                "conflicts": one.line.conflicts,
                "page": addresses.story(one.line.id),
            }
            for one in found.lines
        ],
        "next": address(asked, after=found.after).replace("/?", "/index.json?", 1) if found.after else None,
        "facets": {
            name: [
                {
                    "value": f.value,
                    "label": f.label,
                    "stories": f.stories,
                    "others": [{"value": value, "label": label} for value, label in f.others],
                }
                for f in some
            ]
            for name, some in facets.items()
        },
    }
