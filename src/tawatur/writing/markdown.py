"""A dossier as Markdown (GitHub flavour for the table), for notes, tickets and wikis; all input is escaped."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.dossier.index import relation_id
from tawatur.dossier.parts import Cell, ClaimView, Omission, Report
from tawatur.dossier.series import Figure, Series
from tawatur.dossier.views import report
from tawatur.model import Dossier, Relation, Span
from tawatur.writing.comparing import differences
from tawatur.writing.figures import counted, reported, standing, value
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
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
        self._figures()
        self._lone()
        self._left_out()
        self._sources()
        self._copies()
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
        lines.append(f"  {grade_line(m, view)}")
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

    def _figures(self) -> None:
        m, series_of = self._m, self._views.figures
        if not series_of:
            return
        self._add(f"## {m.text('head_figures')}", "", m.text("about_figures"), "")
        for series in series_of:
            now = " · ".join(f"{caption} **{number}**" for caption, number in standing(m, series))
            self._add(f"### {counted(m, series)}", "")
            self._add(f"{now} ({m.count('n_origins', series.estimate.best_origins)})", "")
            columns = ("col_time", "col_figure", "col_outlet", "col_word", "col_words")
            self._add(f"| {' | '.join(m.text(column) for column in columns)} |", "|" + " --- |" * len(columns))
            self._add(*(self._figure(series, figure) for figure in series.figures), "")

    def _figure(self, series: Series, figure: Figure) -> str:
        m = self._m
        number = value(m, figure)
        cells = (
            reported(m, figure),
            f"~~{number}~~ {m.text('figure_old')}" if series.old(figure) else number,
            m.value(f"outlet:{figure.outlet}"),
            m.value(figure.speaker) if figure.speaker else m.text("voice_own"),
            escape(self._views.index.words(figure.article, figure.statement.content)),
        )
        return f"| {' | '.join(cells)} |"

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

    def _left_out(self) -> None:
        m, views = self._m, self._views
        if not views.left_out:
            return
        self._add(f"## {m.text('head_left_out')}", "", m.text("about_left_out"), "")
        for left_out in views.left_out:
            self._add(f"### {m.value(f'outlet:{left_out.outlet}')} ({len(left_out.omissions)})", "")
            self._add(*(line for omission in left_out.omissions for line in self._omission(omission)), "")

    def _omission(self, omission: Omission) -> list[str]:
        m, view, near = self._m, omission.claim, omission.nearest
        outlets = m.count("n_outlets", len(view.outlets))
        lines = [f"- {escape(claim_words(self._views, view, m))} ({view.claim.id} · {outlets})"]
        if omission.instead:
            lines.append(f"  - {m.text('instead')}: {' '.join(omission.instead)}")
        elif near:
            lines.append(f"  - {m.text('nearest')}: {escape(self._views.index.words(near.article, near.content))}")
        return lines

    def _sources(self) -> None:
        if not self._views.sources:
            return
        m = self._m
        self._add(f"## {m.text('head_sources')}", "")
        for row in self._views.sources:
            party = f" · {m.text('party')}" if row.source.party else ""
            kind = m.text(f"source_{row.source.kind}")
            count = m.count("n_statements", len(row.statements))
            claims = f"{m.text('col_claims')}: {len(row.claims)} · {m.text('col_alone')}: {len(row.alone)}"
            names = outlet_names(m, row.outlets)
            self._add(f"- **{m.value(row.source.id)}** · {kind}{party} · {names} · {count} · {claims}")
        self._add("")

    def _copies(self) -> None:
        m, found = self._m, self._views.index
        if not found.dossier.copies:
            return
        self._add(f"## {m.text('head_copies')} ({len(found.dossier.copies)})", "", m.text("copies_note"), "")
        for copy in found.dossier.copies:
            a, b = found.articles[copy.a], found.articles[copy.b]
            names = [m.value(f"outlet:{article.outlet}") for article in (a, b)]
            self._add(f"### {' · '.join(names)}", "")
            self._add(f"{m.text('copy_share', f'{100 * copy.share:.0f}')}. {m.reason(copy.reason)}", "")
            heads = (f"{name}, {m.text(key)}" for name, key in zip(names, ("copy_first", "copy_second"), strict=True))
            self._add(f"| {' | '.join(heads)} |", "| --- | --- |")
            for left, right in copy.passages:
                parted = differences(a.text, left, b.text, right)
                one = _marked(a.text, left, [span for span, _ in parted if span])
                other = _marked(b.text, right, [span for _, span in parted if span])
                self._add(f"| {one} | {other} |")
            self._add("")

    def _about(self) -> None:
        m, dossier = self._m, self._views.index.dossier
        self._add(f"## {m.text('head_articles')}", "")
        for article in dossier.articles:
            title = escape(article.text[slice(*article.title)]) if article.title else escape(article.id)
            date = f" · {escape(m.date(article.published))}" if article.published else f" · {m.text('undated')}"
            self._add(f"- {m.value(f'outlet:{article.outlet}')}{date} · {title}")
        self._add("", f"## {m.text('head_about')}", "", m.text("about_method"), "", m.text("about_admiralty"), "")
        if dossier.findings:
            self._add(f"### {m.text('findings')}", "")
            self._add(*(f"- {m.reason(f.reason)} {escape(' '.join(f.articles))}" for f in dossier.findings), "")
        if dossier.rejects:
            self._add(f"### {m.text('rejects')}", "")
            self._add(*(f"- {escape(r.where)}: {m.reason(r.reason)}" for r in dossier.rejects), "")
        self._add(f"tawatur {escape(dossier.manifest.version)}")


def _marked(text: str, span: Span, marks: Sequence[Span]) -> str:
    """A passage with the words at `marks` in bold."""
    parts, at = [], span[0]
    for start, end in marks:
        parts += [_spaced(text[at:start]), f"**{escape(text[start:end])}**"]
        at = end
    return "".join([*parts, _spaced(text[at : span[1]])])


def _spaced(text: str) -> str:
    """Escaped words between two marks, parted from them where they are in the text."""
    before, after = (" " if end.isspace() else "" for end in (text[:1], text[-1:]))
    return f"{before}{escape(text)}{after}" if text.strip() else before
