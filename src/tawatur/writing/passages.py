"""Passages of the articles as HTML: a statement in its sentence, a claim's words, an article's paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape

from tawatur.dossier.index import Index
from tawatur.dossier.parts import ClaimView
from tawatur.dossier.series import Figure
from tawatur.dossier.shown import denied_outside, lead_in
from tawatur.model import Article, Copy, Relation, Span, Statement
from tawatur.writing.comparing import Wording, content_wording, differences
from tawatur.writing.highlight import Layer, differing, paragraphs, statement_layers, stretch
from tawatur.writing.hypertext import language_attributes
from tawatur.writing.places import Places

# A sentence longer than this is shown from its first to its last telling word only.
_LONG_SENTENCE = 320


class Passages:
    """Writes the passages of one dossier; `places` says where its records are shown.

    `denied` is what the interface, in the language `ui`, puts before words that their speaker denies.
    """

    def __init__(self, index: Index, places: Places, ui: str, denied: str) -> None:
        self.index, self.places, self.ui, self.denied = index, places, ui, denied
        self._worded: dict[str, Wording] = {}

    def exact(self, statement: Statement) -> Markup:
        """The exact words of a statement; what its sentence says before, where they cannot be read alone, is dimmed.

        A denial that stands outside of them is told first: "denied: the ferry was overloaded".
        """
        article = self.index.articles[statement.article]
        before = lead_in(self.index, statement)
        words = Markup(escape(self.index.words(statement.article, statement.content)))
        if before:
            cut = "… " if before[0] > statement.sentence[0] else ""
            words = (
                Markup('<span class="before">{}{}</span>').format(cut, self.index.words(statement.article, before))
                + words
            )
        if denied_outside(self.index, statement):
            words = Markup('<bdi class="denied" lang="{}">{}</bdi> ').format(self.ui, self.denied) + words
        return Markup("<bdi {}>{}</bdi>").format(language_attributes(article), words)

    def passage(self, view: ClaimView, member: Statement) -> Markup:
        """A member in its sentence; words that no other outlet uses for this claim are marked."""
        text = self.index.articles[member.article].text
        layers = statement_layers(member)
        outlet = self.index.outlet_of(member)
        others = [m for m in view.members if self.index.outlet_of(m) != outlet]
        if others:
            told = frozenset[str]().union(*(self._wording(m).keys for m in others))
            layers += differing(text, member.content, told, self._wording(member).of)
        start, end = _frame(member)
        before = "… " if start > member.sentence[0] else ""
        after = " …" if end < member.sentence[1] else ""
        return Markup(f"{before}{stretch(text, start, end, layers)}{after}")

    def _wording(self, member: Statement) -> Wording:
        if member.id not in self._worded:
            self._worded[member.id] = content_wording(self.index.articles[member.article].text, member)
        return self._worded[member.id]

    def side(self, relation: Relation, at: int) -> Markup:
        """One side of a conflict: the statement in its sentence, the words that differ marked."""
        statement = self.index.statements[relation.statements[at]]
        text = self.index.articles[statement.article].text
        layers = [*statement_layers(statement), Layer(relation.spans[at], "diff")]
        return stretch(text, *_frame(statement), layers)

    def figure(self, figure: Figure) -> Markup:
        """The words of a statement that gives a figure, the number marked."""
        article = self.index.articles[figure.article]
        layers = [Layer(figure.span, "counted")]
        words = stretch(article.text, *figure.statement.content, layers)
        return Markup("<bdi {}>{}</bdi>").format(language_attributes(article), words)

    def article_title(self, article: Article) -> Markup:
        """An article's headline with its statements."""
        if article.title is None:
            return Markup("<bdi>{}</bdi>").format(article.id)
        return Markup(" ").join(self._paragraphs(article, *article.title))

    def article_body(
        self, article: Article, layers: Sequence[Layer] = (), marks: Mapping[int, Markup] | None = None
    ) -> list[Markup]:
        """An article's text after its headline, line by line, with its statements; what stands before stays above.

        More `layers` and `marks` are those of `highlight.paragraphs`.
        """
        if article.title is None:
            return self._paragraphs(article, 0, len(article.text), layers, marks)
        before = self._paragraphs(article, 0, article.title[0], layers, marks)
        return before + self._paragraphs(article, article.title[1], len(article.text), layers, marks)

    def _paragraphs(
        self,
        article: Article,
        start: int,
        end: int,
        more: Sequence[Layer] = (),
        marks: Mapping[int, Markup] | None = None,
    ) -> list[Markup]:
        mine = [s for s in self.index.dossier.statements if s.article == article.id]
        layers = [layer for statement in mine for layer in statement_layers(statement)]
        layers += [*(Layer(chrome.span, "chrome") for chrome in article.chrome), *more]
        links = {
            s.id: (
                self.places.anchors[s.id],
                self.places.link(self.index.claim_of[s.id].id if s.id in self.index.claim_of else s.id),
                "said" if len(s.chain) > 1 else "own",
            )
            for s in mine
        }
        return paragraphs(article, layers, links, start, end, marks)

    def copy_sides(self, copy: Copy) -> Iterable[tuple[Markup, Markup]]:
        """The shared passages of two articles, the words by which they part marked on either side."""
        left, right = self.index.articles[copy.a].text, self.index.articles[copy.b].text
        for a, b in copy.passages:
            parted = differences(left, a, right, b)
            yield (
                stretch(left, *a, [Layer(one, "diff") for one, _ in parted if one]),
                stretch(right, *b, [Layer(other, "diff") for _, other in parted if other]),
            )


def _frame(member: Statement) -> Span:
    start, end = member.sentence
    parts = [span for span in (member.content, member.source, member.cue, member.via) if span]
    first, last = min(span[0] for span in parts), max(span[1] for span in parts)
    if end - start > _LONG_SENTENCE:
        return first, last
    return min(start, first), max(end, last)
