"""A trace as terminal text, laid out as the view of a dossier is."""

from __future__ import annotations

from tawatur.dossier.index import index
from tawatur.dossier.views import report
from tawatur.tracing.records import Hit, Trace
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.paper import Paper
from tawatur.writing.plain import one_line, origins_text, source_names
from tawatur.writing.tracing import Section, exact, sections, summary, voice

_STYLE = {"support": "green", "deny": "red", "unsure": "yellow", "discuss": ""}
_SHORT = 8


def trace_to_terminal(trace: Trace, ui: UI = "en", *, width: int | None = None, color: bool | None = None) -> str:
    """The trace as text for a terminal; `width` and `color` are those of `to_terminal`."""
    messages = Messages(ui, reader_names(trace.dossier, ui), one_line)
    paper = Paper(width, color)
    _Report(trace, messages, paper).write()
    return paper.text()


class _Report:
    def __init__(self, trace: Trace, messages: Messages, paper: Paper) -> None:
        self._trace, self._m, self._paper = trace, messages, paper
        self._index = index(trace.dossier)
        self._views = {view.claim.id: view for view in report(trace.dossier).claims}

    def write(self) -> None:
        m, paper = self._m, self._paper
        title = f"tawatur · {one_line(self._trace.sentence)}"
        paper.line(title, style="bold")
        paper.line("=" * min(len(title), 72), style="dim")
        for at, sentence in enumerate(summary(self._trace, m)):
            paper.line(sentence, bullet="- " if at else "")
        for section in sections(self._trace):
            self._section(section)
        if self._trace.dossier.rejects:
            self._head(m.text("rejects"))
            for reject in self._trace.dossier.rejects:
                paper.line(f"{one_line(reject.where)}: {m.reason(reject.reason)}", bullet="- ")
        if self._trace.hits:
            paper.line()
            paper.line(m.text("trace_method"), style="dim")

    def _head(self, text: str) -> None:
        self._paper.line()
        self._paper.line(text, style="bold")
        self._paper.line("-" * min(len(text), 72), style="dim")

    def _section(self, section: Section) -> None:
        m, paper = self._m, self._paper
        self._head(f"{m.text(f'trace_{section.name}')} ({len(section.hits)})")
        if section.claim:
            view = self._views[section.claim.id]
            paper.line(f"{m.text(f'trace_about_{section.name}')} {origins_text(m, view)}", style=_STYLE[section.name])
            if section.claim.roots:
                paper.line(f"{m.text('rests_on')}: {source_names(m, section.claim.roots)}", indent=4, style="dim")
            if view.parties_only:
                paper.line(m.text("parties_only"), indent=4, style="dim")
        for hit in section.hits[:_SHORT]:
            self._hit(hit)
        if len(section.hits) > _SHORT:
            paper.line(m.count("trace_more", len(section.hits) - _SHORT), indent=2, style="dim")
        if section.claim:
            paper.line(f"{m.text('trace_why')}:", style="dim")
            for reason in section.claim.reasons:
                paper.line(m.reason(reason), indent=2, bullet="- ", style="dim")

    def _hit(self, hit: Hit) -> None:
        statement = self._index.statements[hit.statement]
        self._paper.line(f"{hit.statement} · {voice(self._index, statement, self._m)}")
        self._paper.line(f"“{exact(self._index, statement)}”", indent=4, style="cyan")
        for reason in hit.reasons:
            self._paper.line(self._m.reason(reason), indent=4, bullet="- ", style="dim")
