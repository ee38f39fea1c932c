from __future__ import annotations

import gzip
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.model import Intake
from tawatur.reading import Web, read
from tawatur.reading.web.limits import Limits
from tawatur.reading.web.state import State
from tests.reading.site import PARAGRAPHS, QUICK, Answer, Page, Site, article, item, rss, serving, tagged

pytest.importorskip("httpx")
pytest.importorskip("feedparser")
pytest.importorskip("protego")

OTHER = (
    "توقفت حركة القطارات بين بلدتي الصنوبر والعرعر ساعتين بسبب عطل في الإشارات،"
    " وقالت الهيئة إن فرقها أصلحت العطل قبل الغروب."
)
THIRD = (
    "افتتحت بلدية الصنوبر حديقة عامة على ضفة النهر فيها ملعب ومكتبة صغيرة،"
    " وقال رئيسها إن الكلفة دفعها متبرعون من أهل البلدة."
)


def fetch(*inputs: str, limits: Limits = QUICK, state: State | None = None, **options: object) -> Intake:
    return read(inputs, web=Web(limits=limits, state=state, options=tuple(options.items())))


def codes(intake: Intake) -> list[str]:
    return [reject.reason.code for reject in intake.rejects]


def page(title: str, text: str) -> Answer:
    head = f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
    return Answer(f"{head}<p>{text}</p><p>{text[::-1]}</p></article></body></html>".encode())


@pytest.fixture
def news() -> dict[str, Page]:
    """Three pages that have nothing in common."""
    return {
        "/a": Answer(article("رافعة جديدة في مرفأ الياسمين")),
        "/b": page("عطل يوقف القطارات", OTHER),
        "/c": page("حديقة على النهر", THIRD),
    }


def test_a_named_page_is_an_article_with_its_addresses_and_its_time() -> None:
    with serving({"/news/1": Answer(article("رافعة جديدة في مرفأ الياسمين"))}) as site:
        intake = fetch(f"{site.url}/news/1?utm_source=x&fbclid=1")
        assert codes(intake) == ["reading.web.status"]  # the page under that very address, asked as it was named
        intake = fetch(f"{site.url}/news/1#top")
    (found,) = intake.articles
    assert (found.url, found.canonical) == (f"{site.url}/news/1", None)
    assert found.fetched is not None
    assert found.fetched.endswith("Z")
    assert PARAGRAPHS[0] in found.text
    assert site.headers[-1]["user-agent"].startswith("tawatur/")


def test_a_feed_gives_its_articles_and_one_bad_entry_loses_no_other(news: dict[str, Page]) -> None:
    with serving(dict(news)) as site:
        dated = "<pubDate>Tue, 06 May 2031 09:00:00 GMT</pubDate>"
        site.pages["/feed"] = Answer(
            rss(
                item(f"{site.url}/a", extra=dated),
                item(""),
                item(f"{site.url}/gone"),
                item("/b"),
                item(f"{site.url}/a"),
            )
        )
        intake = fetch(f"{site.url}/feed")
    assert [a.url for a in intake.articles] == [f"{site.url}/a", f"{site.url}/b"]
    assert (intake.articles[0].published, intake.articles[0].published_basis) == ("2031-05-06T09:00:00Z", "feed")
    assert sorted(codes(intake)) == ["reading.list.no_link", "reading.web.status"]
    assert site.times("/a") == 1


def test_an_entry_with_its_full_text_is_read_without_asking_for_its_page() -> None:
    full = "".join(f"&lt;p&gt;{text}&lt;/p&gt;" for text in (*PARAGRAPHS, OTHER, THIRD, OTHER[::-1]))
    with serving() as site:
        entry = item(f"{site.url}/a", "رافعة جديدة", f"<content:encoded>{full}</content:encoded>")
        site.pages["/feed"] = Answer(rss(entry))
        (found,) = fetch(f"{site.url}/feed").articles
        assert site.times("/a") == 0
    assert OTHER in found.text
    assert found.url == f"{site.url}/a"
    assert found.outlet_name == "أخبار الياسمين"


def test_atom_opml_and_sitemaps_lead_to_articles(news: dict[str, Page], tmp_path: Path) -> None:
    with serving(dict(news)) as site:
        site.pages["/atom"] = Answer(
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title>t</title>'
            f'<link href="{site.url}/a"/></entry></feed>'.encode()
        )
        site.pages["/index.xml"] = Answer(
            f"<sitemapindex><sitemap><loc>{site.url}/map.xml.gz</loc></sitemap></sitemapindex>".encode()
        )
        rows = "".join(
            f"<url><loc>{site.url}{path}</loc><lastmod>{day}</lastmod></url>"
            for path, day in (("/b", "2031-05-01"), ("/c", "2031-05-03"))
        )
        site.pages["/map.xml.gz"] = Answer(
            gzip.compress(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</urlset>'.encode())
        )
        opml = tmp_path / "feeds.opml"
        opml.write_text(f'<opml><body><outline><outline xmlUrl="{site.url}/atom"/></outline></body></opml>')
        assert codes(fetch(str(opml))) == ["reading.web.private"]  # the user named the file, not this machine
        intake = fetch(str(opml), f"{site.url}/index.xml")
    assert [(a.url or "")[-2:] for a in intake.articles] == ["/a", "/c", "/b"]  # of a sitemap the latest first
    assert intake.rejects == ()


def test_a_list_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_bytes(rss(item("http://127.0.0.1:9/a")))
    assert codes(read([str(tmp_path)])) == ["reading.list.not_followed"]


def test_a_long_list_is_cut_and_told(news: dict[str, Page]) -> None:
    with serving(dict(news)) as site:
        site.pages["/feed"] = Answer(rss(*(item(f"{site.url}/{name}") for name in "abc")))
        intake = fetch(f"{site.url}/feed", limits=replace(QUICK, pages=2))
    assert len(intake.articles) == 2
    assert [r.reason.values[1] for r in intake.rejects] == ["1"]


@pytest.mark.parametrize("kind", ["rss", "urlset", "opml"])
def test_entity_bombs_are_refused(kind: str) -> None:
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><{kind}><url>&b;</url></{kind}>'
    )
    with serving({"/x": Answer(bomb.encode())}) as site:
        assert codes(fetch(f"{site.url}/x")) == ["reading.list.entities"]


def test_a_truncated_sitemap_and_a_broken_feed_give_what_they_hold(news: dict[str, Page]) -> None:
    with serving(dict(news)) as site:
        site.pages["/map"] = Answer(f"<urlset><url><loc>{site.url}/a</loc></url><url><loc>{site.url}/b</l".encode())
        site.pages["/feed"] = Answer(rss(item(f"{site.url}/c"))[:-20])
        intake = fetch(f"{site.url}/map", f"{site.url}/feed")
    assert [(a.url or "")[-2:] for a in intake.articles] == ["/a", "/c"]
    assert codes(intake) == ["reading.list.broken", "reading.list.broken"]


def test_robots_are_obeyed_and_asked_for_once(news: dict[str, Page]) -> None:
    rules = b"User-agent: tawatur\nDisallow: /b\n\nUser-agent: *\nDisallow: /\n"
    with serving(news | {"/robots.txt": Answer(rules)}) as site:
        intake = fetch(f"{site.url}/a", f"{site.url}/b", f"{site.url}/c")
        assert (site.times("/robots.txt"), site.times("/b")) == (1, 0)
    assert codes(intake) == ["reading.web.robots"]
    assert len(intake.articles) == 2


def test_a_site_whose_robots_do_not_come_is_left_alone(news: dict[str, Page]) -> None:
    with serving(news | {"/robots.txt": Answer(status=500)}) as site:
        intake = fetch(f"{site.url}/a")
        assert site.times("/a") == 0
    assert codes(intake) == ["reading.web.robots_closed"]


def test_a_crawl_delay_is_kept_and_a_long_one_refused(news: dict[str, Page]) -> None:
    slept: list[float] = []
    with serving(news | {"/robots.txt": Answer(b"User-agent: *\nCrawl-delay: 7\n")}) as site:
        fetch(f"{site.url}/a", f"{site.url}/b", sleep=slept.append)
        assert max(slept) == pytest.approx(7, abs=0.5)
        site.pages["/robots.txt"] = Answer(b"User-agent: *\nCrawl-delay: 90\n")
        assert codes(fetch(f"{site.url}/a", sleep=slept.append)) == ["reading.web.delay"]


def test_one_host_is_asked_at_most_once_in_the_gap(news: dict[str, Page]) -> None:
    slept: list[float] = []
    with serving(dict(news)) as site:
        fetch(f"{site.url}/a", f"{site.url}/b", limits=replace(QUICK, gap=1.0), sleep=slept.append, now=lambda: 100.0)
    assert slept == [1.0, 1.0]  # robots.txt, a, b


def test_a_busy_host_is_asked_again_when_it_says(news: dict[str, Page]) -> None:
    slept: list[float] = []
    left = [Answer(status=429, headers=(("Retry-After", "3"),)), Answer(status=503)]
    with serving(dict(news)) as site:
        site.pages["/a"] = lambda _: left.pop(0) if left else page("عطل", OTHER)
        intake = fetch(f"{site.url}/a", sleep=slept.append)
        assert site.times("/a") == 3
    assert len(intake.articles) == 1
    assert [round(s) for s in slept if s > 1] == [3]


def test_a_host_that_wants_to_be_left_alone_is(news: dict[str, Page]) -> None:
    with serving(dict(news)) as site:
        site.pages["/a"] = Answer(status=429, headers=(("Retry-After", "3600"),))
        intake = fetch(f"{site.url}/a", f"{site.url}/b")
        assert (site.times("/a"), site.times("/b")) == (1, 0)
    assert codes(intake) == ["reading.web.wait", "reading.web.wait"]


def test_a_dead_host_is_given_up_after_its_retries() -> None:
    with serving() as site:
        pass
    intake = fetch(f"{site.url}/a", f"{site.url}/b")
    assert codes(intake) == ["reading.web.robots_closed", "reading.web.robots_closed"]
    assert intake.articles == ()


def test_slow_and_oversized_answers_are_cut_off(news: dict[str, Page]) -> None:
    limits = replace(QUICK, seconds=0.3, retries=0, page_bytes=5000, list_bytes=5000)
    with serving(dict(news)) as site:
        site.pages["/large"] = Answer(b"<html>" + b"x" * 6000)
        site.pages["/bomb"] = Answer(gzip.compress(b"<html>" * 100_000), headers=(("Content-Encoding", "gzip"),))
        site.pages["/slow"] = Answer(b"<html>" * 200, drip=0.1)
        started = time.monotonic()
        intake = fetch(f"{site.url}/large", f"{site.url}/bomb", f"{site.url}/slow", limits=limits)
        assert time.monotonic() - started < 3
    assert codes(intake) == ["reading.web.large", "reading.web.large", "reading.web.slow"]


def test_redirects_are_followed_to_an_end_and_no_further(news: dict[str, Page]) -> None:
    with serving(dict(news)) as site:
        site.pages["/old"] = Answer(status=301, headers=(("Location", "/a"),))
        site.pages["/round"] = Answer(status=302, headers=(("Location", "/round"),))
        site.pages["/file"] = Answer(status=302, headers=(("Location", "file:///etc/hostname"),))
        intake = fetch(f"{site.url}/old", f"{site.url}/round", f"{site.url}/file")
        assert site.times("/round") == QUICK.redirects + 1
    assert [a.url for a in intake.articles] == [f"{site.url}/a"]
    assert codes(intake) == ["reading.web.redirects", "reading.web.address"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "10.0.0.8", "[::ffff:127.0.0.1]"])
def test_links_and_redirects_to_private_machines_are_not_followed(host: str, news: dict[str, Page]) -> None:
    with serving(dict(news)) as inner, serving() as site:
        port = inner.url.rpartition(":")[2]
        site.pages["/feed"] = Answer(rss(item(f"http://{host}:{port}/a"), item("/on")))
        site.pages["/on"] = Answer(status=302, headers=(("Location", f"http://{host}:{port}/a"),))
        intake = fetch(f"{site.url}/feed")
        assert inner.asked == []
    assert codes(intake) == ["reading.web.private", "reading.web.private"]


def test_a_public_name_with_a_private_address_is_refused_and_looked_up_once() -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["93.184.216.34", "192.168.1.1"]

    with serving() as site:
        site.pages["/feed"] = Answer(rss(item("http://rebound.example/a"), item("http://rebound.example/b")))
        assert codes(fetch(f"{site.url}/feed", resolve=resolve)) == ["reading.web.private", "reading.web.private"]
    assert asked == ["rebound.example"]


def test_the_connection_goes_to_the_address_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    with serving({"/a": Answer(article("رافعة جديدة في مرفأ الياسمين"))}) as site:
        port = int(site.url.rpartition(":")[2])
        monkeypatch.setattr("tawatur.reading.web.guard.public", lambda _: True)
        monkeypatch.setattr(socket, "getaddrinfo", _only_numbers(socket.getaddrinfo))
        site.pages["/feed"] = Answer(rss(item(f"http://news.example:{port}/a")))
        intake = fetch(f"{site.url}/feed", resolve=lambda *_: ["127.0.0.1"])
    assert [a.url for a in intake.articles] == [f"http://news.example:{port}/a"]
    assert site.headers[-1]["host"] == f"news.example:{port}"


def _only_numbers(real: object) -> object:
    def look_up(host: str, *rest: object, **more: object) -> object:
        assert not any(c.isalpha() for c in str(host)), host
        return real(host, *rest, **more)  # type: ignore[operator]

    return look_up


def test_a_proxy_of_the_environment_is_for_other_machines(
    news: dict[str, Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as proxy, serving(dict(news)) as site:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        proxy.pages["http://news.example/a"] = Answer(article("رافعة جديدة في مرفأ الياسمين"))
        intake = fetch(f"{site.url}/b", "http://news.example/a")
        assert proxy.asked == ["http://news.example/robots.txt", "http://news.example/a"]
    assert len(intake.articles) == 2


def test_what_has_not_changed_is_not_read_again(news: dict[str, Page]) -> None:
    state = State()
    with serving() as site:
        site.pages = {"/a": tagged(article("رافعة جديدة في مرفأ الياسمين"), '"1"'), "/feed": Answer(rss(item("/a")))}
        assert len(fetch(f"{site.url}/feed", state=state).articles) == 1
        again = fetch(f"{site.url}/feed", state=state)
        assert site.headers[-1]["if-none-match"] == '"1"'
        site.pages["/a"] = tagged(article("رافعة جديدة في مرفأ الياسمين", 7), '"2"')
        assert len(fetch(f"{site.url}/feed", state=state).articles) == 1
    assert (again.articles, codes(again)) == ((), ["reading.web.unchanged"])


def test_a_feed_is_read_again_while_one_of_its_articles_is_still_to_come(news: dict[str, Page]) -> None:
    state = State()
    with serving(dict(news)) as site:
        site.pages["/feed"] = tagged(rss(item("/a"), item("/b")), '"f"')
        site.pages["/b"] = Answer(status=500)
        fetch(f"{site.url}/feed", state=state)
        site.pages["/b"] = news["/b"]
        assert f"{site.url}/b" in [a.url for a in fetch(f"{site.url}/feed", state=state).articles]
        assert codes(fetch(f"{site.url}/feed", state=state)) == ["reading.web.unchanged"]


def test_variants_of_one_page_are_one_article(site_of_variants: Site) -> None:
    site = site_of_variants
    intake = fetch(
        f"{site.url}/news/1", f"{site.url}/news/1/amp", f"{site.url}/share?id=1", f"{site.url}/news/1?utm_source=a"
    )
    (found,) = intake.articles
    assert found.url == f"{site.url}/news/1"
    assert codes(intake) == ["reading.duplicate"]
    assert [v.url for v in found.versions] == []
    assert site.times("/news/1/amp") == 0  # told by its address alone


@pytest.fixture
def site_of_variants() -> Iterator[Site]:
    with serving() as site:
        body = article("رافعة جديدة في مرفأ الياسمين", head=f'<link rel=canonical href="{site.url}/news/1">')
        site.pages = dict.fromkeys(("/news/1", "/news/1/amp", "/share?id=1"), Answer(body))
        yield site


@pytest.mark.parametrize("given", ["ftp://example.org/a", "file:///etc/hostname", "gopher://x/"])
def test_other_schemes_are_refused(given: str) -> None:
    assert codes(read([given])) == ["reading.web.scheme"]


@pytest.mark.parametrize("given", ["http://user:pw@example.org/", "http:///x", "http://a b/", "http://example.org:0/"])
def test_addresses_that_cannot_be_asked_are_refused(given: str) -> None:
    assert codes(fetch(given)) == ["reading.web.address"]
