"""Which new group goes on as which old story, and what became of the others.

A group keeps the id of the story from which most of its articles come; of two groups of one story the larger part keeps
it. A story that begins is named after its oldest article.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tawatur.grouping.records import Change

Order = Callable[[str], tuple[float, str]]
"""The age of an article, by which the oldest is found."""


def renamed(
    groups: Sequence[Sequence[str]],
    before: Mapping[str, str],
    begun: Mapping[str, float],
    taken: Callable[[str], bool],
    order: Order,
    now: float,
) -> tuple[dict[str, list[str]], list[Change]]:
    """The groups by story id, and the changes that lead to them.

    `before` gives the story an article was in, if any; `begun` when each story began; `taken` whether an id was ever
    used.
    """
    if len(groups) == 1 and len(groups[0]) == 1 and groups[0][0] not in before:  # most often: as below, but at once
        story = _new(groups[0][0], taken)
        return {story: list(groups[0])}, [Change(now, "begun", story, tuple(groups[0]))]
    aged = [sorted(group, key=order) for group in groups]
    held = [_held(group, before) for group in groups]
    claims = [(-count, begun[story], story, at) for at, of in enumerate(held) for story, count in of.items()]
    owner: dict[str, int] = {}
    name: dict[int, str] = {}
    for _, _, story, at in sorted(claims):
        if story not in owner and at not in name:
            owner[story], name[at] = at, story
    found: dict[str, list[str]] = {}
    changes: list[Change] = []
    for at in sorted(range(len(groups)), key=lambda at: order(aged[at][0])):
        group, id = aged[at], name.get(at)
        fresh = tuple([member for member in group if member not in before])
        if id is None:
            id = _new(group[0], lambda wanted: taken(wanted) or wanted in found)
            found[id] = group
            if not held[at]:
                changes.append(Change(now, "begun", id, fresh))
                continue
            changes += _arrivals(group, id, before, owner, now, split=True)
            if fresh:
                changes.append(Change(now, "joined", id, fresh))
            continue
        found[id] = group
        if fresh:
            changes.append(Change(now, "joined", id, fresh))
        changes += _arrivals(group, id, before, owner, now, split=False)
    return found, changes


def _held(group: Sequence[str], before: Mapping[str, str]) -> dict[str, int]:
    """How many articles of a group come from each story."""
    held: dict[str, int] = {}
    for id in group:
        if (story := before.get(id)) is not None:
            held[story] = held.get(story, 0) + 1
    return held


def _arrivals(
    group: Sequence[str], id: str, before: Mapping[str, str], owner: Mapping[str, int], now: float, *, split: bool
) -> list[Change]:
    """The articles of a group that were in other stories: merged whole, split off, or moved over."""
    came: dict[str, list[str]] = {}
    for member in group:
        if member in before and before[member] != id:
            came.setdefault(before[member], []).append(member)
    return [
        Change(now, "merged" if story not in owner else "split" if split else "moved", id, tuple(members), story)
        for story, members in sorted(came.items())
    ]


def _new(first: str, taken: Callable[[str], bool]) -> str:
    """An id for a story that begins with this article: its own, numbered where a story had that before."""
    id, number = f"s:{first}", 1
    while taken(id):
        number += 1
        id = f"s:{first}.{number}"
    return id
