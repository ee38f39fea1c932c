"""A dossier, or an explanation, as terminal text: no boxes, every quotation on a line of its own.

Terminals differ in how they order right-to-left letters; a line that holds one direction only reads well in all.
"""

from __future__ import annotations

from tawatur.dossier.index import relation_id
from tawatur.dossier.parts import ClaimView, Report, Standing
from tawatur.dossier.series import Figure
from tawatur.dossier.steps import Step
from tawatur.dossier.views import report
from tawatur.model import Dossier, Relation
from tawatur.writing.comparing import differences
from tawatur.writing.figures import counted, reported, standing, value
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.paper import Paper
from tawatur.writing.plain import (
    KINDS,
    claim_words,
    grade_line,
    one_line,
    opening,
    origins_text,
    outlet_names,
    source_names,
    title,
)

_STYLE: dict[Standing, str] = {"corroborated": "green", "open": "yellow", "one_origin": "magenta", "unsourced": ""}
_SHORT, _FEW = 8, 3


def to_terminal(dossier: Dossier, ui: UI = "en", *, width: int | None = None, color: bool | None = None) -> str:
    """The report as text for a terminal of `width` columns (None: that of the terminal, 80 when there is none).

    `color` None means colour when standard output is a terminal and `NO_COLOR` is not set (https://no-color.org).
    """
    messages = Messages(ui, reader_names(dossier, ui), one_line)
    paper = Paper(width, color)
    _Report(report(dossier), messages, paper).write()
    return paper.text()


def explanation(
    dossier: Dossier, step: Step, ui: UI = "en", *, width: int | None = None, color: bool | None = None
) -> str:
    """An explanation (`tawatur.dossier.explain`) as terminal text, each step indented under what it explains."""
    messages = Messages(ui, reader_names(dossier, ui), one_line)
    paper = Paper(width, color)

    def write(step: Step, depth: int) -> None:
        line = messages.reason(step.reason)
        if depth == 0:
            paper.line(line, style="bold")
        else:
            paper.line(line, indent=2 * depth - 2, bullet="- ")
        for quote in step.quotes:
            paper.line(f"“{one_line(quote.words)}”", indent=2 * depth + 2, style="cyan")
        for under in step.steps:
            write(under, depth + 1)

    write(step, 0)
    return paper.text()


class _Report:
    """The sections of the report, in the order of their weight."""

    def __init__(self, views: Report, messages: Messages, paper: Paper) -> None:
        self._views, self._m, self._paper = views, messages, paper

    def write(self) -> None:
        views, m = self._views, self._m
        self._head(f"tawatur · {title(views)}", rule="=")
        for at, sentence in enumerate(opening(views, m)):
            self._paper.line(sentence, bullet="- " if at else "")
        for name in KINDS:
            self._claims(f"head_{name}", f"about_{name}", getattr(views, name))
        self._conflicts(views.relations)
        self._figures()
        self._lone()
        self._left_out()
        self._sources()
        self._copies()
        self._problems()
        self._paper.line()
        if views.claims:
            self._paper.line(f"{m.text('admiralty')}. {m.text('about_admiralty')}", style="dim")
        self._paper.line(m.text("explain_hint").replace("`", ""), style="dim")

    def _head(self, text: str, number: int | None = None, rule: str = "-") -> None:
        head = text if number is None else f"{text} ({number})"
        if rule == "-":
            self._paper.line()
        self._paper.line(head, style="bold")
        self._paper.line(rule * min(len(head), 72), style="dim")

    def _claims(self, head: str, about: str, claims: tuple[ClaimView, ...]) -> None:
        if not claims:
            return
        self._head(self._m.text(head), len(claims))
        self._paper.line(self._m.text(about), style="dim")
        for view in claims[:_SHORT]:
            self._claim(view)
        if len(claims) > _SHORT:
            self._paper.line(self._m.count("n_more", len(claims) - _SHORT), indent=2, style="dim")

    def _claim(self, view: ClaimView) -> None:
        m = self._m
        parts = [view.claim.id, origins_text(m, view), m.count("n_outlets", len(view.outlets))]
        self._paper.line(" · ".join(parts), style=_STYLE[view.standing])
        self._paper.line(claim_words(self._views, view, m), indent=4)
        if view.claim.roots:
            self._paper.line(f"{m.text('rests_on')}: {source_names(m, view.claim.roots)}", indent=4, style="dim")
        self._paper.line(grade_line(m, view), indent=4, style="dim")

    def _conflicts(self, relations: tuple[Relation, ...]) -> None:
        if not relations:
            return
        self._head(self._m.text("head_conflicts"), len(relations))
        for relation in relations:
            what = f"{self._m.text(f'type_{relation.type}')} · {self._m.text(f'slot_{relation.slot}')}"
            self._paper.line(f"{relation_id(relation.a, relation.b)} · {what}", style="red")
            for id in relation.statements:
                statement = self._views.index.statements[id]
                words = one_line(self._views.index.words(statement.article, statement.content))
                outlet = self._m.value(f"outlet:{self._views.index.outlet_of(statement)}")
                self._paper.line(f"{outlet}:", indent=4, style="dim")
                self._paper.line(words, indent=6)

    def _figures(self) -> None:
        m = self._m
        if not self._views.figures:
            return
        self._head(m.text("head_figures"), len(self._views.figures))
        self._paper.line(m.text("about_figures"), style="dim")
        for series in self._views.figures:
            now = " · ".join(f"{caption} {number}" for caption, number in standing(m, series))
            origins = m.count("n_origins", series.estimate.best_origins)
            self._paper.line(f"{counted(m, series)}: {now} ({origins})", style="bold")
            if series.constant:
                outlets = tuple(dict.fromkeys(figure.outlet for figure in series.figures))
                same = f"{m.count('n_same_figure', series.articles)}: {outlet_names(m, outlets)}"
                self._paper.line(same, indent=2)
                continue
            for figure in series.figures:
                self._figure(figure, series.old(figure))

    def _figure(self, figure: Figure, old: bool) -> None:
        m = self._m
        who = [m.value(f"outlet:{figure.outlet}"), *([m.value(figure.speaker)] if figure.speaker else [])]
        parts = [value(m, figure), reported(m, figure), *who, *([m.text("figure_old")] if old else [])]
        self._paper.line(" · ".join(parts), indent=2, style="dim" if old else "")
        words = self._views.index.words(figure.article, figure.statement.content)
        self._paper.line(one_line(words), indent=4, style="dim")

    def _lone(self) -> None:
        if not self._views.lone:
            return
        m = self._m
        self._head(m.text("head_lone"), len(self._views.single))
        for lone in self._views.lone:
            comments = m.pattern("comma") + m.count("of_which_comments", len(lone.comments)) if lone.comments else ""
            head = f"{m.value(f'outlet:{lone.outlet}')}: {m.count('n_lone', lone.total)}"
            self._paper.line(head + comments, style="bold")
            for view in (*lone.reported[:3], *lone.comments[:2]):
                mark = f" ({m.text('kind_comment')})" if view.comment else ""
                self._paper.line(f"{view.claim.id}{mark}", indent=2, style="dim")
                self._paper.line(claim_words(self._views, view, m), indent=4)

    def _left_out(self) -> None:
        m, views = self._m, self._views
        if not views.left_out:
            return
        self._head(m.text("head_left_out"))
        self._paper.line(m.text("about_left_out"), style="dim")
        for left_out in views.left_out:
            head = f"{m.value(f'outlet:{left_out.outlet}')}: {m.count('n_left_out', len(left_out.omissions))}"
            self._paper.line(head, style="bold")
            for omission in left_out.omissions[:_FEW]:
                view = omission.claim
                parts = [view.claim.id, m.count("n_outlets", len(view.outlets))]
                parts += [f"{m.text('instead')}: {' '.join(omission.instead)}"] if omission.instead else []
                self._paper.line(" · ".join(parts), indent=2, style="dim")
                self._paper.line(claim_words(views, view, m), indent=4)
            if len(left_out.omissions) > _FEW:
                more = m.count("n_more", len(left_out.omissions) - _FEW)
                self._paper.line(more, indent=2, style="dim")

    def _sources(self) -> None:
        if not self._views.sources:
            return
        m = self._m
        self._head(m.text("head_sources"), len(self._views.sources))
        for row in self._views.sources[:_SHORT]:
            party = f" · {m.text('party')}" if row.source.party else ""
            kind = m.text(f"source_{row.source.kind}")
            self._paper.line(m.value(row.source.id), style="bold")
            count = m.count("n_outlets", len(row.outlets))
            self._paper.line(f"{kind} · {count}: {outlet_names(m, row.outlets)}{party}", indent=4, style="dim")
            claims = f"{m.text('col_claims')}: {len(row.claims)} · {m.text('col_alone')}: {len(row.alone)}"
            self._paper.line(claims, indent=4, style="dim")

    def _copies(self) -> None:
        m, found = self._m, self._views.index
        if not found.dossier.copies:
            return
        self._head(m.text("head_copies"), len(found.dossier.copies))
        for copy in found.dossier.copies:
            a, b = found.articles[copy.a], found.articles[copy.b]
            share = m.text("copy_share", f"{100 * copy.share:.0f}")
            count = m.count("n_passages", len(copy.passages))
            self._paper.line(f"{m.value(f'outlet:{a.outlet}')} · {m.value(f'outlet:{b.outlet}')}", style="bold")
            self._paper.line(f"{share} · {count}. {m.reason(copy.reason)}", indent=4, style="dim")
            parted = [pair for left, right in copy.passages for pair in differences(a.text, left, b.text, right)]
            self._paper.line(f"{m.text('copy_differs')}:" if parted else m.text("copy_same"), indent=4, style="dim")
            for one, other in parted[:_FEW]:
                sides = (one_line(t.text[slice(*span)]) if span else "–" for t, span in ((a, one), (b, other)))
                self._paper.line(" | ".join(sides), indent=6)
            if len(parted) > _FEW:
                self._paper.line(m.count("n_differences", len(parted) - _FEW), indent=6, style="dim")

    def _problems(self) -> None:
        m, dossier = self._m, self._views.index.dossier
        if dossier.findings:
            self._head(m.text("findings"))
            for finding in dossier.findings:
                where = " ".join(map(one_line, finding.articles))
                self._paper.line(f"{m.reason(finding.reason)} {where}", bullet="- ")
        if dossier.rejects:
            self._head(m.text("rejects"))
            for reject in dossier.rejects:
                self._paper.line(f"{one_line(reject.where)}: {m.reason(reject.reason)}", bullet="- ")
