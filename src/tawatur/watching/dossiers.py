"""Dossiers of the stories that changed, and what is new in them, each story in one transaction."""

from __future__ import annotations

from collections.abc import Callable

from tawatur.dossier.developments import developments
from tawatur.model import Account
from tawatur.pausing import no_garbage_search
from tawatur.pipeline import build_from_accounts
from tawatur.settings import Settings
from tawatur.store import Archive, Session, accounts, articles, dossiers, judgements, news, stories
from tawatur.writing.development_lines import development_json

LEAST_OUTLETS = 2


def make_dossiers(archive: Archive, settings: Settings, told: Callable[[int, int], None]) -> int:
    """Make the dossiers of all stories of several outlets whose articles changed; how many there were."""
    with archive.reading() as session:
        waiting = stories.dirty(session, least_outlets=LEAST_OUTLETS)
    for done, id in enumerate(waiting):
        told(done, len(waiting))
        make_dossier(archive, id, settings)
    told(len(waiting), len(waiting))
    return len(waiting)


def make_dossier(archive: Archive, id: str, settings: Settings) -> None:
    """Make the dossier of one story anew, with what people judged about it, and keep what is new in it."""
    with archive.reading() as session:
        story = stories.story(session, id)
        read = _accounts(session, story.members) if story else []
        judged = judgements.judgements_of(session, story.members) if story else []
        before = dossiers.dossier(session, id)
    if story is None or not read:
        return
    with no_garbage_search():
        made = build_from_accounts(read, settings=settings, story=id, judged=judged)
        found = developments(before, made)
    told = [development_json(one, story.title, made) for one in found]
    with archive.writing() as session:
        if dossiers.save_dossier(session, id, made):
            news.add_news(session, [news.News(one["kind"], id, one["sides"][0]["claim"], one) for one in told])


def _accounts(session: Session, members: tuple[str, ...]) -> list[Account]:
    """What was read from the articles, in the order of the story; an article in a language that is not read is bare."""
    read, there = accounts.accounts(session, members), articles.articles(session, members)
    return [read.get(id) or Account(there[id], (), (), ()) for id in members if id in there]
