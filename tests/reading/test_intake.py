from __future__ import annotations

import gzip
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import tawatur.reading
from tawatur.errors import MissingExtraError
from tawatur.languages.lexicons import entries
from tawatur.model import Intake
from tawatur.reading import read
from tawatur.reading.inputs import archive_kind

TEXT = (
    "قال محافظ الريحان إن الأمطار الغزيرة أغلقت ثلاث طرق في المحافظة، وإن فرق الدفاع المدني تعمل على فتحها منذ الصباح."
)
SECOND = (
    "جرفت السيول سيارتين قرب جسر الوادي مساء الأحد، ولم يُصب أحد بأذى بحسب بلدية الريحان التي أرسلت رافعة إلى المكان."
)


def from_bytes(data: bytes) -> Intake:
    return read(["-"], stdin=io.BytesIO(data))


def codes(intake: Intake) -> list[str]:
    return [reject.reason.code for reject in intake.rejects]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256", "iso-8859-6"]
)
def test_encodings_are_told_apart(encoding: str) -> None:
    assert from_bytes(f"أمطار في الريحان\n{TEXT}".encode(encoding)).articles[0].text == f"أمطار في الريحان\n{TEXT}"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "reading.empty_stdin"),
        (b" \n\t ", "reading.empty_stdin"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "reading.binary"),
        (bytes(range(256)) * 20, "reading.binary"),
        (b'{"title": "a", "text": ', "reading.json"),
        (b"\x1f\x8b\x08broken", "reading.gzip"),
        (b"<html><body><ul><li><a href='/'>home</a></li></ul></body></html>", "reading.no_article"),
        (b'{"title": "only a title"}', "reading.no_text"),
        (b'[1, "x"]', "reading.not_record"),
        (b'{"title": "a", "text": 7}', "reading.text_not_text"),
        (b"https://example.org/a\n", "reading.only_chrome"),
        ("شارك الخبر\nطباعة\n".encode(), "reading.only_chrome"),
    ],
)
def test_bad_input_is_rejected_with_a_reason(data: bytes, code: str) -> None:
    intake = from_bytes(data)
    assert intake.articles == ()
    assert set(codes(intake)) == {code}


def test_a_feed_of_nothing_is_told() -> None:
    pytest.importorskip("httpx")
    pytest.importorskip("feedparser")
    assert codes(from_bytes(b'<?xml version="1.0"?><rss version="2.0"></rss>')) == ["reading.feed"]


def test_a_broken_line_is_named_and_the_rest_is_read() -> None:
    line = json.dumps({"id": "a", "title": "أمطار", "text": TEXT}, ensure_ascii=False)
    intake = from_bytes("\n".join([line, "{broken", line.replace('"a"', '"b"'), ""]).encode())
    assert [found.id for found in intake.articles] == ["a", "b"]
    assert intake.rejects[0].reason.values[1] == "2"


def test_a_missing_file_is_a_reject_and_no_traceback(tmp_path: Path) -> None:
    assert codes(read([str(tmp_path / "none.txt"), "-", "bad\x00name"])) == [
        "reading.absent",
        "reading.no_stdin",
        "reading.absent",
    ]


def test_a_folder_is_read_in_order_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/two.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(f"أمطار\n{TEXT}{name}", encoding="utf-8")
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "thumbs.db").write_bytes(b"x")
    intake = read([str(tmp_path)])
    assert [found.id for found in intake.articles] == ["a", "two", "c"]
    assert codes(intake) == ["reading.kind"]


@pytest.mark.parametrize("written", ["42", "null", '"a string"', "true"])
def test_a_bare_json_value_is_no_article_and_is_shown_as_written(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.json").write_text(written, encoding="utf-8")
    intake = read([str(tmp_path / "a.json")])
    assert codes(intake) == ["reading.not_record"]
    assert intake.rejects[0].reason.values[1] == written.strip('"')


def test_no_message_names_a_type_of_the_program() -> None:
    rows = [None, 3, [1], {"text": None}, {"text": ["a"]}, {"text": {"a": 1}}]
    values = " ".join(v for r in from_bytes(json.dumps(rows).encode()).rejects for v in r.reason.values)
    assert not re.search(r"NoneType|\bint\b|\bdict\b|\blist\b|\bstr\b", values)


def test_a_given_date_that_cannot_be_read_is_told() -> None:
    rows = [
        {"id": name, "title": "أمطار", "text": TEXT, "published": written}
        for name, written in [("a", "not a date"), ("b", "2018-13-45"), ("c", 20180320), ("d", "20180320"), ("e", "")]
    ]
    intake = from_bytes(json.dumps(rows).encode())
    assert [a.published for a in intake.articles] == [None, None, "2018-03-20", "2018-03-20", None]
    assert [(f.reason.code, f.reason.values) for f in intake.findings] == [
        ("reading.date_unread", ("a", "not a date")),
        ("reading.date_unread", ("b", "2018-13-45")),
    ]


def test_a_named_pipe_is_rejected_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert codes(read([str(tmp_path / "pipe.txt"), str(tmp_path)])) == ["reading.not_file", "reading.not_file"]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert codes(read([str(tmp_path)])) == ["reading.unreadable"]


def test_a_few_stray_nulls_do_not_make_a_text_binary() -> None:
    assert from_bytes(f"أمطار\x00\n{TEXT}\x00\x00".encode()).articles[0].text.count("\x00") == 3


def test_the_origin_is_the_place_within_what_was_named(tmp_path: Path) -> None:
    origins = []
    for name in ("one", "two"):
        (tmp_path / name / "in").mkdir(parents=True)
        (tmp_path / name / "in" / "a.txt").write_text(f"أمطار\n{TEXT}", encoding="utf-8")
        lines = json.dumps({"id": "l", "title": "سيول", "text": TEXT + "."})
        (tmp_path / name / "b.jsonl").write_text(lines, encoding="utf-8")
        folder = read([str(tmp_path / name)])
        alone = read([str(tmp_path / name / "b.jsonl")])
        origins.append([a.origin for a in (*folder.articles, *alone.articles)])
    assert origins[0] == origins[1] == ["b.jsonl:1", "in/a.txt", "b.jsonl:1"]


def test_ids_are_kept_unique_and_nothing_is_lost() -> None:
    rows = [
        {"id": "x", "title": "أ", "text": TEXT},
        {"id": "x", "title": "ب", "text": TEXT},
        {"id": "x", "title": "أ", "text": TEXT},
    ]
    intake = from_bytes(json.dumps(rows).encode())
    assert [found.id for found in intake.articles] == ["x", "x-2"]
    assert codes(intake) == ["reading.duplicate"]
    assert [(f.reason.code, f.reason.values, f.articles) for f in intake.findings] == [
        ("reading.renamed", ("x-2", "x", "-#2"), ("x-2",))
    ]


def test_json_aliases_and_outlets() -> None:
    rows = [
        {"headline": "أمطار", "articleBody": TEXT, "publisher": {"name": "رويترز"}, "datePublished": "2024-01-02"},
        {"title": "سيول", "content": SECOND, "link": "https://www.reuters.com/world/x"},
        {"title": "ثلوج", "text": TEXT, "site": "skynews"},
        {"title": "رياح", "text": TEXT, "url": "https://news.example.org/2024/03/04/x"},
        {"title": "برد", "text": TEXT, "outlet": "صحيفة الريحان المسائية"},
        {"title": "غبار", "text": TEXT, "outlet": "rihan", "outlet_name": "الريحان"},
    ]
    found = from_bytes(json.dumps({"articles": rows}).encode()).articles
    assert [a.outlet for a in found] == [
        "reuters",
        "reuters",
        "skynews",
        "news.example.org",
        "صحيفة الريحان المسائية",
        "rihan",
    ]
    assert [a.published for a in found] == ["2024-01-02", None, None, "2024-03-04", None, None]
    assert found[5].outlet_name == "الريحان"
    assert found[0].text == f"أمطار\n{TEXT}"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (TEXT, "ar"),
        ("نخست‌وزیر گفت که این طرح تا پایان سال اجرا می‌شود و پول آن از بودجه پرداخت خواهد شد.", "fa"),
        ("وزیر اعلیٰ نے کہا ہے کہ سڑک کی مرمت کا کام اگلے ہفتے شروع ہو گا اور لوگوں کو آگاہ کیا جائے گا۔", "ur"),
        ("سەرۆکی شارەوانی ڕایگەیاند کە ڕێگاکە هەفتەی داهاتوو دادەخرێت بۆ نۆژەنکردنەوە.", "ckb"),
        ("The mayor said that the bridge will be closed for two weeks and that the work is on time.", "en"),
        ("Le maire a dit que le pont est fermé pour deux semaines et que les travaux sont dans les temps.", "fr"),
        ("12345 !!!", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert from_bytes(text.encode()).articles[0].language == language


def test_plain_text_loads_neither_parser_nor_charset_guesser(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"أمطار\n{TEXT}", encoding="utf-8")
    code = "import sys; from tawatur.reading import read; read(sys.argv[1:]); print(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    ).stdout
    assert not {"selectolax", "charset_normalizer", "hijridate"} & set(loaded.split())


def test_every_reason_has_its_words() -> None:
    known = {entry["form"] for entry in entries("interface", "reasons_reading")}
    kinds = {f"reading.chrome.{entry['kind']}" for entry in entries("common", "page_chrome")}
    source = "".join(path.read_text(encoding="utf-8") for path in Path(tawatur.reading.__file__).parent.rglob("*.py"))
    used = set(re.findall(r'(?:Reason\(\s*|else )"(reading\.[a-z_.]+)"', source))
    built = {"reading.chrome.furniture", "reading.chrome.links", "reading.gzip"}
    built |= {f"reading.extra.{name}" for name in ("cluster", "feeds", "parquet", "serve", "warc")}
    assert len(used) > 10
    assert used | kinds | built == known


def check(intake: Intake) -> None:
    for found in intake.articles:
        for start, end in [mark.span for mark in found.chrome] + ([found.title] if found.title else []):
            assert 0 <= start < end <= len(found.text)
            piece = found.text[start:end]
            assert piece == piece.strip()


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=400))
def test_any_unicode_keeps_its_text_and_spans(text: str) -> None:
    check(from_bytes(text.encode("utf-8", "replace")))
    titled = from_bytes(json.dumps([{"id": "x", "title": text, "text": f"{text}{TEXT}"}]).encode())
    check(titled)
    if text.strip() and text.isprintable():
        assert titled.articles[0].text == f"{text}\n{text}{TEXT}"


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_rejected(data: bytes) -> None:
    try:
        intake = from_bytes(data)
    except MissingExtraError:
        assert archive_kind(data)  # by chance the head of a WARC or Parquet file, and the part for it is not installed
        return
    check(intake)
    assert intake.articles or intake.rejects


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div class='nav'>",
                "</div>",
                "<a href=x>",
                "</a>",
                TEXT,
                "<h1>",
                "\u00a0",
                "<br>",
                "&amp;",
            ]
        )
    )
)
def test_any_page_keeps_its_spans(parts: list[str]) -> None:
    check(from_bytes(f"<html><title>أمطار</title><body>{''.join(parts)}".encode()))


def test_what_was_odd_reaches_the_dossier_in_every_language() -> None:
    from tawatur import build, to_terminal
    from tawatur.writing.messages import Messages

    row = {"id": "a", "title": "أمطار", "text": TEXT, "published": "someday"}
    dossier = build(["-"], stdin=io.BytesIO(json.dumps(row).encode()))
    told = next(finding for finding in dossier.findings if finding.reason.code == "reading.date_unread")
    assert told.articles == ("a",)
    assert all("someday" in Messages(language, {}).reason(told.reason) for language in ("en", "ar"))
    assert "someday" in to_terminal(dossier)
