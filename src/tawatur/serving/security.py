"""What every answer carries and every request must: nothing from elsewhere, under a known name, from our own pages.

The names a server answers to are given, so that a site whose name leads to this machine (DNS rebinding) reads nothing.
A request that changes something must come from our own page: browsers say so in `Sec-Fetch-Site` or `Origin`.
"""

from __future__ import annotations

from collections.abc import Collection, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from tawatur.model import Reason
from tawatur.serving.problems import ProblemError

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_SAFE = {"GET", "HEAD", "OPTIONS"}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Guard:
    """The middleware; `names` are the hosts answered to, `refused` makes the answer for others."""

    def __init__(self, app: ASGIApp, names: Collection[str], refused: Any) -> None:
        self.app, self.names, self.refused = app, frozenset(names), refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it; either answer gets the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        request = Request(scope)
        problem = _refusal(request, self.names)
        if problem is None:
            await self.app(scope, receive, answer)
        else:
            response = self.refused(request, problem)
            await response(scope, receive, answer)


def _refusal(request: Request, names: frozenset[str]) -> ProblemError | None:
    host = _host(request.headers.get("host", ""))
    if host not in names:
        return ProblemError(403, Reason("serving.other_host", (host,)))
    # A key in the header is sent by a program on purpose, never by a browser by itself.
    if request.method in _SAFE or "authorization" in request.headers:
        return None
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    foreign = site not in {None, "same-origin", "none"} or (
        origin is not None and urlsplit(origin).netloc != request.headers.get("host")
    )
    return ProblemError(403, Reason("serving.other_site")) if foreign else None


def _host(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""
