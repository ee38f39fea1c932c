"""Inputs into an archive: articles first, then the statements of those not read yet; each in small transactions.

Whatever kills it, a second run of the same does the rest: articles that are there are known again, and the statements
of an article are there whole or not at all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import func, select

from tawatur.model import Account, Reason, Reject
from tawatur.reading.draft import Draft
from tawatur.store import schema
from tawatur.store.accounts import save_accounts, unread
from tawatur.store.articles import take
from tawatur.store.opening import Archive
from tawatur.store.runs import count_run, drop
from tawatur.store.sessions import Session

SECONDS = 2.0
"""Work of at most this long is in one transaction, and lost by a kill."""
TOGETHER = 200
"""Articles of at most this many too."""
_READ = 32

Told = Callable[[int, int], None]


@dataclass(slots=True)
class Filled:
    """What came of it: articles taken in, how many of them as versions, and each kind of loss with its first case."""

    new: int = 0
    versions: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    first: dict[str, Reject] = field(default_factory=dict)

    def drop(self, reject: Reject) -> None:
        """Count a loss."""
        code = reject.reason.code
        self.dropped[code] = self.dropped.get(code, 0) + 1
        self.first.setdefault(code, reject)


def fill(archive: Archive, drafts: Iterable[Draft | Reject], run: int, filled: Filled, told: Told) -> None:
    """Take in all drafts; `filled` is kept up as transactions end."""
    waiting: list[Draft | Reject] = []
    since = time.monotonic()
    for seen, item in enumerate(drafts, 1):
        waiting.append(item)
        if len(waiting) >= TOGETHER or time.monotonic() - since > SECONDS:
            _take(archive, waiting, run, filled)
            told(seen, 0)
            waiting, since = [], time.monotonic()
    _take(archive, waiting, run, filled)


def read_statements(archive: Archive, languages: Sequence[str], told: Told) -> int:
    """Read the articles in these languages that were not read yet; gives how many."""
    from tawatur.pausing import no_garbage_search
    from tawatur.settings import DEFAULT
    from tawatur.statements import read_accounts

    done = after = 0
    with archive.reading() as session:
        all_ = _unread_count(session, languages)
    while True:
        with archive.reading() as session:
            some = unread(session, languages, after, _READ)
        if not some:
            return done
        with no_garbage_search():
            accounts: list[Account] = list(read_accounts([article for _, article in some], DEFAULT))
        with archive.writing() as session:
            save_accounts(session, accounts)
        after, done = some[-1][0], done + len(some)
        told(done, all_)


def _take(archive: Archive, items: Sequence[Draft | Reject], run: int, filled: Filled) -> None:
    from tawatur.reading.intake import article_of, id_of

    if not items:
        return
    new = versions = 0
    rejects: list[Reject] = []
    with archive.writing() as session:
        for item in items:
            if isinstance(item, Reject):
                rejects.append(item)
                continue
            taken = take(session, article_of(item, id_of(item)), own_id=False)
            new += taken.kind == "new"
            versions += taken.kind == "version"
            if taken.kind == "same":
                rejects.append(Reject(item.where, Reason("reading.duplicate", (item.where, taken.article.id))))
        drop(session, run, rejects)
        count_run(session, run, read=len(items), added=new, versions=versions)
    filled.new += new
    filled.versions += versions
    for reject in rejects:
        filled.drop(reject)


def _unread_count(session: Session, languages: Sequence[str]) -> int:
    table = schema.articles.c
    query = select(func.count()).select_from(schema.articles)
    query = query.where(table.n_statements.is_(None), table.language.in_(languages))
    return int(session.connection.execute(query).scalar_one())
