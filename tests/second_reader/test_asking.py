"""Whole runs against a real server: what is sent, what comes of right and wrong answers, and of servers that fail."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from tawatur.model import Account, Finding
from tawatur.second_reader import read_again
from tawatur.settings import Settings
from tests.second_reader.invented import read, saying, speaker
from tests.second_reader.server import Question, answers, closed_port, reply, serving

ALL = Settings(ask_model="qari-7b", ask_below=1.0)  # asks about every statement on somebody's word


def asked_at(url: str, *accounts: Account, **changes: object) -> tuple[tuple[Account, ...], tuple[Finding, ...]]:
    settings = replace(ALL, ask_url=url, **changes)  # type: ignore[arg-type]
    return read_again(accounts, settings, lambda _done, _all: None)


def codes(account: Account, part: str) -> list[str]:
    found = [reason.code for reason in saying(account, part).reasons]
    return [code.removeprefix("second_reader.") for code in found if code.startswith("second_reader.")]


def test_words_that_stand_in_the_article_change_the_speaker() -> None:
    own = read()
    with serving(answers({"النتائج ستنشر": "المهندسة هدى العامري"})) as server:
        (after,), (used,) = asked_at(server.url, own)
    assert speaker(own, "النتائج ستنشر") == "وزارة النقل"
    assert speaker(after, "النتائج ستنشر") == "المهندسة هدى العامري"
    changed = saying(after, "النتائج ستنشر")
    assert (changed.explicitness, changed.source) == ("carried_over", None)
    assert changed.confidence == min(0.5, saying(own, "النتائج ستنشر").confidence)
    assert codes(after, "النتائج ستنشر") == ["changed"]
    attributed = [s for s in own.statements if len(s.chain) > 1]
    assert used.reason.code == "second_reader.used"
    assert used.reason.values[0] == "qari-7b"
    assert used.reason.values[2:] == (str(len(attributed)), "1", "0", "0", str(len(attributed) - 1))


def test_words_in_the_sentence_itself_are_its_source_with_exact_offsets() -> None:
    with serving(answers({"المحرك تعطّل": "هدي العامرى"})) as server:  # spelt another way than in the article
        (after,), _ = asked_at(server.url, read())
    changed = saying(after, "المحرك تعطّل")
    assert changed.explicitness == "explicit"
    assert changed.source is not None
    assert after.article.text[slice(*changed.source)] == "هدى العامري"


def test_another_mention_of_a_known_speaker_is_that_speaker() -> None:
    own = read()
    with serving(answers({"النتائج ستنشر": "سالم الدربي"})) as server:
        (after,), _ = asked_at(server.url, own)
    assert saying(after, "النتائج ستنشر").chain == saying(own, "غرقت قبالة").chain
    assert after.speakers == own.speakers


def test_two_answers_with_one_new_name_are_one_new_speaker() -> None:
    with serving(answers({"النتائج ستنشر": "المهندسة هدى العامري", "فرق الإنقاذ": "هدى العامري"})) as server:
        (after,), _ = asked_at(server.url, read())
    assert saying(after, "النتائج ستنشر").chain == saying(after, "فرق الإنقاذ").chain
    assert sum("العامري" in s.name for s in after.speakers) == 1


def test_the_same_reading_is_left_as_it_was() -> None:
    own = read()
    with serving(answers({"التحقيق بدأ": "وزارة النقل"})) as server:
        (after,), (used,) = asked_at(server.url, own)
    assert replace(saying(after, "التحقيق بدأ"), reasons=()) == replace(saying(own, "التحقيق بدأ"), reasons=())
    assert codes(after, "التحقيق بدأ") == ["agreed"]
    assert used.reason.values[3:6] == ("0", "1", "0")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("وزير السياحة", "not_in_text"),
        ("", "not_in_text"),
        ("…", "not_in_text"),
        ("دير ميناء السدر", "not_in_text"),  # not a whole word
        ("قرب ميناء السدر أعلن مدير ميناء", "not_in_text"),  # runs over the end of a paragraph
        ("خبير الطقس نادر الحلو", "in_chrome"),
        ("النتائج ستنشر", "in_content"),
        ("وزارة " * 40, "too_long"),
        (None, "nobody"),
    ],
)
def test_other_words_are_refused_and_the_reason_says_so(said: str | None, code: str) -> None:
    own = read()
    with serving(answers({"النتائج ستنشر": said})) as server:
        (after,), (used,) = asked_at(server.url, own)
    assert replace(saying(after, "النتائج ستنشر"), reasons=()) == replace(saying(own, "النتائج ستنشر"), reasons=())
    assert codes(after, "النتائج ستنشر") == [code]
    assert used.reason.values[3:6] == ("0", "0", "1")


def test_the_outlet_is_no_source_of_its_own_report() -> None:
    own = read("قال الوزير لقناة سكاي نيوز عربية إن العبّارة غرقت. وأضاف أن ركابها نجوا.", outlet="skynews")
    with serving(answers({"ركابها نجوا": "سكاي نيوز عربية"})) as server:
        (after,), _ = asked_at(server.url, own)
    assert codes(after, "ركابها نجوا") == ["is_outlet"]
    assert saying(after, "ركابها نجوا").chain == saying(own, "ركابها نجوا").chain
    assert after.speakers == own.speakers


def test_the_question_holds_the_article_without_the_page_and_the_numbered_statements() -> None:
    own = read()
    with serving(answers({})) as server:
        asked_at(server.url + "/v1/", own)
    (body,), (question,) = server.bodies, server.questions
    assert server.paths == ["/v1/chat/completions"]
    assert (body["model"], body["temperature"], body["seed"], body["stream"]) == ("qari-7b", 0, 0, False)
    assert "نادر الحلو" not in question["article"]
    assert question["article"].startswith(own.article.text[:60])
    assert [one["statement"] for one in question["statements"]] == [
        *range(1, 1 + sum(len(s.chain) > 1 for s in own.statements))
    ]
    assert "a1" not in json.dumps(body)


def test_only_uncertain_statements_are_asked_about() -> None:
    own = read()
    least = min(s.confidence for s in own.statements if len(s.chain) > 1)
    with serving(answers({})) as server:
        asked_at(server.url, own, ask_below=least + 0.001)
        (after,), found = asked_at(server.url, own, ask_below=0.0)
    assert [len(question["statements"]) for question in server.questions] == [1]
    assert after == own
    assert [finding.reason.code for finding in found] == ["second_reader.not_needed"]


def test_the_same_text_is_asked_about_once() -> None:
    with serving(answers({"النتائج ستنشر": "هدى العامري"})) as server:
        after, _ = asked_at(server.url, read(id="a1"), read(id="a2"))
    assert len(server.bodies) == 1
    assert [speaker(account, "النتائج ستنشر") for account in after] == ["هدى العامري"] * 2


def test_the_same_answers_give_the_same_accounts() -> None:
    said = answers({"النتائج ستنشر": "المهندسة هدى العامري", "التحقيق بدأ": "لا أحد"})
    with serving(said) as server:
        assert asked_at(server.url, read()) == asked_at(server.url, read())
    assert server.bodies[0] == server.bodies[1]


def test_a_key_goes_into_the_header_and_nowhere_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TAWATUR_MODEL_KEY", "sk-invented\n")
    with serving(answers({})) as server:
        after, found = asked_at(server.url, read())
    assert server.headers[0]["Authorization"] == "Bearer sk-invented"
    assert "sk-invented" not in f"{server.bodies}{after}{found}"


def test_without_a_key_none_is_sent_nor_a_proxy_used_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TAWATUR_MODEL_KEY", raising=False)
    monkeypatch.setenv("HTTP_PROXY", closed_port())
    with serving(answers({})) as server:
        _, (used,) = asked_at(server.url, read())
    assert "Authorization" not in server.headers[0]
    assert used.reason.code == "second_reader.used"


FENCED = (
    '<think>{"answers": none yet}</think>\n```json\n{\n "answers": [{"statement": 1, "source": "هدى العامري"}]}\n```'
)


def test_json_in_a_fence_after_thoughts_is_read() -> None:
    with serving(lambda _: reply(FENCED)) as server:
        _, (used,) = asked_at(server.url, read())
    assert used.reason.values[3] == "1"


def slowly(_question: Question) -> tuple[int, bytes]:
    time.sleep(0.6)
    return reply('{"answers": []}')


@pytest.mark.parametrize(
    ("answer", "trouble", "detail"),
    [
        (lambda _: (500, b"oops"), "status", "500"),
        (lambda _: (401, b"{}"), "status", "401"),
        (lambda _: (307, b""), "status", "307"),
        (lambda _: (200, b"<html>"), "malformed", ""),
        (lambda _: (200, b"[" * 100_000), "malformed", ""),
        (lambda _: (200, b"\xff\xfe\x00"), "malformed", ""),
        (lambda _: (200, b"9" * 2_000_000), "malformed", ""),
        (lambda _: (200, b'{"choices": []}'), "malformed", ""),
        (lambda _: reply(None), "malformed", ""),
        (lambda _: reply("It was the minister."), "malformed", ""),
        (lambda _: reply('{"answers": ' + "[" * 50_000), "malformed", ""),
        (lambda _: reply('{"answers": {"1": "وزارة النقل"}}'), "malformed", ""),
        (lambda _: reply('{"answers": [{"statement": 1'), "malformed", ""),
        (slowly, "slow", ""),
    ],
)
def test_a_server_that_fails_leaves_the_own_reading_and_is_told(
    answer: Callable[[Question], tuple[int, bytes]], trouble: str, detail: str
) -> None:
    own = read()
    with serving(answer) as server:
        (after,), (used, told) = asked_at(server.url, own, ask_seconds=0.3 if answer is slowly else 20.0)
    assert [replace(s, reasons=()) for s in after.statements] == [replace(s, reasons=()) for s in own.statements]
    assert after.speakers == own.speakers
    assert codes(after, "النتائج ستنشر") == ["silent"]
    assert used.reason.values[2] == used.reason.values[6] != "0"
    assert (told.reason.code, told.reason.values[3]) == (f"second_reader.{trouble}", detail)
    assert told.articles == ("a1",)


def test_a_reply_that_trickles_in_is_too_slow_as_well() -> None:
    start = time.monotonic()
    with serving(answers({}), drip=0.05) as server:
        _, (_, told) = asked_at(server.url, read(), ask_seconds=0.4)
    assert told.reason.code == "second_reader.slow"
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("host", ["", f"http://{'a' * 70}.example"])  # nothing listens there; no name for any host
def test_an_address_where_nobody_is_is_tried_once_and_told(host: str) -> None:
    own = [read(id="a1"), read(OTHER, "خبر آخر", id="a2")]
    after, (used, told) = asked_at(host or closed_port(), *own)
    assert told.reason.code == "second_reader.unreachable"
    assert told.articles == used.articles == ("a1", "a2")
    assert [speaker(account, "ستنشر") for account in after] == ["وزارة النقل", "هيئة الموانئ"]


OTHER = "قالت هيئة الموانئ إن الميناء أغلق. وأضافت أن مواعيد جديدة ستنشر غداً."


def test_an_article_that_fails_does_not_keep_the_next_from_being_asked() -> None:
    def second_only(question: Question) -> tuple[int, bytes]:
        return (500, b"") if "السدر" in question["article"] else answers({"ستنشر": "هيئة الموانئ"})(question)

    with serving(second_only) as server:
        after, (used, told) = asked_at(server.url, read(id="a1"), read(OTHER, "خبر آخر", id="a2"))
    assert told.articles == ("a1",)
    assert codes(after[1], "ستنشر") == ["agreed"]
    assert used.articles == ("a1", "a2")
