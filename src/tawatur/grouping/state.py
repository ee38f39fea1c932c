"""A stream as bytes and back: arrays and JSON behind a line that says what they are, compressed.

Settings stand in the state, so a stream that is restored goes on as it began.
"""

from __future__ import annotations

import json
import zlib
from collections import deque
from typing import Any

import numpy as np

from tawatur.errors import InputError
from tawatur.grouping import tables
from tawatur.grouping.records import Change, Link, Story
from tawatur.grouping.settings import GroupSettings, Weights
from tawatur.grouping.stream import Settled, Stream
from tawatur.grouping.tables import COUNT, COUNTED
from tawatur.grouping.window import Kept, Window
from tawatur.model import Reason

_MARK = b"tawatur stream 2\n"
_GONE = Kept("", 0.0, "", "", "", None)  # for rows that no article uses
_FAST = 1  # the least of zlib's levels
_ROWS, _STRETCHES = ("rows", "hours", "bounds"), ("sketches", "units", "phrases")


def packed(stream: Stream) -> bytes:
    """The state of a stream."""
    window, memory = stream._window, stream._window.memory
    memory.sweep()
    terms, n = int(memory.terms.used[0]), len(window.kept)
    arrays: dict[str, np.ndarray[Any, Any]] = {
        "keys": memory.terms.keys[:terms],
        "counts": memory.terms.rows[:terms, COUNT],
        "ties": memory.ties.rows[: memory.ties.used[0]],
        "order": np.array(memory.order, np.int64),
    }
    arrays |= {name: getattr(memory.articles, name)[:n] for name in _ROWS}
    used = zip(_STRETCHES, memory.articles.used.tolist(), strict=True)
    arrays |= {name: getattr(memory.articles, name)[:length] for name, length in used}
    in_use = set(memory.order)
    told = {
        "settings": stream._settings.as_dict(),
        "arrays": [[name, array.dtype.str, array.shape] for name, array in arrays.items()],
        "kept": [_kept(one) if row in in_use else None for row, one in enumerate(window.kept)],
        "outlets": list(window.outlets),
        "counted": [[hour, row] for hour, row in stream._counted],
        "members": stream._members,
        "begun": stream._begun,
        "history": {id: [_change(change) for change in of] for id, of in stream._history.items()},
        "former": stream._former,
        "closed": [_story(story) for story in stream._closed.values()],
        "news": sorted(stream._news),
        "clock": stream._clock,
        "minute": stream._minute,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    body = b"".join([len(text).to_bytes(8, "little"), text, *(array.tobytes() for array in arrays.values())])
    return _MARK + zlib.compress(body, _FAST)


def unpacked(state: bytes) -> Stream:
    """The stream of a state; `InputError` where it is none, or one of another version."""
    if not state.startswith(_MARK):
        raise _unfit("it is none, or of another version", "grouping.no_state")
    try:
        body = zlib.decompress(state[len(_MARK) :])
        end = 8 + int.from_bytes(body[:8], "little")
        told = json.loads(body[8:end].decode("utf-8", "surrogatepass"))
        arrays: dict[str, np.ndarray[Any, Any]] = {}
        for name, kind, shape in told["arrays"]:
            count = int(np.prod(shape))
            arrays[name] = np.frombuffer(body, np.dtype(kind), count, end).reshape(shape)
            end += count * np.dtype(kind).itemsize
        return _stream(told, arrays)
    except (zlib.error, ValueError, KeyError, TypeError, IndexError) as error:
        raise _unfit(f"it is damaged ({error})", "grouping.damaged_state") from None


def _stream(told: dict[str, Any], arrays: dict[str, Any]) -> Stream:
    settings = GroupSettings(**{**told["settings"], "weights": Weights(**told["settings"]["weights"])})
    stream, window = Stream(settings), Window(settings)
    _fill(window, told, arrays)
    stream._window = window
    stream._members, stream._begun, stream._former = told["members"], told["begun"], told["former"]
    stream._history = {id: [_change_of(row) for row in rows] for id, rows in told["history"].items()}
    stream._closed = {story.id: story for story in map(_story_of, told["closed"])}
    stream._clock, stream._minute, stream._news = told["clock"], told["minute"], set(told["news"])
    stream._counted = deque((hour, row) for hour, row in told["counted"])
    stream._story_of = {window.kept[row].id: id for id, rows in stream._members.items() for row in rows}
    stream._story_of |= {member: story.id for story in stream._closed.values() for member in story.members}
    open_rows = [row for rows in stream._members.values() for row in rows]
    stream._rows = {window.kept[row].id: row for row in [*open_rows, *stream._minute]}
    stream._settled = None if stream._minute else Settled({}, [])
    return stream


def _fill(window: Window, told: dict[str, Any], arrays: dict[str, Any]) -> None:
    """Put the articles of a state into a window that is empty."""
    memory, terms, ties = window.memory, len(arrays["keys"]), len(arrays["ties"])
    memory.terms = tables.wider(memory.terms, terms)
    memory.terms.keys[:terms], memory.terms.rows[:terms, COUNT] = arrays["keys"], arrays["counts"]
    memory.terms.used[0] = terms
    names = (*_ROWS, *_STRETCHES)
    rooms: list[Any] = [tables.roomy(getattr(memory.articles, name), len(arrays[name])) for name in names]
    for name, room in zip(names, rooms, strict=True):
        room[: len(arrays[name])] = arrays[name]
    memory.articles = memory.articles._replace(**dict(zip(names, rooms, strict=True)))
    memory.articles.used[:] = [len(arrays[name]) for name in _STRETCHES]
    memory.ties = memory.ties._replace(rows=tables.roomy(memory.ties.rows, ties))
    memory.ties.rows[:ties] = arrays["ties"]
    memory.ties.used[0] = ties
    window.outlets = {outlet: at for at, outlet in enumerate(told["outlets"])}
    window.kept = [_GONE if row is None else _kept_of(row) for row in told["kept"]]
    memory.resume(arrays["order"].tolist(), len(window.kept))
    window.counted = int(memory.articles.rows[memory.order, COUNTED].sum())


def _kept(one: Kept) -> list[Any]:
    return [*one[:-1], _reason(one.alone)]


def _kept_of(row: list[Any]) -> Kept:
    id, hour, outlet, title, forms, alone = row
    return Kept(id, hour, outlet, title, forms, _reason_of(alone))


def _reason(reason: Reason | None) -> list[Any] | None:
    return [reason.code, *reason.values] if reason else None


def _reason_of(row: list[Any] | None) -> Reason | None:
    return Reason(row[0], tuple(row[1:])) if row else None


def _change(change: Change) -> list[Any]:
    return [change.at, change.kind, change.story, change.articles, change.other]


def _change_of(row: list[Any]) -> Change:
    return Change(row[0], row[1], row[2], tuple(row[3]), row[4])


def _link(link: Link | None) -> list[Any] | None:
    return [link.a, link.b, link.chance, [_reason(reason) for reason in link.reasons]] if link else None


def _link_of(row: list[Any] | None) -> Link | None:
    return Link(row[0], row[1], row[2], tuple(Reason(code, tuple(values)) for code, *values in row[3])) if row else None


def _story(story: Story) -> list[Any]:
    return [
        story.id, story.members, story.outlets, story.title, story.first, story.last,
        [_link(link) for link in story.links], _link(story.near), story.near_story,
        [_change(change) for change in story.history], _reason(story.alone),
    ]  # fmt: skip


def _story_of(row: list[Any]) -> Story:
    id, members, outlets, title, first, last, links, near, near_story, history, alone = row
    return Story(
        id, tuple(members), tuple(outlets), title, first, last, tuple(link for link in map(_link_of, links) if link),
        _link_of(near), near_story, tuple(map(_change_of, history)), _reason_of(alone),
    )  # fmt: skip


def _unfit(why: str, code: str) -> InputError:
    return InputError(
        f"the kept state of a stream cannot be taken up: {why}",
        remedy="begin a new stream and give it the articles of the last days again",
        told=Reason(code),
        advice=Reason("grouping.new_stream_do"),
    )
