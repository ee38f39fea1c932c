"""A dossier as Markdown (GitHub flavour for the table), for notes, tickets and wikis; all input is escaped."""

from __future__ import annotations

import re

from tawatur.dossier.index import relation_id
from tawatur.dossier.parts import Cell, ClaimView, Report
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

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>&@:])")


def to_markdown(dossier: Dossier, ui: UI = "en") -> str:
    """The report as Markdown text, ending in a newline."""
    return _Markdown(report(dossier), Messages(ui, reader_names(dossier, ui), escape)).text()


def escape(text: str) -> str:
    """Words of an input as Markdown that shows them and does nothing else."""
    return _SPECIAL.sub(r"\\\1", one_line(text))


class _Markdown:
    """The sections of the report."""

    def __init__(self, views: Report, messages: Messages) -> None:
        self._views, self._m = views, messages
        self._lines: list[str] = []

    def text(self) -> str:
        views, m = self._views, self._m
        first, *rest = opening(views, m)
        self._add(f"# {escape(title(views))}", "", first, "", *(f"- {sentence}" for sentence in rest), "")
        for name in KINDS:
            claims: tuple[ClaimView, ...] = getattr(views, name)
            if claims:
                self._add(f"## {m.text(f'head_{name}')} ({len(claims)})", "", m.text(f"about_{name}"), "")
                self._add(*(line for view in claims for line in self._claim(view)), "")
        self._matrix()
        self._conflicts(views.relations)
        self._lone()
        self._sources()
        self._about()
        return "\n".join(self._lines).rstrip() + "\n"

    def _add(self, *lines: str) -> None:
        self._lines.extend(lines)

    def _claim(self, view: ClaimView) -> list[str]:
        m = self._m
        lines = [
            f"- **{escape(claim_words(self._views, view, m))}**",
            f"  {view.claim.id} · {origins_text(m, view)} · {outlet_names(m, view.outlets)}",
        ]
        if view.claim.roots:
            lines.append(f"  {m.text('rests_on')}: {source_names(m, view.claim.roots)}")
        if view.parties_only:
            lines.append(f"  {m.text('parties_only')}")
        # Two spaces at the end of a line break it there.
        return [line + "  " for line in lines[:-1]] + [lines[-1]]

    def _matrix(self) -> None:
        rows = self._views.compared
        if not rows:
            return
        m = self._m
        outlets = " | ".join(m.value(f"outlet:{outlet.key}") for outlet in self._views.outlets)
        self._add(f"## {m.text('head_matrix')}", "", f"| {m.text('col_claim')} | {m.text('col_origins')} | {outlets} |")
        self._add("|" + " --- |" * (2 + len(self._views.outlets)))
        for row in rows:
            low, high = row.claim.claim.independent
            count = str(low) if low == high else f"{low}–{high}"
            cells = " | ".join(self._cell(cell) for cell in row.cells)
            self._add(f"| {escape(claim_words(self._views, row.claim, m))} | {count} | {cells} |")
        self._add("")

    def _cell(self, cell: Cell) -> str:
        m = self._m
        text = source_names(m, cell.speakers) if cell.voice == "attributed" else m.text(f"voice_{cell.voice}")
        return f"{text} (≠ {m.text('voice_conflicting')})" if cell.statements and cell.rivals else text

    def _conflicts(self, relations: tuple[Relation, ...]) -> None:
        if not relations:
            return
        m, found = self._m, self._views.index
        self._add(f"## {m.text('head_conflicts')} ({len(relations)})", "")
        for relation in relations:
            what = f"{m.text(f'type_{relation.type}')} · {m.text(f'slot_{relation.slot}')}"
            self._add(f"- {what} ({relation_id(relation.a, relation.b)})")
            for id in relation.statements:
                statement = found.statements[id]
                words = escape(found.words(statement.article, statement.content))
                self._add(f"  - {m.value(f'outlet:{found.outlet_of(statement)}')}: {words}")
        self._add("")

    def _lone(self) -> None:
        lones = self._views.lone
        if not lones:
            return
        m = self._m
        self._add(f"## {m.text('head_lone')} ({len(self._views.single)})", "")
        for lone in lones:
            self._add(f"### {m.value(f'outlet:{lone.outlet}')}", "")
            for head, claims in (("lone_reported", lone.reported), ("lone_comments", lone.comments)):
                if claims:
                    self._add(f"{m.text(head)}:", "")
                    self._add(*(f"- {escape(claim_words(self._views, v, m))} ({v.claim.id})" for v in claims), "")

    def _sources(self) -> None:
        if not self._views.sources:
            return
        m = self._m
        self._add(f"## {m.text('head_sources')}", "")
        for row in self._views.sources:
            party = f" · {m.text('party')}" if row.source.party else ""
            kind = m.text(f"source_{row.source.kind}")
            count = m.count("n_statements", len(row.statements))
            self._add(f"- **{m.value(row.source.id)}** · {kind}{party} · {outlet_names(m, row.outlets)} · {count}")
        self._add("")

    def _about(self) -> None:
        m, dossier = self._m, self._views.index.dossier
        self._add(f"## {m.text('head_articles')}", "")
        for article in dossier.articles:
            title = escape(article.text[slice(*article.title)]) if article.title else escape(article.id)
            date = f" · {escape(m.date(article.published))}" if article.published else f" · {m.text('undated')}"
            self._add(f"- {m.value(f'outlet:{article.outlet}')}{date} · {title}")
        self._add("", f"## {m.text('head_about')}", "", m.text("about_method"), "")
        if dossier.findings:
            self._add(f"### {m.text('findings')}", "")
            self._add(*(f"- {m.reason(f.reason)} {escape(' '.join(f.articles))}" for f in dossier.findings), "")
        if dossier.rejects:
            self._add(f"### {m.text('rejects')}", "")
            self._add(*(f"- {escape(r.where)}: {m.reason(r.reason)}" for r in dossier.rejects), "")
        self._add(f"tawatur {escape(dossier.manifest.version)}")
