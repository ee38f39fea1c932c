"""Every claim's roots, the ties between them, and the interval of independent origins with its reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from tawatur.joining import Joined
from tawatur.languages.media import family
from tawatur.model import Account, Claim, Copy, Origin, Reason, Source, Statement, Tie
from tawatur.origins.accounts import inside_accounts
from tawatur.origins.evidence import Evidences
from tawatur.origins.roots import UNCREDITED, Root, roots_of, source_profile
from tawatur.origins.sameness import Doubt, agreeing, doubts
from tawatur.origins.ties import loosen, tie
from tawatur.origins.together import mentions
from tawatur.origins.wording import SharedWording
from tawatur.settings import Settings


def judge(
    claims: Sequence[Claim],
    accounts: Sequence[Account],
    sources: Sequence[Source],
    copies: Sequence[Copy],
    settings: Settings,
    settled: Mapping[frozenset[str], Tie] | None = None,
) -> tuple[Claim, ...]:
    """The claims with roots, ties, origins, the interval `independent` and the reasons for it.

    `settled` are ties of pairs of sources that somebody decided; they count in place of what the rules find.

    The rule is DESIGN's: components over ties of at least `settings.strong_tie` give the upper bound, over ties of at
    least `settings.weak_tie` the lower one, counted among those roots only that vouch for the same thing for certain
    (`sameness`).
    """
    story = Story(accounts, sources, copies, settings, settled)
    return tuple(story.judge(claim) for claim in claims)


class Story:
    """What all claims of a story are judged with, prepared once."""

    def __init__(
        self,
        accounts: Sequence[Account],
        sources: Sequence[Source],
        copies: Sequence[Copy],
        settings: Settings,
        settled: Mapping[frozenset[str], Tie] | None = None,
    ) -> None:
        self.settings, self.settled = settings, settled or {}
        self.sources: Mapping[str, Source] = {source.id: source for source in sources} | {UNCREDITED.id: UNCREDITED}
        self.profiles = {source.id: source_profile(source) for source in self.sources.values()}
        self.statements = {s.id: s for account in accounts for s in account.statements}
        self.outlets = {account.article.id: f"outlet:{account.article.outlet}" for account in accounts}
        self.titles = {a.article.id: a.article.title[1] if a.article.title else 0 for a in accounts}
        self.numbers = {speaker.key: speaker.number for account in accounts for speaker in account.speakers}
        self.wording = SharedWording(accounts, copies, settings)
        named = {id: mention for account in accounts for id, mention in mentions(account)}
        rooted = {
            s.id: roots_of(s, self.sources, self.outlets[s.article], settings.unsure, named[s.id])
            for s in self.statements.values()
        }
        unnamed = frozenset(source.id for source in sources if source.kind == "anonymous")
        self.rooted = rooted | dict(inside_accounts(accounts, rooted, unnamed, settings.one_account))

    def roots(self, claim: Claim) -> tuple[list[Root], tuple[Statement, ...]]:
        """The roots of a claim with the members that rest on each, and the members of shared wording nobody credits."""
        members = [self.statements[id] for id in claim.members]
        resting = defaultdict[str, list[Statement]](list)
        for member in members:
            for id in self.rooted[member.id][0]:
                resting[id].append(member)
        silent = [m for m in members if not self.rooted[m.id][0]]
        shared = self._uncredited(silent, [m for m in members if self.rooted[m.id][0]])
        if shared:
            resting[UNCREDITED.id] = list(shared)
        roots = [
            Root(self.sources[id], self.profiles[id], tuple(found), self.numbers.get(id, 1))
            for id, found in resting.items()
        ]
        return roots, shared

    def judge(self, claim: Claim) -> Claim:
        """One claim, judged."""
        members = [self.statements[id] for id in claim.members]
        roots, shared = self.roots(claim)
        resting = {root.id: root.members for root in roots}
        ties = self._ties(roots, members)
        strong = components([r.id for r in roots], [t for t in ties if t.probability >= self.settings.strong_tie])
        unsure = [d for d in doubts(claim, roots, self.settings) if frozenset(d[:2]) not in self.settled]
        weak = [t for t in ties if t.probability >= self.settings.weak_tie]
        least = max((len(components(ids, weak)) for ids in agreeing([r.id for r in roots], unsure)), default=0)
        origins = tuple(
            Origin(tuple(ids), tuple(m.id for m in members if any(m in resting[id] for id in ids))) for ids in strong
        )
        return replace(
            claim,
            roots=tuple(root.id for root in roots),
            ties=tuple(ties),
            origins=origins,
            independent=(least, len(strong)),
            reasons=self._reasons(members, shared, roots, ties, unsure, (least, len(strong))),
        )

    def _uncredited(self, silent: list[Statement], sourced: list[Statement]) -> tuple[Statement, ...]:
        """Own-voice statements of different publishers that share wording nobody is credited with.

        Headlines never count, nor wording that another article gives a source for, nor a lead whose own article names
        the source further down.
        """
        told = {m.article for m in sourced}
        free = [m for m in silent if m.content[1] > self.titles[m.article] and m.article not in told]
        free = [m for m in free if not any(self.wording.between(m, other) for other in sourced)]
        found = dict[str, Statement]()
        for a, b in combinations(free, 2):
            left, right = (family(self.outlets[m.article].partition(":")[2]) for m in (a, b))
            if left != right and self.wording.between(a, b):
                found |= {a.id: a, b.id: b}
        return tuple(found.values())

    def _ties(self, roots: list[Root], members: list[Statement]) -> list[Tie]:
        """The ties between a claim's roots, in order of the roots."""
        seen, ties = self.seen(members), list[Tie]()
        named = [root for root in roots if root.id != UNCREDITED.id]
        for a, b in combinations(named, 2):
            found = tie(a, b, seen)
            if found and found.probability > 0:
                ties.append(found)
        ties = self._settled(named, loosen(named, ties, self.settings))
        if len(named) < len(roots) and named:
            why = Reason("origins.tie_uncredited", (named[0].source.name,))
            ties.append(Tie(named[0].id, UNCREDITED.id, self.settings.tie_uncredited, (why,)))
        return ties

    def _settled(self, roots: Sequence[Root], ties: list[Tie]) -> list[Tie]:
        """The ties with those that somebody decided in their place."""
        if not self.settled:
            return ties
        found = {frozenset((t.a, t.b)): t for t in ties}
        for a, b in combinations([root.id for root in roots], 2):
            if (pair := frozenset((a, b))) in self.settled:
                found[pair] = self.settled[pair]
        return list(found.values())

    def seen(self, members: Iterable[Statement]) -> Evidences:
        """What the rules for ties look at besides the roots of a claim with these members."""
        relays, told_to = set[tuple[str, str]](), defaultdict[str, set[str]](set)
        for member in members:
            for i, outer in enumerate(member.chain[1:], 1):
                for inner in member.chain[i + 1 :]:
                    relays.add((outer, inner))
                    if outer != member.chain[0] and (outer.startswith(("agency:", "outlet:")) or self._medium(outer)):
                        told_to[inner].add(outer)
        found = {id: frozenset(media) for id, media in told_to.items()}
        return Evidences(self.settings, self.wording, frozenset(relays), found, self.titles)

    def _medium(self, id: str) -> bool:
        """Whether a source that no list of media knows is a paper or channel by its name."""
        profile = self.profiles[id]
        return "media" in profile.sectors and not profile.roles

    def _reasons(
        self,
        members: list[Statement],
        shared: tuple[Statement, ...],
        roots: list[Root],
        ties: list[Tie],
        unsure: list[Doubt],
        bounds: tuple[int, int],
    ) -> tuple[Reason, ...]:
        """Why the interval is what it is, in the order a reader would ask."""
        reasons, (low, high) = list[Reason](), bounds
        if not roots:
            reasons.append(Reason("origins.none", (str(len(members)),)))
        elif low == high:
            reasons.append(Reason("origins.exactly", (str(low),)))
        else:
            reasons.append(Reason("origins.between", (str(low), str(high))))
        reasons += [self.rooted[m.id][1] for m in members if m.id not in {s.id for s in shared}]
        if shared:
            reasons.append(Reason("origins.uncredited", tuple(s.id for s in shared[:2])))
        for t in ties:
            reasons += t.reasons
        if low < high:
            reasons += [Reason(d.why, (d.a, d.b, f"{round(100 * d.score)}%")) for d in unsure]
        if roots and all(root.source.party for root in roots):
            reasons.append(Reason("origins.all_parties", ()))
        return tuple(dict.fromkeys(reasons))


def components(ids: Sequence[str], ties: Sequence[Tie]) -> list[list[str]]:
    """Connected components of `ids` over the ties, each in the order of `ids`, in order of their first."""
    tied = Joined(ids)
    known = set(ids)
    for t in ties:
        if t.a in known and t.b in known:
            tied.join(t.a, t.b)
    return tied.sets()
