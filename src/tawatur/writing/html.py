"""A dossier as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

The page is laid out by the templates in `templates/`; this module prepares what they show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from tawatur.dossier.explain import explain_statement, independence, link_steps
from tawatur.dossier.index import relation_id
from tawatur.dossier.shown import word_set
from tawatur.dossier.views import ClaimView, Report, report
from tawatur.model import Article, Copy, Dossier, InterfaceWord, Relation, Span, Statement
from tawatur.writing.highlight import Layer, differing, paragraphs, statement_layers, stretch
from tawatur.writing.hypertext import Hypertext, anchors, language_attributes
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names

if TYPE_CHECKING:
    from jinja2 import Environment

# A sentence longer than this is shown from its first to its last telling word only.
_LONG_SENTENCE = 320
_SHOWN_BESIDE = {
    "dossier.chain_outlet",
    "dossier.chain_relay",
    "dossier.chain_speaker",
    "dossier.in_claim",
    "dossier.claim_alone",
}
# Characters that HTML cannot hold, or that would show as nothing.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def to_html(dossier: Dossier, ui: UI = "en") -> str:
    """The report as one HTML document, its interface in English or Arabic. The same dossier gives the same text."""
    views = report(dossier)
    messages = Messages(ui, reader_names(dossier, ui))
    page = Page(views, messages)
    html = _environment().get_template("report.html.j2").render(page=page, views=views, dossier=dossier, h=page.text)
    return _UNSHOWABLE.sub("\ufffd", html)


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("tawatur.writing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["relation_id"] = relation_id
    return environment


class Page:
    """What the templates ask for beyond the views: marked-up passages, explanations, names."""

    def __init__(self, views: Report, messages: Messages) -> None:
        found = views.index
        shown = {*found.articles, *found.statements, *found.claims, *(row.source.id for row in views.sources)}
        self.views, self.index, self.ui = views, found, messages.ui
        self.text = Hypertext(found, messages, anchors(found, shown))
        self.anchors = self.text.anchors
        self.messages = messages
        self._view = {view.claim.id: view for view in views.claims}
        self._numbers = {relation: at for at, relation in enumerate(views.conflicts + views.updates, start=1)}

    @property
    def css(self) -> Markup:
        """The style sheet; it comes with the program and holds nothing of the input."""
        return Markup((files("tawatur.writing") / "templates" / "report.css").read_text(encoding="utf-8"))

    @property
    def direction(self) -> str:
        """The direction of the interface."""
        return "rtl" if self.ui == "ar" else "ltr"

    def view(self, claim: str) -> ClaimView:
        """The view of a claim by its id."""
        return self._view[claim]

    def name(self, id: str) -> str:
        """The reader's name for a source id."""
        return self.messages.name(id)

    def outlet(self, key: str) -> str:
        """The reader's name for an outlet key."""
        return self.messages.name(f"outlet:{key}")

    def headline(self) -> tuple[str, Article] | None:
        """The headline that heads the report: that of the earliest article that has one."""
        titled = [article for article in self.views.index.dossier.articles if article.title]
        if not titled:
            return None
        first = min(titled, key=lambda article: article.published or "~")
        return self._title(first), first

    def _title(self, article: Article) -> str:
        return article.text[slice(*article.title)].strip() if article.title else article.id

    def title(self, article: Article) -> str:
        """An article's headline, else its id."""
        return self._title(article) or article.id

    def gloss(self, view: ClaimView) -> Markup:
        """The exact words that stand for a claim, in the direction of their article."""
        return self.exact(view.shown)

    def exact(self, statement: Statement) -> Markup:
        """The exact words of a statement."""
        attributes = self.text.article_attributes(statement.article)
        words = escape(self.index.words(statement.article, statement.content))
        return Markup(f"<bdi {attributes}>{words}</bdi>")

    def origins(self, view: ClaimView) -> Markup:
        """The number of independent origins in words."""
        low, high = view.claim.independent
        if low == high:
            return self.text.count("n_origins", low) if low else self.text.text("origins_0")
        if (low, high) in {(1, 2), (0, 1)}:
            return self.text.text(f"origins_{low}_{high}")
        return self.text.text("origins_range", str(low), str(high))

    def origins_short(self, view: ClaimView) -> str:
        """The number of independent origins in figures: "2", "1–2"."""
        low, high = view.claim.independent
        return str(low) if low == high else f"{low}–{high}"

    def percent(self, share: float) -> str:
        """A share in whole per cent."""
        return f"{100 * share:.0f}"

    def relation_number(self, relation: Relation) -> int:
        """Which relation this is, in the order of the report; its place is `relation-N`."""
        return self._numbers[relation]

    def passage(self, view: ClaimView, member: Statement) -> Markup:
        """A member in its sentence; words that no other outlet uses for this claim are marked."""
        text = self.index.articles[member.article].text
        layers = statement_layers(member)
        outlet = self.index.outlet_of(member)
        others = [word_set(self.index.words(m.article, m.content)) for m in view.members if self._other(m, outlet)]
        if others:
            layers += differing(text, member.content, frozenset().union(*others))
        start, end = self._frame(member)
        before = "… " if start > member.sentence[0] else ""
        after = " …" if end < member.sentence[1] else ""
        return Markup(f"{before}{stretch(text, start, end, layers)}{after}")

    def _other(self, member: Statement, outlet: str) -> bool:
        return self.index.outlet_of(member) != outlet

    def _frame(self, member: Statement) -> Span:
        start, end = member.sentence
        parts = [span for span in (member.content, member.source, member.cue, member.via) if span]
        first, last = min(span[0] for span in parts), max(span[1] for span in parts)
        if end - start > _LONG_SENTENCE:
            return first, last
        return min(start, first), max(end, last)

    def chain_steps(self, member: Statement) -> Markup:
        """How a statement was read, as a list; the plain links of the chain and the claim already stand beside it."""
        steps = explain_statement(self.index, member).steps
        return self.text.steps([step for step in steps if step.reason.code not in _SHOWN_BESIDE])

    def link_steps(self, view: ClaimView) -> Markup:
        """Why the members of a claim are one."""
        return self.text.steps(link_steps(view.claim))

    def count_steps(self, view: ClaimView) -> Markup:
        """Why a claim has its number of origins."""
        return self.text.steps(independence(view.claim).steps)

    def side(self, relation: Relation, at: int) -> Markup:
        """One side of a conflict: the statement in its sentence, the words that differ marked."""
        statement = self.index.statements[relation.statements[at]]
        text = self.index.articles[statement.article].text
        layers = [*statement_layers(statement), Layer(relation.spans[at], "diff")]
        return stretch(text, *self._frame(statement), layers)

    def conflict_steps(self, relation: Relation) -> Markup:
        """Why two claims are held to conflict."""
        return self.text.reason(relation.reason)

    def statement(self, id: str) -> Statement:
        """A statement by its id."""
        return self.index.statements[id]

    def article_of(self, statement: str) -> Article:
        """The article of a statement."""
        return self.index.articles[self.index.statements[statement].article]

    def attributes(self, article: str) -> Markup:
        """`lang` and `dir` of an article."""
        return language_attributes(self.index.articles[article])

    def article_title(self, article: Article) -> Markup:
        """An article's headline with its statements."""
        if article.title is None:
            return Markup("<bdi>{}</bdi>").format(article.id)
        return Markup(" ").join(self._paragraphs(article, *article.title))

    def article_body(self, article: Article) -> list[Markup]:
        """An article's text after its headline, line by line, with its statements; what stands before stays above."""
        if article.title is None:
            return self._paragraphs(article, 0, len(article.text))
        before = self._paragraphs(article, 0, article.title[0])
        return before + self._paragraphs(article, article.title[1], len(article.text))

    def _paragraphs(self, article: Article, start: int, end: int) -> list[Markup]:
        mine = [s for s in self.index.dossier.statements if s.article == article.id]
        layers = [layer for statement in mine for layer in statement_layers(statement)]
        layers += [Layer(chrome.span, "chrome") for chrome in article.chrome]
        links = {
            s.id: (
                self.anchors[s.id],
                self.anchors[self.index.claim_of[s.id].id] if s.id in self.index.claim_of else self.anchors[s.id],
                "said" if len(s.chain) > 1 else "own",
            )
            for s in mine
        }
        return paragraphs(article, layers, links, start, end)

    def dates(self, article: Article) -> list[tuple[str, str, str]]:
        """The dates of an article: the words, the value, the basis."""
        return [
            (self.index.words(article.id, date.span), date.value or "", InterfaceWord(f"basis_{date.basis}"))
            for date in self.index.dossier.dates
            if date.article == article.id
        ]

    def copy_sides(self, copy: Copy) -> Iterable[tuple[Markup, Markup]]:
        """The shared passages of two articles, the words that only one side has marked."""
        left, right = self.index.articles[copy.a].text, self.index.articles[copy.b].text
        for a, b in copy.passages:
            in_a, in_b = word_set(left[slice(*a)]), word_set(right[slice(*b)])
            yield (
                stretch(left, *a, differing(left, a, in_b)),
                stretch(right, *b, differing(right, b, in_a)),
            )
