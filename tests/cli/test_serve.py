from __future__ import annotations

import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

pytest.importorskip("fastapi", reason="the extra `serve` is not installed")

from tawatur.writing import to_json
from tests.cli.command import run
from tests.invented_dossier import ferry


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.json"
    path.write_text(to_json(ferry()), encoding="utf-8")
    return path


def test_it_listens_on_this_machine_and_says_where(dossier: Path) -> None:
    command = [sys.executable, "-m", "tawatur", "serve", str(dossier), "--port", "0", "--ui", "ar"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        page = urllib.request.urlopen(address, timeout=10).read().decode()
        assert 'lang="ar"' in page
        assert ferry().story in page
        process.terminate()
        assert process.wait(timeout=10) in {0, -15}
        assert "Traceback" not in process.stderr.read()


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_port_that_is_taken_is_told(dossier: Path, ui: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ran = run("serve", dossier, "--port", str(port), "--ui", ui)
    assert ran.code == 4
    assert str(port) in ran.err
    assert "--port" in ran.err


def test_archive_and_dossiers_are_not_opened_together(dossier: Path, tmp_path: Path) -> None:
    ran = run("serve", dossier, tmp_path / "a.db")
    assert ran.code == 2
    assert "cannot be opened together" in ran.err


def test_what_is_no_dossier_and_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text("{}", encoding="utf-8")
    assert run("serve", path).code == 5
    ran = run("serve", tmp_path / "none.db")
    assert ran.code == 8
    assert not (tmp_path / "none.db").exists()
