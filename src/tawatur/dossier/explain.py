"""Why a dossier says what it says: a statement's chain, a claim's members and interval, a relation, a source.

An explanation is a tree of steps. A step is a `Reason`, so it can be written in any interface language, with the exact
words it rests on and the steps that lead to it. Values that name a word of the interface are `InterfaceWord`s.
"""

from __future__ import annotations

from tawatur.dossier.credibility import credibility
from tawatur.dossier.explain_input import explain_article, explain_source
from tawatur.dossier.index import Index, index, relation_id
from tawatur.dossier.steps import Quote, Step, outlet, percent, plain, quote
from tawatur.dossier.unknown import no_such_id
from tawatur.model import Claim, Dossier, InterfaceWord, Reason, Relation, Statement

__all__ = ["Quote", "Step", "explain", "explain_statement", "grade", "independence", "link_steps"]

# Reasons that repeat the interval itself.
_OF_INTERVAL = {"origins.none", "origins.exactly", "origins.between"}


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
    steps = [*_chain(found, statement), *plain(statement.reasons), Step(read)]
    if statement.sentence != statement.content:
        steps.insert(0, Step(Reason("dossier.sentence"), (quote(found, statement.article, statement.sentence),)))
    steps += [_quantity(statement, found, at) for at in range(len(statement.quantities))]
    steps.append(Step(Reason("dossier.confidence", (percent(statement.confidence),))))
    claim = found.claim_of.get(statement.id)
    if claim:
        alone = len(claim.members) == 1
        steps.append(Step(Reason("dossier.claim_alone" if alone else "dossier.in_claim", (claim.id,))))
    return Step(
        Reason("dossier.statement", (statement.id, outlet(found, statement.article))),
        (quote(found, statement.article, statement.content),),
        tuple(steps),
    )


def _chain(found: Index, statement: Statement) -> list[Step]:
    publisher, *rest = statement.chain
    steps = [Step(Reason("dossier.chain_outlet", (publisher,)))]
    for relay in rest[:-1]:
        via = (quote(found, statement.article, statement.via),) if statement.via else ()
        steps.append(Step(Reason("dossier.chain_relay", (relay,)), via))
    if not rest:
        told = any(reason.code == "statements.own_voice" for reason in statement.reasons)
        return steps if told else [*steps, Step(Reason("dossier.own_voice"))]
    spans = [span for span in (statement.source, statement.cue) if span]
    if len(rest) == 1 and statement.via:
        spans.append(statement.via)
    quotes = tuple(quote(found, statement.article, span) for span in sorted(spans))
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
    words = quote(found, last.article, last.source or last.content)
    return Step(Reason("dossier.carried_over_from", (last.id,)), (words,))


def _quantity(statement: Statement, found: Index, at: int) -> Step:
    quantity = statement.quantities[at]
    low, high = ("" if end is None else f"{end:g}" for end in (quantity.low, quantity.high))
    words = (quote(found, statement.article, quantity.span),)
    if quantity.low is None or quantity.high is None:
        return Step(Reason("dossier.number_above" if low else "dossier.number_below", (low or high,)), words)
    if low == high:
        return Step(Reason("dossier.number", (low,)), words)
    return Step(Reason("dossier.number_between", (low, high)), words)


def explain_claim(found: Index, claim: Claim) -> Step:
    """Why its members say the same, on whom they rest, which of those may be one origin, and so why the interval."""
    members = [found.statements[member] for member in claim.members]
    said = tuple(_said(found, member) for member in members)
    steps = [Step(Reason("dossier.members", (str(len(members)),)), (), said)]
    if claim.links:
        steps.append(Step(Reason("dossier.links"), (), tuple(link_steps(claim))))
    steps += [independence(claim), grade(found, claim)]
    of_claim = [r for r in found.dossier.relations if claim.id in (r.a, r.b)]
    steps += [explain_relation(found, relation) for relation in of_claim]
    low, high = claim.independent
    code = "dossier.claim" if low == high else "dossier.claim_range"
    return Step(Reason(code, (claim.id, str(low), str(high))), (), tuple(steps))


def _said(found: Index, m: Statement) -> Step:
    """Who says a statement, and its words."""
    code = "dossier.member" if len(m.chain) > 1 else "dossier.member_own"
    return Step(Reason(code, (m.id, m.chain[0], m.chain[-1])), (quote(found, m.article, m.content),))


def link_steps(claim: Claim) -> list[Step]:
    """Why each two joined statements are held to say the same."""
    return [
        Step(Reason("dossier.link", (link.a, link.b, percent(link.score))), (), tuple(plain(link.reasons)))
        for link in claim.links
    ]


def independence(claim: Claim) -> Step:
    """The interval of a claim, and under it on whom each statement rests and which of those may be one origin.

    What the judging says of the number itself and of ties stands in the step's own line and under each tie.
    """
    tied = {reason for tie in claim.ties for reason in tie.reasons}
    steps = plain(r for r in claim.reasons if r.code not in _OF_INTERVAL and r not in tied)
    if not claim.roots and not steps:
        steps.append(Step(Reason("dossier.no_roots")))
    for tie in claim.ties:
        code = "dossier.tie_certain" if tie.probability >= 1 else "dossier.tie"
        reason = Reason(code, (tie.a, tie.b, percent(tie.probability)))
        steps.append(Step(reason, (), tuple(plain(tie.reasons))))
    low, high = claim.independent
    code = "dossier.interval_exact" if low == high else "dossier.interval_range"
    return Step(Reason(code, (str(low), str(high))), (), tuple(steps))


def grade(found: Index, claim: Claim) -> Step:
    """The number that is suggested for a claim on the Admiralty scale, why, and what else to know before using it."""
    suggested = credibility(found, claim)
    reason = Reason("dossier.credibility", (InterfaceWord(f"admiralty_{suggested.grade}"),))
    return Step(reason, (), tuple(plain((suggested.reason, *suggested.caveats))))


def explain_relation(found: Index, relation: Relation) -> Step:
    """How two claims conflict, or which replaces which, with the words that differ on both sides."""
    quotes = tuple(
        quote(found, found.statements[statement].article, span)
        for statement, span in zip(relation.statements, relation.spans, strict=True)
    )
    reason = Reason(f"dossier.{relation.type}", (relation.a, relation.b, InterfaceWord(f"slot_{relation.slot}")))
    said = tuple(_said(found, found.statements[id]) for id in relation.statements)
    return Step(reason, quotes, (*said, *plain((relation.reason,))))


def _relations(found: Index, relations: list[Relation]) -> Step:
    if len(relations) == 1:
        return explain_relation(found, relations[0])
    first = relations[0]
    return Step(
        Reason("dossier.relations", (first.a, first.b)), (), tuple(explain_relation(found, r) for r in relations)
    )
