"""The addresses of the pages; every one of them has a twin at the same address with `.json`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tawatur.model import Reason
from tawatur.serving import library
from tawatur.serving.answers import Made, made, respond
from tawatur.serving.files import by_address
from tawatur.serving.library import FoundStory, Library
from tawatur.serving.pages import addresses, article, jobs, pasting, runs, source, stories, story
from tawatur.serving.pages.interface import chosen
from tawatur.serving.pages.showing import Shown, refused, show
from tawatur.serving.problems import ProblemError
from tawatur.writing.messages import UI

router = APIRouter()
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


def _split(id: str) -> tuple[str, bool]:
    """An id out of an address, and whether its twin is meant."""
    return (id.removesuffix(".json"), True) if id.endswith(".json") else (id, False)


@router.get("/")
def stories_page(request: Request, twin: bool = False) -> Response:
    """All stories, or those that are asked for."""
    asked = stories.wanted(request.query_params)
    stamp = library.stamp(_shelf(request))
    return _answer(request, "/", twin, lambda ui: stories.stories(_shelf(request), asked, ui), stamp)


@router.get("/index.json")
def stories_twin(request: Request) -> Response:
    """The twin of the list."""
    return stories_page(request, twin=True)


@router.get("/stories/{id:path}/claims.json")
@router.get("/stories/{id:path}/claims")
def claims_page(request: Request, id: str) -> Response:
    """The claims of a story."""
    found = _story(request, id)
    asked = request.query_params
    number = asked.get("page", "1")
    if not number.isdecimal() or len(number) > 6:
        raise ProblemError(422, Reason("serving.bad_page", (number,)))
    find = partial(_claims, found, asked.get("standing", ""), asked.get("outlet", ""), int(number))
    return _answer(request, f"{addresses.story(found.id)}/claims", _is_twin(request), find, found.stamp)


def _claims(found: FoundStory, standing: str, outlet: str, number: int, ui: UI) -> Shown:
    return story.claims(found, ui, standing, outlet, number)


@router.get("/stories/{id:path}/claims/{claim}")
def claim_page(request: Request, id: str, claim: str) -> Response:
    """One claim."""
    name, twin = _split(claim)
    found = _story(request, id)
    key = addresses.claim(found.id, name)
    return _answer(request, key, twin, lambda ui: story.claim(found, ui, name), found.stamp)


@router.get("/stories/{id:path}/dossier.{form}")
def download(request: Request, id: str, form: str) -> Response:
    """The dossier of a story as a file: json, html or md."""
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


@router.get("/stories/{id:path}")
def story_page(request: Request, id: str) -> Response:
    """One story."""
    name, twin = _split(id)
    found = _story(request, name)
    if found.id != name:  # it merged into another
        return RedirectResponse(addresses.story(found.id) + (".json" if twin else ""), 308)
    return _answer(request, addresses.story(found.id), twin, lambda ui: story.story(found, ui), found.stamp)


@router.get("/articles/{id:path}")
def article_page(request: Request, id: str) -> Response:
    """One article."""
    shelf = _shelf(request)
    name, twin = _split(id)
    found = library.article(shelf, name)
    if found is None and twin:  # the id itself may end so
        name, twin, found = id, False, library.article(shelf, id)
    if found is None:
        raise ProblemError(404, Reason("serving.no_article", (name,)))
    one, of = found
    views = of.views if of else library.alone(shelf, one)
    stamp = of.stamp if of else library.stamp(shelf)
    return _answer(request, addresses.article(name), twin, lambda ui: article.article(one, of, views, ui), stamp)


@router.get("/sources/{id:path}")
def source_page(request: Request, id: str) -> Response:
    """One source."""
    shelf = _shelf(request)
    name, twin = _split(id)
    of = request.query_params.get("story", "")
    found = _story(request, of) if of else None
    return _answer(
        request, addresses.source(name), twin, lambda ui: source.source(shelf, name, found, ui), library.stamp(shelf)
    )


@router.get("/runs")
@router.get("/runs.json")
def runs_page(request: Request) -> Response:
    """What was read, what was dropped, and why."""
    shelf = _shelf(request)
    return _answer(request, "/runs", _is_twin(request), lambda ui: runs.runs(shelf, ui), library.stamp(shelf))


@router.get("/about")
@router.get("/about.json")
def about_page(request: Request) -> Response:
    """The method and its limits."""
    return _answer(request, "/about", _is_twin(request), runs.about, "1")


@router.get("/paste")
@router.get("/paste.json")
def paste_page(request: Request) -> Response:
    """The form for a new dossier."""
    wanted = request.query_params.get("texts", "3")
    fields = min(int(wanted), 40) if wanted.isdecimal() and len(wanted) < 4 else 3
    return _answer(request, "/paste", _is_twin(request), lambda ui: jobs.form(fields, ui))


@router.post("/paste")
async def paste(request: Request) -> Response:
    """Take what was given and begin the work; the answer leads to its page."""
    if int(request.headers.get("content-length") or 0) > pasting.MOST_BYTES:
        raise ProblemError(413, Reason("serving.too_much", (str(pasting.MOST_BYTES >> 20),)))
    async with request.form(max_files=pasting.MOST_INPUTS, max_fields=2000, max_part_size=pasting.MOST_BYTES) as given:
        try:
            folder = await pasting.gathered(given)
        except ProblemError as problem:
            page = await asyncio.to_thread(jobs.again, request, given, problem)
            return page if page is not None else refused(request, problem)
    work = partial(pasting.made, _shelf(request))
    job = request.app.state.jobs.add(folder, work, pasting.STAGES)
    return RedirectResponse(addresses.job(job.id), 303)


@router.get("/jobs/{id}")
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
    job = request.app.state.jobs.cancel(id)
    return RedirectResponse(addresses.job(job.id), 303)


@router.get("/static/{name}")
def static(request: Request, name: str) -> Response:
    """A style sheet, a script or a font; its address changes with its content."""
    found = by_address().get(name)
    if found is None:
        raise ProblemError(404, Reason("serving.no_page", (request.url.path,)))
    return respond(request, found, private=False)


def _is_twin(request: Request) -> bool:
    return request.url.path.endswith(".json")
