"""Articles of the archive that were not read for their statements yet, read."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.pausing import no_garbage_search
from tawatur.pipeline import READ_LANGUAGES
from tawatur.settings import Settings
from tawatur.statements import read_accounts
from tawatur.store import Archive, accounts

TOGETHER = 32


def read_new(archive: Archive, settings: Settings, told: Callable[[int, int], None]) -> int:
    """Read the articles that came in or changed since the last time; how many there were."""
    done = after = 0
    with archive.reading() as session:
        left = accounts.count_unread(session, READ_LANGUAGES)
    while True:
        with archive.reading() as session:
            some = accounts.unread(session, READ_LANGUAGES, after, TOGETHER)
        if not some:
            return done
        with no_garbage_search():
            read = tuple(read_accounts([article for _, article in some], settings))
        with archive.writing() as session:
            accounts.save_accounts(session, read)
        after = some[-1][0]
        done += len(some)
        told(done, max(done, left))
