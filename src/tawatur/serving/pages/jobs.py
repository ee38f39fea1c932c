"""The view models of a new dossier: the form to paste into, and the work in progress."""

from __future__ import annotations

from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from tawatur.serving.jobs import Job
from tawatur.serving.pages import addresses, pasting
from tawatur.serving.pages.interface import chosen
from tawatur.serving.pages.showing import HTML, Shown, page
from tawatur.serving.problems import ProblemError
from tawatur.writing.messages import UI, Messages


def form(fields: int, _ui: UI) -> Shown:
    """The form with so many fields for texts."""
    return Shown(
        "paste.html.j2",
        _form([("", "", "")] * fields, "", ""),
        lambda: {
            "post": "/paste",
            "encoding": "multipart/form-data",
            "fields": ["name", "text", "outlet", "published", "urls", "files"],
            "most_bytes": pasting.MOST_BYTES,
            "most_inputs": pasting.MOST_INPUTS,
        },
    )


def _form(texts: list[tuple[str, str, str]], urls: str, name: str) -> dict[str, Any]:
    return {"section": "paste", "texts": texts, "urls": urls, "name": name, "problem": None}


def again(request: Request, given: FormData, problem: ProblemError) -> Response | None:
    """The form once more with what was given and what is wrong with it; None for programs."""
    if request.headers.get("accept", "") == "application/json":
        return None
    fields = zip(*([str(one) for one in given.getlist(name)] for name in ("text", "outlet", "published")), strict=False)
    texts = [(text, outlet, published) for text, outlet, published in fields]
    values = _form(texts or [("", "", "")] * 3, str(given.get("urls") or ""), str(given.get("name") or ""))
    ui = chosen(request)
    return Response(page(request, ui, "paste.html.j2", values | {"problem": problem}), problem.status, media_type=HTML)


def job(found: Job, ui: UI) -> Shown:
    """A work in progress, or what came of it."""
    at = pasting.stage_at(found.stage, found.stages)
    share = (at - 1 + (found.done / found.all if found.all else 0)) / len(found.stages) if at else 0.0
    messages = Messages(ui, {})
    values = {
        "section": "paste",
        "job": found,
        "at": at,
        "percent": round(100 * (1.0 if found.state == "done" else share)),
        "open": addresses.story(found.story) if found.story else "",
        "cancel": f"{addresses.job(found.id)}/cancel",
        "here": addresses.job(found.id),
    }
    return Shown(
        "job.html.j2",
        values,
        lambda: {
            "id": found.id,
            "state": found.state,
            "stage": found.stage or None,
            "step": at,
            "steps": len(found.stages),
            "done": found.done,
            "all": found.all,
            "story": found.story or None,
            "page": values["open"] or None,
            "error": messages.reason(found.told) if found.told else found.error or None,
            "rejects": [{"where": r.where, "detail": messages.reason(r.reason)} for r in found.rejects],
        },
    )
