"""What every report says about a dossier: counts, corroboration, echoes, conflicts, lone claims, omissions, figures.

Order is by importance and never by chance: claims of more outlets first, then those a headline carries, then those
with more statements, then those told earlier in their articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tawatur.dossier.credibility import CORROBORATED, credibility, parties_only
from tawatur.dossier.figures import figures
from tawatur.dossier.index import Index, index
from tawatur.dossier.omissions import left_out
from tawatur.dossier.parts import Cell, ClaimView, Lone, Outlet, Report, Row, SourceRow, Standing, Voice
from tawatur.dossier.shown import shown_statement
from tawatur.dossier.telling import prepare
from tawatur.dossier.voices import story_origins
from tawatur.model import Claim, Dossier, Relation, Statement


def report(dossier: Dossier) -> Report:
    """The views of a dossier."""
    found = index(dossier)
    compared = [found.statements[m] for claim in dossier.claims if len(claim.members) > 1 for m in claim.members]
    prepare(found.words(statement.article, statement.content) for statement in compared)
    outlets = _outlets(found)
    claims = tuple(sorted((_claim(found, claim, outlets) for claim in dossier.claims), key=_importance(found)))
    by_id = {view.claim.id: view for view in claims}

    def weight(relation: Relation) -> tuple[int, str, str]:
        carried = len({*by_id[relation.a].outlets, *by_id[relation.b].outlets})
        return (-carried, relation.a, relation.b)

    relations = sorted(dossier.relations, key=weight)
    return Report(
        index=found,
        outlets=outlets,
        origins=len(set(story_origins(dossier.claims).values())),
        claims=claims,
        matrix=tuple(Row(view, tuple(_cell(found, view, outlet, by_id) for outlet in outlets)) for view in claims),
        lone=_lones(claims, outlets) if len(outlets) > 1 else (),
        left_out=left_out(found, claims, outlets),
        figures=figures(found),
        conflicts=tuple(r for r in relations if r.type != "update"),
        updates=tuple(r for r in relations if r.type == "update"),
        sources=_sources(found),
    )


def _outlets(found: Index) -> tuple[Outlet, ...]:
    articles: dict[str, list[str]] = {}
    for article in found.dossier.articles:
        articles.setdefault(article.outlet, []).append(article.id)
    return tuple(Outlet(key, found.outlet_name(key), tuple(ids)) for key, ids in articles.items())


def _claim(found: Index, claim: Claim, outlets: Iterable[Outlet]) -> ClaimView:
    members = tuple(found.statements[m] for m in claim.members)
    carried = {found.outlet_of(member) for member in members}
    roots = [found.sources[root] for root in claim.roots if root in found.sources]
    return ClaimView(
        claim=claim,
        shown=shown_statement(found, claim),
        members=members,
        outlets=tuple(outlet.key for outlet in outlets if outlet.key in carried),
        standing=_standing(claim),
        parties_only=parties_only(roots),
        credibility=credibility(found, claim),
        comment=all(member.kind == "comment" and len(member.chain) < 2 for member in members),
        relations=tuple(r for r in found.dossier.relations if claim.id in (r.a, r.b)),
    )


def _standing(claim: Claim) -> Standing:
    low, high = claim.independent
    if low >= CORROBORATED:
        return "corroborated"
    if high >= CORROBORATED:
        return "open"
    return "one_origin" if high == 1 else "unsourced"


def _importance(found: Index) -> Callable[[ClaimView], tuple[int, int, int, float, str]]:
    def key(view: ClaimView) -> tuple[int, int, int, float, str]:
        place = min(m.content[0] / max(1, len(found.articles[m.article].text)) for m in view.members)
        headline = any(found.in_title(member) for member in view.members)
        return (-len(view.outlets), -int(headline), -len(view.members), round(place, 6), view.claim.id)

    return key


def _cell(found: Index, view: ClaimView, outlet: Outlet, by_id: dict[str, ClaimView]) -> Cell:
    members = [member for member in view.members if found.outlet_of(member) == outlet.key]
    others = [r.b if r.a == view.claim.id else r.a for r in view.relations if r.type != "update"]
    rivals = tuple(other for other in dict.fromkeys(others) if outlet.key in by_id[other].outlets)
    said = [member for member in members if len(member.chain) > 1]
    voice: Voice = "attributed" if said else "own" if members else "conflicting" if rivals else "absent"
    speakers = tuple(dict.fromkeys(member.chain[-1] for member in said))
    return Cell(outlet.key, voice, tuple(member.id for member in members), speakers, rivals)


def _lone(claims: Iterable[ClaimView], outlet: str) -> Lone:
    only = [view for view in claims if view.outlets == (outlet,)]
    return Lone(
        outlet,
        tuple(view for view in only if not view.comment),
        tuple(view for view in only if view.comment),
    )


def _lones(claims: Iterable[ClaimView], outlets: Iterable[Outlet]) -> tuple[Lone, ...]:
    """What each outlet alone says, without the outlets that say nothing alone."""
    found = (_lone(claims, outlet.key) for outlet in outlets)
    return tuple(lone for lone in found if lone.reported or lone.comments)


def _sources(found: Index) -> tuple[SourceRow, ...]:
    statements: dict[str, list[Statement]] = {}
    for statement in found.dossier.statements:
        for source in dict.fromkeys(statement.chain[1:]):
            statements.setdefault(source, []).append(statement)
    rows = [
        SourceRow(
            found.sources[source],
            tuple(dict.fromkeys(found.outlet_of(statement) for statement in said)),
            tuple(statement.id for statement in said),
            tuple(dict.fromkeys(found.claim_of[s.id].id for s in said if s.id in found.claim_of)),
            tuple(claim.id for claim in found.dossier.claims if claim.roots == (source,)),
        )
        for source, said in statements.items()
        if source in found.sources
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.outlets), -len(row.statements), row.source.id)))
