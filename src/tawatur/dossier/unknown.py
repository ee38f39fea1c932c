"""What to say of an id that a dossier does not have: which ids are near it, or where ids are found."""

from __future__ import annotations

import re
from difflib import get_close_matches

from tawatur.dossier.index import Index
from tawatur.errors import DossierError
from tawatur.model import Reason

_CLAIM = re.compile(r"[cC](\d+)")
_NEAR = 0.75


def no_such_id(found: Index, id: str) -> DossierError:
    """The error for an id that is not there, with the likeliest ones, if any are likely."""
    first, sign, second = id.partition("~")
    if sign and {first, second} <= set(found.claims):
        return DossierError(
            f"no conflict and no update was found between {first} and {second}",
            remedy=f"ask for {first} or {second} by itself",
            told=Reason("cli.no_relation", (first, second)),
            advice=Reason("cli.no_relation_do", (first, second)),
        )
    remedy, advice = _advice(found, id)
    return DossierError(f"the dossier has no id '{id}'", remedy=remedy, told=Reason("cli.no_id", (id,)), advice=advice)


def _advice(found: Index, id: str) -> tuple[str, Reason]:
    numbered = _CLAIM.fullmatch(id)
    claims = list(found.claims)
    if numbered and claims:
        near = [claim for claim in claims if claim[1:].isdigit() and int(claim[1:]) == int(numbered[1])]
        if not near:
            run = (claims[0], claims[-1])
            return f"its claims run from {run[0]} to {run[1]}", Reason("cli.claims_run", run)
    else:
        named = [source.id for source in found.sources.values() if id in (source.name, *source.aliases)]
        near = named or get_close_matches(id, [*found.statements, *found.sources, *found.articles], 3, _NEAR)
    if near:
        names = ", ".join(near)
        return f"did you mean {names}?", Reason("cli.near", (names,))
    return "ids stand beside every line of the report", Reason("cli.ids_where")
