"""Every engine ends with the bytes of the local one: Daft, Ray with two nodes of its own, Spark."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.running.invented import news, results

pytest.importorskip("pyarrow")
RAY = Path(sys.executable).parent / "ray"


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """An input, and what the local engine makes of it."""
    folder = tmp_path_factory.mktemp("engines")
    given = news(folder, 8, lone=16)
    assert ran("batch", given, "--out", folder / "local").returncode == 0
    return given, folder / "local"


def ran(*arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command, as a process of its own: an engine is chosen once for a whole process."""
    command = [sys.executable, "-m", "tawatur", *map(str, arguments)]
    return subprocess.run(command, env={**os.environ, **variables}, capture_output=True, text=True, timeout=300)


@pytest.mark.skipif(find_spec("daft") is None, reason="Daft is not installed")
def test_daft_on_this_machine(job: tuple[Path, Path], tmp_path: Path) -> None:
    given, local = job
    done = ran("batch", given, "--out", tmp_path / "out", "--engine", "daft", "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert results(tmp_path / "out") == results(local)


@pytest.mark.skipif(find_spec("daft") is None or not RAY.exists(), reason="Daft or Ray is not installed")
def test_daft_on_a_ray_cluster_of_two_nodes(job: tuple[Path, Path], tmp_path: Path) -> None:
    given, local = job
    with cluster() as variables:
        done = ran("batch", given, "--out", tmp_path / "out", "--engine", "ray", "--workers", "2", **variables)
        assert done.returncode == 0, done.stderr
        assert results(tmp_path / "out") == results(local)


@contextmanager
def cluster() -> Iterator[dict[str, str]]:
    """Two nodes of one core each, begun as docs/scale.md begins them; what a driver needs to know of them."""
    folder = Path(tempfile.gettempdir()) / f"ray-{os.getpid()}"  # a short path: sockets stand in it
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    variables = {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN": "0123456789abcdef0123456789abcdef",
        "RAY_USAGE_STATS_ENABLED": "0",
        "RAY_ADDRESS": address,
    }
    its_own = ["--num-cpus=1", "--object-store-memory=100000000", "--block"]
    head = ["--head", f"--port={address.split(':')[1]}", "--include-dashboard=false", f"--temp-dir={folder}"]
    nodes = []
    environment = {**os.environ, **{k: v for k, v in variables.items() if k != "RAY_ADDRESS"}}
    try:
        for its in (head, [f"--address={address}"]):
            with (folder.parent / f"{folder.name}.log").open("a") as log:
                command = [str(RAY), "start", *its, *its_own]
                nodes.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True))
            _wait_for(address)
        yield variables
    finally:
        for node in reversed(nodes):
            node.send_signal(signal.SIGTERM)
            try:
                node.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(node.pid, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)
        (folder.parent / f"{folder.name}.log").unlink(missing_ok=True)


def _wait_for(address: str) -> None:
    host, port = address.split(":")
    for _ in range(200):
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)


@pytest.mark.skipif(find_spec("pyspark") is None or shutil.which("java") is None, reason="PySpark or Java is missing")
def test_spark(job: tuple[Path, Path], tmp_path: Path) -> None:
    given, local = job
    program = f"""
import sys
from pathlib import Path
from pyspark.sql import SparkSession
from tawatur.reading import read
from tawatur.running.batch import run_batch
from tawatur.running.records import rows_of
from tawatur.running.spark import Spark, mapped
from tawatur.running.stages import read_statements

session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
run_batch([{str(given)!r}], Path({str(tmp_path / "out")!r}), lambda: Spark(session))
articles = session.read.parquet({str(local / "articles")!r})
accounts = session.read.parquet({str(local / "accounts")!r})
made = articles.mapInArrow(mapped(read_statements), accounts.schema)
assert sorted(made.collect(), key=str) == sorted(accounts.collect(), key=str)
session.stop()
"""
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    assert results(tmp_path / "out") == results(local)
