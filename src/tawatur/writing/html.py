"""A dossier as one HTML page that needs nothing else: no script, no font, no picture from anywhere.

The page is laid out by the templates in `templates/`; `Page` prepares what they ask for, `Passages` the marked-up text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from tawatur.dossier.coverage import Coverage, coverage
from tawatur.dossier.event_days import EventDay, event_days
from tawatur.dossier.explain import explain_statement, grade, independence, link_steps
from tawatur.dossier.heading import heading
from tawatur.dossier.parts import ClaimView, Report
from tawatur.dossier.series import Figure, Series
from tawatur.dossier.views import report
from tawatur.model import Article, Dossier, InterfaceWord, Reason, Relation, Statement
from tawatur.writing import figures
from tawatur.writing.hypertext import Hypertext, anchors, language_attributes, short_ids
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.passages import Passages
from tawatur.writing.pictures import Kind, picture_of
from tawatur.writing.places import Places
from tawatur.writing.plain import days, grade_text, readable, sums, title_of
from tawatur.writing.templating import environment, matrix_rules, sheet, showable

if TYPE_CHECKING:
    from jinja2 import Environment

_WEB = re.compile(r"https?://", re.IGNORECASE)
_BLANK = re.compile(r"\n{2,}")  # lines that templates leave; nothing on the page keeps its own
_SHOWN_BESIDE = {
    "dossier.sentence",
    "dossier.chain_outlet",
    "dossier.chain_relay",
    "dossier.chain_speaker",
    "dossier.own_voice",
    "statements.own_voice",
    "dossier.read_as",
    "dossier.confidence",
    "dossier.in_claim",
    "dossier.claim_alone",
}


def to_html(dossier: Dossier, ui: UI = "en") -> str:
    """The report as one HTML document, its interface in English or Arabic. The same dossier gives the same text."""
    views = report(dossier)
    short = short_ids(views.index)
    messages = Messages(ui, {**reader_names(dossier, ui), **short})
    page = Page(views, messages, Places(report_anchors(views, short)))
    page.numbered = bool(short)
    html = _environment().get_template("report.html.j2").render(page=page, views=views, dossier=dossier, h=page.text)
    return showable(_BLANK.sub("\n", html))


@cache
def _environment() -> Environment:
    return environment()


class Page:
    """What the templates ask for beyond the views: the head, links, names, explanations.

    `places` says where records are shown; without it all of them are on this page. `brief` is for a page that leads to
    others, and shows the first few of what is many; `numbered` for one that names statements by their article's number.
    """

    brief = False
    numbered = False

    def __init__(self, views: Report, messages: Messages, places: Places | None = None) -> None:
        found = views.index
        self.views, self.index, self.ui, self.messages = views, found, messages.ui, messages
        self.places = places or Places(report_anchors(views))
        self.anchors = self.places.anchors
        self.text = Hypertext(found, messages, self.places)
        self.passages = Passages(found, self.places, self.ui, messages.pattern("denied").strip())
        self.head = heading(views)
        self._view = {view.claim.id: view for view in views.claims}
        self._articles = {id: at for at, id in enumerate(found.articles, start=1)}
        self._numbers = {relation: at for at, relation in enumerate(views.relations, start=1)}

    @property
    def css(self) -> Markup:
        """The style sheet, with the widths that the matrix of this report needs."""
        return sheet() + matrix_rules(len(self.views.outlets))

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

    def column(self, key: str) -> Markup:
        """An outlet's name for a narrow column: a host's name may break before its dots."""
        parts = (escape(part) for part in self.outlet(key).split("."))
        return Markup("<bdi>{}</bdi>").format(Markup("<wbr>.").join(parts))

    @property
    def title(self) -> str:
        """What heads the report."""
        return title_of(self.views)

    @property
    def headline(self) -> Article | None:
        """The article whose headline the title is; none where it is the story's name or a claim's words."""
        return None

    @property
    def days(self) -> str:
        """When the articles were published, in words."""
        return days(self.messages, self.head.days)

    @property
    def read(self) -> tuple[tuple[str, str], ...]:
        """What was read, in counts, each with the part of the report that holds it."""
        count, views = self.messages.count, self.views
        return (
            (count("n_articles", len(self.index.articles)), "articles"),
            (count("gen_outlets", len(views.outlets)), "matrix" if views.compared else "articles"),
            (count("n_statements", len(self.index.statements)), "articles"),
            (count("gen_claims", len(views.claims)), "claims" if views.shared or not views.several else "lone"),
        )

    @property
    def sums(self) -> list[tuple[str, int, str]]:
        """What became of every claim: text, number, place in the report."""
        return sums(self.views)

    @property
    def figures(self) -> list[tuple[str, int, str]]:
        """The large figures: caption, number, place in the report."""
        views = self.views
        compared = "matrix" if views.compared else "articles"
        found = [("figure_articles", len(self.index.articles), "articles")]
        found += [("figure_outlets", len(views.outlets), compared)] if views.several else []
        found.append(("figure_origins", views.origins, "sources" if views.sources else "about"))
        if views.several:
            found.append(("figure_shared", len(views.shared), "claims" if views.shared else "about"))
            place = "part-corroborated" if views.corroborated else "about"
            found.append(("figure_corroborated", len(views.corroborated), place))
        return found

    def gloss(self, view: ClaimView) -> Markup:
        """The exact words that stand for a claim, in the direction of their article."""
        return self.passages.exact(view.shown)

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

    def one_for(self, view: ClaimView) -> list[Reason]:
        """Why several sources of a claim count for fewer: the reasons of its ties that a reader should see at once."""
        return list(dict.fromkeys(reason for tie in view.claim.ties for reason in tie.reasons))[:2]

    def percent(self, share: float) -> str:
        """A share in whole per cent."""
        return f"{100 * share:.0f}"

    def relation_number(self, relation: Relation) -> int:
        """Which relation this is, in the order of the report; its place is `relation-N`."""
        return self._numbers[relation]

    def at(self, relation: Relation) -> str:
        """The link to a relation."""
        return self.places.relation(self._numbers[relation])

    def is_own(self, view: ClaimView) -> bool:
        """Whether a claim is told in outlets' own voice only, and nothing conflicts with it."""
        unvouched = view.claim.independent == (0, 0) and view.credibility.grade == 6 and not view.claim.roots
        return unvouched and not view.relations and all(len(member.chain) == 1 for member in view.members)

    @cached_property
    def has_own(self) -> bool:
        """Whether there is any such claim."""
        return any(map(self.is_own, self.views.single))

    def chain_steps(self, member: Statement) -> Markup:
        """How a statement was read, as a list; its chain, its tags and the claim already stand beside it."""
        steps = explain_statement(self.index, member).steps
        return self.text.steps([step for step in steps if step.reason.code not in _SHOWN_BESIDE])

    def link_steps(self, view: ClaimView) -> Markup:
        """Why the members of a claim are one."""
        return self.text.steps(link_steps(view.claim))

    def count_steps(self, view: ClaimView) -> Markup:
        """Why a claim has its number of origins."""
        return self.text.steps(independence(view.claim).steps)

    def grade(self, view: ClaimView) -> str:
        """The number suggested for a claim on the Admiralty scale, in words."""
        return grade_text(self.messages, view)

    def grade_steps(self, view: ClaimView) -> Markup:
        """Why that number is suggested, and what else to know before using it."""
        return self.text.steps(grade(self.index, view.claim).steps)

    def shared_name(self, series: Series) -> bool:
        """Whether another series counts what this one does, so that its words must tell them apart."""
        return sum(other.counted == series.counted for other in self.views.figures) > 1

    def bar(self, series: Series, figure: Figure) -> Markup:
        """A figure as a stretch of a line, in hundredths of the largest of its series."""
        start, size = figures.bar(series, figure)
        return Markup(
            '<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
            '<rect x="{}" width="{}" height="4"/></svg>'
        ).format(start, size)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """How each outlet covers what several tell."""
        return coverage(self.views)

    @cached_property
    def days_of_events(self) -> tuple[EventDay, ...]:
        """The days that claims name, with the claims."""
        return event_days(self.views)

    def picture(self, kind: Kind) -> Markup:
        """A picture of the story that takes its colours from the page."""
        return Markup(picture_of(self.views, kind, self.messages))

    def statement(self, id: str) -> Statement:
        """A statement by its id."""
        return self.index.statements[id]

    def attributes(self, article: str) -> Markup:
        """`lang` and `dir` of an article."""
        return language_attributes(self.index.articles[article])

    def address(self, url: str) -> Markup:
        """A web address that leads there, with its letters as they read; any other address as it is."""
        link = Markup('<a href="{}" rel="noreferrer external">{}</a>') if _WEB.match(url) else Markup("{1}")
        return link.format(url, Markup('<bdi dir="ltr">{}</bdi>').format(readable(url)))

    def number(self, article: str) -> int:
        """Which article this is, in the order of the report."""
        return self._articles[article]

    def place(self, statement: str) -> str:
        """The fragment name of a statement with its chain."""
        return f"passage-{self.anchors[statement]}"

    def dates(self, article: Article) -> list[tuple[str, str, str]]:
        """The dates of an article: the words, the value, the basis."""
        return [
            (self.index.words(article.id, date.span), date.value or "", InterfaceWord(f"basis_{date.basis}"))
            for date in self.index.dossier.dates
            if date.article == article.id
        ]

    def linked(self, key: str, *values: tuple[str, str]) -> Markup:
        """A text whose values are links: each value is `(words, part of the report)`."""
        made = [Markup('<a href="{}">{}</a>').format(self.places.part(part), words) for words, part in values]
        return self.text.filled(key, *made)


def report_anchors(views: Report, names: Mapping[str, str] | None = None) -> dict[str, str]:
    """A fragment name for the id of every record that a report has a place for; `names` are those of `anchors`."""
    found = views.index
    shown = {*found.articles, *found.statements, *found.claims, *(row.source.id for row in views.sources)}
    return anchors(found, shown, names)
