"""`python -m benchmarks.archive [WHERE] [--articles N] [--copies K]`: what an archive costs to fill, hold and search.

WHERE is a PostgreSQL URL, by default a SQLite file in a temporary folder. The articles are all of the development
corpus, K times over with other ids and days a month apart (the copies without statements). Statements are read from
SAMPLE of them before the clock starts, and each article is written with those of one of the sample, so that what is
measured is the archive alone. One process; queries are those that a desk would type, run in turn, each by itself, then
by 50 threads at once.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from benchmarks.measuring import megabytes
from benchmarks.texts import SHARED
from tawatur.grouping import Story
from tawatur.model import Account, Article
from tawatur.reading.intake import article_of, id_of
from tawatur.reading.records import read_lines
from tawatur.settings import DEFAULT
from tawatur.store import Archive, open_archive
from tawatur.store.accounts import save_accounts
from tawatur.store.articles import add, take
from tawatur.store.facets import story_facets
from tawatur.store.ranking import Filter, Order
from tawatur.store.searching import search, search_statements
from tawatur.store.stories import save_stories
from tawatur.store.story_lines import StoryFilter, story_list

CORPUS = SHARED / "data" / "ant_multisource" / "2018-02_2018-05.jsonl.gz"
SAMPLE = 2000
TOGETHER = 200
QUERIES = ("الرئيس", "وزير الخارجية", '"مجلس الأمن"', "سوريا -روسيا", "ارتفاع أسعار النفط", "كأس العالم", "غرق قارب",
           "انتخابات", "القمة العربية في الرياض", '"كوريا الشمالية" نووي', "في", "قتلى", "2018", "فيسبوك")  # fmt: skip


def main() -> int:
    """Fill an archive, measure it, and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archive", description=__doc__)
    parser.add_argument("where", nargs="?")
    parser.add_argument("--articles", type=int, default=0, help="how many; all by default")
    parser.add_argument("--copies", type=int, default=1, help="how many times over")
    parser.add_argument("--rounds", type=int, default=5, help="how often every query is run")
    options = parser.parse_args()
    if not CORPUS.exists():
        print("the development data is absent, so nothing is measured")
        return 0
    articles = _articles(options.articles or None)
    accounts = _accounts(articles)
    said = sum(len(a.statements) for a in accounts) / len(accounts)
    print(f"{len(articles)} articles, {options.copies} times over; {said:.1f} statements an article")
    with tempfile.TemporaryDirectory() as folder, open_archive(options.where or f"{folder}/a.db") as archive:
        _fill(archive, articles, accounts)
        if archive.path:
            size = sum(path.stat().st_size for path in Path(folder).iterdir())
            print(f"size {size / 1e6:.0f} MB, {size / len(articles):.0f} bytes an article")
        _take(archive, articles, options.copies)
        for copy in range(1, options.copies):
            for at in range(0, len(articles), TOGETHER):
                with archive.writing() as session:
                    add(session, [_copied(article, copy) for article in articles[at : at + TOGETHER]])
        _stories(archive, articles, options.copies)
        _search(archive, options.rounds)
    print(f"peak memory {megabytes(resource.getrusage(resource.RUSAGE_SELF)):.0f} MB")
    return 0


def _articles(most: int | None) -> list[Article]:
    with gzip.open(CORPUS, "rt", encoding="utf-8") as file:
        lines = "".join(file.readlines()[:most])
    drafts = read_lines(lines, "corpus", "")
    return [article_of(draft, id_of(draft)) for draft in drafts if not hasattr(draft, "reason")]  # type: ignore[arg-type]


def _accounts(articles: Sequence[Article]) -> list[Account]:
    from tawatur.statements import read_accounts

    step = max(1, len(articles) // SAMPLE)
    return list(read_accounts(list(articles[::step])[:SAMPLE], DEFAULT))


def _fill(archive: Archive, articles: Sequence[Article], accounts: Sequence[Account]) -> None:
    spent = {"articles": 0.0, "statements": 0.0}
    for at in range(0, len(articles), TOGETHER):
        some = articles[at : at + TOGETHER]
        begun = time.perf_counter()
        with archive.writing() as session:
            add(session, some)
        written = time.perf_counter()
        with archive.writing() as session:
            save_accounts(session, [_given(a, accounts[(at + n) % len(accounts)]) for n, a in enumerate(some)])
        spent["articles"] += written - begun
        spent["statements"] += time.perf_counter() - written
    for what, seconds in spent.items():
        print(f"{what}: {len(articles) / seconds:.0f} articles a second ({TOGETHER} a transaction)")
    print(f"together: {len(articles) / sum(spent.values()):.0f} articles a second")


def _take(archive: Archive, articles: Sequence[Article], copies: int) -> None:
    again = [_copied(article, copies) for article in articles[:1000]]
    begun = time.perf_counter()
    with archive.writing() as session:
        for article in again:
            take(session, article)
    print(f"taken one by one, looked for as versions: {len(again) / (time.perf_counter() - begun):.0f} a second")


def _copied(article: Article, copy: int) -> Article:
    """The article, or one like it a month later for each copy; every copy is of an outlet of its own."""
    if not copy:
        return article
    at = datetime.fromisoformat(article.published or "2018-02-01T00:00:00Z") + timedelta(days=30 * copy)
    return replace(article, id=f"{article.id}/{copy}", outlet=f"{article.outlet}{copy}", url=f"{article.url}?{copy}",
                   published=at.strftime("%Y-%m-%dT%H:%M:%SZ"))  # fmt: skip


def _given(article: Article, account: Account) -> Account:
    """What was read from another article, as if from this one: as far as its text reaches, spans mean little."""
    return replace(account, article=article, statements=tuple(
        replace(s, article=article.id, id=f"{article.id}.{n:02}") for n, s in enumerate(account.statements)
    ))  # fmt: skip


def _stories(archive: Archive, articles: Sequence[Article], copies: int) -> None:
    """Stories of four articles each, to be listed."""
    told = []
    for copy in range(copies):
        ids = [_copied(article, copy) for article in articles]
        for at in range(0, len(ids) - 3, 4):
            some = ids[at : at + 4]
            hours = float(at + copy * 10_000)
            outlets = (*tuple(dict.fromkeys(a.outlet for a in some)), "other")
            told.append(Story(f"s:{some[0].id}", tuple(a.id for a in some), outlets, some[0].id, hours, hours + 5))
    begun = time.perf_counter()
    for at in range(0, len(told), TOGETHER):
        with archive.writing() as session:
            save_stories(session, told[at : at + TOGETHER])
    print(f"stories: {len(told) / (time.perf_counter() - begun):.0f} a second")


def _search(archive: Archive, rounds: int) -> None:
    for name, ask in _questions(archive):
        times = [_timed(ask, query) for _ in range(rounds) for query in QUERIES]
        print(f"{name}: median {_ms(statistics.median(times))}, p95 {_ms(_p95(times))}, most {_ms(max(times))}")
    with ThreadPoolExecutor(50) as readers:
        for name, ask in _questions(archive):
            asked = [query for _ in range(rounds) for query in QUERIES * 4]
            begun = time.perf_counter()
            times = list(readers.map(lambda query, ask=ask: _timed(ask, query), asked))  # type: ignore[misc]
            rate = len(asked) / (time.perf_counter() - begun)
            middle = _ms(statistics.median(times))
            print(f"{name}, 50 at once: median {middle}, p95 {_ms(_p95(times))}, {rate:.0f} a second")


def _questions(archive: Archive) -> list[tuple[str, Callable[[str], object]]]:
    def articles(query: str, order: Order = "relevance", filter: Filter | None = None) -> object:
        with archive.reading() as session:
            return search(session, query, filter, order=order, limit=20)

    def statements(query: str) -> object:
        with archive.reading() as session:
            return search_statements(session, query, limit=20)

    def stories(query: str) -> object:
        with archive.reading() as session:
            wanted = StoryFilter(facets=(("outlet", "bbc"),)) if len(query) % 2 else StoryFilter()
            return story_list(session, wanted), story_facets(session, "place") if len(query) % 3 == 0 else ()

    return [
        ("search", articles),
        ("search, newest first", lambda query: articles(query, "newest")),
        ("search, one outlet", lambda query: articles(query, filter=Filter(outlets=("bbc",)))),
        ("search of statements", statements),
        ("story list", stories),
    ]


def _timed(ask: Callable[[str], object], query: str) -> float:
    begun = time.perf_counter()
    ask(query)
    return time.perf_counter() - begun


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    raise SystemExit(main())
