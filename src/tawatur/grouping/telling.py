"""A story as it is told: its articles in order, the links that hold it, its nearest neighbour, its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from tawatur.grouping.comparing import apart, together
from tawatur.grouping.linkage import Links
from tawatur.grouping.records import Change, Evidence, Link, Story, Traits
from tawatur.grouping.settings import GroupSettings
from tawatur.joining import Joined
from tawatur.model import Reason

Found = Mapping[tuple[str, str], Evidence]
"""The evidence of compared pairs, by their ids in order."""
Why = Callable[[Traits, Traits, Evidence, GroupSettings], tuple[Reason, ...]]


def tell(
    id: str,
    members: Sequence[str],
    traits: Mapping[str, Traits],
    links: Links,
    found: Found,
    story_of: Mapping[str, str],
    history: Sequence[Change],
    settings: GroupSettings,
) -> Story:
    """The story of these articles, with the reasons for what it holds and what it leaves out."""
    ordered = sorted(members, key=lambda m: (traits[m].hour, m))
    held = [_link(pair, traits, found, settings, together) for pair in _tree(ordered, links)]
    near = _nearest(ordered, links)
    return Story(
        id=id,
        members=tuple(ordered),
        outlets=tuple(dict.fromkeys(traits[m].outlet for m in ordered)),
        title=traits[_central(ordered, links)].title,
        first=traits[ordered[0]].hour,
        last=traits[ordered[-1]].hour,
        links=tuple(held),
        near=_link(near, traits, found, settings, apart) if near else None,
        near_story=story_of[near[1]] if near else None,
        history=tuple(sorted(history, key=lambda change: change.at)),
        alone=traits[ordered[0]].alone if len(ordered) == 1 else None,
    )


def _link(pair: tuple[str, str], traits: Mapping[str, Traits], found: Found, settings: GroupSettings, why: Why) -> Link:
    evidence = found[min(pair), max(pair)]
    a, b = traits[pair[0]], traits[pair[1]]
    return Link(a.id, b.id, round(evidence.chance, 3), why(a, b, evidence, settings))


def _tree(members: Sequence[str], links: Links) -> list[tuple[str, str]]:
    """The strongest links that connect all members (a maximum spanning tree, Kruskal 1956), the older article first."""
    place = {member: at for at, member in enumerate(members)}
    pairs = sorted(
        (-chance, place[a], place[b])
        for a in members
        for b, chance in links.get(a, {}).items()
        if b in place and place[a] < place[b]
    )
    reached = Joined(range(len(members)))
    tree = []
    for _, a, b in pairs:
        if reached.top(a) != reached.top(b):
            reached.join(a, b)
            tree.append((members[a], members[b]))
    return tree


def _nearest(members: Sequence[str], links: Links) -> tuple[str, str] | None:
    """The strongest pair of a member and an article of another story."""
    inside = set(members)
    outside = [(-chance, a, b) for a in members for b, chance in links.get(a, {}).items() if b not in inside]
    return min(outside)[1:] if outside else None


def _central(members: Sequence[str], links: Links) -> str:
    """The member most like the others, the oldest of equals: its headline names the story."""
    inside = set(members)
    total = {m: sum(chance for other, chance in sorted(links.get(m, {}).items()) if other in inside) for m in members}
    return max(members, key=lambda m: total[m])
