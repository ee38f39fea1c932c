"""The last step before writing: everything found about one story, put into one record in one fixed order."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.dossier.manifest import manifest
from tawatur.model import Account, Claim, Copy, Dossier, Finding, Reject, Relation, Source
from tawatur.origins import UNCREDITED
from tawatur.settings import Settings


def assemble(
    story: str,
    accounts: Sequence[Account],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    relations: Sequence[Relation],
    copies: Sequence[Copy],
    findings: Sequence[Finding],
    rejects: Sequence[Reject],
    settings: Settings,
) -> Dossier:
    """The dossier of a story. Articles, statements and claims keep the order they come in; sources go by id.

    The accounts' chains must hold source ids of the story (`resolve_sources`). The source that stands for uncredited
    wire copy is added when a claim rests on it.
    """
    if any(UNCREDITED.id in claim.roots for claim in claims) and UNCREDITED not in sources:
        sources = (*sources, UNCREDITED)
    articles = tuple(account.article for account in accounts)
    return Dossier(
        story=story,
        articles=articles,
        sources=tuple(sorted(sources, key=lambda source: source.id)),
        statements=tuple(statement for account in accounts for statement in account.statements),
        claims=tuple(claims),
        relations=tuple(relations),
        dates=tuple(date for account in accounts for date in account.dates),
        copies=tuple(copies),
        findings=tuple(findings),
        rejects=tuple(rejects),
        manifest=manifest(articles, settings),
    )
