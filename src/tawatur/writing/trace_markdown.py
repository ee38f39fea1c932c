"""A trace as Markdown; all input is escaped."""

from __future__ import annotations

from tawatur.dossier.index import index
from tawatur.dossier.views import report
from tawatur.tracing.records import Trace
from tawatur.writing.markdown import escape
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.plain import origins_text, source_names
from tawatur.writing.tracing import exact, sections, summary, voice


def trace_to_markdown(trace: Trace, ui: UI = "en") -> str:
    """The trace as Markdown text, ending in a newline."""
    m, found = Messages(ui, reader_names(trace.dossier, ui), escape), index(trace.dossier)
    views = {view.claim.id: view for view in report(trace.dossier).claims}
    first, *rest = summary(trace, m)
    lines = [f"# {escape(trace.sentence)}", "", first, "", *(f"- {sentence}" for sentence in rest), ""]
    for section in sections(trace):
        lines += [f"## {m.text(f'trace_{section.name}')} ({len(section.hits)})", ""]
        if section.claim:
            lines += [f"{m.text(f'trace_about_{section.name}')} {origins_text(m, views[section.claim.id])}", ""]
            if section.claim.roots:
                lines += [f"{m.text('rests_on')}: {source_names(m, section.claim.roots)}", ""]
        for hit in section.hits:
            statement = found.statements[hit.statement]
            lines.append(f"- **{escape(exact(found, statement))}**  ")
            lines.append(f"  {escape(hit.statement)} · {voice(found, statement, m)}")
            lines += [f"  - {m.reason(reason)}" for reason in hit.reasons]
        lines.append("")
        if section.claim:
            lines += [f"{m.text('trace_why')}:", "", *(f"- {m.reason(r)}" for r in section.claim.reasons), ""]
    if trace.dossier.rejects:
        lines += [f"## {m.text('rejects')}", ""]
        lines += [*(f"- {escape(r.where)}: {m.reason(r.reason)}" for r in trace.dossier.rejects), ""]
    if trace.hits:
        lines.append(m.text("trace_method"))
    return "\n".join(lines).rstrip() + "\n"
