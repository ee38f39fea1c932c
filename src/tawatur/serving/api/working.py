"""The addresses of the API that do something: ask for corroboration, make dossiers, judge, take everything out."""

from __future__ import annotations

import json
import pathlib
import tempfile
from collections.abc import Iterator
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from tawatur.model import Reason
from tawatur.serving.access import Who, need
from tawatur.serving.api import records, telling
from tawatur.serving.api.asking import After, Limit, answer, number, problems, seconds
from tawatur.serving.api.routes import shelf
from tawatur.serving.problems import Fault, ProblemError

router = APIRouter(prefix="/api/v1")
Reader = Annotated[Who, Depends(need("read"))]
Judge = Annotated[Who, Depends(need("judge"))]
Maker = Annotated[Who, Depends(need("make"))]


@router.post("/corroborations", response_model=records.Corroboration, responses=problems(), tags=["claims"])
def corroborate(request: Request, asked: records.AskCorroboration, _who: Reader) -> Response:
    """Whether the archive corroborates a claim, and who stands behind either side; no guess: `cannot_tell`."""
    from tawatur.serving.agents.tools import corroborate_claim

    seconds("since", asked.since), seconds("until", asked.until)  # told as parameters of this request
    found = corroborate_claim(shelf(request).archive, asked.claim, asked.since, asked.until, asked.passages)
    return answer(request, records.Corroboration.model_validate(found))


@router.post("/jobs", response_model=records.Job, status_code=202, responses=problems(413, 429), tags=["jobs"])
def make(request: Request, asked: records.AskDossier, _who: Maker) -> Response:
    """Have a dossier made of texts and public addresses; `Location` leads to the work."""
    from tawatur.serving.pages import pasting

    if not asked.articles and not asked.urls:
        reason = Reason("serving.nothing_pasted")
        raise ProblemError(422, reason, [Fault("articles", reason)])
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tawatur-"))
    rows = [
        {"id": f"text-{at}", **{name: value for name, value in one.model_dump().items() if value is not None}}
        for at, one in enumerate(asked.articles, 1)
    ]
    pasting.lay_down(folder, rows, asked.urls, asked.name)
    job = request.app.state.jobs.add(folder, partial(pasting.made, shelf(request)), pasting.STAGES)
    response = answer(request, telling.job(job), 202)
    response.headers["location"] = f"/api/v1/jobs/{job.id}"
    return response


@router.get("/jobs/{id}", response_model=records.Job, responses=problems(404), tags=["jobs"])
def job(request: Request, id: str, _who: Maker) -> Response:
    """How far a work is."""
    return answer(request, telling.job(request.app.state.jobs.get(id)))


@router.delete("/jobs/{id}", response_model=records.Job, responses=problems(404, 409), tags=["jobs"])
def cancel(request: Request, id: str, _who: Maker) -> Response:
    """Stop a work at its next step."""
    return answer(request, telling.job(request.app.state.jobs.cancel(id)))


@router.get("/judgements", response_model=records.JudgedPage, responses=problems(), tags=["judgements"])
def judgements(request: Request, _who: Reader, limit: Limit = 20, after: After = None) -> Response:
    """What people decided, in the order they did, the withdrawn too."""
    from tawatur.store import judgements as kept

    with shelf(request).archive.reading() as session:
        found = kept.all_judgements(session, after=number("after", after), limit=limit + 1)
    rows, more = found[:limit], found[limit - 1].judged.number if len(found) > limit else None
    return answer(request, records.JudgedPage(judgements=list(map(telling.judged, rows)), next=more))


@router.post(
    "/judgements", response_model=records.Judged, status_code=201, responses=problems(404), tags=["judgements"]
)
def judge(request: Request, asked: records.AskJudgement, who: Judge) -> Response:
    """Keep a judgement; the dossiers of the stories it is about are made anew at once."""
    from tawatur.serving.judging import keep_judgement

    said, about = telling.judgement_of(asked.judgement), telling.places(asked.judgement)
    kept = keep_judgement(shelf(request).archive, who.name, said, about, asked.note)
    return answer(request, telling.judged(kept), 201)


@router.delete("/judgements/{number}", response_model=records.Judged, responses=problems(404, 409), tags=["judgements"])
def withdraw(request: Request, number: Annotated[int, Path(ge=1, le=2**53)], _who: Judge) -> Response:
    """Have a judgement count no longer; it stays to be seen."""
    from tawatur.serving.judging import withdraw_judgement

    return answer(request, telling.judged(withdraw_judgement(shelf(request).archive, number)))


@router.get(
    "/export",
    responses={200: {"content": {"application/x-ndjson": {}}, "description": "One JSON object a line"}, **problems()},
    response_class=StreamingResponse,
    tags=["export"],
)
def export(request: Request, _who: Reader) -> Response:
    """Everything, one object a line: articles with their statements, then dossiers, then judgements."""
    return StreamingResponse(_everything(request), media_type="application/x-ndjson")


def _everything(request: Request) -> Iterator[str]:
    from tawatur.store import accounts, dossiers, stories, story_lines
    from tawatur.store import articles as kept
    from tawatur.store import judgements as people

    def line(kind: str, value: Any) -> str:
        return json.dumps({"kind": kind, **value}, ensure_ascii=False) + "\n"

    with shelf(request).archive.reading() as session:
        for _, article in kept.arrivals(session):
            holder, account = stories.story_of(session, article.id), accounts.account(session, article.id)
            told = telling.article(article, holder, read=account is not None).model_dump()
            said = [s.model_dump() for s in telling.statements_of(account)] if account else []
            yield line("article", {**told, "statements": said})
        place: tuple[float, int] | None = None
        while rows := story_lines.story_list(session, story_lines.StoryFilter(least_outlets=1), limit=200, after=place):
            for row in rows:
                whole = dossiers.dossier_json(session, row.id)
                yield line(
                    "story", {**telling.story(row).model_dump(), "dossier": json.loads(whole) if whole else None}
                )
            place = rows[-1].last, rows[-1].number
        after = 0
        while some := people.all_judgements(session, after=after):
            yield from (line("judgement", telling.judged(one).model_dump()) for one in some)
            after = some[-1].judged.number
