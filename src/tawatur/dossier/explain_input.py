"""What a source is and what rests on it; where an article comes from and what of it was read."""

from __future__ import annotations

from tawatur.dossier.index import Index
from tawatur.dossier.shown import shown_statement
from tawatur.dossier.steps import Step, outlet, percent, plain, quote
from tawatur.model import Article, CalendarDate, InterfaceWord, Reason, Source


def explain_source(found: Index, source: Source) -> Step:
    """What a source is, under which names it appears, the claims and every statement that rest on its word."""
    steps = []
    if source.party:
        steps.append(Step(Reason("dossier.party")))
    if source.aliases:
        names = Step(Reason("dossier.aliases"), (), tuple(Step(Reason("dossier.alias", (a,))) for a in source.aliases))
        steps.append(names)
    steps += _resting(found, source)
    for statement in found.dossier.statements:
        if source.id in statement.chain[1:]:
            code = "dossier.vouches" if statement.chain[-1] == source.id else "dossier.relays"
            words = quote(found, statement.article, statement.content)
            steps.append(Step(Reason(code, (statement.id, outlet(found, statement.article))), (words,)))
    own = [s for s in found.dossier.statements if s.chain == (source.id,)]
    if own:
        steps.append(Step(Reason("dossier.tells_itself", (str(len(own)),))))
    kind = InterfaceWord(f"source_{source.kind}")
    return Step(Reason("dossier.source", (source.id, kind)), (), tuple(steps))


def _resting(found: Index, source: Source) -> list[Step]:
    """The claims of which a source is a root, each with its words; those of no single statement first of all."""
    steps = []
    for claim in found.dossier.claims:
        if source.id not in claim.roots:
            continue
        shown = shown_statement(found, claim)
        outlets = len({found.outlet_of(found.statements[m]) for m in claim.members})
        code = "dossier.rests_several" if outlets > 1 else "dossier.rests"
        steps.append(Step(Reason(code, (claim.id, str(outlets))), (quote(found, shown.article, shown.content),)))
    if not steps:
        return []
    return [Step(Reason("dossier.claims_resting", (str(len(steps)),)), (), tuple(steps))]


def explain_article(found: Index, article: Article) -> Step:
    """Where an article and its date come from, which of its text was left unread and why, and what it shares."""
    steps = []
    if article.published:
        steps.append(
            Step(
                Reason(
                    "dossier.published",
                    (CalendarDate(article.published), InterfaceWord(f"basis_{article.published_basis}")),
                )
            )
        )
    else:
        steps.append(Step(Reason("dossier.undated")))
    mine = [s for s in found.dossier.statements if s.article == article.id]
    said = sum(len(s.chain) > 1 for s in mine)
    steps.append(Step(Reason("dossier.article_says", (str(len(mine)), str(said), str(len(mine) - said)))))
    for chrome in article.chrome:
        words = quote(found, article.id, chrome.span)
        steps.append(Step(Reason("dossier.chrome"), (words,), tuple(plain((chrome.reason,)))))
    for copy in found.dossier.copies:
        if article.id in (copy.a, copy.b):
            reason = Reason("dossier.copy", (copy.a, copy.b, percent(copy.share)))
            steps.append(Step(reason, (), tuple(plain((copy.reason,)))))
    title = (quote(found, article.id, article.title),) if article.title else ()
    return Step(Reason("dossier.article", (article.id, outlet(found, article.id))), title, tuple(steps))
