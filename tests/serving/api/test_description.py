"""Schemathesis over the OpenAPI description: no server error, and no answer that is not described."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("schemathesis", reason="Schemathesis is not installed")
pytest.importorskip("uvicorn")

import uvicorn

from tawatur.serving.app import create_app
from tawatur.store import open_archive
from tests.serving.conftest import put_all

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A server of its own: what is made and judged there harms no other test."""
    with open_archive(tmp_path / "desk.db") as archive:
        put_all(archive)
        config = uvicorn.Config(create_app(archive), host="127.0.0.1", port=0, log_level="critical")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            thread.join(0.02)
        try:
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/api/v1/openapi.json"
        finally:
            server.should_exit = True
            thread.join()


def test_every_answer_is_described(address: str, tmp_path: Path) -> None:
    options = ["--checks", CHECKS, "--phases", "coverage,fuzzing", "--max-examples", "8", "--seed", "7", "--no-color"]
    command = [sys.executable, "-m", "schemathesis.cli", "run", address, *options]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
