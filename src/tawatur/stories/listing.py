"""All sources of a story, in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.media import name_of
from tawatur.model import UNSPECIFIED, Account, Source, SourceKind
from tawatur.stories.joint import parts_of


def listed(accounts: Sequence[Account], sources: list[Source]) -> list[Source]:
    """The publishing outlets first, then everybody in order of first mention, each joint source with its parts.

    The accounts' chains hold story-wide ids; `sources` are those that no lexicon knows.
    """
    return _with_parts(_media(accounts, sources))


def _media(accounts: Sequence[Account], sources: list[Source]) -> list[Source]:
    """All sources that chains hold: the publishing outlets first, then everybody in order of first mention."""
    known = {source.id: source for source in sources}
    outlets, order = dict[str, Source](), dict[str, Source]()
    for account in accounts:
        spoken = {speaker.key: speaker for speaker in account.speakers}
        own = f"outlet:{account.article.outlet}"
        outlets[own] = Source(own, "outlet", account.article.outlet_name or name_of(own) or account.article.outlet)
        for id in (*spoken, *(key for s in account.statements for key in s.chain)):
            if id in known or id in order or id == own:
                if id in known:
                    order[id] = known[id]
                continue
            speaker = spoken.get(id)
            names = speaker.names if speaker else ()
            kind: SourceKind = "anonymous" if id == UNSPECIFIED else "agency" if id.startswith("agency:") else "outlet"
            name = name_of(id) or (names[0] if names else id.partition(":")[2])
            order[id] = Source(id, kind, name, aliases=tuple(n for n in names if n != name))
    return [*outlets.values(), *(source for id, source in order.items() if id not in outlets)]


def _with_parts(sources: list[Source]) -> list[Source]:
    """The sources and, after each that stands for several, the parts that nobody named alone."""
    found = list[Source]()
    have = {source.id for source in sources}
    for source in sources:
        found.append(source)
        for part in parts_of(source, sources):
            if part.id not in have:
                have.add(part.id)
                found.append(part)
    return found
