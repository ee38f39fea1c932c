"""Answers that need no thread and no database: what was answered while the archive was as it is now.

Whether it is, is asked of the archive at most every quarter of a second (`library.stamp`), by those requests that come
then; all others are answered from memory within the event loop, in a fraction of a millisecond.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tawatur.serving.answers import Made, respond
from tawatur.serving.library import Library, fresh_stamp

_MOST = 8192
_STAMP = "tawatur.stamp"
_Key = tuple[bytes, bytes, str, str]


class Quick:
    """The answers by request, each with the state of the archive that it was made in."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._found: dict[_Key, tuple[str, Made]] = {}

    def put(self, request: Request, made: Made) -> None:
        """Take note of the answer to a request, with the stamp that the archive had when the request came.

        What was looked up since is of that state or a later one: in a later one it is made anew.
        """
        stamp = request.scope.get(_STAMP)
        if stamp is None:
            return
        if len(self._found) >= _MOST:
            self._found.clear()
        if b"ui=" not in request.scope["query_string"]:  # such a request sets a cookie
            self._found[_key(request)] = (stamp, made)

    def get(self, request: Request) -> Made | None:
        """The answer to a request, where it is known that it still holds."""
        found = self._found.get(_key(request))
        return found[1] if found and found[0] == request.scope[_STAMP] else None


def _key(request: Request) -> _Key:
    """What an answer depends on; ETag and compression come after."""
    scope, headers = request.scope, request.headers
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope["query_string"]
    return path, query, headers.get("cookie", ""), headers.get("accept-language", "")


class QuickAnswers:
    """The middleware that looks there first.

    `anybody` says that whoever asks may read everything; else who asks is looked at each time, and nothing is answered
    here. After a request that may have changed something the archive is asked anew.
    """

    def __init__(self, app: ASGIApp, quick: Quick, anybody: bool) -> None:
        self.app, self.quick, self.anybody = app, quick, anybody

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from memory, or pass the request on."""
        if scope["type"] == "http" and scope["method"] == "GET" and self.anybody:
            request = Request(scope)
            scope[_STAMP] = fresh_stamp(self.quick.library)
            found = self.quick.get(request)
            if found is not None:
                await respond(request, found)(scope, receive, send)
                return
        if scope["type"] != "http" or scope["method"] in {"GET", "HEAD", "OPTIONS"}:
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.quick.library.forget()
            await send(message)

        await self.app(scope, receive, answer)
