"""What requests share: pages of rows, times, ETags, and the problems that every route may answer with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

from fastapi import Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from tawatur.model import Reason
from tawatur.serving.answers import made, respond
from tawatur.serving.api.records import Problem
from tawatur.serving.problems import MEDIA_TYPE, Fault, ProblemError

T = TypeVar("T")
MOST = 100

Limit = Annotated[int, Query(ge=1, le=MOST, description="Rows of a page")]
After = Annotated[str | None, Query(max_length=200, description="The `next` of the page before")]
Since = Annotated[str | None, Query(max_length=40, description="From then on: a day or a time in ISO 8601")]
Until = Annotated[str | None, Query(max_length=40, description="Before then")]
Words = Annotated[str, Query(max_length=500, description='Words, "phrases", -unwanted; in any spelling')]
Named = Annotated[str | None, Query(max_length=600)]

_SAID = {
    400: "What was sent cannot be read",
    401: "Nobody known asks",
    403: "Not allowed to whoever asks",
    404: "Not there",
    409: "Not possible as things stand",
    413: "Too much",
    422: "Something given is wrong",
    429: "Too much waits already",
}


def problems(*more: int) -> dict[int | str, dict[str, Any]]:
    """The problems a route may answer with, for its description."""
    return {
        status: {"description": _SAID[status], "model": Problem, "content": {MEDIA_TYPE: {}}}
        for status in sorted({400, 401, 403, 422, *more})
    }


def answer(request: Request, record: BaseModel, status: int = 200) -> Response:
    """A record as JSON with its ETag; 304 where whoever asks has it already."""
    return respond(request, made(record.model_dump_json(), "application/json"), status)


def moment(name: str, value: str | None) -> datetime | None:
    """A time that was given. Raises ProblemError."""
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value.strip())
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise wrong(name, Reason("serving.bad_time", (value,))) from None


def seconds(name: str, value: str | None) -> int | None:
    """The same in seconds since 1970."""
    found = moment(name, value)
    return None if found is None else int(found.timestamp())


def hours(name: str, value: str | None) -> float | None:
    """The same in hours since 1970."""
    found = moment(name, value)
    return None if found is None else found.timestamp() / 3600


def number(name: str, value: str | None) -> int:
    """Where a page begins, 0 for the first. Raises ProblemError."""
    if value is None:
        return 0
    if value.isascii() and value.isdecimal() and len(value) < 16:
        return int(value)
    raise wrong(name, Reason("serving.bad_after", (value,)))


def paged(rows: Sequence[T], start: int, limit: int) -> tuple[Sequence[T], str | None]:
    """Some of the rows, and what asks for the next ones."""
    following = start + limit
    return rows[start:following], str(following) if following < len(rows) else None


def wrong(name: str, reason: Reason) -> ProblemError:
    """The problem of one parameter."""
    return ProblemError(422, reason, [Fault(name, reason)])
