"""Who asks, and what they may: everything for the one user of this machine, else what their account or token allows.

A server for several people has a `Gate` in `app.state.gate`, which knows people by their session or token. Without one
the server is its user's own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from starlette.requests import Request

from tawatur.model import Reason
from tawatur.serving.problems import ProblemError

Scope = Literal["read", "judge", "make", "admin"]
SCOPES: tuple[Scope, ...] = ("read", "judge", "make", "admin")
"""What there is to be allowed: reading, judging, making dossiers, and looking after accounts."""


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody who asks: their name, and what they may."""

    name: str
    scopes: frozenset[Scope]


LOCAL = Who("local", frozenset(SCOPES))
"""The one user of a server of their own."""


class Gate(Protocol):
    """Knows who a request comes from."""

    def who(self, request: Request) -> Who | None:
        """Who asks; None where they say nothing of themselves, or nothing that is known."""


def who(request: Request) -> Who | None:
    """Who asks; None for somebody unknown on a server for several people."""
    gate: Gate | None = getattr(request.app.state, "gate", None)
    return LOCAL if gate is None else gate.who(request)


def need(scope: Scope) -> Callable[[Request], Who]:
    """What lets a request through only from somebody who may do this. Raises ProblemError, 401 or 403."""

    def through(request: Request) -> Who:
        found = who(request)
        if found is None:
            raise ProblemError(401, Reason("serving.who_are_you"))
        if scope not in found.scopes:
            raise ProblemError(403, Reason("serving.not_allowed", (found.name, scope)))
        return found

    return through
