"""Judged speakers put in the place of those that were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tawatur.judgement.placing import by_article, span_now, statement_at
from tawatur.judgement.records import Judged, SpeakerIs
from tawatur.model import Account, Reason, Span, Statement
from tawatur.statements.voices import Voices


def with_speakers(accounts: Sequence[Account], judged: Iterable[Judged]) -> tuple[tuple[Account, ...], frozenset[int]]:
    """The accounts with the speakers that people gave their statements, and the numbers of judgements that found none.

    A speaker that is right is certain; one that is wrong or unsure, without a better one, is no origin.
    """
    there, lost = by_article(accounts), set[int]()
    changed: dict[str, dict[str, Statement]] = {}
    voices: dict[str, Voices] = {}
    for one in judged:
        if not isinstance(one.judgement, SpeakerIs):
            continue
        account = there.get(one.judgement.statement.article)
        found = statement_at(one.judgement.statement, there)
        if account is None or found is None:
            lost.add(one.number)
            continue
        id = account.article.id
        after = _judged(found, one, one.judgement, account, voices.setdefault(id, Voices(account, "judged")))
        if after is None:
            lost.add(one.number)
        else:
            changed.setdefault(id, {})[found.id] = after
    made = tuple(
        replace(
            a,
            statements=tuple(changed[a.article.id].get(s.id, s) for s in a.statements),
            speakers=(*a.speakers, *voices[a.article.id].added),
        )
        if a.article.id in changed
        else a
        for a in accounts
    )
    return made, frozenset(lost)


def _judged(statement: Statement, one: Judged, said: SpeakerIs, account: Account, voices: Voices) -> Statement | None:
    """The statement as it was judged; None where the words that name its speaker are not there."""
    because = (*statement.reasons, Reason(f"judgement.speaker_{said.verdict}", (one.by, one.at[:10])))
    if said.verdict == "right":
        return replace(statement, confidence=1.0, reasons=because)
    if said.verdict == "unsure" or not (said.own or said.source):
        return replace(statement, confidence=0.0, reasons=because)
    if said.own or said.source is None:
        return replace(
            statement, source=None, cue=None, via=None, chain=statement.chain[:1], explicitness="none", mode="none",
            confidence=1.0, reasons=because,
        )  # fmt: skip
    span = span_now(said.source, account.article.text)
    return None if span is None else _named(statement, span, because, voices)


def _named(statement: Statement, span: Span, because: tuple[Reason, ...], voices: Voices) -> Statement:
    key = voices.of(span)
    inside = statement.sentence[0] <= span[0] and span[1] <= statement.sentence[1]
    own = key == statement.chain[0]
    return replace(
        statement,
        source=span if inside else None,
        cue=statement.cue if inside else None,
        chain=statement.chain[:1] if own else (statement.chain[0], key),
        explicitness="none" if own else "explicit" if inside else "carried_over",
        mode=statement.mode if statement.mode != "none" or own else "indirect",
        confidence=1.0,
        reasons=because,
    )
