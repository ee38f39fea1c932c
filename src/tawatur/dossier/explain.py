"""Why a dossier says what it says: a statement's chain, a claim's members and interval, a relation, a source.

An explanation is a tree of steps. A step is a `Reason`, so it can be written in any interface language, with the exact
words it rests on and the steps that lead to it. Values that name a word of the interface are `InterfaceWord`s.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tawatur.dossier.index import Index, index, relation_id
from tawatur.dossier.shown import shown_statement
from tawatur.dossier.unknown import no_such_id
from tawatur.model import (
    Article,
    CalendarDate,
    Claim,
    Dossier,
    InterfaceWord,
    Reason,
    Relation,
    Source,
    Span,
    Statement,
)

# Reasons that repeat the interval itself.
_OF_INTERVAL = {"origins.none", "origins.exactly", "origins.between"}


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words: an article id, the place there, and the words themselves."""

    article: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation, the words it points at, and the steps under it."""

    reason: Reason
    quotes: tuple[Quote, ...] = ()
    steps: tuple[Step, ...] = ()


def explain(dossier: Dossier, id: str) -> Step:
    """Why the record with this id is as it is: a statement, a claim, a relation (`c02~c05`), a source or an article.

    Raises `DossierError` when the dossier has no such id.
    """
    found = index(dossier)
    if id in found.statements:
        return explain_statement(found, found.statements[id])
    if id in found.claims:
        return explain_claim(found, found.claims[id])
    if id in found.sources:
        return explain_source(found, found.sources[id])
    if id in found.articles:
        return explain_article(found, found.articles[id])
    relations = [r for r in dossier.relations if id in (relation_id(r.a, r.b), relation_id(r.b, r.a))]
    if relations:
        return _relations(found, relations)
    raise no_such_id(found, id)


def explain_statement(found: Index, statement: Statement) -> Step:
    """Its chain link by link, whether its speaker is named or carried over, how it was read, how sure that is."""
    read = Reason(
        "dossier.read_as",
        tuple(
            InterfaceWord(name)
            for name in (
                f"kind_{statement.kind}",
                f"mode_{statement.mode}",
                "polarity_plus" if statement.polarity == "+" else "polarity_minus",
                f"certainty_{statement.certainty}",
            )
        ),
    )
    steps = [*_chain(found, statement), *_plain(statement.reasons), Step(read)]
    if statement.sentence != statement.content:
        steps.insert(0, Step(Reason("dossier.sentence"), (_quote(found, statement.article, statement.sentence),)))
    steps += [_quantity(statement, found, at) for at in range(len(statement.quantities))]
    steps.append(Step(Reason("dossier.confidence", (_percent(statement.confidence),))))
    claim = found.claim_of.get(statement.id)
    if claim:
        alone = len(claim.members) == 1
        steps.append(Step(Reason("dossier.claim_alone" if alone else "dossier.in_claim", (claim.id,))))
    return Step(
        Reason("dossier.statement", (statement.id, _outlet(found, statement.article))),
        (_quote(found, statement.article, statement.content),),
        tuple(steps),
    )


def _chain(found: Index, statement: Statement) -> list[Step]:
    outlet, *rest = statement.chain
    steps = [Step(Reason("dossier.chain_outlet", (outlet,)))]
    for relay in rest[:-1]:
        via = (_quote(found, statement.article, statement.via),) if statement.via else ()
        steps.append(Step(Reason("dossier.chain_relay", (relay,)), via))
    if not rest:
        return [*steps, Step(Reason("dossier.own_voice"))]
    spans = [span for span in (statement.source, statement.cue) if span]
    if len(rest) == 1 and statement.via:
        spans.append(statement.via)
    quotes = tuple(_quote(found, statement.article, span) for span in sorted(spans))
    steps.append(Step(Reason("dossier.chain_speaker", (rest[-1],)), quotes))
    if statement.explicitness == "carried_over":
        steps.append(_carried(found, statement))
    return steps


def _carried(found: Index, statement: Statement) -> Step:
    """Where the dropped speaker was last named in the article."""
    named = [
        other
        for other in found.dossier.statements
        if other.article == statement.article
        and other.source
        and other.chain[-1] == statement.chain[-1]
        and other.content[0] < statement.content[0]
    ]
    if not named:
        return Step(Reason("dossier.carried_over"))
    last = max(named, key=lambda other: (other.content, other.id))
    quote = _quote(found, last.article, last.source or last.content)
    return Step(Reason("dossier.carried_over_from", (last.id,)), (quote,))


def _quantity(statement: Statement, found: Index, at: int) -> Step:
    quantity = statement.quantities[at]
    low, high = ("" if end is None else f"{end:g}" for end in (quantity.low, quantity.high))
    quote = (_quote(found, statement.article, quantity.span),)
    if quantity.low is None or quantity.high is None:
        return Step(Reason("dossier.number_above" if low else "dossier.number_below", (low or high,)), quote)
    if low == high:
        return Step(Reason("dossier.number", (low,)), quote)
    return Step(Reason("dossier.number_between", (low, high)), quote)


def explain_claim(found: Index, claim: Claim) -> Step:
    """Why its members say the same, on whom they rest, which of those may be one origin, and so why the interval."""
    members = [found.statements[member] for member in claim.members]
    said = tuple(_said(found, member) for member in members)
    steps = [Step(Reason("dossier.members", (str(len(members)),)), (), said)]
    if claim.links:
        steps.append(Step(Reason("dossier.links"), (), tuple(link_steps(claim))))
    steps.append(independence(claim))
    of_claim = [r for r in found.dossier.relations if claim.id in (r.a, r.b)]
    steps += [explain_relation(found, relation) for relation in of_claim]
    low, high = claim.independent
    code = "dossier.claim" if low == high else "dossier.claim_range"
    return Step(Reason(code, (claim.id, str(low), str(high))), (), tuple(steps))


def _said(found: Index, m: Statement) -> Step:
    """Who says a statement, and its words."""
    code = "dossier.member" if len(m.chain) > 1 else "dossier.member_own"
    return Step(Reason(code, (m.id, m.chain[0], m.chain[-1])), (_quote(found, m.article, m.content),))


def link_steps(claim: Claim) -> list[Step]:
    """Why each two joined statements are held to say the same."""
    return [
        Step(Reason("dossier.link", (link.a, link.b, _percent(link.score))), (), tuple(_plain(link.reasons)))
        for link in claim.links
    ]


def independence(claim: Claim) -> Step:
    """The interval of a claim, and under it on whom each statement rests and which of those may be one origin.

    What the judging says of the number itself and of ties stands in the step's own line and under each tie.
    """
    steps: list[Step] = [] if claim.roots else [Step(Reason("dossier.no_roots"))]
    tied = {reason for tie in claim.ties for reason in tie.reasons}
    steps += _plain(r for r in claim.reasons if r.code not in _OF_INTERVAL and r not in tied)
    for tie in claim.ties:
        code = "dossier.tie_certain" if tie.probability >= 1 else "dossier.tie"
        reason = Reason(code, (tie.a, tie.b, _percent(tie.probability)))
        steps.append(Step(reason, (), tuple(_plain(tie.reasons))))
    low, high = claim.independent
    code = "dossier.interval_exact" if low == high else "dossier.interval_range"
    return Step(Reason(code, (str(low), str(high))), (), tuple(steps))


def explain_relation(found: Index, relation: Relation) -> Step:
    """How two claims conflict, or which replaces which, with the words that differ on both sides."""
    quotes = tuple(
        _quote(found, found.statements[statement].article, span)
        for statement, span in zip(relation.statements, relation.spans, strict=True)
    )
    reason = Reason(f"dossier.{relation.type}", (relation.a, relation.b, InterfaceWord(f"slot_{relation.slot}")))
    said = tuple(_said(found, found.statements[id]) for id in relation.statements)
    return Step(reason, quotes, (*said, *_plain((relation.reason,))))


def _relations(found: Index, relations: list[Relation]) -> Step:
    if len(relations) == 1:
        return explain_relation(found, relations[0])
    first = relations[0]
    return Step(
        Reason("dossier.relations", (first.a, first.b)), (), tuple(explain_relation(found, r) for r in relations)
    )


def explain_source(found: Index, source: Source) -> Step:
    """What a source is, under which names it appears, the claims and every statement that rest on its word."""
    steps = []
    if source.party:
        steps.append(Step(Reason("dossier.party")))
    if source.aliases:
        names = Step(Reason("dossier.aliases"), (), tuple(Step(Reason("dossier.alias", (a,))) for a in source.aliases))
        steps.append(names)
    steps += _resting(found, source)
    for statement in found.dossier.statements:
        if source.id in statement.chain[1:]:
            code = "dossier.vouches" if statement.chain[-1] == source.id else "dossier.relays"
            quote = _quote(found, statement.article, statement.content)
            steps.append(Step(Reason(code, (statement.id, _outlet(found, statement.article))), (quote,)))
    own = [s for s in found.dossier.statements if s.chain == (source.id,)]
    if own:
        steps.append(Step(Reason("dossier.tells_itself", (str(len(own)),))))
    kind = InterfaceWord(f"source_{source.kind}")
    return Step(Reason("dossier.source", (source.id, kind)), (), tuple(steps))


def _resting(found: Index, source: Source) -> list[Step]:
    """The claims of which a source is a root, each with its words; those of no single statement first of all."""
    steps = []
    for claim in found.dossier.claims:
        if source.id not in claim.roots:
            continue
        shown = shown_statement(found, claim)
        outlets = len({found.outlet_of(found.statements[m]) for m in claim.members})
        code = "dossier.rests_several" if outlets > 1 else "dossier.rests"
        steps.append(Step(Reason(code, (claim.id, str(outlets))), (_quote(found, shown.article, shown.content),)))
    if not steps:
        return []
    return [Step(Reason("dossier.claims_resting", (str(len(steps)),)), (), tuple(steps))]


def explain_article(found: Index, article: Article) -> Step:
    """Where an article and its date come from, which of its text was left unread and why, and what it shares."""
    steps = []
    if article.published:
        steps.append(
            Step(
                Reason(
                    "dossier.published",
                    (CalendarDate(article.published), InterfaceWord(f"basis_{article.published_basis}")),
                )
            )
        )
    else:
        steps.append(Step(Reason("dossier.undated")))
    mine = [s for s in found.dossier.statements if s.article == article.id]
    said = sum(len(s.chain) > 1 for s in mine)
    steps.append(Step(Reason("dossier.article_says", (str(len(mine)), str(said), str(len(mine) - said)))))
    for chrome in article.chrome:
        quote = _quote(found, article.id, chrome.span)
        steps.append(Step(Reason("dossier.chrome"), (quote,), tuple(_plain((chrome.reason,)))))
    for copy in found.dossier.copies:
        if article.id in (copy.a, copy.b):
            reason = Reason("dossier.copy", (copy.a, copy.b, _percent(copy.share)))
            steps.append(Step(reason, (), tuple(_plain((copy.reason,)))))
    title = (_quote(found, article.id, article.title),) if article.title else ()
    return Step(Reason("dossier.article", (article.id, _outlet(found, article.id))), title, tuple(steps))


def _quote(found: Index, article: str, span: Span) -> Quote:
    return Quote(article, span, found.words(article, span))


def _outlet(found: Index, article: str) -> str:
    return f"outlet:{found.articles[article].outlet}"


def _plain(reasons: Iterable[Reason]) -> list[Step]:
    return [Step(reason) for reason in reasons]


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
