"""What the reader should know about the input itself, beside what was found in it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from tawatur.model import Account, Article, Finding, Reason

if TYPE_CHECKING:
    from tawatur.judgement import Judged


def about_story(articles: Sequence[Article], events: Sequence[Sequence[str]]) -> list[Finding]:
    """Whether several outlets tell one event; `events` are the ids of the articles that go together."""
    ids = tuple(article.id for article in articles)
    found = []
    if len(ids) == 1:
        found.append(Finding(Reason("pipeline.single_article"), ids))
    elif len({article.outlet for article in articles}) == 1:
        found.append(Finding(Reason("pipeline.single_outlet", (articles[0].outlet,)), ids))
    if len(events) > 1:
        groups = "; ".join(", ".join(event) for event in events)
        found.append(Finding(Reason("pipeline.several_events", (str(len(events)), groups)), ids))
    return found


def about_judgement(judged: Sequence[Judged], unplaced: Collection[int]) -> list[Finding]:
    """What of people's judgements was used, and what could not be, since its words are no longer there."""
    used = [one for one in judged if one.number not in unplaced]
    found = []
    if used:
        by = ", ".join(dict.fromkeys(one.by for one in used))
        found.append(Finding(Reason("pipeline.judged", (str(len(used)), by))))
    if unplaced:
        found.append(Finding(Reason("pipeline.judgements_unplaced", (str(len(unplaced)),))))
    return found


def about_articles(accounts: Sequence[Account], languages: Collection[str]) -> list[Finding]:
    """One finding for each lack, naming the articles that have it; `languages` are those whose articles are read."""
    articles = [account.article for account in accounts]
    read = [account for account in accounts if account.article.language in languages]
    found = []
    for language in sorted({article.language for article in articles if article.language not in languages}):
        unread = tuple(article.id for article in articles if article.language == language)
        names = ", ".join(unread)
        known = language != "und"  # BCP 47: undetermined
        reason = (
            Reason("pipeline.language_not_read", (language, names))
            if known
            else Reason("pipeline.language_unknown", (names,))
        )
        found.append(Finding(reason, unread))
    lacks = {
        "pipeline.no_statements": tuple(account.article.id for account in read if not account.statements),
        "pipeline.no_date": tuple(article.id for article in articles if article.published is None),
        "pipeline.outlet_unknown": tuple(article.id for article in articles if article.outlet.startswith("unknown:")),
    }
    found += [Finding(Reason(code, (", ".join(ids),)), ids) for code, ids in lacks.items() if ids]
    return found
