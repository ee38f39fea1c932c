"""What the plain-text reports share: lines that survive any input, and the wording of counts."""

from __future__ import annotations

import re

from tawatur.dossier.views import ClaimView, Report
from tawatur.writing.messages import Messages

# Controls, lone surrogates, and the bidi controls that an input could leave open.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """Words from an input on one line, without anything that could steer a terminal or the lines after them."""
    return " ".join(_BIDI.sub("", _UNSAFE.sub(" ", text)).split())


def claim_words(views: Report, view: ClaimView) -> str:
    """The exact words that stand for a claim, on one line."""
    return one_line(views.index.words(view.shown.article, view.shown.content))


def origins_text(messages: Messages, view: ClaimView) -> str:
    """The number of independent origins in words."""
    low, high = view.claim.independent
    if low == high:
        return messages.count("n_origins", low) if low else messages.text("origins_0")
    if (low, high) in {(1, 2), (0, 1)}:
        return messages.text(f"origins_{low}_{high}")
    return messages.text("origins_range", str(low), str(high))


def outlet_names(messages: Messages, keys: tuple[str, ...]) -> str:
    """The names of outlets, after one another."""
    return messages.pattern("comma").join(messages.value(f"outlet:{key}") for key in keys)


def source_names(messages: Messages, ids: tuple[str, ...]) -> str:
    """The names of sources, after one another."""
    return messages.pattern("comma").join(messages.value(id) for id in ids)


def opening(views: Report, messages: Messages) -> str:
    """The summary in plain words: what was read, what is shared, what echoes, what is corroborated."""
    count, dossier = messages.count, views.index.dossier
    if not views.claims:
        return messages.text("sum_nothing")
    several = len(views.outlets) > 1
    parts = [
        messages.text(
            "sum_read",
            count("n_articles", len(dossier.articles)),
            count("gen_outlets", len(views.outlets)),
            count("n_statements", len(dossier.statements)),
            count("gen_claims", len(views.claims)),
        ),
        count("sum_shared", len(views.shared)) if several else messages.text("sum_one_outlet"),
    ]
    if several and views.echoes:
        parts.append(count("sum_echo", len(views.echoes)))
    if views.corroborated:
        parts.append(count("sum_corroborated", len(views.corroborated)))
    elif several:
        parts.append(messages.text("sum_corroborated_none"))
    return " ".join(parts)
