"""The addresses of the API for reading: stories, claims, statements, articles, sources, news, runs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from tawatur.model import Reason
from tawatur.serving import library
from tawatur.serving.access import need
from tawatur.serving.answers import made, respond
from tawatur.serving.api import records, telling
from tawatur.serving.api.asking import (
    After,
    Limit,
    Named,
    Since,
    Until,
    Words,
    answer,
    hours,
    number,
    paged,
    problems,
    seconds,
    wrong,
)
from tawatur.serving.library import FoundStory, Library
from tawatur.serving.problems import ProblemError

router = APIRouter(prefix="/api/v1", dependencies=[Depends(need("read"))])
Story = Annotated[str, Query(min_length=1, max_length=600, description="Id of a story")]


def shelf(request: Request) -> Library:
    """The archive of the server."""
    found: Library = request.app.state.library
    return found


def found_story(request: Request, id: str) -> FoundStory:
    """A story with its dossier. Raises ProblemError, 404."""
    found = library.story(shelf(request), id)
    if found is None:
        known = library.story_line(shelf(request), id) is not None
        raise ProblemError(404, Reason("serving.no_dossier" if known else "serving.no_story", (id,)))
    return found


@router.get("/stories", response_model=records.Stories, responses=problems(), tags=["stories"])
def stories(
    request: Request,
    q: Words = "",
    outlet: Named = None,
    place: Named = None,
    speaker: Named = None,
    since: Since = None,
    until: Until = None,
    several: Annotated[bool, Query(description="Only stories of several outlets")] = True,
    corroborated: Annotated[bool, Query(description="Only stories with a corroborated claim")] = False,
    conflicting: Annotated[bool, Query(description="Only stories with a conflict")] = False,
    limit: Limit = 20,
    after: After = None,
) -> Response:
    """Stories, the latest first; with words, those whose articles hold all of them."""
    from tawatur.store import searching, story_lines

    named = (("outlet", outlet), ("place", place), ("speaker", speaker))
    with shelf(request).archive.reading() as session:
        ids = None
        if q.strip():
            hits = searching.search(session, q, limit=400).hits
            ids = tuple(dict.fromkeys(hit.story for hit in hits if hit.story))
        wanted = story_lines.StoryFilter(
            least_outlets=2 if several else 1,
            facets=tuple((kind, value) for kind, value in named if value),  # type: ignore[misc]
            since=hours("since", since),
            until=hours("until", until),
            corroborated=corroborated,
            conflicting=conflicting,
            ids=ids,
        )
        found = story_lines.story_list(session, wanted, limit=limit + 1, after=_after(after))
    shown = found[:limit]
    more = f"{shown[-1].last!r}~{shown[-1].number}" if len(found) > limit else None
    return answer(request, records.Stories(stories=[telling.story(line) for line in shown], next=more))


def _after(value: str | None) -> tuple[float, int] | None:
    if value is None:
        return None
    last, _, place = value.partition("~")
    try:
        return float(last), number("after", place or "x")
    except ValueError:
        raise wrong("after", Reason("serving.bad_after", (value,))) from None


@router.get("/stories/{id:path}", response_model=records.Story, responses=problems(404), tags=["stories"])
def story(request: Request, id: str) -> Response:
    """One story, also by an id that it had before it merged."""
    line = library.story_line(shelf(request), id)
    if line is None:
        raise ProblemError(404, Reason("serving.no_story", (id,)))
    return answer(request, telling.story(line))


@router.get("/dossiers/{story:path}", response_model=dict[str, Any], responses=problems(404), tags=["stories"])
def dossier(request: Request, story: str) -> Response:
    """The whole dossier of a story, as `tawatur dossier -o FILE.json` writes it."""
    from tawatur.writing import to_json

    found = found_story(request, story)
    key = ("api", "dossier", found.id, found.stamp)
    return respond(request, request.app.state.kept.get(key, lambda: made(to_json(found.dossier), "application/json")))


@router.get("/claims", response_model=records.Claims, responses=problems(404), tags=["claims"])
def claims(request: Request, story: Story, limit: Limit = 20, after: After = None) -> Response:
    """The claims of a story, those that most outlets carry first."""
    views = found_story(request, story).views
    rows, more = paged(views.claims, number("after", after), limit)
    return answer(request, records.Claims(claims=[telling.claim(view, views) for view in rows], next=more))


@router.get("/claims/{claim}", response_model=records.ClaimDetail, responses=problems(404), tags=["claims"])
def claim(request: Request, claim: str, story: Story) -> Response:
    """One claim of a story: its statements, its origins, and why there are so many."""
    views = found_story(request, story).views
    view = next((view for view in views.claims if view.claim.id == claim), None)
    if view is None:
        raise ProblemError(404, Reason("serving.no_claim", (claim,)))
    return answer(request, telling.claim_detail(view, views))


@router.get("/relations", response_model=records.Relations, responses=problems(404), tags=["claims"])
def relations(request: Request, story: Story) -> Response:
    """Conflicts of a story, then updates."""
    views = found_story(request, story).views
    return answer(request, records.Relations(relations=[telling.relation(r, views) for r in views.relations]))


@router.get("/sources", response_model=records.Sources, responses=problems(404), tags=["claims"])
def sources(request: Request, story: Story) -> Response:
    """Who is relied on in a story, the most widely quoted first."""
    views = found_story(request, story).views
    messages = telling.messages_of(views.index.dossier)
    return answer(request, records.Sources(sources=[telling.source(row, messages) for row in views.sources]))


@router.get("/articles", response_model=records.Articles, responses=problems(), tags=["articles"])
def articles(
    request: Request,
    q: Words = "",
    outlet: Named = None,
    language: Annotated[str | None, Query(max_length=10)] = None,
    story: Named = None,
    since: Since = None,
    until: Until = None,
    newest: Annotated[bool, Query(description="The newest first, not the best")] = False,
    limit: Limit = 20,
    after: After = None,
) -> Response:
    """Articles that hold all words of a query; without words, the newest."""
    from tawatur.store import searching
    from tawatur.store.ranking import Filter

    wanted = Filter(
        outlets=(outlet,) if outlet else (),
        languages=(language,) if language else (),
        since=seconds("since", since),
        until=seconds("until", until),
        story=story,
    )
    with shelf(request).archive.reading() as session:
        order: Any = "newest" if newest else "relevance"
        page = searching.search(session, q, wanted, order=order, limit=limit, after=after)
    return answer(request, records.Articles(articles=list(map(telling.article_line, page.hits)), next=page.after))


@router.get("/articles/{id:path}", response_model=records.Article, responses=problems(404), tags=["articles"])
def article(request: Request, id: str) -> Response:
    """One article with its exact text and its earlier versions."""
    from tawatur.store import accounts
    from tawatur.store import articles as kept
    from tawatur.store import stories as held

    with shelf(request).archive.reading() as session:
        found = kept.article(session, id)
        holder = held.story_of(session, id) if found else None
        read = found is not None and accounts.account(session, id) is not None
    if found is None:
        raise ProblemError(404, Reason("serving.no_article", (id,)))
    return answer(request, telling.article(found, holder, read=read))


@router.get("/statements", response_model=records.Statements, responses=problems(404), tags=["articles"])
def statements(
    request: Request,
    article: Annotated[str, Query(min_length=1, max_length=600, description="Id of an article")],
    limit: Limit = 20,
    after: After = None,
) -> Response:
    """The statements of an article, in the order of its text, each with its chain."""
    from tawatur.model import Account
    from tawatur.store import accounts
    from tawatur.store import articles as kept

    with shelf(request).archive.reading() as session:
        found = kept.article(session, article)
        read = accounts.account(session, article) if found else None
    if found is None:
        raise ProblemError(404, Reason("serving.no_article", (article,)))
    every = telling.statements_of(read or Account(found, (), (), ()))
    rows, more = paged(every, number("after", after), limit)
    return answer(request, records.Statements(statements=list(rows), next=more))


@router.get("/news", response_model=records.NewsPage, responses=problems(), tags=["news"])
def news(request: Request, story: Named = None, limit: Limit = 20, after: After = None) -> Response:
    """What `tawatur watch` found to be new, in the order it was found."""
    from tawatur.store import news as kept

    with shelf(request).archive.reading() as session:
        found = kept.news_since(session, number("after", after), limit + 1, story)
    rows, more = found[:limit], found[limit - 1].number if len(found) > limit else None
    return answer(request, records.NewsPage(news=list(map(telling.news, rows)), next=more))


@router.get("/runs", response_model=records.Runs, responses=problems(), tags=["news"])
def runs(request: Request, limit: Limit = 20) -> Response:
    """What was read into the archive, what was dropped, and why."""
    return answer(request, records.Runs(runs=list(map(telling.run, library.runs(shelf(request), limit)))))
