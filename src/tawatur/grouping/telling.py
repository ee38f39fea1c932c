"""A story as it is told: its articles in order, the links that hold it, its nearest neighbour, its history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tawatur.grouping.reasons import Pair, apart, pair_of, together
from tawatur.grouping.records import Change, Link, Story
from tawatur.grouping.settings import GroupSettings
from tawatur.grouping.window import Window
from tawatur.model import Reason

Why = Callable[[Pair, GroupSettings], tuple[Reason, ...]]


def tell(
    window: Window,
    id: str,
    members: Iterable[int],
    story_of: Callable[[int], str],
    history: Sequence[Change],
    settings: GroupSettings,
) -> Story:
    """The story of these articles, given by their rows, with the reasons for what it holds and what it leaves out."""
    rows = sorted(members, key=window.age)
    articles = [window.kept[row] for row in rows]
    held, totals, outside = window.bonds(rows)
    held.sort(key=lambda tie: (-tie[2], tie[0], tie[1]))
    near = min(((window.kept[a].id, window.kept[b].id, a, b) for a, b, _ in outside), default=None)
    return Story(
        id=id,
        members=tuple(article.id for article in articles),
        outlets=tuple(dict.fromkeys(article.outlet for article in articles)),
        title=articles[totals.index(max(totals))].title,
        first=articles[0].hour,
        last=articles[-1].hour,
        links=tuple(_link(window, rows[a], rows[b], together, settings) for a, b, _ in held),
        near=_link(window, *near[2:], apart, settings) if near else None,
        near_story=story_of(near[3]) if near else None,
        history=tuple(sorted(history, key=lambda change: change.at)),
        alone=articles[0].alone if len(rows) == 1 else None,
    )


def _link(window: Window, a: int, b: int, why: Why, settings: GroupSettings) -> Link:
    pair = pair_of(window, a, b)
    return Link(window.kept[a].id, window.kept[b].id, round(pair.found.chance, 3), why(pair, settings))
