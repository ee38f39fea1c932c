"""One id for each real source of a story.

Every speaker of every article is read with `naming`; speakers join when their names can only mean one source: a
person's name and its short or differently spelt forms, an office and its holder where the story itself gives the holder
that office, the long and short names of a body, a capital and its government. Unnamed sources of different articles
stay apart (whether they are one is a question of probability, for the origins) unless they say the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from tawatur.languages.ar.naming import Profile, read_name
from tawatur.languages.ar.script import bare, words, words_of
from tawatur.languages.ar.spelling import same_person
from tawatur.languages.media import bare_agency, known_medium
from tawatur.model import UNSPECIFIED, Account, Article, Reason, Source, SourceKind, Speaker, Statement
from tawatur.stories.anaphors import bare_office, bare_surname, holds, own_reporter, pointed_agency
from tawatur.stories.listing import listed
from tawatur.stories.parties import parties
from tawatur.stories.sameness import merged, office_of, profile_of, same_body, same_office
from tawatur.stories.titles import with_title

SAID_ALIKE = 0.6
"""Part of the shorter content's words that two unnamed sources must share in some pair of statements to be one."""


@dataclass(slots=True)
class _Cluster:
    """Speakers held to be one source, with what their names tell together."""

    names: list[str] = field(default_factory=list)
    kinds: list[SourceKind] = field(default_factory=list)
    keys: list[tuple[str, str]] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)

    def add(self, article: str, speaker: Speaker, profile: Profile) -> None:
        self.keys.append((article, speaker.key))
        self.kinds.append(speaker.kind)
        self.names.extend(name for name in speaker.names if name not in self.names)
        self.profiles.append(profile)
        if len(speaker.names) > 1:
            self.profiles.extend(read_name(name, speaker.kind == "person") for name in speaker.names)


def resolve_sources(accounts: Sequence[Account]) -> tuple[tuple[Source, ...], tuple[Account, ...]]:
    """The sources of a story, in order of first mention, and the accounts with chains that hold the sources' ids.

    Ids are `outlet:<key>`, `agency:<key>`, `src:<folded name>` and `src:unspecified`; the speakers of the returned
    accounts carry the same ids as keys. A source that stands for several at once ("روسيا وسوريا") keeps an id of its
    own, and the parts that no article names alone are added to the sources.
    """
    fixed: dict[tuple[str, str], str] = {}
    clusters: list[_Cluster] = []
    waiting: list[tuple[str, Speaker, Profile]] = []
    for account in accounts:
        read = words_of(account.article.text) if account.speakers else ()
        media = {speaker.key: _fixed_id(speaker) for speaker in account.speakers}
        for speaker in account.speakers:
            key = (account.article.id, speaker.key)
            if own_reporter(speaker.name, account.article):
                fixed[key] = f"outlet:{account.article.outlet}"
                continue
            known = media[speaker.key] or pointed_agency(speaker.name, account, [id for id in media.values() if id])
            if known:
                fixed[key] = known
            else:
                fuller = with_title(speaker, account.article, read)
                waiting.append((account.article.id, fuller, profile_of(fuller)))
    said = _contents(accounts)
    for article, speaker, profile in sorted(waiting, key=lambda w: _fullness(w[2])):
        home = _home(article, speaker, profile, clusters, said)
        if home is None:
            clusters.append(home := _Cluster())
        home.add(article, speaker, profile)
    order = {(a.article.id, s.key): n for n, (a, s) in enumerate((a, s) for a in accounts for s in a.speakers)}
    clusters.sort(key=lambda cluster: min(order[key] for key in cluster.keys))
    ids, sources = _named(clusters)
    ids.update(fixed)
    resolved = tuple(_with_ids(account, ids) for account in accounts)
    found = listed(resolved, sources)
    taking_part = parties(found, resolved)
    return tuple(replace(source, party=source.id in taking_part) for source in found), resolved


def _fixed_id(speaker: Speaker) -> str | None:
    """The id of a speaker that a lexicon or the statements room already knows story-wide."""
    if speaker.key.startswith(("outlet:", "agency:")) or speaker.key == UNSPECIFIED:
        return speaker.key
    if speaker.kind in ("agency", "outlet", "organisation"):
        for name in speaker.names:
            known = known_medium(name) or bare_agency(name)
            if known and (speaker.kind != "organisation" or known.startswith("agency:")) and not _reporter(name):
                return known
    return None


def _reporter(name: str) -> bool:
    """Whether a name is of somebody who works for a medium, not of the medium: "مراسل وكالة فرانس برس"."""
    return "journalist" in read_name(name).roles


def _fullness(profile: Profile) -> tuple[int, int]:
    """Fuller names first, so that shorter ones find them; the order of the story decides between equals."""
    return (0 if profile.proper else 1, -len(profile.proper) - len(profile.body) - len(profile.countries))


def _home(
    article: str,
    speaker: Speaker,
    profile: Profile,
    clusters: list[_Cluster],
    said: dict[tuple[str, str], list[frozenset[str]]],
) -> _Cluster | None:
    """The cluster that a speaker belongs to, when exactly one fits (in its own article, else in the story)."""
    key = (article, speaker.key)
    fits = [c for c in clusters if _fits(speaker, profile, c, key, said)]
    here = [c for c in fits if any(a == article for a, _ in c.keys)]
    if len(fits) > 1 and len(here) == 1:
        return here[0]
    if len(fits) > 1:
        exact = [
            c for c in fits if any(p.body == profile.body and p.countries == profile.countries for p in c.profiles)
        ]
        fits = exact if len(exact) == 1 else fits
    return fits[0] if len(fits) == 1 else None


def _fits(
    speaker: Speaker,
    profile: Profile,
    cluster: _Cluster,
    key: tuple[str, str],
    said: dict[tuple[str, str], list[frozenset[str]]],
) -> bool:
    """Whether a speaker can be the source of a cluster."""
    kinds = set(cluster.kinds)
    if "person" in kinds and any(article == key[0] for article, _ in cluster.keys):
        whole = merged(cluster.profiles)
        if bare_surname(speaker.name, profile, whole):
            return speaker.kind in ("anonymous", "organisation", "person")
        if bare_office(speaker.name, profile):
            return speaker.kind in ("person", "organisation") and holds(profile, whole)
    if speaker.kind == "anonymous" or "anonymous" in kinds:
        same = kinds == {"anonymous"} == {speaker.kind} and any(_same_descriptor(profile, p) for p in cluster.profiles)
        return same and any(_alike(said.get(key, []), said.get(other, [])) for other in cluster.keys)
    if (speaker.kind in ("post", "document")) != bool(kinds & {"post", "document"}):
        return False
    whole = merged(cluster.profiles)
    if whole.proper and speaker.kind == "organisation" and len(profile.bodies) == 1 == len(profile.body):
        # A bare family name is easily taken for a body: "المرعي" after "القاضي سالم المرعي".
        return not (profile.sectors or profile.countries) and same_person(tuple(profile.bodies), whole.proper[-1:])
    if profile.proper or whole.proper:
        if profile.proper and whole.proper:
            return speaker.kind == "person" and same_person(profile.proper, whole.proper)
        return speaker.kind == "person" and any(office_of(profile, p) for p in cluster.profiles if p.proper)
    if speaker.kind == "person" or "person" in kinds:
        return speaker.kind == "person" and any(same_office(profile, p) for p in cluster.profiles)
    fullest = read_name(speaker.name)
    return any(same_body(profile, p) or same_body(fullest, p) for p in cluster.profiles)


def _same_descriptor(profile: Profile, other: Profile) -> bool:
    return profile.roles == other.roles and all(
        not a or not b or a == b for a, b in ((profile.sectors, other.sectors), (profile.countries, other.countries))
    )


def _alike(left: list[frozenset[str]], right: list[frozenset[str]]) -> bool:
    return any(len(a & b) >= 4 and len(a & b) >= SAID_ALIKE * min(len(a), len(b)) for a in left for b in right)


def _contents(accounts: Sequence[Account]) -> dict[tuple[str, str], list[frozenset[str]]]:
    """The words of what each speaker says, statement by statement."""
    said: dict[tuple[str, str], list[frozenset[str]]] = {}
    for account in accounts:
        unnamed = {speaker.key for speaker in account.speakers if speaker.kind == "anonymous"}
        for statement in account.statements:
            if statement.chain and statement.chain[-1] in unnamed:
                key = (account.article.id, statement.chain[-1])
                said.setdefault(key, []).append(content_words(account.article, statement))
    return said


def content_words(article: Article, statement: Statement) -> frozenset[str]:
    """The bare folded words of a statement's content, of three letters and more, and its numbers."""
    found = words_of(article.text, *statement.content)
    return frozenset(bare(w.folded) for w in found if len(w.folded) >= 3 or w.folded.isdigit())


def _named(clusters: list[_Cluster]) -> tuple[dict[tuple[str, str], str], list[Source]]:
    """Ids and names for the clusters: the fullest name, its own words in the id, numbered where two would be equal."""
    ids: dict[tuple[str, str], str] = {}
    sources, used = list[Source](), Counter[str]()
    for cluster in clusters:
        kind = Counter(cluster.kinds).most_common(1)[0][0]
        name = max(cluster.names, key=lambda n: (len(read_name(n, kind == "person").proper) > 0, len(n) <= 80, len(n)))
        proper = read_name(name, kind == "person").proper if kind == "person" else ()
        parts = proper or [w.folded for w in words(name) if w.text[0].isalnum() and w.folded]
        id = f"src:{'_'.join(parts[:8]) or 'nameless'}"
        used[id] += 1
        if used[id] > 1:
            id = f"{id}_{used[id]}"
        ids.update(dict.fromkeys(cluster.keys, id))
        others = tuple(n for n in cluster.names if n != name)
        sources.append(Source(id, kind, name, aliases=others))
    return ids, sources


def _with_ids(account: Account, ids: dict[tuple[str, str], str]) -> Account:
    """An account whose chains and speakers carry story-wide ids; speakers that turned out to be one are joined."""
    article = account.article.id
    speakers: dict[str, Speaker] = {}
    for speaker in account.speakers:
        id = ids[article, speaker.key]
        old = speakers.get(id)
        names = tuple(dict.fromkeys((*(old.names if old else ()), *speaker.names)))
        speakers[id] = replace(old or speaker, key=id, names=names)

    def known(reason: Reason) -> Reason:
        if reason.code != "statements.relayed_elsewhere":
            return reason
        return replace(reason, values=tuple(ids.get((article, key), key) for key in reason.values))

    statements = tuple(
        replace(s, chain=_chain(ids.get((article, key), key) for key in s.chain), reasons=tuple(map(known, s.reasons)))
        for s in account.statements
    )
    return replace(account, statements=statements, speakers=tuple(speakers.values()))


def _chain(ids: Iterable[str]) -> tuple[str, ...]:
    """A chain without the neighbours that turned out to be one source; an outlet may vouch for its own report."""
    chain = list[str]()
    for id in ids:
        if not chain or chain[-1] != id or id.startswith("outlet:"):
            chain.append(id)
    return tuple(chain)
