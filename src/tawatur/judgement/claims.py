"""Claims joined and parted as people judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.joining import Joined
from tawatur.judgement.placing import by_article, statement_at
from tawatur.judgement.records import Judged, OneClaim
from tawatur.model import Account, Claim, Link, Reason


def with_claims(
    claims: Sequence[Claim], accounts: Sequence[Account], judged: Iterable[Judged]
) -> tuple[tuple[Claim, ...], frozenset[int]]:
    """The claims of a story after what people said of pairs of statements, and the numbers of those that found none.

    What was judged apart is parted first: of the two, the one that fewer links hold leaves its claim, and with it
    whatever hangs on it alone. Then what was judged one is joined, whole claims together, unless that would join what
    was judged apart. The later of two judgements on one pair counts. Ids go by the first member, as before.
    """
    there, lost = by_article(accounts), set[int]()
    pairs: dict[frozenset[str], Judged] = {}
    for one in judged:
        if isinstance(one.judgement, OneClaim):
            a, b = statement_at(one.judgement.a, there), statement_at(one.judgement.b, there)
            if a is None or b is None or a.id == b.id:
                lost.add(one.number)
            else:
                pairs[frozenset((a.id, b.id))] = one
    if not pairs:
        return tuple(claims), frozenset(lost)
    order = {s.id: n for n, s in enumerate(s for account in accounts for s in account.statements)}
    groups = [set(claim.members) for claim in claims]
    links = [link for claim in claims for link in claim.links]
    apart = {pair for pair, one in pairs.items() if _verdict(one) == "wrong"}
    for pair in sorted(apart, key=sorted):
        groups, links = _parted(groups, links, pair)
    joined = sorted((pair for pair, one in pairs.items() if _verdict(one) == "right"), key=sorted)
    for pair in joined:
        groups = _joined(groups, pair, apart)
        first, second = sorted(pair, key=order.__getitem__)
        one = pairs[pair]
        links = [link for link in links if {link.a, link.b} != pair]
        links.append(Link(first, second, 1.0, (Reason("judgement.one_claim", (one.by, one.at[:10])),)))
    made = sorted((sorted(group, key=order.__getitem__) for group in groups), key=lambda group: order[group[0]])
    return tuple(_claim(number, group, links, claims) for number, group in enumerate(made, 1)), frozenset(lost)


def _verdict(one: Judged) -> str:
    return one.judgement.verdict


def _parted(groups: list[set[str]], links: list[Link], pair: frozenset[str]) -> tuple[list[set[str]], list[Link]]:
    """The groups with the two of a pair in different ones."""
    home = next((group for group in groups if pair <= group), None)
    if home is None:
        return groups, links
    held = {id: sum(id in (link.a, link.b) for link in links) for id in pair}
    leaving, staying = sorted(pair, key=lambda id: (held[id], id))
    left = [link for link in links if leaving not in (link.a, link.b) and {link.a, link.b} <= home]
    parts = Joined(sorted(home))
    for link in left:
        parts.join(link.a, link.b)
    rest = {id for id in home if id != leaving and parts.top(id) == parts.top(staying)}
    cut = [link for link in links if {link.a, link.b} <= rest or not {link.a, link.b} & home]
    hanging = home - rest
    inside = [link for link in links if {link.a, link.b} <= hanging]
    return [group for group in groups if group is not home] + [rest, hanging], cut + inside


def _joined(groups: list[set[str]], pair: frozenset[str], apart: set[frozenset[str]]) -> list[set[str]]:
    a, b = (next(group for group in groups if id in group) for id in sorted(pair))
    if a is b or any(frozenset((x, y)) in apart for x in a for y in b):
        return groups
    return [group for group in groups if group is not a and group is not b] + [a | b]


def _claim(number: int, members: Sequence[str], links: Sequence[Link], before: Sequence[Claim]) -> Claim:
    inside = set(members)
    same = next((claim for claim in before if set(claim.members) == inside), None)
    held = tuple(link for link in links if link.a in inside and link.b in inside)
    id = f"c{number:02}"
    return replace(same, id=id, links=held) if same else Claim(id, tuple(members), held)
