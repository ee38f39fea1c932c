"""Wording shared in a corpus as terminal text: the pairs that share most, with how their longest passage begins."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.media import name_of
from tawatur.model import Article, Span
from tawatur.stories.corpus.records import CorpusCopies, SharedWording
from tawatur.writing.messages import UI, Messages
from tawatur.writing.paper import Paper
from tawatur.writing.plain import one_line

_MOST, _LONG = 20, 160


def copies_to_terminal(
    found: CorpusCopies,
    articles: Sequence[Article],
    ui: UI = "en",
    *,
    width: int | None = None,
    color: bool | None = None,
) -> str:
    """The pairs as text for a terminal of `width` columns; `color` as for `to_terminal`."""
    by_id = {article.id: article for article in articles}
    names = {a.outlet: name_of(f"outlet:{a.outlet}") or a.outlet_name or a.outlet for a in articles}
    m, paper = Messages(ui, names, one_line), Paper(width, color)
    read, aligned = m.count("n_articles", found.articles), m.count("n_pairs_aligned", found.aligned)
    paper.line(m.text("copying_sum", read, m.count("n_pairs", len(found.pairs)), aligned), style="bold")
    told = sorted((pair for pair in found.pairs if not pair.standing), key=lambda p: (-p.words, p.a, p.b))
    if told:
        head = f"{m.text('head_pairs')} ({len(told)})"
        paper.line()
        paper.line(head, style="bold")
        paper.line("-" * min(len(head), 72), style="dim")
    for pair in told[:_MOST]:
        _pair(pair, by_id[pair.a], by_id[pair.b], m, paper)
    if len(told) > _MOST:
        paper.line(m.count("n_more_pairs", len(told) - _MOST), style="dim")
    if len(told) < len(found.pairs):
        paper.line(m.count("n_standing", len(found.pairs) - len(told)), style="dim")
    paper.line()
    paper.line(m.text("copying_hint"), style="dim")
    return paper.text()


def _pair(pair: SharedWording, a: Article, b: Article, m: Messages, paper: Paper) -> None:
    paper.line(m.pattern("comma").join(f"{m.value(x.outlet)} ({m.value(x.id)})" for x in (a, b)), style="green")
    counted = f"{m.count('n_words_shared', pair.words)} · {m.count('n_passages', len(pair.passages))}"
    paper.line(counted, indent=2)
    for reason in pair.reasons:
        paper.line(m.reason(reason), indent=2, style="dim")
    left, right = max(pair.passages, key=lambda passage: passage[0][1] - passage[0][0])
    for article, span in ((a, left), (b, right)):
        paper.line(f"«{m.value(_beginning(article, span))}»", indent=4)


def _beginning(article: Article, span: Span) -> str:
    """The words of a passage, cut at a blank where they are many."""
    words = one_line(article.text[slice(*span)])
    return words if len(words) <= _LONG else words[:_LONG].rpartition(" ")[0] + " …"
