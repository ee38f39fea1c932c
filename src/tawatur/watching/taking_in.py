"""Articles into the archive, with what their addresses are to be asked next time, in one transaction."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from tawatur.model import Reason, Reject
from tawatur.reading import Web
from tawatur.reading.draft import Draft
from tawatur.reading.intake import article_of, drafts, id_of
from tawatur.reading.web.limits import Limits
from tawatur.reading.web.state import State
from tawatur.store import Archive, Session, addresses, articles, runs, stories

KNOWN = ("reading.duplicate", "reading.web.unchanged")
"""Kinds of loss that lose nothing: what the archive has already."""
TOGETHER, SECONDS = 64, 1.0
"""Articles in one transaction, and how long the first of them waits for the others."""


@dataclass(slots=True)
class Tally:
    """What came of the inputs: articles that are new, new texts of old ones, and each kind of loss with its first."""

    read: int = 0
    added: int = 0
    versions: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    first: dict[str, Reject] = field(default_factory=dict)

    def drop(self, reject: Reject) -> None:
        """Count a loss."""
        code = reject.reason.code
        self.dropped[code] = self.dropped.get(code, 0) + 1
        self.first.setdefault(code, reject)


def take_in(
    archive: Archive,
    inputs: Sequence[str],
    run: int,
    *,
    stdin: BinaryIO | None = None,
    limits: Limits | None = None,
    told: Callable[[int, int], None] | None = None,
    web_options: tuple[tuple[str, Any], ...] = (),
    tally: Tally | None = None,
) -> Tally:
    """Read the inputs into the archive and say what came of it; the counts of the run are kept up with it.

    What did not change since an address was last asked is left alone. A text that is another version of an article in
    the archive becomes that (`store.articles.take`); its story's dossier is then to be made anew. A `tally` that is
    given is kept up as transactions end, so that it is right when the work is interrupted.
    """
    with archive.reading() as session:
        state = _noted(addresses.load_state(session))
    web = Web(limits=limits, state=state, options=web_options, **({"told": told} if told else {}))
    tally, batch = tally if tally is not None else Tally(), _Batch(archive, run, state)
    try:
        for item in drafts(inputs, stdin=stdin, web=web):
            batch.take(item, tally)
    finally:
        batch.keep(tally)
    return tally


class _Noted(dict[str, Any]):
    """A dictionary that notes which keys were written."""

    def __init__(self, rows: dict[str, Any], noted: set[str]) -> None:
        super().__init__(rows)
        self._notes = noted

    def __setitem__(self, key: str, value: Any) -> None:
        super().__setitem__(key, value)
        self._notes.add(key)


@dataclass(slots=True)
class _NotedState(State):
    """A state that notes which addresses it learned of."""

    noted: set[str] = field(default_factory=set)


def _noted(state: State) -> _NotedState:
    notes = set[str]()
    return _NotedState(_Noted(state.known, notes), _Noted(state.texts, notes), notes)


class _Batch:
    """What waits to be written."""

    def __init__(self, archive: Archive, run: int, state: _NotedState) -> None:
        self._archive, self._run, self._state = archive, run, state
        self._drafts: list[Draft] = []
        self._rejects: list[Reject] = []
        self._since: float | None = None

    def take(self, item: Draft | Reject, tally: Tally) -> None:
        """Have one item written with the others, soon."""
        if isinstance(item, Reject):
            self._rejects.append(item)
        elif item.asked and self._state.holds(item.asked, item.text):
            self._rejects.append(Reject(item.where, Reason("reading.web.unchanged", (item.where,))))
        else:
            self._drafts.append(item)
        now = time.monotonic()
        self._since = self._since if self._since is not None else now
        if len(self._drafts) >= TOGETHER or now - self._since > SECONDS:
            self.keep(tally)

    def keep(self, tally: Tally) -> None:
        """Write what waits, in one transaction with what its addresses are to be asked next."""
        if not (self._drafts or self._rejects or self._state.noted):
            return
        with self._archive.writing() as session:
            kinds = [self._kept(session, draft) for draft in self._drafts]
            addresses.save_addresses(session, self._state, sorted(self._state.noted))
            runs.drop(session, self._run, self._rejects)
            new, versions = kinds.count("new"), kinds.count("version")
            runs.count_run(session, self._run, read=len(self._drafts), added=new, versions=versions)
        for reject in self._rejects:
            tally.drop(reject)
        tally.read += len(self._drafts)
        tally.added += new
        tally.versions += versions
        self._drafts, self._rejects, self._since = [], [], None
        self._state.noted.clear()

    def _kept(self, session: Session, draft: Draft) -> str:
        taken = articles.take(session, article_of(draft, id_of(draft)), own_id=False)
        if taken.kind == "version" and (story := stories.story_of(session, taken.article.id)):
            stories.mark_dirty(session, [story])
        elif taken.kind == "same":
            self._rejects.append(Reject(draft.where, Reason("reading.duplicate", (draft.where, taken.article.id))))
        if draft.asked:
            self._state.take(draft.asked, draft.text)
        return taken.kind
