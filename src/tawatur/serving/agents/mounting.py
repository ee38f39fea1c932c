"""The agents' server at /mcp of the application, behind the same door as everything else."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from typing import Any

from mcp.server.transport_security import TransportSecuritySettings
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from tawatur.serving.access import need
from tawatur.serving.agents.server import agent_server
from tawatur.serving.pages.showing import refused
from tawatur.serving.problems import ProblemError
from tawatur.store import Archive

PATH = "/mcp"


class Agents:
    """An ASGI application; `running` has to be entered while it serves."""

    def __init__(self, archive: Archive) -> None:
        self._server = agent_server(archive)
        # The application's own guard looks at the names that a request may use.
        open_ = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        self._app: ASGIApp = self._server.streamable_http_app(
            streamable_http_path=PATH, stateless_http=True, json_response=True, transport_security=open_
        )

    def running(self) -> AbstractAsyncContextManager[Any]:
        """What carries the sessions."""
        return self._server.session_manager.run()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse one from somebody who may not read."""
        if scope["type"] == "http":
            request = Request(scope)
            try:
                need("read")(request)
            except ProblemError as problem:
                await refused(request, problem)(scope, receive, send)
                return
        await self._app(scope, receive, send)
