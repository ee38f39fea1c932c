"""Chains completed over the whole article: relays credited elsewhere, talks known only through who disclosed them."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import UNSPECIFIED, Reason, Statement
from tawatur.statements.speakers import Cast


def with_relays(statements: list[Statement], cast: Cast) -> list[Statement]:
    """A relay credited anywhere in the article for a speaker holds for all that speaker's statements (GUIDE.md)."""
    relays = {v.key: v.relays for v in cast.voices if v.relays}
    out = []
    for s in statements:
        missing = [r for r in relays.get(s.chain[-1], ()) if r not in s.chain] if len(s.chain) > 1 else []
        if missing:
            reason = Reason("statements.relayed_elsewhere", (missing[0],))
            s = replace(s, chain=(s.chain[0], *missing, *s.chain[1:]), reasons=(*s.reasons, reason))
        out.append(s)
    return out


def inside_account(statements: list[Statement], cast: Cast) -> list[Statement]:
    """Let what a delegation said inside a meeting rest on the unnamed source that told of the meeting.

    A party to talks ("الوفد السوري") with no channel of its own (no statement, interview or agency) is known to
    have spoken only through whoever disclosed the talks: a party quoted inside an anonymous account is no root
    (DESIGN.md, root).
    """
    teller = next(
        (v for v in cast.voices if v.kind == "anonymous" and v.tells_of_meeting and v.key != UNSPECIFIED), None
    )
    if teller is None:
        return statements
    parties = {v.key for v in cast.voices if v.of_delegation and not v.has_channel and not v.relays}
    out = []
    for s in statements:
        if s.chain[-1] in parties and teller.key not in s.chain:
            reason = Reason("statements.inside_account", (teller.names[0],))
            chain = (*s.chain[:-1], teller.key, s.chain[-1])
            s = replace(s, chain=chain, reasons=(*s.reasons, reason))
        out.append(s)
    return out
