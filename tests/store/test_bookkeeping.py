from __future__ import annotations

from tawatur.model import Reason, Reject
from tawatur.reading.web.state import Known, State
from tawatur.store import Archive
from tawatur.store.addresses import load_state, save_addresses
from tawatur.store.news import News, add_news, mark_delivered, news_since, waiting_news
from tawatur.store.runs import begin_run, count_run, drop, end_run, runs
from tawatur.store.streams import StreamState, load_stream, save_stream

LONG = "https://example.org/" + "%D8%A7" * 1000


def test_what_was_fetched_is_remembered_by_address(archive: Archive) -> None:
    state = State({"https://a.example/": Known("https://a.example/x", '"tag"', "Sun"), LONG: Known(LONG)})
    state.take("https://b.example/", "نص")
    state.take(LONG, "نص طويل")
    with archive.writing() as session:
        save_addresses(session, state)
    with archive.writing() as session:
        assert load_state(session) == state
        state.take("https://b.example/", "نص آخر")
        state.take("https://a.example/", "غير محفوظ")
        save_addresses(session, state, ["https://b.example/"])
    with archive.reading() as session:
        some = load_state(session, ["https://b.example/", "https://absent.example/"])
        assert (some.known, some.holds("https://b.example/", "نص آخر")) == ({}, True)
        assert "https://a.example/" not in load_state(session).texts


def test_news_wait_until_they_are_delivered(archive: Archive) -> None:
    found = [
        News("corroborated", "s:1", "c01", {"n": 2}, "2031-05-02T06:00:00Z"),
        News("figure", "s:2", None, {"x": [9]}),
    ]
    with archive.writing() as session:
        assert add_news(session, found) == [1, 2]
        assert add_news(session, []) == []
    with archive.writing() as session:
        waiting = waiting_news(session)
        assert [(n.number, n.kind, n.story, n.claim, n.told) for n in waiting] == [
            (1, "corroborated", "s:1", "c01", {"n": 2}), (2, "figure", "s:2", None, {"x": [9]})
        ]  # fmt: skip
        assert waiting[0].at == "2031-05-02T06:00:00Z"
        mark_delivered(session, [1])
        assert [n.number for n in waiting_news(session)] == [2]
        assert [n.number for n in news_since(session, 1)] == [2]
        assert [n.number for n in news_since(session, story="s:1")] == [1]
        assert news_since(session)[0].delivered is not None


def test_a_run_counts_what_it_read_and_dropped(archive: Archive) -> None:
    rejects = [Reject(f"a.jsonl:{n}", Reason("reading.empty", (f"a.jsonl:{n}",))) for n in range(3)]
    with archive.writing() as session:
        run = begin_run(session, "archive add", ["a.jsonl"])
        count_run(session, run, read=5, added=2)
        drop(session, run, rejects[:2])
    with archive.writing() as session:
        count_run(session, run, read=1, versions=1)
        drop(session, run, [rejects[2], Reject("b", Reason("reading.duplicate", ("b", "x")))])
        other = begin_run(session, "watch", [])
        end_run(session, run)
    with archive.reading() as session:
        newest, first = runs(session)
    assert (newest.number, newest.ended, newest.dropped) == (other, None, ())
    assert (first.read, first.added, first.versions, first.inputs) == (6, 2, 1, ("a.jsonl",))
    assert [(d.n, d.first) for d in first.dropped] == [
        (3, rejects[0]), (1, Reject("b", Reason("reading.duplicate", ("b", "x"))))
    ]  # fmt: skip
    assert first.ended is not None


def test_a_stream_goes_on_from_its_last_state(archive: Archive) -> None:
    with archive.writing() as session:
        save_stream(session, "watch", StreamState(7, b"\0\xff state"))
        save_stream(session, "watch", StreamState(9, b"later"))
    with archive.reading() as session:
        assert load_stream(session, "watch") == StreamState(9, b"later")
        assert load_stream(session, "other") is None
