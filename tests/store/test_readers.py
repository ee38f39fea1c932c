from __future__ import annotations

import os
import time

import pytest

from tawatur.store import open_archive
from tawatur.store.accounts import accounts, save_accounts
from tawatur.store.articles import add, arrivals, count
from tawatur.store.searching import search, search_statements
from tests.store.invented import account, article

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
READERS, TRANSACTIONS = 3, 40


def read_while(where: str, last: int) -> int:
    """Read again and again until `last` articles are there; how often. Every moment that is seen is whole."""
    moments = seen = 0
    end = time.monotonic() + 60
    with open_archive(where) as archive:
        while seen < last and time.monotonic() < end:
            with archive.reading() as session:
                found = count(session)
                assert found >= seen
                assert found % 2 == 0  # two come in each transaction
                there = [one.id for _, one in arrivals(session)]
                assert len(there) == found
                assert len(accounts(session, there)) == found
                assert len(search(session, "القارب", limit=1000).hits) == found
                assert len(search_statements(session, "القارب غرق", limit=1000).hits) == found
            moments, seen = moments + 1, found
    return moments if seen == last else 0


def test_processes_read_whole_moments_while_one_writes(where: str) -> None:
    open_archive(where).close()
    children = []
    for _ in range(READERS):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                code = 0 if read_while(where, 2 * TRANSACTIONS) > 1 else 2
            finally:
                os._exit(code)
        children.append(child)
    with open_archive(where) as archive:
        for n in range(1, 2 * TRANSACTIONS, 2):
            with archive.writing() as session:
                add(session, [article(n)])
                save_accounts(session, [account(article(n))])
                add(session, [article(n + 1)])
                save_accounts(session, [account(article(n + 1))])
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * READERS
