"""`tawatur serve`: an archive opened, or dossiers put into a temporary one, and the application run by uvicorn."""

from __future__ import annotations

import socket
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tawatur.errors import MissingExtraError, OutputError, SettingsError
from tawatur.model import Dossier, Reason
from tawatur.serving.security import LOOPBACK
from tawatur.store import Archive, open_archive
from tawatur.writing.messages import UI

Load = Callable[[Path], Dossier]


def serve(named: Sequence[str], load: Load, host: str, port: int, ui: UI, names: Collection[str]) -> None:
    """Serve what is named until it is stopped; prints the address once it listens. `load` reads a dossier's file.

    Raises TawaturError where something named cannot be opened, or the port cannot be had.
    """
    try:
        import fastapi  # noqa: F401
        import uvicorn
    except ImportError:
        raise MissingExtraError("serve", "tawatur serve", told=Reason("serving.extra")) from None
    from tawatur.serving.app import create_app

    with opened(named, load) as archive, _listening(host, port) as bound:
        address = bound.getsockname()
        app = create_app(archive, ui, {*LOOPBACK, host, *names})
        shown = f"[{address[0]}]" if ":" in address[0] else address[0]
        print(f"http://{shown}:{address[1]}/", flush=True)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, date_header=False)
        uvicorn.Server(config).run(sockets=[bound])


@contextmanager
def opened(named: Sequence[str], load: Load) -> Iterator[Archive]:
    """The archive that is named, or one made of the dossiers that are; with nothing named, an empty one."""
    dossiers = [one for one in named if one.endswith(".json")]
    others = [one for one in named if not one.endswith(".json")]
    if others and (dossiers or len(others) > 1):
        raise SettingsError(
            f"an archive and dossiers cannot be opened together: {', '.join(named)}",
            remedy="name either one archive or any number of dossiers (.json)",
            told=Reason("serving.not_both", (", ".join(named),)),
            advice=Reason("serving.not_both_do"),
        )
    if others:
        with open_archive(others[0], create=False) as archive:
            yield archive
        return
    read = [(name, load(Path(name))) for name in dossiers]
    from tawatur.serving.shelving import put_dossier

    with tempfile.TemporaryDirectory(prefix="tawatur-") as folder, open_archive(Path(folder) / "archive") as archive:
        for name, dossier in read:
            put_dossier(archive, dossier, "serve", [Path(name).name])
        yield archive


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that listens. Raises OutputError where the address cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        bound = socket.create_server((host, port), family=family, backlog=256)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise OutputError(
            f"cannot listen on {host} port {port}: {why}",
            remedy="choose another port with --port, or 0 for any that is free; --host takes only an address of "
            "this machine",
            told=Reason("serving.port_taken", (host, str(port), why)),
            advice=Reason("serving.port_taken_do"),
        ) from None
    with bound:
        yield bound
