"""The application: one FastAPI over one archive, its rooms an explicit list of routers.

Everything a request needs stands in `app.state`: `library` (the archive), `kept` (answers made before), `quick` (those
that still hold, answered without asking the archive), `jobs` (work in the background), `ui` (the language for those who
ask for none).
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from importlib import import_module

from anyio.to_thread import current_default_thread_limiter
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tawatur.errors import ArchiveError, TawaturError
from tawatur.model import Reason
from tawatur.serving.agents.mounting import PATH, Agents
from tawatur.serving.answers import answers
from tawatur.serving.api.routes import router as reading
from tawatur.serving.api.working import router as working
from tawatur.serving.gate import gate_of
from tawatur.serving.jobs import Jobs
from tawatur.serving.library import Library
from tawatur.serving.pages.routes import router as pages
from tawatur.serving.pages.showing import refused
from tawatur.serving.problems import Fault, ProblemError
from tawatur.serving.quick import Quick, QuickAnswers
from tawatur.serving.security import LOOPBACK, Guard
from tawatur.store import Archive
from tawatur.writing.messages import UI

_THREADS = 120
_ROOMS = ("reading", "statements", "stories", "claims", "origins", "dossier", "writing", "pipeline", "store.searching",
          "store.accounts", "store.dossiers", "store.runs", "store.stories", "serving.shelving")  # fmt: skip
log = logging.getLogger("tawatur.serving")


def create_app(archive: Archive, ui: UI = "en", names: Collection[str] = LOOPBACK) -> FastAPI:
    """The application over an open archive; `names` are the host names it answers to."""
    from importlib.metadata import version

    jobs, agents = Jobs(_told), Agents(archive)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        # Threads that wait for what another makes must not keep those from running whose answer is there.
        current_default_thread_limiter().total_tokens = _THREADS
        _warm()
        async with agents.running():
            yield
        jobs.close()

    # The interactive documentation of FastAPI loads scripts from elsewhere; it is off.
    app = FastAPI(title="tawatur", version=version("tawatur"), docs_url=None, redoc_url=None,
                  openapi_url="/api/v1/openapi.json", lifespan=life)  # fmt: skip
    app.state.library, app.state.kept, app.state.jobs, app.state.ui = Library(archive), answers(), jobs, ui
    app.state.gate = gate_of(archive)
    app.include_router(reading)
    app.include_router(working)
    app.include_router(pages, include_in_schema=False)
    app.router.routes.append(Route(PATH, agents))
    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(TawaturError, _ours)
    app.add_exception_handler(Exception, _defect)
    app.state.quick = Quick(app.state.library)
    app.add_middleware(QuickAnswers, quick=app.state.quick, anybody=app.state.gate is None)
    app.add_middleware(Guard, names=names, refused=refused)
    return app


def _warm() -> None:
    """Load what the first page of a story would wait for, and every room of the pipeline.

    Rooms are imported where they are used; two threads that import rooms which need each other could find one half
    made.
    """
    from tawatur.dossier.telling import telling
    from tawatur.serving.pages.showing import templates

    for room in _ROOMS:
        import_module(f"tawatur.{room}")
    for name in templates().list_templates(extensions=["j2"]):
        templates().get_template(name)
    telling("أُعيد فتح الجسر أمام السيارات")


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return refused(request, error)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = {400: "serving.unreadable", 405: "serving.method"}.get(error.status_code, "serving.no_page")
    response = refused(request, ProblemError(error.status_code, Reason(code, (request.url.path,))))
    response.headers.update(error.headers or {})
    return response


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    faults = [
        Fault(
            ".".join(map(str, one["loc"])),
            Reason("serving.missing")
            if one["type"] == "missing"
            else Reason("serving.bad_value", (str(one.get("input", ""))[:200], one["msg"])),
        )
        for one in error.errors()
    ]
    return refused(request, ProblemError(422, faults[0].reason, faults))


def _ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TawaturError)
    status = 503 if isinstance(error, ArchiveError) else 422
    return refused(request, ProblemError(status, error.told or Reason("serving.said", (str(error),))))


def _defect(request: Request, error: Exception) -> Response:
    _told(error)
    return refused(request, ProblemError(500, Reason("serving.defect")))


def _told(error: BaseException) -> None:
    log.error("%s", "".join(traceback.format_exception(error)))
