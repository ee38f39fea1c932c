from __future__ import annotations

import gzip
import io
import sys
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tawatur.errors import MissingExtraError
from tawatur.model import Intake
from tawatur.reading import read
from tawatur.reading.intake import drafts
from tests.reading.site import article

ROWS = [("أخبار المرفأ", 1), ("أخبار الرافعة", 2), ("أخبار السفن", 3)]
Record = tuple[str, bytes, str, str]


def pages(count: int = 3) -> list[Record]:
    return [
        (
            f"https://yasmin.example/{n}",
            article(f"خبر رقم {n} من المرفأ", n, more=f"فقرة {n} " * 30),
            "text/html",
            "200 OK",
        )
        for n in range(count)
    ]


def warc(path: Path, records: list[Record], writer: str | None = "gzip") -> Path:
    """A real WARC file with an info record, a request and a response for each of the records."""
    fastwarc = pytest.importorskip("fastwarc.warc")
    from fastwarc import stream_io

    with path.open("wb") as file:
        for url, body, kind, status in records:
            for type in ("request", "response"):
                record = fastwarc.WarcRecord()
                record.init_headers(getattr(fastwarc.WarcRecordType, type))
                record.headers["WARC-Target-URI"] = url
                record.headers["WARC-Date"] = "2031-05-02T10:00:00.123Z"
                head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                ask = b"GET / HTTP/1.1\r\nHost: yasmin.example\r\n\r\n"
                record.headers["Content-Type"] = f"application/http; msgtype={type}"
                record.set_bytes_content(ask if type == "request" else head + body)
                unpacked = io.BytesIO()
                record.write(unpacked)
                if writer == "gzip":  # a member for each record, as the standard recommends
                    file.write(gzip.compress(unpacked.getvalue(), mtime=0))
                elif writer == "zstd":
                    framed = io.BytesIO()
                    stream = stream_io.ZstdWriter(framed)
                    stream.write(unpacked.getvalue())
                    stream.close()
                    file.write(framed.getvalue())
                else:
                    file.write(unpacked.getvalue())
    return path


def codes(intake: Intake) -> list[str]:
    return [reject.reason.code for reject in intake.rejects]


@pytest.mark.parametrize(("name", "writer"), [("n.warc", None), ("n.warc.gz", "gzip"), ("n.warc.zst", "zstd")])
def test_warc_files_give_their_pages(tmp_path: Path, name: str, writer: str | None) -> None:
    picture = ("https://yasmin.example/p.jpg", b"\xff\xd8\xff", "image/jpeg", "200 OK")
    gone = ("https://yasmin.example/gone", article("خطأ"), "text/html", "404 Not Found")
    intake = read([str(warc(tmp_path / name, [*pages(), picture, gone], writer))])
    assert [a.url for a in intake.articles] == [f"https://yasmin.example/{n}" for n in range(3)]
    first = intake.articles[0]
    assert (first.outlet, first.fetched, first.origin) == ("yasmin.example", "2031-05-02T10:00:00Z", f"{name}#1")
    assert [(r.reason.code, r.reason.values[1]) for r in intake.rejects] == [("reading.warc.others", "2")]


def test_a_warc_file_comes_in_a_folder_and_from_standard_input(tmp_path: Path) -> None:
    path = warc(tmp_path / "n.warc.gz", pages())
    assert len(read([str(tmp_path)]).articles) == 3
    assert len(read(["-"], stdin=io.BytesIO(path.read_bytes())).articles) == 3
    with path.open("rb") as stdin:
        assert len(read(["-"], stdin=stdin).articles) == 3


def test_what_stands_before_a_break_is_read_and_the_loss_is_told(tmp_path: Path) -> None:
    whole = warc(tmp_path / "n.warc.gz", pages()).read_bytes()
    cut = tmp_path / "cut.warc.gz"
    cut.write_bytes(whole[: int(len(whole) * 0.6)])
    intake = read([str(cut)])
    assert 1 <= len(intake.articles) < 3
    assert set(codes(intake)) & {"reading.warc.broken", "reading.warc.record"}


def test_one_broken_record_loses_no_other(tmp_path: Path) -> None:
    plain = warc(tmp_path / "n.warc", pages(), None).read_bytes()
    second = plain.index(b"WARC/1", plain.index(b"yasmin.example/1"))
    broken = tmp_path / "broken.warc"
    broken.write_bytes(plain[:second] + b"nonsense without a head\r\n\r\n" + plain[second:])
    assert len(read([str(broken)]).articles) == 3


def test_one_broken_member_of_a_packed_file_loses_no_other(tmp_path: Path) -> None:
    path = warc(tmp_path / "n.warc.gz", pages(5))
    whole = bytearray(path.read_bytes())
    starts = [at for at in range(len(whole)) if whole[at : at + 4] == b"\x1f\x8b\x08\x00"]
    whole[starts[3] + 60 : starts[3] + 90] = bytes(30)  # inside the second response
    path.write_bytes(whole)
    intake = read([str(path)])
    assert [a.url for a in intake.articles] == [f"https://yasmin.example/{n}" for n in (0, 2, 3, 4)]
    assert "reading.warc.broken" in codes(intake)


def test_bodies_come_as_they_were_sent(tmp_path: Path) -> None:
    body = article("خبر المرفأ")
    chunks = (
        b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (body[:300], body[300:])) + b"0\r\n\r\n"
    )
    sent = [
        ("https://yasmin.example/1", gzip.compress(body), "text/html\r\nContent-Encoding: gzip", "200 OK"),
        ("https://sindyan.example/2", chunks, "text/html\r\nTransfer-Encoding: chunked", "200 OK"),
    ]
    intake = read([str(warc(tmp_path / "n.warc.gz", sent))])
    assert len({a.text for a in intake.articles}) == 1
    assert len(intake.articles) == 2


def test_a_warc_file_is_never_held_in_memory(tmp_path: Path) -> None:
    weight = b"<!--" + bytes(range(65, 91)) * 1200 + b"-->"  # 200 pages of 31 kB
    few, many = (
        warc(tmp_path / f"{n}.warc.gz", [(url, body + weight, *rest) for url, body, *rest in pages(n)])  # type: ignore[misc]
        for n in (20, 200)
    )

    def peak(path: Path) -> int:
        tracemalloc.start()
        for _ in drafts([str(path)]):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(few)
    assert peak(many) < peak(few) + 1_000_000


def test_a_page_over_the_limit_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = warc(
        tmp_path / "n.warc.gz", [*pages(1), ("https://yasmin.example/l", b"<p>x" * 9000, "text/html", "200 OK")]
    )
    monkeypatch.setattr("tawatur.reading.warc.LARGEST", 20_000)
    intake = read([str(path)])
    assert (len(intake.articles), codes(intake)) == (1, ["reading.web.large"])


def parquet(path: Path, table: dict[str, list[Any]]) -> Path:
    pytest.importorskip("pyarrow")
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(pyarrow.table(table), path)
    return path


def test_parquet_rows_are_articles(tmp_path: Path) -> None:
    bodies = [f"قال مدير المرفأ إن {n} سفن أفرغت حمولتها صباح الثلاثاء قبل الظهر." for _, n in ROWS]
    path = parquet(
        tmp_path / "n.parquet",
        {
            "title": [title for title, _ in ROWS],
            "text": [*bodies[:2], None],
            "url": [f"https://yasmin.example/{n}" for _, n in ROWS],
            "date": [datetime(2031, 5, n, 9, tzinfo=UTC) for _, n in ROWS],
            "vector": [[0.5]] * 3,
        },
    )
    intake = read([str(path)])
    assert [a.text for a in intake.articles] == [f"{t}\n{b}" for (t, _), b in zip(ROWS, bodies[:2], strict=False)]
    assert intake.articles[0].published == "2031-05-01T09:00:00Z"
    assert intake.articles[0].origin == "n.parquet#1"
    assert codes(intake) == ["reading.no_text"]
    assert len(read(["-"], stdin=io.BytesIO(path.read_bytes())).articles) == 2


def test_parquet_rows_may_hold_pages(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "n.parquet", {"html": [article("خبر المرفأ").decode()], "url": ["https://yasmin.example/1"]}
    )
    (found,) = read([str(path)]).articles
    assert (found.url, found.text.partition("\n")[0]) == ("https://yasmin.example/1", "خبر المرفأ")


def test_broken_parquet_files_are_told(tmp_path: Path) -> None:
    path = parquet(tmp_path / "n.parquet", {"text": ["نص"] * 3})
    path.write_bytes(path.read_bytes()[:-9])
    assert codes(read([str(path)])) == ["reading.parquet.broken"]
    assert codes(read([str(parquet(tmp_path / "o.parquet", {"x": [1]}))])) == ["reading.parquet.columns"]


def test_every_member_of_a_gzip_file_is_read_and_a_cut_one_is_told(tmp_path: Path) -> None:
    lines = [
        f'{{"id": "{n}", "text": "قال مدير المرفأ إن {n} سفن أفرغت حمولتها صباح الثلاثاء."}}\n' for n in range(400)
    ]
    packed = [gzip.compress("".join(lines[at : at + 200]).encode()) for at in (0, 200)]
    (tmp_path / "n.jsonl.gz").write_bytes(b"".join(packed))
    assert len(read([str(tmp_path / "n.jsonl.gz")]).articles) == 400
    (tmp_path / "cut.jsonl.gz").write_bytes(b"".join(packed)[:-40])
    intake = read([str(tmp_path / "cut.jsonl.gz")])
    assert 200 < len(intake.articles) < 400
    assert "reading.gzip_cut" in codes(intake)


def gone(name: str) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setitem(sys.modules, name, None)


@pytest.mark.parametrize(
    ("module", "extra", "given"),
    [
        ("httpx", "feeds", "http://127.0.0.1:9/"),
        ("fastwarc.warc", "warc", "n.warc"),
        ("pyarrow.parquet", "parquet", "n.parquet"),
    ],
)
def test_a_missing_part_is_named_with_the_command_that_installs_it(
    module: str, extra: str, given: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "n.warc").write_bytes(b"WARC/1.0\r\n")
    (tmp_path / "n.parquet").write_bytes(b"PAR1")
    gone(module)(monkeypatch)
    with pytest.raises(MissingExtraError) as raised:
        read([given if "://" in given else str(tmp_path / given)])
    assert raised.value.remedy == f"pip install 'tawatur[{extra}]'"


def test_in_a_folder_a_missing_part_costs_only_what_needs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "n.warc").write_bytes(b"WARC/1.0\r\n")
    (tmp_path / "a.txt").write_text("خبر\nقال مدير المرفأ إن السفن أفرغت حمولتها.", encoding="utf-8")
    gone("fastwarc.warc")(monkeypatch)
    intake = read([str(tmp_path)])
    assert (len(intake.articles), codes(intake)) == (1, ["reading.extra"])
    assert "pip install 'tawatur[warc]'" in intake.rejects[0].reason.values
