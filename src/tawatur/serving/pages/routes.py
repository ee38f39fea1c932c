"""The addresses of the pages; every one of them has a twin at the same address with `.json`."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from functools import partial
from urllib.parse import unquote

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.model import Reason
from tawatur.serving import library
from tawatur.serving.access import need
from tawatur.serving.answers import Made, made, respond
from tawatur.serving.files import by_address
from tawatur.serving.gate import COOKIE, Gate
from tawatur.serving.judging import withdraw_judgement
from tawatur.serving.library import FoundStory, Library
from tawatur.serving.pages import addresses, article, jobs, judging, pasting, runs, source, stories, story
from tawatur.serving.pages.interface import chosen
from tawatur.serving.pages.showing import HTML, Shown, page, raw_path, refused, show
from tawatur.serving.problems import ProblemError
from tawatur.writing.messages import UI

_OPEN = ("/static/", "/sign-in", "/about")
"""What everybody may see, also on a server for several people."""


def admitted(request: Request) -> None:
    """Let in whoever may read. Raises ProblemError, 401, for somebody unknown."""
    if not request.url.path.startswith(_OPEN):
        need("read")(request)


router = APIRouter(dependencies=[Depends(admitted)])
get = partial(router.api_route, methods=["GET", "HEAD"])
_FORMS = {"json": "application/json", "html": "text/html; charset=utf-8", "md": "text/markdown; charset=utf-8"}


def _answer(request: Request, key: str, twin: bool, find: Callable[[UI], Shown], stamp: str = "") -> Response:
    return show(request, key, twin, find, request.app.state.kept, stamp)


def _shelf(request: Request) -> Library:
    shelf: Library = request.app.state.library
    return shelf


def _story(request: Request, id: str) -> FoundStory:
    """The story of an id. Raises ProblemError where it is not there or has no dossier yet."""
    found = library.story(_shelf(request), id)
    if found is None:
        known = library.story_line(_shelf(request), id) is not None
        raise ProblemError(404, Reason("serving.no_dossier" if known else "serving.no_story", (id,)))
    return found


def _split(id: str, known: Callable[[str], bool] | None = None) -> tuple[str, bool]:
    """An id out of an address, and whether its twin is meant; an id that is `known` may itself end in `.json`."""
    if not id.endswith(".json"):
        return id, False
    name = id.removesuffix(".json")
    if known is not None and not known(name) and known(id):
        return id, False
    return name, True


@get("/")
@get("/index.json")
def stories_page(request: Request) -> Response:
    """All stories, or those that are asked for."""
    shelf = _shelf(request)
    asked = stories.wanted(request.query_params)
    return _answer(request, "/", _is_twin(request), lambda ui: stories.stories(shelf, asked, ui), library.stamp(shelf))


@get("/stories/{rest:path}")
def of_story(request: Request) -> Response:
    """One story, its claims, one of them, or its dossier as a file."""
    id, page, claim = _in_story(request)
    if page == "claims":
        return _claims_page(request, id) if claim is None else _claim_page(request, id, claim)
    return _download(request, id, page) if page else _story_page(request, id)


def _in_story(request: Request) -> tuple[str, str, str | None]:
    """The story's id, which of its pages is meant ("", "claims", a form of the dossier), and the claim's id.

    What stands between two strokes of the address as it was sent is one id; where an id's own strokes were sent as
    they are, the end of the address tells.
    """
    parts = [unquote(part) for part in raw_path(request).split("/")][2:]
    if len(parts) > 2 and parts[-2] == "claims":
        return "/".join(parts[:-2]), "claims", parts[-1]
    last = parts[-1] if len(parts) > 1 else ""
    if last in {"claims", "claims.json"}:
        return "/".join(parts[:-1]), "claims", None
    if last.startswith("dossier."):
        return "/".join(parts[:-1]), last.removeprefix("dossier."), None
    return "/".join(parts), "", None


def _claims_page(request: Request, id: str) -> Response:
    found = _story(request, id)
    asked = request.query_params
    number = asked.get("page", "1")
    if not number.isdecimal() or len(number) > 6:
        raise ProblemError(422, Reason("serving.bad_page", (number,)))
    standing, outlet = asked.get("standing", ""), asked.get("outlet", "")
    return _answer(
        request,
        f"{addresses.story(found.id)}/claims",
        _is_twin(request),
        lambda ui: story.claims(found, ui, standing, outlet, int(number)),
        found.stamp,
    )


def _claim_page(request: Request, id: str, claim: str) -> Response:
    name, twin = _split(claim)
    found = _story(request, id)
    key = addresses.claim(found.id, name)
    return _answer(request, key, twin, lambda ui: story.claim(found, ui, name), found.stamp)


def _download(request: Request, id: str, form: str) -> Response:
    from tawatur import writing

    if form not in _FORMS:
        raise ProblemError(404, Reason("serving.no_page", (request.url.path,)))
    found, ui = _story(request, id), chosen(request)
    writers: dict[str, Callable[[], str]] = {
        "json": lambda: writing.to_json(found.dossier),
        "html": lambda: writing.to_html(found.dossier, ui=ui),
        "md": lambda: writing.to_markdown(found.dossier, ui=ui),
    }
    key = (addresses.story(found.id), f"dossier.{form}", ui, found.stamp)
    answer: Made = request.app.state.kept.get(key, lambda: made(writers[form](), _FORMS[form]))
    response = respond(request, answer)
    response.headers["content-disposition"] = f'attachment; filename="dossier.{form}"'
    return response


def _story_page(request: Request, id: str) -> Response:
    name, twin = _split(id, lambda one: library.story_line(_shelf(request), one) is not None)
    shelf, line = _shelf(request), library.story_line(_shelf(request), name)
    if line is None:
        raise ProblemError(404, Reason("serving.no_story", (name,)))
    if line.id != name:  # it merged into another
        return RedirectResponse(addresses.story(line.id) + (".json" if twin else ""), 308)

    def find(ui: UI) -> Shown:
        found = library.story(shelf, name)
        return story.story(found, ui) if found else story.bare(line, library.articles_of(shelf, name))

    return _answer(request, addresses.story(name), twin, find, f"{line.change}")


@get("/articles/{id:path}")
def article_page(request: Request, id: str) -> Response:
    """One article."""
    shelf = _shelf(request)
    name, twin = _split(id, lambda one: library.has_article(shelf, one))
    found = library.article(shelf, name)
    if found is None:
        raise ProblemError(404, Reason("serving.no_article", (name,)))
    one, of = found
    stamp = of.stamp if of else library.stamp(shelf)

    def find(ui: UI) -> Shown:
        return article.article(one, of, of.views if of else library.alone(shelf, one), ui)

    return _answer(request, addresses.article(name), twin, find, stamp)


@get("/sources/{id:path}")
def source_page(request: Request, id: str) -> Response:
    """One source."""
    shelf = _shelf(request)
    name, twin = _split(id)
    of = request.query_params.get("story", "")
    found = _story(request, of) if of else None
    return _answer(
        request, addresses.source(name), twin, lambda ui: source.source(shelf, name, found, ui), library.stamp(shelf)
    )


@get("/runs")
@get("/runs.json")
def runs_page(request: Request) -> Response:
    """What was read, what was dropped, and why."""
    shelf = _shelf(request)
    return _answer(request, "/runs", _is_twin(request), lambda ui: runs.runs(shelf, ui), library.stamp(shelf))


@get("/about")
@get("/about.json")
def about_page(request: Request) -> Response:
    """The method and its limits."""
    return _answer(request, "/about", _is_twin(request), runs.about, "1")


@get("/paste")
@get("/paste.json")
def paste_page(request: Request) -> Response:
    """The form for a new dossier."""
    wanted = request.query_params.get("texts", "3")
    fields = min(int(wanted), 40) if wanted.isdecimal() and len(wanted) < 4 else 3
    return _answer(request, "/paste", _is_twin(request), lambda ui: jobs.form(fields, ui))


@router.post("/paste")
async def paste(request: Request) -> Response:
    """Take what was given and begin the work; the answer leads to its page."""
    need("make")(request)
    size = request.headers.get("content-length")
    if size is None or int(size) > pasting.MOST_BYTES:
        raise ProblemError(413, Reason("serving.too_much", (str(pasting.MOST_BYTES >> 20),)))
    async with request.form(max_files=pasting.MOST_INPUTS, max_fields=2000, max_part_size=pasting.MOST_BYTES) as given:
        try:
            folder = await pasting.gathered(given)
        except ProblemError as problem:
            page = await asyncio.to_thread(jobs.again, request, given, problem)
            return page if page is not None else refused(request, problem)
    work = partial(pasting.made, _shelf(request))
    try:
        job = request.app.state.jobs.add(folder, work, pasting.STAGES)
    except ProblemError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return RedirectResponse(addresses.job(job.id), 303)


@get("/jobs/{id}")
def job_page(request: Request, id: str) -> Response:
    """How far a work is."""
    name, twin = _split(id)
    job = request.app.state.jobs.get(name)
    response = _answer(request, addresses.job(name), twin, lambda ui: jobs.job(job, ui))
    response.headers["cache-control"] = "no-store"
    if job.state == "done" and request.headers.get("hx-request"):
        response.headers["hx-redirect"] = addresses.story(job.story)
    return response


@router.post("/jobs/{id}/cancel")
def cancel(request: Request, id: str) -> Response:
    """Stop a work."""
    need("make")(request)
    job = request.app.state.jobs.cancel(id)
    return RedirectResponse(addresses.job(job.id), 303)


@get("/judge")
@get("/judge.json")
def judge_page(request: Request) -> Response:
    """The form on which a claim is judged."""
    need("judge")(request)
    found = _story(request, request.query_params.get("story", ""))
    claim = request.query_params.get("claim", "")
    return _answer(request, "/judge", _is_twin(request), lambda ui: judging.form(_shelf(request), found, ui, claim))


@router.post("/judge")
async def judge(request: Request) -> Response:
    """Keep a judgement; the answer leads back to the form."""
    judge = need("judge")(request)
    async with request.form(max_files=0, max_fields=20) as given:
        claim = await asyncio.to_thread(judging.judge, _shelf(request), given, judge)
        return RedirectResponse(judging.address(str(given.get("story") or ""), claim), 303)


@router.post("/judge/withdraw")
async def withdraw(request: Request) -> Response:
    """Have a judgement count no longer."""
    need("judge")(request)
    async with request.form(max_files=0, max_fields=20) as given:
        number = str(given.get("number") or "")
        if not number.isdecimal() or len(number) > 15:
            raise ProblemError(404, Reason("serving.no_judgement", (number,)))
        await asyncio.to_thread(withdraw_judgement, _shelf(request).archive, int(number))
        back = judging.address(str(given.get("story") or ""), str(given.get("claim") or ""))
        return RedirectResponse(back, 303)


@get("/sign-in")
def sign_in_page(request: Request) -> Response:
    """The form to sign in with."""
    values = {"to": _inside(request.query_params.get("to", "/")), "problem": None, "twin": ""}
    return Response(page(request, chosen(request), "sign_in.html.j2", values), media_type=HTML)


@router.post("/sign-in")
async def sign_in(request: Request) -> Response:
    """Begin a session, or say that name or password is wrong."""
    gate: Gate | None = request.app.state.gate
    async with request.form(max_files=0, max_fields=20) as given:
        to = _inside(str(given.get("to") or "/"))
        if gate is None:
            return RedirectResponse(to, 303)
        try:
            name, password = str(given.get("name") or ""), str(given.get("password") or "")
            key = await asyncio.to_thread(gate.sign_in, name, password)
        except ProblemError as problem:
            values = {"to": to, "problem": problem, "twin": ""}
            text = page(request, chosen(request), "sign_in.html.j2", values)
            return Response(text, problem.status, media_type=HTML)
    response = RedirectResponse(to, 303)
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, key, max_age=14 * 86400, httponly=True, samesite="lax", secure=secure)
    return response


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """End the session."""
    if request.app.state.gate is not None:
        request.app.state.gate.sign_out(request)
    response = RedirectResponse("/sign-in", 303)
    response.delete_cookie(COOKIE)
    return response


def _inside(to: str) -> str:
    """An address of this server, never of another one."""
    return to if to.startswith("/") and not to.startswith(("//", "/\\")) else "/"


@get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """A style sheet, a script or a font; its address changes with its content."""
    found = by_address().get(name)
    if found is None:
        raise ProblemError(404, Reason("serving.no_page", (request.url.path,)))
    return respond(request, found, private=False)


def _is_twin(request: Request) -> bool:
    return request.url.path.endswith(".json")
