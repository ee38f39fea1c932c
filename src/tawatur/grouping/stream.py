"""Articles grouped as they arrive: state in, article in, state out.

The stories of a moment depend on the articles and their minutes alone, not on the order within a minute: rarity is
counted up to the minute before, and ids and history go from the end of one minute to the end of the next.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tawatur.grouping.identity import renamed
from tawatur.grouping.outlines import Outline, outline
from tawatur.grouping.records import Change, Evidence, Grouping, Story
from tawatur.grouping.settings import DEFAULT, GroupSettings
from tawatur.grouping.telling import tell
from tawatur.grouping.window import Window
from tawatur.model import Article

_MINUTE = 1 / 60


class Settled(NamedTuple):
    """What the open minute makes of the stories it touches: their articles by row, and how that came."""

    groups: dict[str, list[int]]
    changes: list[Change]


class Stream:
    """Stories in the making. `add` articles in the order of time; `stories` tells all, at any moment.

    An article that comes late counts with the minute that is open; one without a date is taken to be of that minute.
    A story is closed, and its articles forgotten but for their ids, when its newest article is older than the window.
    """

    def __init__(self, settings: GroupSettings = DEFAULT) -> None:
        self._settings = settings
        self._window = Window(settings)
        self._rows: dict[str, int] = {}  # of the articles of open stories and of the open minute
        self._counted = deque[tuple[float, int]]()  # those that count in how rare a stem is, with their hours
        self._members: dict[str, list[int]] = {}  # of open stories, oldest first, as of the last closed minute
        self._story_of: dict[str, str] = {}
        self._begun: dict[str, float] = {}
        self._history: dict[str, list[Change]] = {}
        self._former: dict[str, str] = {}
        self._closed: dict[str, Story] = {}
        self._news: set[str] = set()  # stories that changed, and those that merged away, since `changed` was asked
        self._clock: float | None = None
        self._minute: list[int] = []
        self._settled: Settled | None = Settled({}, [])

    def add(self, article: Article | Outline) -> tuple[Change, ...]:
        """Take in one article, or what was read of it; the changes of the minute that this closes, if it does.

        An id that is known already changes nothing.
        """
        if article.id in self._rows or article.id in self._story_of:
            return ()
        read = outline(article, self._settings) if isinstance(article, Article) else article
        closed: tuple[Change, ...] = ()
        if read.hour is not None and (self._clock is None or _minute(read.hour) > self._clock):
            closed = self.close_minute()
            self._clock = _minute(read.hour)
        hour = read.hour if read.hour is not None else self._clock or 0.0
        row = self._rows[read.id] = self._window.enter(read, hour)
        self._minute.append(row)
        self._settled = None
        return closed

    def close_minute(self) -> tuple[Change, ...]:
        """Let no more articles count with the open minute; its changes become history."""
        groups, changes = self._settle()
        window = self._window
        for id, rows in groups.items():
            window.settle(rows)
            for row in rows:
                self._story_of[window.kept[row].id] = id
        for id in {change.other for change in changes if change.other}:
            self._members.pop(id, None)
        self._members |= groups
        self._news |= groups.keys() | _merged(changes).keys()
        for change in changes:
            self._begun.setdefault(change.story, change.at)
            self._history.setdefault(change.story, []).append(change)
            if change.kind == "merged" and change.other:
                self._former[change.other] = change.story
                self._history[change.story] += self._history.pop(change.other, [])
        self._minute.sort(key=lambda row: window.kept[row].id)
        self._counted.extend((window.kept[row].hour, row) for row in self._minute)
        come, self._minute, self._settled = self._minute, [], Settled({}, [])
        self._turn(come)
        return tuple(changes)

    def stories(self) -> Grouping:
        """All stories as they stand, the open minute included."""
        view = self._view()
        told = self._told(view, view)
        ordered = sorted([*self._closed.values(), *told], key=lambda story: (story.first, story.id))
        return Grouping(tuple(ordered), self._former | _merged(self._settle().changes))

    def changed(self) -> Grouping:
        """The stories that have changed since this was last asked, as they stand, the open minute included.

        Those that the open minute touches are told again once it is closed. `former` holds what has merged away since.
        """
        settled = self._settle()
        view, news = self._view(), self._news | settled.groups.keys()
        told = self._told([id for id in news if id in view], view)
        closed = (self._closed[id] for id in self._news if id in self._closed)
        ordered = sorted([*closed, *told], key=lambda story: (story.first, story.id))
        former = {id: into for id, into in self._former.items() if id in self._news}
        self._news = set()
        return Grouping(tuple(ordered), former | _merged(settled.changes))

    def release(self) -> Grouping:
        """The stories closed since this was last asked; the stream then knows neither them nor their articles any more.

        Whoever keeps what was released lets a stream go on for ever in the memory of its window.
        """
        closed = sorted(self._closed.values(), key=lambda story: (story.first, story.id))
        former = {id: into for id, into in self._former.items() if self._end(into) in self._closed}
        for story in closed:
            for member in story.members:
                del self._story_of[member]
        self._news -= self._closed.keys()
        self._closed = {}
        self._former = {id: into for id, into in self._former.items() if id not in former}
        self._begun = {id: at for id, at in self._begun.items() if id in self._members or self._founded(id)}
        return Grouping(tuple(closed), former)

    def compared(self) -> Mapping[tuple[str, str], Evidence]:
        """Every pair of articles of open stories that was worth comparing, with what was found."""
        window = self._window
        found = {}
        for a, b in window.tied():
            one, other = window.kept[a].id, window.kept[b].id
            found[min(one, other), max(one, other)] = window.compared(a, b)[0]
        return found

    def state(self) -> bytes:
        """All that the stream knows, for `restored`."""
        from tawatur.grouping.state import packed

        return packed(self)

    @staticmethod
    def restored(state: bytes) -> Stream:
        """A stream that goes on exactly as the one whose `state` this is; InputError where it is none."""
        from tawatur.grouping.state import unpacked

        return unpacked(state)

    def _settle(self) -> Settled:
        """The stories that the open minute makes or changes, and how."""
        if self._settled is None:
            self._settled = self._regrouped(self._minute)
        return self._settled

    def _regrouped(self, touched: Sequence[int]) -> Settled:
        """The stories of all that is connected with the touched articles; those that stay as they are left out."""
        window, story_of, rows = self._window, self._story_of, self._rows
        groups = [[window.kept[row].id for row in group] for group in window.regrouped(touched)]
        found, changes = renamed(
            groups,
            {id: story_of[id] for group in groups for id in group if id in story_of},
            self._begun,
            self._begun.__contains__,
            lambda id: window.age(rows[id]),
            self._clock or 0.0,
        )
        return Settled({story: [rows[id] for id in ids] for story, ids in found.items()}, changes)

    def _view(self) -> dict[str, list[int]]:
        """The open stories, those of the open minute included."""
        groups, changes = self._settle()
        gone = _merged(changes)
        return {id: rows for id, rows in self._members.items() if id not in gone} | groups

    def _told(self, ids: Iterable[str], view: Mapping[str, list[int]]) -> list[Story]:
        """Open stories as they are told, the changes of the open minute with them."""
        window, changes = self._window, self._settle().changes
        story_of = {row: id for id, rows in view.items() for row in rows}
        came: dict[str, list[Change]] = {}
        for change in changes:
            came.setdefault(change.story, []).append(change)
            if change.kind == "merged" and change.other:
                came[change.story] += [*self._history.get(change.other, ()), *came.pop(change.other, ())]
        told = []
        for id in ids:
            history = [*self._history.get(id, ()), *came.get(id, ())]
            told.append(tell(window, id, view[id], story_of.__getitem__, history, self._settings))
        return told

    def _end(self, id: str) -> str:
        """The story that one went into, or what that went into."""
        while id in self._former:
            id = self._former[id]
        return id

    def _founded(self, id: str) -> bool:
        """Whether the article that a story is named after may still begin another."""
        article = id.removeprefix("s:")
        return article in self._rows or article.rpartition(".")[0] in self._rows

    def _turn(self, come: Sequence[int]) -> None:
        """Count the stems of the articles that came; forget those that the window left behind, and their stories."""
        window, gone = self._window, list[int]()
        oldest = (self._clock or 0.0) - 24 * self._settings.window_days
        while self._counted and self._counted[0][0] < oldest:
            gone.append(self._counted.popleft()[1])
        window.count(come, gone)
        for row in gone:
            story = self._story_of.get(window.kept[row].id)
            if story in self._members and window.kept[self._members[story][-1]].hour < oldest:
                self._close(story)

    def _close(self, id: str) -> None:
        window, rows = self._window, self._members.pop(id)
        self._closed[id] = tell(
            window, id, rows, lambda row: self._story_of[window.kept[row].id], self._history.pop(id), self._settings
        )
        window.close(rows)
        for row in rows:
            del self._rows[window.kept[row].id]


def _merged(changes: Iterable[Change]) -> dict[str, str]:
    """The stories that merged away, and into which."""
    return {change.other: change.story for change in changes if change.kind == "merged" and change.other}


def _minute(hour: float) -> float:
    return int(hour * 60 + 1e-6) * _MINUTE
