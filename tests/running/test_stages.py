"""The stages give what the direct way gives, whatever the batches."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.model import Account, Intake
from tawatur.pipeline import build_from, build_from_accounts
from tawatur.reading import Web, read
from tawatur.reading.intake import settled
from tawatur.statements import read_accounts
from tawatur.writing import to_json
from tests.reading.site import QUICK, Answer, article, serving
from tests.reading.test_archives import pages, parquet, warc
from tests.running.invented import lines, news

pytest.importorskip("pyarrow")
from tawatur.running import gathering, stages
from tawatur.running.parts import Folder, read_table

MORE = article("خبر من الميناء القديم")


def kinds_of_input(folder: Path) -> list[str]:
    """Every kind of input that a large job takes: lines, packed lines, pages, archives, broken things, none."""
    folder.joinpath("pages").mkdir()
    (folder / "pages" / "a.html").write_bytes(MORE)
    (folder / "pages" / "b.jsonl").write_text("\n".join(lines(1)), encoding="utf-8")
    (folder / "pages" / "c.pdf").write_bytes(b"%PDF")
    (folder / "pages" / "d.html").write_text("<html><body><p>no</p></body></html>")
    parquet(folder / "pages" / "e.parquet", {"title": ["أخبار السفن"], "text": ["قال مدير المرفأ إن السفن وصلت."]})
    (folder / "packed.jsonl.gz").write_bytes(gzip.compress("\n".join(lines(2)).encode()))
    given = [news(folder), folder / "pages", folder / "packed.jsonl.gz", folder / "absent.txt"]
    return [*map(str, given), str(warc(folder / "crawl.warc.gz", pages()))]


def test_inputs_read_in_pieces_are_what_they_are_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "LINES", 3)
    monkeypatch.setattr(gathering, "TOGETHER", 2)
    inputs = kinds_of_input(tmp_path)
    folder = Folder(tmp_path / "out")
    count = gathering.gather(inputs, folder, stdin=None, web=Web())
    read_apart = [stages.read_pieces(read_table(folder.part("pieces", at))) for at in range(count)]
    assert count > 6
    assert settled(item for part in read_apart for item in stages.drafts_in(part)) == read(inputs)


def test_what_a_feed_lists_is_read_in_pieces_as_it_is_whole(tmp_path: Path) -> None:
    pytest.importorskip("httpx")
    pytest.importorskip("feedparser")
    with serving({"/robots.txt": Answer(b"")}) as site:
        site.pages["/a"] = Answer(article("خبر من المرفأ"), headers=(("Content-Type", "text/html; charset=utf-8"),))
        rss = f"<rss version='2.0'><channel><title>x</title><item><title>t</title><link>{site.url}/a</link></item>"
        site.pages["/feed.xml"] = Answer((rss + "</channel></rss>").encode())
        web, folder = Web(limits=QUICK), Folder(tmp_path / "out")
        given = [f"{site.url}/feed.xml", f"{site.url}/gone"]
        count = gathering.gather(given, folder, stdin=None, web=web)
        whole = read(given, web=web)
    apart = settled(
        item
        for at in range(count)
        for item in stages.drafts_in(stages.read_pieces(read_table(folder.part("pieces", at))))
    )
    assert [replace(one, fetched=None) for one in apart.articles] == [
        replace(one, fetched=None) for one in whole.articles
    ]
    assert (len(whole.articles), apart.rejects) == (1, whole.rejects)


def test_accounts_do_not_depend_on_the_batch_and_make_the_same_dossier(tmp_path: Path) -> None:
    articles = read([str(news(tmp_path, 2))]).articles
    table = stages.articles_table(articles)
    whole = stages.read_statements(table)
    apart = [stages.read_statements(batch) for batch in table.to_batches(max_chunksize=1)]
    accounts = stages.accounts_in(whole, articles)
    assert repr(accounts) == repr(list(read_accounts(articles)))
    assert [row for part in apart for row in part.to_pylist()] == whole.to_pylist()
    direct = to_json(build_from(Intake(articles), story="s"))
    assert to_json(build_from_accounts(accounts, story="s")) == direct
    members = [(table.slice(at, 1), whole.slice(at, 1)) for at in range(len(articles))]
    (made,) = stages.make_dossiers(stages.members_table("s", members)).to_pylist()
    assert made == {"story": "s", "dossier": direct, "failed": None, "escaped": False}


def test_an_article_that_brings_out_a_defect_costs_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = read([str(news(tmp_path, 1, lone=0))]).articles

    def broken(some: list[object], *_: object) -> list[Account]:
        if articles[1] in some:
            raise ZeroDivisionError("by nought")
        return read_accounts(some)  # type: ignore[arg-type]

    monkeypatch.setattr("tawatur.statements.read_accounts", broken)
    found = stages.read_statements(stages.articles_table(articles))
    assert found.column("failed").to_pylist() == [None, "ZeroDivisionError: by nought", None]
    members = [(stages.articles_table([a]), found.slice(at, 1)) for at, a in enumerate(articles)]
    (made,) = stages.make_dossiers(stages.members_table("s", members)).to_pylist()
    assert (made["dossier"], made["failed"]) == (None, "ZeroDivisionError: by nought")
