"""The relations of accounts written out by hand."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.claims import align, relate
from tawatur.model import Account, Claim, Relation, Source
from tawatur.settings import DEFAULT

Kind = tuple[str, str, tuple[str, str]]


def related(*accounts: Account, sources: Sequence[Source] = (), apart: bool = False) -> tuple[Relation, ...]:
    """The relations between the claims that the program makes of the accounts, or of one claim for each statement."""
    alone = tuple(Claim(s.id, (s.id,)) for account in accounts for s in account.statements)
    return relate(accounts, sources, alone if apart else align(accounts, (), (), DEFAULT), DEFAULT)


def kinds(*accounts: Account, sources: Sequence[Source] = (), apart: bool = False) -> list[Kind]:
    """Type, slot and statements of each relation."""
    return [(r.type, r.slot, r.statements) for r in related(*accounts, sources=sources, apart=apart)]


def text(accounts: Sequence[Account], relation: Relation, side: int) -> str:
    """The words that differ on one side of a relation."""
    statement = relation.statements[side]
    article = next(a.article for a in accounts if any(s.id == statement for s in a.statements))
    return article.text[slice(*relation.spans[side])]
