"""The page on which people judge a claim: its speakers, what it holds together, what is held to be one origin."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from pydantic import ValidationError
from starlette.datastructures import FormData

from tawatur.dossier.parts import ClaimView
from tawatur.judgement import Judgement, OneClaim, OneOrigin, Place, SpeakerIs
from tawatur.model import Reason, Span, Statement, Tie
from tawatur.serving import library
from tawatur.serving.access import Who
from tawatur.serving.api import records, telling
from tawatur.serving.judging import keep_judgement
from tawatur.serving.library import FoundStory, Library
from tawatur.serving.pages.showing import Shown
from tawatur.serving.pages.story import StoryPage
from tawatur.serving.problems import Fault, ProblemError
from tawatur.store import judgements
from tawatur.store.judgements import Kept
from tawatur.writing.messages import UI
from tawatur.writing.plain import shortened

VERDICTS = ("right", "wrong", "unsure")
_OTHERS, _WORDS = 300, 14  # claims that one can be joined with on its page, and the words of each that are shown


@dataclass(frozen=True, slots=True)
class Member:
    """A statement to judge: its place for the form, who is held to speak, and who else the article names.

    `own` says that the outlet itself is held to speak.
    """

    statement: Statement
    place: str
    speaker: str
    own: bool
    others: tuple[tuple[str, str], ...]


def address(story: str, claim: str) -> str:
    """The page on which a claim is judged."""
    return f"/judge?{urlencode({'story': story, 'claim': claim})}"


def form(shelf: Library, found: FoundStory, ui: UI, id: str) -> Shown:
    """The page for one claim. Raises ProblemError where the story has none of this id."""
    if id not in found.views.index.claims:
        raise ProblemError(404, Reason("serving.no_claim", (id,)))
    page = StoryPage(found, ui)
    view = page.view(id)
    members = [_member(page, statement) for statement in view.members]
    shown = next(m for m in members if m.statement.id == view.shown.id)
    articles = tuple(dict.fromkeys(statement.article for statement in view.members))
    with shelf.archive.reading() as session:
        numbers = {one.number for one in judgements.judgements_of(session, articles)}
        made = [kept for number in sorted(numbers) if (kept := judgements.judgement(session, number))]
    values = {
        "section": "stories",
        "page": page,
        "h": page.text,
        "story": found.id,
        "view": view,
        "members": members,
        "shown": shown,
        "ties": [_tie(page, tie) for tie in view.claim.ties],
        "roots": [(page.index.sources[id].name, page.name(id)) for id in view.claim.roots if id in page.index.sources],
        "others": [(one.claim.id, _line(page, one)) for one in found.views.claims[:_OTHERS] if one.claim.id != id],
        "articles": json.dumps(articles, ensure_ascii=False),
        "made": [(kept, _told(page, kept)) for kept in reversed(made)],
        "verdicts": VERDICTS,
    }
    return Shown(
        "judge.html.j2",
        values,
        lambda: {
            "story": found.id,
            "claim": id,
            "members": [{"statement": m.statement.id, "place": json.loads(m.place)} for m in members],
            "judgements": [telling.judged(kept).model_dump() for kept in made],
        },
    )


def judge(shelf: Library, given: FormData, who: Who) -> str:
    """Keep what the form says; gives the id of the claim that then holds the judged statement. Raises ProblemError."""
    judgement, about = _judgement(shelf, given)
    note = str(given.get("note") or "")[:2000]
    keep_judgement(shelf.archive, who.name, judgement, about, note)
    shelf.forget()
    story = library.story(shelf, str(given.get("story") or ""))
    place = judgement.statement if isinstance(judgement, SpeakerIs) else None
    place = judgement.a if isinstance(judgement, OneClaim) else place
    if story is not None and place is not None:
        for view in story.views.claims:
            if any(s.article == place.article and s.content == place.span for s in view.members):
                return view.claim.id
    return str(given.get("claim") or "")


def _judgement(shelf: Library, given: FormData) -> tuple[Judgement, tuple[str, ...]]:
    verdict = str(given.get("verdict") or "")
    if verdict not in VERDICTS:
        raise _wrong("verdict", "serving.no_verdict")
    kind = given.get("kind")
    if kind == "speaker":
        source = str(given.get("source") or "")
        place = _place(given, "statement")
        named = _place(given, "source") if source.startswith("{") else None
        return SpeakerIs(place, verdict, named, source == "own"), ()  # type: ignore[arg-type]
    if kind == "join":
        return OneClaim(_place(given, "a"), _shown(shelf, given), verdict), ()  # type: ignore[arg-type]
    if kind == "claim":
        return OneClaim(_place(given, "a"), _place(given, "b"), verdict), ()  # type: ignore[arg-type]
    if kind == "origin":
        try:
            articles = [str(id) for id in json.loads(str(given.get("articles") or "[]"))]
        except ValueError:
            raise _wrong("articles", "serving.missing") from None
        a, b = str(given.get("a") or ""), str(given.get("b") or "")
        if not a or not b or a == b or not articles:
            raise _wrong("a", "serving.missing")
        return OneOrigin(a, b, verdict), tuple(articles)  # type: ignore[arg-type]
    raise _wrong("kind", "serving.missing")


def _place(given: FormData, name: str) -> Place:
    try:
        found = records.Place.model_validate_json(str(given.get(name) or ""))
    except ValidationError:
        raise _wrong(name, "serving.missing") from None
    return Place(found.article, (found.span[0], found.span[1]), found.words)


def _shown(shelf: Library, given: FormData) -> Place:
    """The statement that stands for the other claim of a story that the form names."""
    found = library.story(shelf, str(given.get("story") or ""))
    views = found.views.claims if found else ()
    shown = next((view.shown for view in views if view.claim.id == given.get("other")), None)
    if found is None or shown is None:
        raise _wrong("other", "serving.missing")
    return Place(shown.article, shown.content, found.views.index.words(shown.article, shown.content))


def _line(page: StoryPage, view: ClaimView) -> str:
    """The words of a claim in a list to choose from."""
    return shortened(page.index.words(view.shown.article, view.shown.content), _WORDS)


def _wrong(name: str, code: str) -> ProblemError:
    return ProblemError(422, Reason(code), [Fault(name, Reason(code))])


def _member(page: StoryPage, statement: Statement) -> Member:
    named: dict[str, str] = {}
    for span in _sources(page, statement):
        words = page.index.words(statement.article, span)
        named.setdefault(words, _json(page, statement.article, span))
    speaker = page.name(statement.chain[-1])
    place, own = _json(page, statement.article, statement.content), len(statement.chain) == 1
    return Member(statement, place, speaker, own, tuple((v, k) for k, v in named.items()))


def _sources(page: StoryPage, statement: Statement) -> Iterator[Span]:
    """Where the article of a statement names those who speak in it, in order."""
    every = page.index.dossier.statements
    yield from sorted(s.source for s in every if s.article == statement.article and s.source)


def _json(page: StoryPage, article: str, span: Span) -> str:
    told = {"article": article, "span": list(span), "words": page.index.words(article, span)}
    return json.dumps(told, ensure_ascii=False)


def _tie(page: StoryPage, tie: Tie) -> tuple[Tie, str, str, str, str]:
    sources = page.index.sources
    names = [sources[id].name if id in sources else id for id in (tie.a, tie.b)]
    return tie, *names, page.name(tie.a), page.name(tie.b)  # type: ignore[return-value]


def _told(page: StoryPage, kept: Kept) -> str:
    """What a judgement says, in the words of the interface."""
    said = kept.judged.judgement
    text = page.messages.text(f"judged_{type(said).__name__}_{said.verdict}")
    match said:
        case SpeakerIs():
            words = said.statement.words
        case OneClaim():
            words = f"{said.a.words} | {said.b.words}"
        case OneOrigin():
            words = f"{said.a} | {said.b}"
    return f"{text}: {words}"
