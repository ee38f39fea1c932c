from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tawatur.errors import ArchiveError, MissingExtraError
from tawatur.store import Archive, open_archive, opening
from tawatur.store.articles import add, arrivals, count, take
from tawatur.store.locking import hold
from tests.store.invented import article


def test_what_was_written_is_there_when_it_is_opened_again(where: str) -> None:
    with open_archive(where) as archive, archive.writing() as session:
        add(session, [article(1)])
    with open_archive(where, create=False) as archive, archive.reading() as session:
        assert count(session) == 1


def test_a_file_may_be_named_by_a_url(tmp_path: Path) -> None:
    with open_archive(f"sqlite:///{tmp_path}/a b ü%20?.db") as archive, archive.writing() as session:
        add(session, [article(1)])
    assert archive.path is not None
    assert archive.path.exists()


def test_one_that_is_not_there_is_not_made_unless_asked(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        open_archive(tmp_path / "absent.db", create=False)
    with pytest.raises(ArchiveError, match="there is no folder"):
        open_archive(tmp_path / "no folder" / "absent.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "mysql://x/y", "http://example.org/a.db", "postgresql://[broken"])
def test_names_of_nothing_are_refused(name: str) -> None:
    with pytest.raises(ArchiveError) as error:
        open_archive(name)
    assert error.value.remedy


def test_another_file_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    text_file = tmp_path / "notes.txt"
    text_file.write_text("ملاحظات عن الخبر، لا أرشيف", encoding="utf-8")
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for path in (text_file, other, tmp_path):
        before = path.read_bytes() if path.is_file() else b""
        with pytest.raises(ArchiveError):
            open_archive(path)
        assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_damaged_file_is_told_plainly(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_archive(path) as archive, archive.writing() as session:
        add(session, [article(n) for n in range(1, 200)])
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\x5a" * (len(data) // 2 - 4096)
    path.write_bytes(data)

    def read_all() -> None:
        with open_archive(path) as archive, archive.reading() as session:
            list(arrivals(session))

    with pytest.raises(ArchiveError, match="damaged"):
        read_all()


def test_a_server_that_is_not_there_is_told_plainly() -> None:
    with pytest.raises(ArchiveError, match="127") as error:
        open_archive("postgresql://desk:secret@127.0.0.1:1/news")
    assert "secret" not in str(error.value)
    assert "secret" not in repr(error.value.told)


def test_without_the_driver_the_install_command_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pg8000", None)
    with pytest.raises(MissingExtraError) as error:
        open_archive("postgresql://desk@127.0.0.1/news")
    assert error.value.remedy == "pip install 'tawatur[postgresql]'"


def test_a_reader_sees_one_moment_and_is_not_blocked(archive: Archive) -> None:
    with archive.writing() as session:
        add(session, [article(1)])
    with archive.reading() as reader:
        assert count(reader) == 1
        with archive.writing() as session:
            add(session, [article(2)])
            with archive.reading() as other:
                assert count(other) == 1  # not committed yet
        assert count(reader) == 1
    with archive.reading() as reader:
        assert count(reader) == 2


def test_a_reading_session_cannot_write(archive: Archive) -> None:
    def write_in_reading() -> None:
        with archive.reading() as session:
            add(session, [article(1)])

    with pytest.raises(ArchiveError, match="may not be written"):
        write_in_reading()
    with archive.writing() as session:
        assert add(session, [article(1)]) == [1]


def test_a_writer_waits_for_another_and_both_are_kept(archive: Archive) -> None:
    inside, go_on = threading.Event(), threading.Event()

    def first() -> None:
        with archive.writing() as session:
            add(session, [article(1)])
            inside.set()
            go_on.wait(10)

    thread = threading.Thread(target=first)
    thread.start()
    assert inside.wait(10)
    threading.Timer(0.3, go_on.set).start()
    with archive.writing() as session:
        assert take(session, article(2)).arrival == 2
    thread.join()
    with archive.reading() as session:
        assert count(session) == 2


def test_a_writer_that_waits_too_long_is_told(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT", 1)
    with open_archive(where) as archive, archive.writing() as session:
        add(session, [article(1)])
        with (
            pytest.raises(ArchiveError, match="another process has been writing"),
            open_archive(where) as other,
            other.writing(),
        ):
            pass


def test_one_long_running_writer_at_a_time(where: str) -> None:
    with open_archive(where) as archive, open_archive(where) as other:
        with hold(archive, "tawatur watch"):
            with pytest.raises(ArchiveError, match="tawatur watch"), hold(other, "tawatur archive add"):
                pass
            with other.writing() as session:  # a short transaction goes between
                add(session, [article(1)])
        with hold(other, "tawatur archive add"):
            pass


def test_the_long_running_writers_lock_goes_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    program = (
        "import sys, time; from tawatur.store import open_archive; from tawatur.store.locking import hold\n"
        "archive = open_archive(sys.argv[1])\n"
        "with hold(archive, 'tawatur watch'):\n    print('held', flush=True); time.sleep(60)\n"
    )
    holder = subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with open_archive(path) as archive:
        with pytest.raises(ArchiveError, match=str(holder.pid)), hold(archive, "x"):
            pass
        holder.kill()
        holder.wait()
        holder.stdout.close()
        with hold(archive, "x"):
            pass
