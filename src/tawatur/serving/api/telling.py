"""Records of the API made of what the archive holds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tawatur import judgement as people
from tawatur.dossier.index import Index
from tawatur.dossier.parts import ClaimView, Report, SourceRow
from tawatur.model import UNSPECIFIED, Account, Dossier, Reason, Span
from tawatur.model import Article as ArticleRecord
from tawatur.model import Relation as RelationRecord
from tawatur.model import Statement as StatementRecord
from tawatur.serving.api import records
from tawatur.serving.jobs import Job
from tawatur.settings import DEFAULT
from tawatur.store.judgements import Kept
from tawatur.store.news import News
from tawatur.store.runs import Run
from tawatur.store.searching import Hit
from tawatur.store.story_lines import StoryLine
from tawatur.writing.json_stories import moment
from tawatur.writing.messages import Messages
from tawatur.writing.names import reader_names

PLAIN = Messages("en", {})


def why(reason: Reason, messages: Messages = PLAIN) -> records.Why:
    """A reason."""
    return records.Why(code=reason.code, values=list(map(str, reason.values)), text=messages.reason(reason))


def story(line: StoryLine) -> records.Story:
    """A story's line."""
    return records.Story(
        id=line.id,
        title=line.title,
        first=moment(line.first),
        last=moment(line.last),
        articles=line.members,
        outlets=list(line.outlets),
        claims=line.claims,
        corroborated=line.corroborated,
        conflicts=line.conflicts,
        change=line.change,
    )


def messages_of(dossier: Dossier) -> Messages:
    """The names of a dossier's sources, in English texts."""
    return Messages("en", reader_names(dossier, "en"))


def claim(view: ClaimView, views: Report) -> records.Claim:
    """A claim."""
    return records.Claim(**_claim(view, views))


def _claim(view: ClaimView, views: Report) -> dict[str, Any]:
    found = views.index
    return {
        "id": view.claim.id,
        "story": found.dossier.story,
        "words": found.words(view.shown.article, view.shown.content),
        "statement": view.shown.id,
        "outlets": list(view.outlets),
        "members": list(view.claim.members),
        "independent": list(view.claim.independent),
        "standing": view.standing,
        "parties_only": view.parties_only,
    }


def claim_detail(view: ClaimView, views: Report) -> records.ClaimDetail:
    """A claim with all that is behind it."""
    messages = messages_of(views.index.dossier)
    one = view.claim
    return records.ClaimDetail(
        **_claim(view, views),
        statements=[statement(s, views.index, messages) for s in view.members],
        roots=list(one.roots),
        origins=[list(origin.roots) for origin in one.origins],
        ties=[
            records.Tie(a=t.a, b=t.b, probability=t.probability, why=[why(r, messages) for r in t.reasons])
            for t in one.ties
        ],
        why=[why(r, messages) for r in one.reasons],
        relations=[relation(r, views) for r in view.relations],
    )


def statement(s: StatementRecord, found: Index, messages: Messages) -> records.Statement:
    """A statement; names are those that readers know its chain by."""
    return records.Statement(
        id=s.id,
        article=s.article,
        words=found.words(s.article, s.content),
        content=list(s.content),
        source=_span(s.source),
        cue=_span(s.cue),
        via=_span(s.via),
        chain=list(s.chain),
        names=[messages.name(id) for id in s.chain],
        explicitness=s.explicitness,
        mode=s.mode,
        kind=s.kind,
        polarity=s.polarity,
        certainty=s.certainty,
        confidence=round(s.confidence, 4),
        unsure=len(s.chain) > 1 and s.chain[-1] != UNSPECIFIED and s.confidence < DEFAULT.unsure,
    )


def statements_of(account: Account) -> list[records.Statement]:
    """The statements of an article by itself."""
    from tawatur.dossier import assemble
    from tawatur.dossier.index import index
    from tawatur.stories import resolve_sources

    sources, resolved = resolve_sources([account])
    dossier = assemble(account.article.id, resolved, sources, (), (), (), (), (), DEFAULT)
    messages, found = messages_of(dossier), index(dossier)
    return [statement(s, found, messages) for s in dossier.statements]


def relation(r: RelationRecord, views: Report) -> records.Relation:
    """A relation."""
    found, messages = views.index, messages_of(views.index.dossier)
    articles = [found.statements[id].article for id in r.statements]
    return records.Relation(
        a=r.a,
        b=r.b,
        type=r.type,
        slot=r.slot,
        statements=list(r.statements),
        spans=[list(span) for span in r.spans],
        differs=[found.words(article, span) for article, span in zip(articles, r.spans, strict=True)],
        why=why(r.reason, messages),
    )


def source(row: SourceRow, messages: Messages) -> records.Source:
    """A source."""
    return records.Source(
        id=row.source.id,
        name=messages.name(row.source.id),
        kind=row.source.kind,
        party=row.source.party,
        outlets=list(row.outlets),
        statements=len(row.statements),
        claims=len(row.claims),
        alone=len(row.alone),
    )


def article_line(hit: Hit) -> records.ArticleLine:
    """An article that was found."""
    start, end = hit.snippet.span
    return records.ArticleLine(
        id=hit.id,
        outlet=hit.outlet,
        outlet_name=hit.outlet_name,
        title=hit.title,
        url=hit.url,
        published=hit.published,
        language=hit.language,
        story=hit.story,
        snippet=hit.text[start:end],
        found=[list(span) for span in hit.snippet.hits],
    )


def article(a: ArticleRecord, holder: str | None, *, read: bool) -> records.Article:
    """An article with its text."""
    return records.Article(
        id=a.id,
        outlet=a.outlet,
        outlet_name=a.outlet_name,
        title=_span(a.title),
        text=a.text,
        url=a.url,
        canonical=a.canonical,
        published=a.published,
        published_basis=a.published_basis,
        fetched=a.fetched,
        language=a.language,
        story=holder,
        read=read,
        versions=[
            records.Version(
                text=v.text, url=v.url, published=v.published, fetched=v.fetched, added=v.added, removed=v.removed
            )
            for v in a.versions
        ],
    )


def news(one: News) -> records.News:
    """Something new."""
    return records.News(number=one.number, found=one.at, kind=one.kind, story=one.story, told=dict(one.told))


def run(one: Run) -> records.Run:
    """A run."""
    lost = [records.Loss(n=d.n, where=d.first.where, why=why(d.first.reason)) for d in one.dropped]
    return records.Run(
        number=one.number,
        command=one.command,
        version=one.version,
        started=one.started,
        ended=one.ended,
        inputs=list(one.inputs),
        read=one.read,
        added=one.added,
        versions=one.versions,
        dropped=lost,
    )


def job(one: Job) -> records.Job:
    """Work in the background."""
    error = why(one.told or Reason("serving.said", (one.error,))) if one.state == "failed" else None
    return records.Job(
        id=one.id, state=one.state, stage=one.stage, done=one.done, all=one.all, story=one.story or None, error=error
    )


def judgement_of(given: records.SpeakerIs | records.OneClaim | records.OneOrigin) -> people.Judgement:
    """A judgement as the archive keeps it."""
    if isinstance(given, records.SpeakerIs):
        source = _place_of(given.source) if given.source else None
        return people.SpeakerIs(_place_of(given.statement), given.verdict, source, given.own)
    if isinstance(given, records.OneClaim):
        return people.OneClaim(_place_of(given.a), _place_of(given.b), given.verdict)
    return people.OneOrigin(given.a, given.b, given.verdict)


def judged(kept: Kept) -> records.Judged:
    """A judgement that is kept."""
    one, said = kept.judged, kept.judged.judgement
    told: records.SpeakerIs | records.OneClaim | records.OneOrigin
    if isinstance(said, people.SpeakerIs):
        told = records.SpeakerIs(
            kind="speaker",
            statement=_place(said.statement),
            verdict=said.verdict,
            source=_place(said.source) if said.source else None,
            own=said.own,
        )
    elif isinstance(said, people.OneClaim):
        told = records.OneClaim(kind="claim", a=_place(said.a), b=_place(said.b), verdict=said.verdict)
    else:
        told = records.OneOrigin(kind="origin", a=said.a, b=said.b, articles=list(kept.articles), verdict=said.verdict)
    return records.Judged(
        number=one.number,
        by=one.by,
        at=one.at,
        note=one.note,
        withdrawn=kept.withdrawn,
        articles=list(kept.articles),
        judgement=told,
    )


def places(given: records.SpeakerIs | records.OneClaim | records.OneOrigin) -> Iterable[str]:
    """The articles that a judgement names beside its places."""
    return given.articles if isinstance(given, records.OneOrigin) else ()


def _place(place: people.Place) -> records.Place:
    return records.Place(article=place.article, span=list(place.span), words=place.words)


def _place_of(place: records.Place) -> people.Place:
    return people.Place(place.article, (place.span[0], place.span[1]), place.words)


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None
