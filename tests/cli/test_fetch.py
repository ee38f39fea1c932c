from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tawatur.reading.web import limits
from tests.cli.command import run
from tests.reading.site import QUICK, Answer, Page, Site, article, item, rss, serving, tagged
from tests.reading.test_archives import pages, warc
from tests.reading.test_web import OTHER, THIRD, page

pytest.importorskip("httpx")
pytest.importorskip("feedparser")
pytest.importorskip("protego")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    quick = partial(limits.Limits, gap=QUICK.gap, backoff=QUICK.backoff, seconds=QUICK.seconds, retries=QUICK.retries)
    monkeypatch.setattr(limits, "Limits", quick)
    monkeypatch.setattr(limits, "LIMITS", QUICK)
    found: dict[str, Page] = {
        "/a": tagged(article("رافعة جديدة في مرفأ الياسمين"), '"1"'),
        "/b": page("عطل يوقف القطارات", OTHER),
        "/feed": Answer(rss(item("/a"), item("/b"), item(""))),
    }
    with serving(found) as serving_site:
        yield serving_site


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_feed_becomes_lines_and_the_lines_a_dossier(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "articles.jsonl"
    ran = run("fetch", f"{site.url}/feed", "-o", out)
    assert (ran.code, ran.out) == (0, "")
    assert "2 articles written" in ran.err
    assert "1 part of the input dropped" in ran.err
    first = rows(out)[0]
    assert (first["url"], first["canonical"]) == (f"{site.url}/a", f"{site.url}/a")
    assert {"id", "outlet_name", "title", "text", "fetched", "language", "marks"} <= first.keys() | {"outlet_name"}
    made = run("dossier", out, "--format", "json")
    assert made.code == 0
    assert [a["url"] for a in json.loads(made.out)["articles"]] == [f"{site.url}/a", f"{site.url}/b"]


def test_addresses_and_archives_make_a_dossier_themselves(site: Site, tmp_path: Path) -> None:
    packed = warc(tmp_path / "n.warc.gz", pages(2))
    made = run("dossier", f"{site.url}/a", packed, "--format", "json")
    assert made.code == 0, made.err
    assert [a["origin"] for a in json.loads(made.out)["articles"]] == [f"{site.url}/a", "n.warc.gz#1", "n.warc.gz#2"]


def test_with_a_state_only_what_is_new_is_added(site: Site, tmp_path: Path) -> None:
    out, state = tmp_path / "articles.jsonl", tmp_path / "state.json"
    again = ("fetch", f"{site.url}/feed", "-o", out, "--state", state)
    assert run(*again).code == 0
    before = out.read_bytes()
    ran = run(*again)
    assert (ran.code, out.read_bytes()) == (0, before)
    assert "0 articles written" in ran.err
    assert "2 × " in ran.err  # one answered that it is unchanged, one had the same text
    site.pages["/a"] = tagged(article("رافعة جديدة في مرفأ الياسمين", 8), '"2"')
    site.pages["/c"] = page("حديقة على النهر", THIRD)
    site.pages["/feed"] = Answer(rss(item("/c"), item("/a"), item("/b")))
    ran = run(*again)
    assert "2 articles written, 1 of them a new version of an earlier one" in ran.err
    assert out.read_bytes().startswith(before)
    new = rows(out)[2:]
    assert [row["url"][-2:] for row in new] == ["/c", "/a"]
    assert new[1]["id"] == rows(out)[0]["id"]
    assert [(c["before"], c["after"]) for c in new[1]["versions"][0]["changes"]] == [("1", "8")]
    assert len(json.loads(run("dossier", out, "--format", "json").out)["articles"]) == 3


def test_a_run_that_was_killed_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    out, state = tmp_path / "articles.jsonl", tmp_path / "state.json"
    again = ("fetch", f"{site.url}/feed", "-o", out, "--state", state)
    run(*again)
    whole = out.read_bytes()
    out.write_bytes(whole[:-30])  # the last line was cut off, and the state was not written
    state.unlink()
    assert run(*again).code == 0
    assert [row["url"] for row in rows(out)] == [f"{site.url}/a", f"{site.url}/b"]


def test_stopping_keeps_what_was_written(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, state = tmp_path / "articles.jsonl", tmp_path / "state.json"
    from tawatur.reading.web.following import Follower

    real = Follower._entry

    def stopped(self: Follower, entry: Any, name: str | None) -> Iterator[Any]:
        if entry.url.endswith("/b"):
            raise KeyboardInterrupt
        yield from real(self, entry, name)

    monkeypatch.setattr(Follower, "_entry", stopped)
    ran = run("fetch", f"{site.url}/feed", "-o", out, "--state", state)
    assert ran.code == 130
    assert "goes on from there" in ran.err
    assert len(rows(out)) == 1
    assert run("fetch", f"{site.url}/feed", "-o", tmp_path / "none.jsonl").code == 130
    assert not (tmp_path / "none.jsonl").exists()
    monkeypatch.setattr(Follower, "_entry", real)
    assert run("fetch", f"{site.url}/feed", "-o", out, "--state", state).code == 0
    assert [row["url"][-2:] for row in rows(out)] == ["/a", "/b"]


def test_standard_output_gets_lines_and_a_version_is_found_there_too(tmp_path: Path) -> None:
    again = [
        ("https://yasmin.example/0", article("خبر رقم 0 من المرفأ", 5, more="فقرة 0 " * 30), "text/html", "200 OK")
    ]
    ran = run("fetch", warc(tmp_path / "n.warc.gz", pages(2) + again))
    assert ran.code == 0
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [len(row.get("versions", ())) for row in found] == [0, 0, 1]


def test_nothing_read_is_exit_3_in_both_languages(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "articles.jsonl"
    for ui, said in (("en", "HTTP status 404"), ("ar", "رُدّ طلب")):
        ran = run("fetch", f"{site.url}/gone", "-o", out, "--ui", ui)
        assert (ran.code, out.exists()) == (3, False)
        assert said in ran.err
        assert "Traceback" not in ran.err


def test_strict_tells_of_losses_but_not_of_what_is_unchanged(site: Site, tmp_path: Path) -> None:
    rest = ("-o", tmp_path / "a.jsonl", "--state", tmp_path / "s", "--strict")
    assert run("fetch", f"{site.url}/feed", *rest).code == 7
    assert run("fetch", f"{site.url}/a", *rest).code == 0


def test_arabic_counts(site: Site, tmp_path: Path) -> None:
    ran = run("fetch", f"{site.url}/feed", "-o", tmp_path / "a.jsonl", "--ui", "ar")
    assert "كُتب مقالان" in ran.err
    assert "تُرك جزء واحد من المُدخلات" in ran.err


def test_a_file_that_is_no_state_and_a_place_that_cannot_be_written_are_told(site: Site, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[1]")
    assert run("fetch", f"{site.url}/a", "--state", wrong).code == 2
    assert wrong.read_text() == "[1]"
    assert run("fetch", f"{site.url}/a", "-o", tmp_path / "no" / "a.jsonl").code == 4
    assert run("fetch", f"{site.url}/a", "-o", tmp_path).code == 4
    assert site.times("/a") == 0


def test_the_limit_is_told(site: Site, tmp_path: Path) -> None:
    ran = run("fetch", f"{site.url}/feed", "--limit", "1")
    assert len(ran.out.splitlines()) == 1
    assert "--limit" in ran.err
