"""Claims across outlets: who carries each claim, in whose voice, and how many independent origins it has."""

from __future__ import annotations

from tawatur.dossier.parts import Cell, Report, Row
from tawatur.writing.messages import Messages
from tawatur.writing.pictures.canvas import Canvas, wrapped
from tawatur.writing.plain import claim_words

TONES = {"corroborated": "corroborated", "open": "open", "one_origin": "one", "unsourced": "none"}
"""The colour of each standing."""
_EDGE, _CLAIM, _COUNT, _COLUMN, _LINE = 24, 330, 84, 84, 20


def matrix(views: Report, messages: Messages, most: int = 24) -> Canvas:
    """The claims that several outlets carry or tell differently, the most widely carried first, `most` of them."""
    rows = views.compared[:most]
    canvas = Canvas(2 * _EDGE + _CLAIM + _COUNT + _COLUMN * len(views.outlets), messages.ui == "ar")
    left = _EDGE + _CLAIM + _COUNT
    y = _legend(canvas, messages)
    whole = [messages.name(f"outlet:{outlet.key}") for outlet in views.outlets]
    names = [wrapped(name, 12, _COLUMN - 8, 3) for name in whole]
    head = max((len(lines) for lines in names), default=1)
    canvas.text(_EDGE, y + 18 * head - 4, messages.text("col_claim"), size=12, kind="soft", bold=True)
    canvas.text(_EDGE + _CLAIM + 8, y + 18 * head - 4, messages.text("col_origins"), size=12, kind="soft", bold=True)
    for at, lines in enumerate(names):
        for line, words in enumerate(lines):
            x = left + _COLUMN * (at + 0.5)
            canvas.text(x, y + 18 * (line + 1) - 4, words, size=12, anchor="middle", of=whole[at], kind="soft")
    y += 18 * head + 10
    for row in rows:
        y = _row(canvas, y, row, views, messages)
    if len(views.compared) > len(rows):
        more = messages.count("picture_more", len(views.compared) - len(rows))
        canvas.text(_EDGE, y + _LINE, more, size=12, kind="soft")
        y += _LINE + 4
    canvas.height = y + _EDGE
    return canvas


def _row(canvas: Canvas, y: float, row: Row, views: Report, messages: Messages) -> float:
    canvas.line([(_EDGE, y), (canvas.width - _EDGE, y)], "line")
    claim = row.claim
    lines = canvas.lines(_EDGE, y + _LINE, claim_words(views, claim, messages), size=13, room=_CLAIM - 16, lines=3)
    height = max(1, lines) * 19.5 + 14
    middle = y + height / 2
    tone, (low, high) = TONES[claim.standing], claim.claim.independent
    x = _EDGE + _CLAIM + 8
    for at in range(min(high, 4)):
        if at < low:
            canvas.circle(x + 5 + 12 * at, middle, 4.5, f"tone-{tone}")
        else:
            canvas.circle(x + 5 + 12 * at, middle, 3.8, f"ring ring-{tone}", 1.4)
    text = str(low) if low == high else f"{low}–{high}"
    canvas.text(x + 12 * min(high, 4) + 4, middle + 4.5, text, kind=f"tone-{tone}", bold=low > 1)
    for at, cell in enumerate(row.cells):
        mark(canvas, _EDGE + _CLAIM + _COUNT + _COLUMN * (at + 0.5), middle, cell, messages)
    return y + height


def mark(canvas: Canvas, x: float, y: float, cell: Cell, messages: Messages) -> None:
    """How an outlet carries a claim: a disc for another's word, a ring for its own voice, a cross for another account,
    a dash for nothing."""
    if cell.voice == "absent":
        canvas.line([(x - 5, y), (x + 5, y)], "line", 1.5)
        return
    if cell.voice == "conflicting":
        canvas.cross(x, y, 5.5, "ring-conflict")
        return
    if cell.voice == "attributed":
        canvas.circle(x, y, 7, "tone-said", tip=messages.name(cell.speakers[0]))
    else:
        canvas.circle(x, y, 6, "ring ring-own", 2.2)
    if cell.rivals:
        canvas.cross(x + 15, y - 7, 3, "ring-conflict")


def _legend(canvas: Canvas, messages: Messages) -> float:
    """What the marks mean, in two columns; gives the place below."""
    y = float(_EDGE)
    voices = (("attributed", "s"), ("own", ""), ("conflicting", ""), ("absent", ""))
    for at, (voice, speaker) in enumerate(voices):
        row, column = divmod(at, 2)
        x = _EDGE + column * (canvas.width - 2 * _EDGE) / 2
        mark(canvas, x + 8, y + 8 + row * 24, Cell("", voice, (), (speaker,) if speaker else (), ()), messages)  # type: ignore[arg-type]
        canvas.text(x + 26, y + 12.5 + row * 24, messages.text(f"legend_{voice}"), size=12, kind="soft")
    return y + 2 * 24 + 16
