"""A sentence followed through articles: the passages that speak of it, and what stands behind either side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from tawatur.dossier import assemble
from tawatur.model import Account, Claim, Reject
from tawatur.origins import judge
from tawatur.settings import Settings
from tawatur.stories import find_copies, resolve_sources
from tawatur.tracing.judging import judge_passage
from tawatur.tracing.passages import Reading, bits, find_passages, read_passages
from tawatur.tracing.question import Question
from tawatur.tracing.records import Hit, Standing, Trace
from tawatur.tracing.sameness import weights_hash

_LEAST = 12  # words of a passage, at least, however short the sentence


def find_hits(question: Question, reading: Reading, settings: Settings) -> list[Hit]:
    """The passages of one article that speak of the question, in order of the text."""
    found = bits(question, reading)
    size = max(_LEAST, round(settings.trace_window * len(question.whole.terms)))
    least = min(settings.trace_matter, settings.trace_denied)
    hits = list[Hit]()
    for passage in find_passages(question, reading, found, size, least, settings.trace_passages):
        hit = judge_passage(question, passage, reading, found, settings)
        if hit is not None:
            hits.append(hit)
    return sorted(hits, key=lambda hit: hit.matched)


def standing(hits: Sequence[Hit]) -> Standing:
    """The stance of an article with these hits: both sides, one of them, only discussing, or not about it."""
    stances = {hit.stance for hit in hits}
    if "deny" in stances:
        return "both" if "support" in stances else "deny"
    if "support" in stances:
        return "support"
    return "discuss" if stances else "unrelated"


def follow(
    question: Question,
    accounts: Sequence[Account],
    rejects: Sequence[Reject],
    settings: Settings,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> Trace:
    """The trace of a question through articles that were read; only those with hits take part in the judging.

    `told` hears how many articles were searched, and how many there are.
    """
    by_article = dict[str, list[Hit]]()
    for number, account in enumerate(accounts):
        told(number, len(accounts))
        by_article[account.article.id] = find_hits(question, read_passages(account), settings)
    about = [account for account in accounts if by_article[account.article.id]]
    hits = tuple(hit for account in about for hit in by_article[account.article.id])
    sources, resolved = resolve_sources(about)
    copies = find_copies([account.article for account in about])
    sides = [
        Claim(stance, tuple(dict.fromkeys(hit.statement for hit in hits if hit.stance == stance)))
        for stance in ("support", "deny")
        if any(hit.stance == stance for hit in hits)
    ]
    judged = judge(sides, resolved, sources, copies, settings)
    text = question.article.text
    dossier = assemble(text, resolved, sources, judged, (), copies, (), rejects, settings)
    made = dossier.manifest
    weights = ("tracing/weights.json", weights_hash())
    dossier = replace(dossier, manifest=replace(made, data=tuple(sorted((*made.data, weights)))))
    return Trace(text, hits, tuple((id, standing(found)) for id, found in by_article.items()), dossier)
