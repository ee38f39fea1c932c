"""Who relies on whom: outlets, those who relay to them, and the sources at the end, with a line for each reliance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tawatur.dossier.parts import Report
from tawatur.dossier.voices import story_origins
from tawatur.model import UNSPECIFIED
from tawatur.writing.messages import Messages
from tawatur.writing.pictures.canvas import Canvas, wrapped

_EDGE, _STEP, _WIDTH = 24, 34, 940
_SOURCES = 18  # most sources shown, those that most statements rest on


def reliance(views: Report, messages: Messages, most: int = _SOURCES) -> Canvas:
    """Outlets on one side, the sources they quote on the other, relaying agencies between; lines grow with statements.

    Sources that are held to be one origin of some claim stand together and are joined by a bracket.
    """
    links = Counter[tuple[str, str]]()
    relays, last = Counter[str](), Counter[str]()
    for statement in views.index.dossier.statements:
        chain = [id for id in statement.chain if id != UNSPECIFIED]
        if len(chain) < 2:
            continue
        links.update(pairwise(chain))
        relays.update(chain[1:-1])
        last[chain[-1]] += 1
    outlets = [f"outlet:{outlet.key}" for outlet in views.outlets]
    between = [id for id, _ in relays.most_common() if id not in outlets]
    shown = [id for id, _ in last.most_common(most) if id not in between and id not in outlets]
    shown = _together(shown, story_origins(views.index.dossier.claims))
    canvas = Canvas(_WIDTH, messages.ui == "ar")
    columns = {0.0: outlets, 0.43: between, 0.66: shown}
    tallest = max(len(ids) for ids in columns.values())
    places: dict[str, tuple[float, float]] = {}
    for share, ids in columns.items():
        x = _EDGE + share * (_WIDTH - 2 * _EDGE) + (200 if not share else 0)
        step = max(_STEP, min(2.0 * _STEP, tallest * _STEP / (len(ids) + 1)))
        gap = ((tallest - 1) * _STEP - (len(ids) - 1) * step) / 2
        for at, id in enumerate(ids):
            places[id] = (x, _EDGE + 44 + gap + at * step)
    for (a, b), count in sorted(links.items()):
        if a in places and b in places and places[a][0] < places[b][0]:
            party = b in views.index.sources and views.index.sources[b].party
            start, end = (places[a][0] + 7, places[a][1]), (places[b][0] - 8, places[b][1])
            canvas.curve(start, end, "edge-party" if party else "edge", min(6.0, 0.8 + 0.6 * count))
    for x, key in ((_EDGE, "col_outlet"), (_EDGE + 0.66 * (_WIDTH - 2 * _EDGE), "col_source")):
        canvas.text(x, _EDGE + 10, messages.text(key), size=12, kind="soft", bold=True)
    for id, (x, y) in places.items():
        _node(canvas, id, x, y, views, messages, left=id in outlets)
    _brackets(canvas, shown, story_origins(views.index.dossier.claims), places)
    left_out = len([id for id in last if id not in places])
    y = _EDGE + 44 + tallest * _STEP
    if left_out:
        canvas.text(_EDGE, y, messages.count("picture_more_sources", left_out), size=12, kind="soft")
        y += 20
    canvas.text(_EDGE, y, messages.text("picture_reliance_key"), size=12, kind="soft")
    canvas.height = y + _EDGE
    return canvas


def _node(canvas: Canvas, id: str, x: float, y: float, views: Report, messages: Messages, *, left: bool) -> None:
    source = views.index.sources.get(id)
    party = bool(source and source.party)
    kind = "tone-conflict" if party else "tone-said" if left else "tone-one"
    canvas.circle(x, y, 6, kind)
    name = messages.name(id)
    if left:
        for at, line in enumerate(reversed(wrapped(name, 13, 190, 2))):
            canvas.text(x - 14, y + 4.5 - at * 17, line, size=13, anchor="end", of=name, tip=name)
        return
    if x < 0.6 * _WIDTH:
        canvas.text(
            x, y - 11, wrapped(name, 12, 190, 1)[0], size=12, anchor="middle", kind="ink halo", of=name, tip=name
        )
        return
    canvas.text(x + 14, y + 4.5, wrapped(name, 13, _WIDTH - x - _EDGE - 34, 1)[0], size=13, of=name, tip=name)


def _together(ids: Sequence[str], origin_of: Mapping[str, str]) -> list[str]:
    """The sources with those of one origin beside each other, otherwise as they came."""
    order: dict[str, list[str]] = {}
    for id in ids:
        order.setdefault(origin_of.get(id, id), []).append(id)
    return [id for group in order.values() for id in group]


def _brackets(
    canvas: Canvas, ids: Sequence[str], origin_of: Mapping[str, str], places: Mapping[str, tuple[float, float]]
) -> None:
    x = _WIDTH - _EDGE - 6
    groups: dict[str, list[str]] = {}
    for id in ids:
        groups.setdefault(origin_of.get(id, id), []).append(id)
    for group in groups.values():
        if len(group) > 1:
            top, bottom = places[group[0]][1] - 8, places[group[-1]][1] + 8
            canvas.line([(x - 6, top), (x, top), (x, bottom), (x - 6, bottom)], "edge", 1.6)
