"""What the plain-text reports share: lines that survive any input, and the wording of counts."""

from __future__ import annotations

import re
from urllib.parse import unquote

from tawatur.dossier.heading import heading
from tawatur.dossier.parts import ClaimView, Report
from tawatur.dossier.shown import denied_outside, lead_in
from tawatur.writing.messages import Messages

# Controls, lone surrogates, and the bidi controls that an input could leave open.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")

KINDS = ("corroborated", "echoes", "open", "unsourced", "within")
"""The groups of claims that a report lists, as `Report` names them."""


def one_line(text: str) -> str:
    """Words from an input on one line, without anything that could steer a terminal or the lines after them."""
    return " ".join(_BIDI.sub("", _UNSAFE.sub(" ", text)).split())


def readable(url: str) -> str:
    """An address with its letters as they read ("%D8%A3" as "أ"); as it is where that would hide something."""
    try:
        plain = unquote(url, errors="strict")
    except UnicodeDecodeError:
        return url
    return plain if plain == one_line(plain) and " " not in plain else url


def claim_words(views: Report, view: ClaimView, messages: Messages) -> str:
    """The exact words that stand for a claim, on one line; what they need before them stands in brackets."""
    words = one_line(views.index.words(view.shown.article, view.shown.content))
    if denied_outside(views.index, view.shown):
        words = messages.text("denied") + words
    before = lead_in(views.index, view.shown)
    return f"[{one_line(views.index.words(view.shown.article, before))}] {words}" if before else words


def origins_text(messages: Messages, view: ClaimView) -> str:
    """The number of independent origins in words."""
    low, high = view.claim.independent
    if low == high:
        return messages.count("n_origins", low) if low else messages.text("origins_0")
    if (low, high) in {(1, 2), (0, 1)}:
        return messages.text(f"origins_{low}_{high}")
    return messages.text("origins_range", str(low), str(high))


def grade_text(messages: Messages, view: ClaimView) -> str:
    """The suggested number of the Admiralty scale in words: "?3 possibly true"."""
    return messages.pattern(f"admiralty_{view.credibility.grade}")


def grade_line(messages: Messages, view: ClaimView) -> str:
    """The suggestion, called one, with its reason and what else to know."""
    reasons = (view.credibility.reason, *view.credibility.caveats)
    why = messages.pattern("semicolon").join(messages.reason(reason) for reason in reasons)
    return f"{messages.text('admiralty')}: {grade_text(messages, view)}. {why}"


def outlet_names(messages: Messages, keys: tuple[str, ...]) -> str:
    """The names of outlets, after one another."""
    return messages.pattern("comma").join(messages.value(f"outlet:{key}") for key in keys)


def source_names(messages: Messages, ids: tuple[str, ...]) -> str:
    """The names of sources, after one another."""
    return messages.pattern("comma").join(messages.value(id) for id in ids)


def shortened(text: str, most: int = 18) -> str:
    """Words for a title: the whole passage, or its first words up to a comma, and an ellipsis."""
    parts = one_line(text).split(" ")
    if len(parts) <= most:
        return " ".join(parts)
    commas = [at for at, part in enumerate(parts[:most], start=1) if part.endswith(("،", ",")) and at >= most // 2]
    return " ".join(parts[: commas[0] if commas else most]).rstrip("،,:؛") + " …"


def title_of(views: Report) -> str:
    """What heads a report: the story's name, else the words of the claim most outlets carry, else its id."""
    head = heading(views)
    if head.name is not None or head.statement is None:
        return head.name or views.index.dossier.story
    return shortened(views.index.words(head.statement.article, head.statement.content))


def days(messages: Messages, ends: tuple[str, ...]) -> str:
    """One day, or the first and the last, in words; nothing when none is known."""
    if len(ends) < 2:
        return messages.date(ends[0]) if ends else ""
    return messages.text("days", *(messages.date(end) for end in ends))


def title(views: Report) -> str:
    """What heads a report, on one line."""
    head = heading(views)
    if head.name is not None or head.statement is None:
        return one_line(head.name or views.index.dossier.story)
    return shortened(views.index.words(head.statement.article, head.statement.content))


def sums(views: Report) -> list[tuple[str, int, str]]:
    """Every claim accounted for: the key of a counted text, how many, and the part of the report that holds them.

    The counts of the claims of several outlets add up to their number; those of one outlet follow.
    """
    if not views.several:
        found = [("sum_within_only", len(views.within), "claims")]
    else:
        found = [
            ("sum_corroborated", len(views.corroborated), "part-corroborated"),
            ("sum_echo", len(views.echoes), "part-echoes"),
            ("sum_open", len(views.open), "part-open"),
            ("sum_unsourced", len(views.unsourced), "part-unsourced"),
            ("sum_lone", len(views.single), "lone"),
            ("sum_within", len(views.within), "part-within"),
        ]
    found += [
        ("sum_conflicts", len(views.conflicts), "conflicts"),
        ("sum_updates", len(views.updates), "conflicts"),
    ]
    return [one for one in found if one[1]]


def opening(views: Report, messages: Messages) -> list[str]:
    """The summary in plain words, sentence by sentence: what was read, then what became of every claim."""
    count, dossier = messages.count, views.index.dossier
    if not views.claims:
        return [messages.text("sum_nothing")]
    read = messages.text(
        "sum_read",
        count("n_articles", len(dossier.articles)),
        count("gen_outlets", len(views.outlets)),
        count("n_statements", len(dossier.statements)),
        count("gen_claims", len(views.claims)),
    )
    if not views.several:
        shared = messages.text("sum_one_outlet")
    else:
        shared = count("sum_shared", len(views.shared)) if views.shared else messages.text("sum_shared_none")
    parts = [f"{read} {shared}", *(count(key, number) for key, number, _ in sums(views))]
    if views.shared and not views.corroborated:
        parts.insert(1, messages.text("sum_corroborated_none"))
    if not views.relations:
        parts.append(messages.text("no_conflicts"))
    return [one_line(part) for part in parts]
