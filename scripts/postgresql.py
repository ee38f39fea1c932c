"""A PostgreSQL server of one's own, for tests: `python scripts/postgresql.py [COMMAND…]`.

Started from the programs of Debian's package `postgresql` in a temporary folder, on a free port of the loopback
address and a socket in that folder, with fsync on as in earnest; stopped and removed at the end. Without a COMMAND it
runs until it is interrupted, with one it runs that, with the server's URL in TAWATUR_POSTGRESQL. PostgreSQL refuses to
run as root: for root it runs as the user `postgres` of the package.
"""

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
from pathlib import Path

HOW_TO_GET_IT = "no PostgreSQL found: apt-get install postgresql (or put initdb and postgres on the PATH)"


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`, the newest that is installed; None where there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).resolve().parent if on_path else None


@contextmanager
def running() -> Iterator[str]:
    """The URL of a fresh server, which is gone when the block ends. FileNotFoundError where none is installed."""
    at = programs()
    if at is None:
        raise FileNotFoundError(HOW_TO_GET_IT)
    folder = Path(tempfile.mkdtemp(prefix="tawatur-postgresql-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data, port = folder / "data", _free_port()
        _as_its_user([at / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale"], folder)
        options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder, "fsync": "on",
                   "max_connections": 100}  # fmt: skip
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [*_user(), at / "postgres", "-D", data, *settings], cwd=folder, stdout=log, stderr=log
            )
        try:
            _wait_for(server, folder, port)
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            _stop(server, data)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> list[str]:
    """What runs a command as a user that PostgreSQL accepts."""
    if os.geteuid() != 0:
        return []
    if shutil.which("setpriv"):
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    return ["runuser", "-u", "postgres", "--"]


def _as_its_user(command: list[object], folder: Path) -> None:
    done = subprocess.run([*_user(), *map(str, command)], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr.strip()}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], folder: Path, port: int, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        if "ready to accept connections" in (folder / "log").read_text("utf-8", "replace"):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text('utf-8', 'replace')[-2000:]}")


def _stop(server: subprocess.Popen[bytes], data: Path) -> None:
    """Stop the server at once, its data is thrown away; what was started may be `runuser`: its own file tells who."""
    try:
        os.kill(int((data / "postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
    except (OSError, ValueError, IndexError):
        server.terminate()
    try:
        server.wait(20)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main() -> int:
    """Run a command beside a server, or the server alone."""
    try:
        with running() as url:
            if sys.argv[1:]:
                environment = {**os.environ, "TAWATUR_POSTGRESQL": url}
                return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
            print(url, flush=True)
            signal.pause()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
