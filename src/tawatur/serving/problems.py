"""One shape for everything that goes wrong: a page of the same design, or problem details after RFC 9457.

A twin and every route for programs answer with `application/problem+json`: `type`, `title`, `status`, `detail`,
`instance`, and `errors`, a list of what is wrong where.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tawatur.model import Reason
from tawatur.writing.messages import Messages

MEDIA_TYPE = "application/problem+json"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: `where` names the parameter, the field or the part of the input."""

    where: str
    reason: Reason


class ProblemError(Exception):
    """Raised where a request cannot be answered as asked."""

    def __init__(self, status: int, reason: Reason, faults: Sequence[Fault] = ()) -> None:
        super().__init__(reason.code)
        self.status, self.reason, self.faults = status, reason, tuple(faults)


def details(problem: ProblemError, messages: Messages, instance: str) -> dict[str, Any]:
    """The problem as RFC 9457 has it; `errors` holds at least the problem itself."""
    faults = problem.faults or (Fault("", problem.reason),)
    return {
        "type": "about:blank",
        "title": title(problem.status, messages),
        "status": problem.status,
        "detail": messages.reason(problem.reason),
        "instance": instance,
        "errors": [
            {"where": fault.where, "code": fault.reason.code, "detail": messages.reason(fault.reason)}
            for fault in faults
        ],
    }


def title(status: int, messages: Messages) -> str:
    """What heads a problem of this status."""
    known = {400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503}
    return messages.pattern(f"problem_{status if status in known else 500 if status >= 500 else 400}")
