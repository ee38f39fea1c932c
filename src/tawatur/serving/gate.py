"""Who a request comes from on an archive that people share: by the session of a browser, or by a program's token."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock
from typing import cast

from starlette.requests import Request

from tawatur.model import Reason
from tawatur.serving.access import Scope, Who
from tawatur.serving.problems import ProblemError
from tawatur.store import Archive
from tawatur.store import people as kept

COOKIE = "tawatur_session"
_MOST = 10  # wrong passwords for one name, in a row
_REST = 300.0  # seconds for which it then is left alone
_SEEN = 60.0  # seconds for which a session that was checked is believed


class Gate:
    """Knows people by what they send; asks the archive no more than once a minute for each."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._seen: OrderedDict[tuple[str, str], tuple[float, Who | None]] = OrderedDict()
        self._wrong: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    def who(self, request: Request) -> Who | None:
        """Who asks: by `Authorization: Bearer …`, else by the session's cookie."""
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token:
            return self._known("token", token.strip())
        session = request.cookies.get(COOKIE)
        return self._known("session", session) if session else None

    def sign_in(self, name: str, password: str) -> str:
        """The key of a new session. Raises ProblemError for a wrong password, and when there were too many of them."""
        key = name.strip().casefold()
        with self._lock:
            count, since = self._wrong.get(key, (0, 0.0))
            if count >= _MOST and time.monotonic() - since < _REST:
                raise ProblemError(429, Reason("serving.too_many_passwords"))
        with self._archive.reading() as session:
            found = kept.check_password(session, name, password)
        with self._lock:
            if found is None:
                self._wrong[key] = (count + 1, time.monotonic())
                raise ProblemError(403, Reason("serving.wrong_password"))
            self._wrong.pop(key, None)
        with self._archive.writing() as session:
            return kept.begin_session(session, found.name)

    def sign_out(self, request: Request) -> None:
        """End the session of a request."""
        if key := request.cookies.get(COOKIE):
            with self._archive.writing() as session:
                kept.end_session(session, key)
            self.forget()

    def forget(self) -> None:
        """Look everybody up anew, after somebody was changed."""
        with self._lock:
            self._seen.clear()

    def _known(self, kind: str, key: str) -> Who | None:
        now = time.monotonic()
        with self._lock:
            at, found = self._seen.get((kind, key), (-_SEEN, None))
        if now - at < _SEEN:
            return found
        found = self._asked(kind, key)
        with self._lock:
            self._seen[kind, key] = (now, found)
            while len(self._seen) > 1000:
                self._seen.popitem(last=False)
        return found

    def _asked(self, kind: str, key: str) -> Who | None:
        with self._archive.reading() as session:
            if kind == "token":
                of = kept.of_token(session, key)
                return Who(of[0].name, _scopes(of[1])) if of else None
            person = kept.of_session(session, key)
        if person is None:
            return None
        with self._archive.writing() as session:
            kept.touch_session(session, key)
        return Who(person.name, _scopes(person.scopes))


def gate_of(archive: Archive) -> Gate | None:
    """The gate of an archive that has people of its own; None for one that is its user's alone."""
    with archive.reading() as session:
        return Gate(archive) if kept.shared(session) else None


def _scopes(names: frozenset[str]) -> frozenset[Scope]:
    return frozenset(cast(Scope, name) for name in names)
