"""A view model shown: as a page in the reader's language, or as its JSON twin; made once, then kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.serving.answers import Answers, Made, made, respond
from tawatur.serving.files import assets
from tawatur.serving.pages import addresses
from tawatur.serving.pages.interface import chosen, cookie, switched
from tawatur.serving.problems import MEDIA_TYPE, ProblemError, details, title
from tawatur.writing.hypertext import Hypertext
from tawatur.writing.messages import UI, Messages
from tawatur.writing.places import Places
from tawatur.writing.templating import environment, showable

if TYPE_CHECKING:
    from jinja2 import Environment

HTML, JSON = "text/html; charset=utf-8", "application/json"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: the template, what it is given, and the same as plain values for the twin.

    `stamp` says of which state it is; the same address with the same stamp is made once. "" is made every time.
    """

    template: str
    values: Mapping[str, Any]
    twin: Callable[[], Any]
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Texts of the interface for a page that is not about one dossier."""

    messages: Messages
    hypertext: Hypertext = field(init=False)

    def __post_init__(self) -> None:
        from tawatur.dossier.index import Index
        from tawatur.model import Dossier, Manifest

        empty = Dossier("", (), (), (), (), (), (), (), (), (), Manifest("", (), (), ()))
        object.__setattr__(self, "hypertext", Hypertext(Index(empty, {}, {}, {}, {}, {}), self.messages, Places({})))


@cache
def templates() -> Environment:
    """The templates of the pages, and behind them those of the report."""
    found = environment("tawatur.serving.pages")
    found.globals.update(addresses=addresses, asset=lambda name: f"/static/{assets()[name].name}")
    return found


def show(request: Request, key: str, twin: bool, find: Callable[[UI], Shown], kept: Answers, stamp: str) -> Response:
    """The answer to a request for a page or its twin; `find` makes the view model where `stamp` is new."""
    ui = chosen(request)
    query = "&".join(f"{k}={v}" for k, v in sorted(request.query_params.multi_items()) if k != "ui")

    def make() -> Made:
        shown = find(ui)
        if twin:
            return made(json.dumps(shown.twin(), ensure_ascii=False, indent=1) + "\n", JSON)
        return made(page(request, ui, shown.template, shown.values), HTML)

    if stamp:
        found = kept.get((key, query, ui, "json" if twin else "html", stamp), make)
        request.app.state.quick.put(request, found)
    else:
        found = make()
    response = respond(request, found)
    if setting := cookie(request, ui):
        response.set_cookie(setting["key"], setting["value"], max_age=int(setting["max_age"]), samesite="lax")
    return response


def page(request: Request, ui: UI, template: str, values: Mapping[str, Any]) -> str:
    """One page as HTML."""
    words = Words(Messages(ui, {}))
    frame = {
        "ui": ui,
        "direction": "rtl" if ui == "ar" else "ltr",
        "w": words.hypertext,
        "path": request.url.path,
        "switched": partial(switched, request, raw_path(request)),
        "query": "",
        "section": "",
        "twin": twin_of(request),
        "gated": getattr(request.app.state, "gate", None) is not None,
    }
    return showable(templates().get_template(template).render(**{**frame, **values}))


def twin_of(request: Request) -> str:
    """The address of a page's twin."""
    path = raw_path(request)
    query = "&".join(part for part in request.url.query.split("&") if part and not part.startswith("ui="))
    return ("/index" if path == "/" else path) + ".json" + (f"?{query}" if query else "")


def raw_path(request: Request) -> str:
    """The path as it was sent, percent-encoded."""
    sent: bytes = request.scope.get("raw_path") or b""
    return sent.split(b"?")[0].decode("ascii", "replace") or request.url.path


def refused(request: Request, problem: ProblemError) -> Response:
    """A problem as a page of the same design, or as problem details where a program asked."""
    ui = chosen(request)
    messages = Messages(ui, {})
    path = request.url.path
    if (
        path.endswith(".json")
        or path.startswith(("/api/", "/mcp"))
        or request.headers.get("accept", "") == "application/json"
    ):
        text = json.dumps(details(problem, messages, path), ensure_ascii=False, indent=1) + "\n"
        return Response(text, problem.status, media_type=MEDIA_TYPE)
    if problem.status == 401 and request.method in ("GET", "HEAD"):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/sign-in?{urlencode({'to': path + query})}", 303)
    values = {"problem": problem, "title": title(problem.status, messages), "twin": ""}
    return Response(page(request, ui, "problem.html.j2", values), problem.status, media_type=HTML)


def number(count: int) -> Markup:
    """A number with its thousands parted, in its own direction."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(f"{count:,}")
