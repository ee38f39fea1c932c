"""Dossiers put into an archive, so that pages read from one place only: those named on the command line, and new ones.

An archive holds an article once and knows statements by their ids. Where a dossier brings an article of an id that the
archive has with another text, the article gets another id in this dossier, and its statements with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from tawatur.dossier.manifest import text_hash
from tawatur.grouping.records import Story
from tawatur.model import Account, Article, Copy, Dossier, Relation, Speaker, Statement
from tawatur.store import Archive, Session


def put_dossier(archive: Archive, dossier: Dossier, command: str, inputs: Iterable[str]) -> str:
    """Write a dossier as a story with its articles and statements; gives the id of the story.

    A story of the same id and articles is replaced. `command` and `inputs` are told among the runs.
    """
    from tawatur.store import articles, runs, stories
    from tawatur.store.accounts import save_accounts
    from tawatur.store.dossiers import save_dossier
    from tawatur.store.stories import save_stories

    with archive.writing() as session:
        run = runs.begin_run(session, command, list(inputs))
        dossier = _fitting(session, dossier)
        known = articles.known(session, [article.id for article in dossier.articles])
        new = [article for article in dossier.articles if article.id not in known]
        articles.add(session, new)
        save_accounts(session, _accounts(dossier))
        made = story_of(dossier)
        before = stories.story(session, made.id)
        if before is not None and set(before.members) != set(made.members):
            made = replace(made, id=_free(made.id, lambda id: stories.story(session, id) is not None))
        save_stories(session, [made])
        save_dossier(session, made.id, dossier)
        runs.count_run(session, run, read=len(dossier.articles) + len(dossier.rejects), added=len(new),
                       versions=sum(len(article.versions) for article in new))  # fmt: skip
        runs.drop(session, run, dossier.rejects)
        runs.end_run(session, run)
    return made.id


def story_of(dossier: Dossier) -> Story:
    """A dossier's story as an archive lists it."""
    from tawatur.dossier.views import report
    from tawatur.writing.plain import title

    ordered = sorted(dossier.articles, key=lambda article: (_hour(article), article.id))
    hours = [_hour(article) for article in ordered]
    return Story(
        id=dossier.story,
        members=tuple(article.id for article in ordered),
        outlets=tuple(dict.fromkeys(article.outlet for article in ordered)),
        title=title(report(dossier)),
        first=hours[0],
        last=hours[-1],
    )


def _hour(article: Article) -> float:
    """When an article came out, in hours since 1970."""
    try:
        at = datetime.fromisoformat(article.published or "")
    except ValueError:
        return 0.0
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() / 3600


def _accounts(dossier: Dossier) -> list[Account]:
    sources = {source.id: source for source in dossier.sources}
    found = []
    for article in dossier.articles:
        mine = tuple(s for s in dossier.statements if s.article == article.id)
        named = dict.fromkeys(link for statement in mine for link in statement.chain)
        speakers = tuple(
            Speaker(id, source.kind, (source.name, *source.aliases))
            for id in named
            if (source := sources.get(id)) and source.kind != "outlet"
        )
        dates = tuple(date for date in dossier.dates if date.article == article.id)
        found.append(Account(article, mine, speakers, dates))
    return found


def _fitting(session: Session, dossier: Dossier) -> Dossier:
    """The dossier, its articles renamed where the archive has another text or another story's statements by the id."""
    from tawatur.store import articles

    known = articles.known(session, [article.id for article in dossier.articles])
    new_ids = {
        article.id: _free(article.id, lambda id: bool(articles.known(session, [id])))
        for article in dossier.articles
        if article.id in known
        and (known[article.id] != text_hash(article.text) or _of_other(session, article, dossier))
    }
    return renamed(dossier, new_ids) if new_ids else dossier


def _of_other(session: Session, article: Article, dossier: Dossier) -> bool:
    from tawatur.store.stories import story_of as holder

    story = holder(session, article.id)
    return story is not None and story != dossier.story


def _free(id: str, taken: object) -> str:
    assert callable(taken)
    number = 2
    while taken(f"{id}-{number}"):
        number += 1
    return f"{id}-{number}"


def renamed(dossier: Dossier, ids: Mapping[str, str]) -> Dossier:
    """A dossier whose articles of some ids have others; ids of their statements begin with the new one."""

    def of(article: str) -> str:
        return ids.get(article, article)

    def put(statement: Statement) -> str:
        new = of(statement.article)
        rest = statement.id.removeprefix(statement.article)
        if new == statement.article:
            return statement.id
        return f"{new}{rest}" if rest != statement.id else f"{new}.{rest}"

    new = {statement.id: put(statement) for statement in dossier.statements}

    def relation(one: Relation) -> Relation:
        return replace(one, statements=(new[one.statements[0]], new[one.statements[1]]))

    def copy(one: Copy) -> Copy:
        return replace(one, a=of(one.a), b=of(one.b))

    return replace(
        dossier,
        story=of(dossier.story),
        articles=tuple(replace(article, id=of(article.id)) for article in dossier.articles),
        statements=tuple(replace(s, id=new[s.id], article=of(s.article)) for s in dossier.statements),
        claims=tuple(
            replace(
                claim,
                members=tuple(new[member] for member in claim.members),
                links=tuple(replace(link, a=new[link.a], b=new[link.b]) for link in claim.links),
                origins=tuple(
                    replace(origin, members=tuple(new[member] for member in origin.members)) for origin in claim.origins
                ),
            )
            for claim in dossier.claims
        ),
        relations=tuple(map(relation, dossier.relations)),
        dates=tuple(replace(date, article=of(date.article)) for date in dossier.dates),
        copies=tuple(map(copy, dossier.copies)),
        findings=tuple(replace(f, articles=tuple(map(of, f.articles))) for f in dossier.findings),
        manifest=replace(
            dossier.manifest, inputs=tuple((of(article), hash) for article, hash in dossier.manifest.inputs)
        ),
    )
