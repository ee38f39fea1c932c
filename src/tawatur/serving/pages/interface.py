"""In which language a page speaks: `?ui=` says so and is remembered; else the cookie, else the browser's wish."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request

from tawatur.writing.messages import UI

COOKIE = "ui"
_YEAR = 365 * 86400


def chosen(request: Request) -> UI:
    """The language for a request."""
    named = request.query_params.get("ui") or request.cookies.get(COOKIE)
    if named in {"ar", "en"}:
        return "ar" if named == "ar" else "en"
    wished = request.headers.get("accept-language", "")
    for part in wished.split(","):
        tag = part.split(";")[0].strip().lower().split("-")[0]
        if tag in {"ar", "en"}:
            return "ar" if tag == "ar" else "en"
    return request.app.state.ui  # type: ignore[no-any-return]


def cookie(request: Request, ui: UI) -> dict[str, str] | None:
    """What sets the cookie, where the request named a language."""
    if request.query_params.get("ui") != ui:
        return None
    return {"key": COOKIE, "value": ui, "max_age": str(_YEAR), "samesite": "lax", "path": "/"}


def switched(request: Request, path: str, ui: str) -> str:
    """The address of the same page in a language; `path` is that of the page as it was sent."""
    asked = [(key, value) for key, value in request.query_params.multi_items() if key != "ui"]
    return f"{path}?{urlencode([*asked, ('ui', ui)])}"
