from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from tawatur.store import open_archive
from tawatur.store.accounts import accounts, save_accounts
from tawatur.store.articles import arrivals, take
from tawatur.store.checking import check
from tawatur.store.ranking import Filter
from tawatur.store.runs import begin_run, count_run, runs
from tawatur.store.searching import search, search_statements
from tests.store.invented import account, article

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def write_until_killed(where: str, start: int, told: int) -> None:
    """Write articles with their statements, two or three a transaction, and name them once they are committed; every
    third article comes a second time with more text."""
    with open_archive(where) as archive:
        with archive.writing() as session:
            run = begin_run(session, "killed", ())
        n = start
        while True:
            some = range(n, n + 2 + n % 2)
            with archive.writing() as session:
                new = 0
                for at in some:
                    one = article(at)
                    taken = take(session, one)
                    new += taken.kind == "new"  # one committed in the moment of a kill comes again
                    save_accounts(session, [account(taken.article)])
                    if at % 3 == 0:
                        longer = replace(one, text=one.text + " وانتهى البحث مساءً.", published="2031-07-01T00:00:00Z")
                        save_accounts(session, [account(take(session, longer).article)])
                count_run(session, run, added=new)
            os.write(told, "".join(f"{at}\n" for at in some).encode())
            n = some.stop


def killed(work: Callable[[int], None], after: float) -> list[int]:
    """What a process of its own had named when it was killed, `after` seconds from its first word."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            work(writing)
        finally:
            os._exit(1)
    os.close(writing)
    said = os.read(reading, 1 << 16)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while part := os.read(reading, 1 << 16):
        said += part
    os.close(reading)
    return [int(line) for line in said.decode().splitlines()]


def test_nothing_committed_is_lost_or_doubled_by_kills_at_any_moment(where: str, kills: int) -> None:
    chance = random.Random(7)
    open_archive(where).close()
    committed: list[int] = []
    for _ in range(kills):
        first = max(committed, default=0) + 1
        committed += killed(lambda told, first=first: write_until_killed(where, first, told), chance.uniform(0, 0.1))  # type: ignore[misc]
    assert len(committed) > kills
    with open_archive(where) as archive, archive.reading() as session:
        assert check(session).problems == ()
        there = {one.id: one for _, one in arrivals(session)}
        numbers = [number for number, _ in arrivals(session)]
        # One that was committed in the moment of the kill may be there unnamed; what was named is there, once.
        assert numbers == list(range(1, len(numbers) + 1))
        assert {f"boat{n}" for n in committed} <= set(there)
        assert len(committed) == len(set(committed))
        assert 0 <= len(there) - len(committed) <= 3 * kills
        for n in committed:
            one = there[f"boat{n}"]
            assert len(one.versions) == (n % 3 == 0)
            assert (one.versions[0].text if one.versions else one.text) == article(n).text
        read = accounts(session, there)
        assert [read[id].statements for id in there] == [account(one).statements for one in there.values()]
        assert sum(run.added for run in runs(session, 1000)) == len(there)
        for n in chance.sample(committed, min(20, len(committed))):
            assert [hit.id for hit in search(session, f'"متنه {n} صيادا"').hits] == [f"boat{n}"]
        assert len(search(session, "انتهى البحث", Filter(), limit=10_000).hits) == sum(
            bool(a.versions) for a in there.values()
        )
        found = search_statements(session, "القارب غرق", limit=100_000)
        assert len({hit.id for hit in found.hits}) == len(found.hits) == len(there)
