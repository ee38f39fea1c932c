"""A dossier, or an explanation, as terminal text: no boxes, every quotation on a line of its own.

Terminals differ in how they order right-to-left letters; a line that holds one direction only reads well in all.
"""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO
from typing import TYPE_CHECKING

from tawatur.dossier.index import relation_id
from tawatur.dossier.parts import ClaimView, Report, Standing
from tawatur.dossier.steps import Step
from tawatur.dossier.views import report
from tawatur.model import Dossier, Relation
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.plain import (
    KINDS,
    claim_words,
    one_line,
    opening,
    origins_text,
    outlet_names,
    source_names,
    title,
)

if TYPE_CHECKING:
    from rich.console import Console

_STYLE: dict[Standing, str] = {"corroborated": "green", "open": "yellow", "one_origin": "magenta", "unsourced": ""}
_SHORT = 8


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


class Paper:
    """Wrapped, indented, perhaps coloured lines; rich does the wrapping and the colours."""

    def __init__(self, width: int | None, color: bool | None) -> None:
        from rich.console import Console

        if color is None:
            color = sys.stdout is not None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        self._out = StringIO()
        self._console: Console = Console(
            file=self._out,
            width=width or shutil.get_terminal_size((80, 24)).columns,
            force_terminal=color,
            color_system="standard" if color else None,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},
        )
        self._color = color

    def line(self, text: str = "", *, indent: int = 0, bullet: str = "", style: str = "") -> None:
        """A line of text, wrapped; lines after the first stand under the text, not under the bullet."""
        from rich.text import Text

        room = max(20, self._console.width - indent - len(bullet))
        lines = Text(text, style=style if self._color else "").wrap(self._console, room) or [Text("")]
        for at, line in enumerate(lines):
            before = bullet if at == 0 else " " * len(bullet)
            self._console.print(Text(" " * indent + before) + line, soft_wrap=True)

    def text(self) -> str:
        """All lines, without white space at their ends."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().splitlines()) + "\n"


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
        self._lone()
        self._sources()
        self._problems()
        self._paper.line()
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
        if view.parties_only:
            self._paper.line(m.text("parties_only"), indent=4, style="dim")

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
