"""Whether an archive corroborates a sentence: the articles nearest to it, followed as `tawatur trace` follows them.

The answer is of one word and says how it was come by; where the articles do not settle it, it is `cannot_tell`. It
speaks of what the archive holds and how independent that is, never of what is true.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.dossier.credibility import parties_only
from tawatur.errors import SettingsError
from tawatur.model import Account, Claim, Reason, Span
from tawatur.settings import DEFAULT, Settings
from tawatur.store import Archive, accounts
from tawatur.store.nearest import nearest
from tawatur.store.ranking import Filter
from tawatur.tracing import Hit, Trace, follow, read_question

Answer = Literal["corroborated", "disputed", "denied", "one_origin", "cannot_tell"]
SEARCHED = 60
"""Articles that are followed, the nearest in words; by judgement."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that takes a side or only discusses: its words in their article, and on whose word."""

    article: str
    outlet: str
    url: str | None
    published: str | None
    statement: str
    span: Span
    words: str
    speaker: str | None
    unsure: bool
    reason: Reason


@dataclass(frozen=True, slots=True)
class Side:
    """Those who say it, or those who deny it: passages, independent origins at least and at most, and why so many."""

    passages: tuple[Passage, ...]
    independent: tuple[int, int]
    outlets: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]
    parties_only: bool
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Corroboration:
    """What the archive holds on a sentence.

    `searched` articles were followed and `discussing` of them speak of the matter without taking a side; `names` are
    the readers' names of the sources in `origins`.
    """

    sentence: str
    answer: Answer
    why: Reason
    support: Side | None
    deny: Side | None
    discuss: tuple[Passage, ...]
    discussing: int
    searched: int
    names: tuple[tuple[str, str], ...]


def corroborate(
    archive: Archive,
    sentence: str,
    filter: Filter | None = None,
    *,
    settings: Settings = DEFAULT,
    searched: int = SEARCHED,
) -> Corroboration:
    """What the archive's articles say to a sentence. Raises SettingsError where it has no word to look for."""
    question = read_question(sentence, settings)
    if question is None:
        raise SettingsError(
            "the sentence has no word to look for",
            remedy="give a sentence that says what happened, with the names and numbers in it",
            told=Reason("tracing.no_words"),
            advice=Reason("serving.no_words_do"),
        )
    with archive.reading() as session:
        ids = nearest(session, sentence, filter, limit=searched)
        read = list(accounts.accounts(session, ids).values())
    trace = follow(question, sorted(read, key=_age), (), settings)
    support, deny = (_side(trace, stance) for stance in ("support", "deny"))
    answer, why = _answer(support, deny, len(read), asks=question.asks or question.turned)
    return Corroboration(
        sentence=trace.sentence,
        answer=answer,
        why=why,
        support=support,
        deny=deny,
        discuss=tuple(_passage(trace, hit) for hit in trace.hits if hit.stance == "discuss"),
        discussing=sum(standing == "discuss" for _, standing in trace.standings),
        searched=len(read),
        names=tuple((source.id, source.name) for source in trace.dossier.sources),
    )


def _age(account: Account) -> tuple[str, str]:
    return account.article.published or "~", account.article.id


def _side(trace: Trace, stance: Literal["support", "deny"]) -> Side | None:
    claim = trace.side(stance)
    if claim is None:
        return None
    passages = tuple(_passage(trace, hit) for hit in trace.hits if hit.stance == stance)
    sources = {source.id: source for source in trace.dossier.sources}
    roots = [sources[root] for root in claim.roots if root in sources]
    return Side(
        passages=passages,
        independent=claim.independent,
        outlets=tuple(dict.fromkeys(passage.outlet for passage in passages)),
        origins=tuple(origin.roots for origin in claim.origins),
        parties_only=parties_only(roots),
        reasons=_reasons(claim),
    )


def _reasons(claim: Claim) -> tuple[Reason, ...]:
    """Why its origins are so many: the claim's own reasons, then those of the ties between them."""
    return tuple(dict.fromkeys((*claim.reasons, *(reason for tie in claim.ties for reason in tie.reasons))))


def _passage(trace: Trace, hit: Hit) -> Passage:
    article = next(a for a in trace.dossier.articles if a.id == hit.article)
    statement = next(s for s in trace.dossier.statements if s.id == hit.statement)
    ends = [*hit.matched, *hit.against, statement.content]
    span = (min(start for start, _ in ends), max(end for _, end in ends))
    return Passage(
        article=article.id,
        outlet=article.outlet,
        url=article.url,
        published=article.published,
        statement=statement.id,
        span=span,
        words=article.text[slice(*span)],
        speaker=statement.chain[-1] if len(statement.chain) > 1 else None,
        unsure=hit.unsure,
        reason=hit.reasons[0],
    )


def _answer(support: Side | None, deny: Side | None, read: int, *, asks: bool) -> tuple[Answer, Reason]:
    """The answer and why; a negated sentence or a question is not judged, since either side of it may be meant."""
    if asks:
        return "cannot_tell", Reason("serving.cannot_tell.turned")
    if not read:
        return "cannot_tell", Reason("serving.cannot_tell.nothing")
    for_it, against = (side.independent if side else (0, 0) for side in (support, deny))
    counts = (str(for_it[0]), str(for_it[1]))
    if support and deny and for_it[1] and against[1]:
        return "disputed", Reason("serving.disputed", (*counts, str(against[0]), str(against[1])))
    if deny and against[1] and not support:
        return "denied", Reason("serving.denied", (str(against[0]), str(against[1])))
    if for_it[0] >= 2 and not deny:
        return "corroborated", Reason("serving.corroborated", counts)
    if for_it[1] == 1 and not deny:
        return "one_origin", Reason("serving.one_origin")
    if for_it[1] and deny:
        return "cannot_tell", Reason("serving.cannot_tell.denied", counts)
    if for_it[1] >= 2:
        return "cannot_tell", Reason("serving.cannot_tell.perhaps", counts)
    if support or deny:
        return "cannot_tell", Reason("serving.cannot_tell.unsourced")
    return "cannot_tell", Reason("serving.cannot_tell.silent", (str(read),))
