"""Judgements taken from people: kept, and the dossiers they are about made anew at once."""

from __future__ import annotations

from collections.abc import Iterable

from tawatur.judgement import Judgement, OneClaim, OneOrigin, Place, SpeakerIs
from tawatur.model import Reason
from tawatur.serving.problems import Fault, ProblemError
from tawatur.settings import DEFAULT
from tawatur.store import Archive, Session, articles, judgements, stories
from tawatur.store.judgements import Kept
from tawatur.watching.dossiers import make_dossier


def keep_judgement(archive: Archive, by: str, judgement: Judgement, about: Iterable[str], note: str = "") -> Kept:
    """Keep what somebody decided. Raises ProblemError where its words are not in the articles that it names."""
    named = tuple(about)
    with archive.writing() as session:
        _check(session, judgement, named)
        judged = judgements.add_judgement(session, by, judgement, named, note)
        kept = judgements.judgement(session, judged.number)
    assert kept is not None
    _remake(archive, kept.articles)
    return kept


def withdraw_judgement(archive: Archive, number: int) -> Kept:
    """Have a judgement count no longer. Raises ProblemError where there is none, or it was withdrawn before."""
    with archive.writing() as session:
        kept = judgements.judgement(session, number)
        if kept is None:
            raise ProblemError(404, Reason("serving.no_judgement", (str(number),)))
        if not judgements.withdraw(session, number):
            raise ProblemError(409, Reason("serving.withdrawn", (str(number),)))
        kept = judgements.judgement(session, number)
    assert kept is not None
    _remake(archive, kept.articles)
    return kept


def _remake(archive: Archive, about: Iterable[str]) -> None:
    with archive.reading() as session:
        ids = sorted({story for id in about if (story := stories.story_of(session, id))})
    for id in ids:
        make_dossier(archive, id, DEFAULT)


def _check(session: Session, judgement: Judgement, named: tuple[str, ...]) -> None:
    places: dict[str, Place | None] = {}
    match judgement:
        case SpeakerIs():
            places = {"statement": judgement.statement, "source": judgement.source}
            if judgement.source and judgement.source.article != judgement.statement.article:
                raise _wrong("source", Reason("serving.other_article"))
        case OneClaim():
            places = {"a": judgement.a, "b": judgement.b}
        case OneOrigin():
            known = articles.known(session, named)
            for id in named:
                if id not in known:
                    raise ProblemError(404, Reason("serving.no_article", (id,)), [_fault("articles", id)])
    for name, place in places.items():
        if place is not None:
            found = articles.article(session, place.article)
            if found is None:
                raise ProblemError(404, Reason("serving.no_article", (place.article,)), [_fault(name, place.article)])
            if not place.words or found.text[slice(*place.span)] != place.words:
                raise _wrong(name, Reason("serving.other_words", (place.article,)))


def _fault(name: str, id: str) -> Fault:
    return Fault(name, Reason("serving.no_article", (id,)))


def _wrong(name: str, reason: Reason) -> ProblemError:
    return ProblemError(422, reason, [Fault(name, reason)])
