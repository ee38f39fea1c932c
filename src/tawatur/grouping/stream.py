"""Articles grouped as they arrive: state in, article in, state out.

The stories of a moment depend on the articles and their minutes alone, not on the order within a minute: rarity is
counted up to the minute before, and ids and history go from the end of one minute to the end of the next.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from tawatur.grouping.comparing import compare
from tawatur.grouping.identity import renamed
from tawatur.grouping.index import Index
from tawatur.grouping.lexis import Read, read_words
from tawatur.grouping.linkage import grouped, part_of
from tawatur.grouping.rarity import Rarity
from tawatur.grouping.records import Change, Evidence, Grouping, Story, Traits
from tawatur.grouping.settings import DEFAULT, GroupSettings
from tawatur.grouping.telling import tell
from tawatur.grouping.traits import hour_of, read_traits, stems_of
from tawatur.model import Article

_MINUTE = 1 / 60


class Stream:
    """Stories in the making. `add` articles in the order of time; `stories` tells all, at any moment.

    An article that comes late counts with the minute that is open; one without a date is taken to be of that minute.
    A story is closed, and its articles forgotten but for their ids, when its newest article is older than the window.
    """

    def __init__(self, settings: GroupSettings = DEFAULT) -> None:
        self._settings = settings
        self._rarity = Rarity(settings.prior_articles)
        self._index = Index()
        self._traits: dict[str, Traits] = {}
        self._links: dict[str, dict[str, float]] = {}
        self._found: dict[tuple[str, str], Evidence] = {}
        self._window = deque[tuple[float, str, frozenset[str]]]()
        self._story_of: dict[str, str] = {}  # as of the last closed minute
        self._members: dict[str, list[str]] = {}
        self._begun: dict[str, float] = {}
        self._history: dict[str, list[Change]] = {}
        self._former: dict[str, str] = {}
        self._closed: dict[str, Story] = {}
        self._clock: float | None = None
        self._minute: dict[str, Article] = {}
        self._unread: set[str] = set()
        self._words: dict[str, Read] = {}
        self._open: tuple[dict[str, list[str]], list[Change]] | None = None

    def add(self, article: Article) -> tuple[Change, ...]:
        """Take in one article; the changes of the minute that this closes, if it does.

        An id that is known already changes nothing.
        """
        if article.id in self._traits or article.id in self._minute or article.id in self._story_of:
            return ()
        hour = hour_of(article.published)
        closed: tuple[Change, ...] = ()
        if hour is not None and (self._clock is None or _minute(hour) > self._clock):
            closed = self.close_minute()
            self._clock = _minute(hour)
        self._minute[article.id] = article
        self._unread.add(article.id)
        self._open = None
        return closed

    def close_minute(self) -> tuple[Change, ...]:
        """Let no more articles count with the open minute; its changes become history."""
        groups, changes = self._settled()
        for id, members in groups.items():
            for member in members:
                self._story_of[member] = id
        for id in {change.other for change in changes if change.other}:
            self._members.pop(id, None)
        self._members |= {id: list(members) for id, members in groups.items()}
        for change in changes:
            self._begun.setdefault(change.story, change.at)
            self._history.setdefault(change.story, []).append(change)
            if change.kind == "merged" and change.other:
                self._former[change.other] = change.story
                self._history[change.story] += self._history.pop(change.other, [])
        for id in sorted(self._minute):
            stems = stems_of(self._words.pop(id))
            self._rarity.add(stems)
            self._window.append((self._traits[id].hour, id, stems))
        self._minute, self._unread, self._open = {}, set(), None
        self._forget()
        return tuple(changes)

    def stories(self) -> Grouping:
        """All stories as they stand, the open minute included."""
        groups, changes = self._settled()
        gone = {change.other for change in changes if change.other and change.kind == "merged"}
        members = {id: m for id, m in self._members.items() if id not in gone} | groups
        story_of = self._story_of | {m: id for id, group in groups.items() for m in group}
        history = {id: list(of) for id, of in self._history.items()}
        for change in changes:
            history.setdefault(change.story, []).append(change)
            if change.kind == "merged" and change.other:
                history[change.story] += history.pop(change.other, [])
        told = [
            tell(id, group, self._traits, self._links, self._found, story_of, history.get(id, ()), self._settings)
            for id, group in members.items()
        ]
        former = self._former | {c.other: c.story for c in changes if c.kind == "merged" and c.other}
        ordered = sorted([*self._closed.values(), *told], key=lambda story: (story.first, story.id))
        return Grouping(tuple(ordered), former)

    def compared(self) -> Mapping[tuple[str, str], Evidence]:
        """Every pair of articles of open stories that was worth comparing, with what was found."""
        self._settled()
        return self._found

    def _settled(self) -> tuple[dict[str, list[str]], list[Change]]:
        """The stories that the open minute makes or changes, and how."""
        if self._open is None:
            for id in sorted(self._unread):
                self._take(self._minute[id])
            self._unread.clear()
            self._open = self._regrouped(self._minute)
        return self._open

    def _take(self, article: Article) -> None:
        """Read an article and compare it with those of the window that are like it."""
        settings = self._settings
        hour = hour_of(article.published)
        now = hour if hour is not None else self._clock or 0.0
        read = self._words[article.id] = read_words(article)
        traits = self._traits[article.id] = read_traits(article, read, self._rarity, now, settings)
        self._links[traits.id] = {}
        if traits.alone:
            return
        for id in self._index.like(traits, self._rarity, settings):
            other = self._traits[id]
            if abs(other.hour - now) > 24 * settings.window_days:
                continue
            evidence = compare(traits, other, settings)
            if evidence.chance >= settings.least:
                self._links[traits.id][id] = self._links[id][traits.id] = evidence.chance
                self._found[min(id, traits.id), max(id, traits.id)] = evidence
        self._index.add(traits)

    def _regrouped(self, touched: Iterable[str]) -> tuple[dict[str, list[str]], list[Change]]:
        """The stories of everything that is connected with the touched articles."""
        part = part_of(touched, self._links, self._settings.join)
        whole = part_of(
            {m for id in part if id in self._story_of for m in self._members[self._story_of[id]]} | set(part),
            self._links,
            self._settings.join,
        )
        groups = grouped(whole, self._links, self._settings.join)
        return renamed(
            groups,
            {id: self._story_of[id] for id in whole if id in self._story_of},
            self._begun,
            self._begun.__contains__,
            lambda id: (self._traits[id].hour, id),
            self._clock or 0.0,
        )

    def _forget(self) -> None:
        """Close the stories that the window has left behind, and count their stems no longer."""
        if self._clock is None:
            return
        oldest = self._clock - 24 * self._settings.window_days
        while self._window and self._window[0][0] < oldest:
            _, id, stems = self._window.popleft()
            self._rarity.remove(stems)
            if id not in self._traits:
                continue  # it came late, and its story is closed
            self._index.remove(self._traits[id])
            story = self._story_of[id]
            if story in self._members and all(self._traits[m].hour < oldest for m in self._members[story]):
                self._close(story)

    def _close(self, id: str) -> None:
        members = self._members.pop(id)
        self._closed[id] = tell(
            id, members, self._traits, self._links, self._found, self._story_of, self._history.pop(id), self._settings
        )
        for member in members:
            self._index.remove(self._traits.pop(member))
            for other in self._links.pop(member):
                self._links.get(other, {}).pop(member, None)
                self._found.pop((min(member, other), max(member, other)), None)


def _minute(hour: float) -> float:
    return int(hour * 60 + 1e-6) * _MINUTE
