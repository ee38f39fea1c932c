"""How far the outlets cover a story: how much of what several outlets carry, and of what no other one has."""

from __future__ import annotations

from tawatur.dossier.parts import Report
from tawatur.writing.messages import Messages
from tawatur.writing.pictures.canvas import Canvas, wrapped
from tawatur.writing.pictures.matrix import TONES

_EDGE, _WIDTH, _NAME, _BAR, _STEP = 24, 900, 190, 16, 34
_PARTS = ("corroborated", "open", "one_origin", "unsourced")


def coverage(views: Report, messages: Messages) -> Canvas:
    """A strip for each outlet: the claims it shares with others by their standing, then what it alone says."""
    canvas = Canvas(_WIDTH, messages.ui == "ar")
    y = _legend(canvas, messages)
    counts = {outlet.key: _counts(views, outlet.key) for outlet in views.outlets}
    longest = max((sum(parts.values()) for parts in counts.values()), default=1) or 1
    room = _WIDTH - 2 * _EDGE - _NAME - 40
    for key, parts in counts.items():
        name = messages.name(f"outlet:{key}")
        canvas.text(_EDGE, y + 12.5, wrapped(name, 13, _NAME - 12, 1)[0], of=name, tip=name)
        x = float(_EDGE + _NAME)
        for part, number in parts.items():
            size = room * number / longest
            if number:
                kind = "band" if part == "lone" else f"tone-{TONES[part]}"
                canvas.rect(x, y, max(size - 1.5, 1.5), _BAR, kind)
                x += size
        canvas.text(x + 8, y + 12.5, str(sum(parts.values())), size=12, kind="soft")
        y += _STEP
    canvas.height = y + 8
    return canvas


def _counts(views: Report, outlet: str) -> dict[str, int]:
    """How many claims an outlet carries, by standing where others carry them too."""
    found = dict.fromkeys((*_PARTS, "lone"), 0)
    for view in views.claims:
        if outlet in view.outlets:
            found["lone" if len(view.outlets) == 1 else view.standing] += 1
    return found


def _legend(canvas: Canvas, messages: Messages) -> float:
    x, y = float(_EDGE), float(_EDGE)
    for part in (*_PARTS, "lone"):
        text = messages.text(f"picture_{part}")
        size = 30 + 0.56 * 12 * len(text)
        if x + size > _WIDTH - _EDGE:
            x, y = float(_EDGE), y + 22
        canvas.rect(x, y, 12, 12, "band" if part == "lone" else f"tone-{TONES[part]}")
        canvas.text(x + 18, y + 10.5, text, size=12, kind="soft")
        x += size
    return y + 34
