"""One account read again with the model's answers: each counts, agrees, or is refused, and the statement says which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from tawatur.languages.ar.script import Word, words
from tawatur.model import UNSPECIFIED, Account, Reason, Statement
from tawatur.second_reader.answer import inside, place
from tawatur.settings import Settings
from tawatur.statements.voices import Voices

Outcome = Literal["changed", "agreed", "refused", "silent"]

_SHOWN = 80  # code points of refused words that a reason repeats


def reread(
    account: Account, asked: tuple[Statement, ...], answers: Mapping[int, str | None], settings: Settings
) -> tuple[Account, list[Outcome]]:
    """The account after the answers to the statements asked about (numbered from 1), and what came of each of them.

    The confidence in a speaker that changes falls to `ask_trust` and never rises: how often the model is right was not
    measured.
    """
    found, voices = words(account.article.text), Voices(account, "asked")
    model = str(settings.ask_model)
    outcomes: list[Outcome] = []
    new: dict[str, Statement] = {}
    for number, statement in enumerate(asked, 1):
        if number not in answers:
            outcome, after = _silent(statement, model)
        elif (said := answers[number]) is None:
            outcome, after = _nobody(statement, model)
        else:
            outcome, after = _named(account, statement, said, found, voices, settings)
        outcomes.append(outcome)
        new[statement.id] = after
    statements = tuple(new.get(s.id, s) for s in account.statements)
    return replace(account, statements=statements, speakers=(*account.speakers, *voices.added)), outcomes


def _silent(statement: Statement, model: str) -> tuple[Outcome, Statement]:
    return "silent", _because(statement, "silent", model)


def _nobody(statement: Statement, model: str) -> tuple[Outcome, Statement]:
    """The model says that nobody is named: what the program found may go on standing, for it has words to show."""
    if statement.chain[-1] == UNSPECIFIED:
        return "agreed", _because(statement, "agreed", model)
    return "refused", _because(statement, "nobody", model)


def _named(
    account: Account, statement: Statement, said: str, found: list[Word], voices: Voices, settings: Settings
) -> tuple[Outcome, Statement]:
    model = str(settings.ask_model)
    span = place(said, found, account.article, statement, settings.ask_words)
    if isinstance(span, str):
        return "refused", _because(statement, span, model, _shown(said))
    exact = account.article.text[slice(*span)]
    key = voices.of(span)
    if key == statement.chain[0]:
        return "refused", _because(statement, "is_outlet", model, exact)
    if key == statement.chain[-1]:
        return "agreed", _because(statement, "agreed", model)
    here = inside(span, statement.sentence)
    changed = replace(
        statement,
        source=span if here else None,
        chain=_chain(account, statement.chain, key),
        explicitness="explicit" if here else "carried_over",
        confidence=min(statement.confidence, settings.ask_trust),
    )
    return "changed", _because(changed, "changed", model, exact)


def _chain(account: Account, own: tuple[str, ...], key: str) -> tuple[str, ...]:
    """The chain to another speaker: what was read of the way to the outlet, and the relays of all that speaker says.

    Relays too many make origins fewer, never more.
    """
    theirs = [s.chain[1:-1] for s in account.statements if len(s.chain) > 1 and s.chain[-1] == key]
    shared = [relay for relay in theirs[0] if all(relay in one for one in theirs)] if theirs else []
    between = [relay for relay in dict.fromkeys((*own[1:-1], *shared)) if relay != key]
    return (own[0], *between, key)


def _because(statement: Statement, code: str, model: str, said: str = "") -> Statement:
    values = (model, said) if said else (model,)
    return replace(statement, reasons=(*statement.reasons, Reason(f"second_reader.{code}", values)))


def _shown(said: str) -> str:
    """Words of the model that may stand in a reason: on one line, printable, not long."""
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in said).split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
