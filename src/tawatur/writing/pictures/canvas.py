"""A drawing as SVG text, laid out once for both directions of writing.

Places are given as if the page ran from left to right; on a page from right to left everything is mirrored. Text
stands between isolates of its own direction (Unicode UAX #9), so that a line broken off an Arabic sentence stays Arabic
whatever letters it begins with. Colours are classes: `STYLE` gives them in a file of its own, the page's style sheet
where the drawing stands in a page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from tawatur.writing.plain import one_line

Anchor = Literal["start", "middle", "end"]
_RTL = re.compile(r"[\u200f\u0590-\u08ff\ufb1d-\ufefc]")  # the mark too: it leads names like "BBC عربي"
_LTR = re.compile(r"[A-Za-z\u00c0-\u024f]")
# An id that begins with a digit and goes on in Latin letters ("000_a1") would be set the other way round.
_ID = re.compile(r"\b[\d_](?=[\w.:/@~+-]*[A-Za-z])[\w.:/@~+-]*\w", re.ASCII)
_NARROW = frozenset("ا.,،:;؛!|'()[]{} iljI1لأإآ")
_MARKS = re.compile("[\u064b-\u065f\u0670\u200e\u200f\u2066-\u2069]")
_HEAD, _EDGE = 76, 24
_RLI, _LRI, _PDI = "\u2067", "\u2066", "\u2069"

STYLE = """
.paper{fill:#fff}.ink{fill:#1c2024}.soft{fill:#545b62}.tone-said,.tone-agency{fill:#0b5563}.tone-own{fill:#8a5300}
.tone-conflict{fill:#a3231f}.tone-corroborated{fill:#17663a}.tone-open{fill:#8a5300}.tone-one{fill:#7a2e4d}
.tone-none{fill:#5a6067}.line{stroke:#dedbd2;fill:none}.edge{stroke:#545b62;fill:none}.edge-party{stroke:#a3231f;fill:none}
.ring{fill:#fff}.band{fill:#f1efe8}.ring-said{stroke:#0b5563}.ring-own{stroke:#8a5300}.ring-conflict{stroke:#a3231f}
.ring-corroborated{stroke:#17663a}.ring-open{stroke:#8a5300}.ring-one{stroke:#7a2e4d}.ring-none{stroke:#5a6067}
.halo{stroke:#fff;stroke-width:5px;stroke-linejoin:round;paint-order:stroke}
text{font-family:"IBM Plex Sans Arabic",system-ui,sans-serif}
""".strip()


def width_of(text: str, size: float) -> float:
    """About how wide a line of text is, in the unit of `size`: joined letters have no width of their own."""
    shown = _MARKS.sub("", text)
    return size * sum(0.3 if letter in _NARROW else 0.56 for letter in shown)


def wrapped(text: str, size: float, room: float, lines: int) -> list[str]:
    """The text in at most so many lines that fit the room, with an ellipsis where it does not end."""
    words = one_line(text).split(" ")
    found: list[str] = []
    while words and len(found) < lines:
        line = [words.pop(0)]
        while words and width_of(" ".join((*line, words[0])), size) <= room:
            line.append(words.pop(0))
        found.append(" ".join(line))
    if words:
        last = found[-1].split(" ")
        while len(last) > 1 and width_of(" ".join((*last, "…")), size) > room:
            last.pop()
        found[-1] = " ".join((*last, "…"))
    return found


def runs_right_to_left(text: str) -> bool:
    """Whether a text begins with a letter of a script that runs from right to left."""
    arabic, latin = _RTL.search(text), _LTR.search(text)
    return bool(arabic) and not (latin and arabic and latin.start() < arabic.start())


@dataclass(slots=True)
class Canvas:
    """Shapes in drawing order on a page `width` wide; `mirrored` for an interface from right to left."""

    width: float
    mirrored: bool
    height: float = 0.0
    parts: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = 13,
        anchor: Anchor = "start",
        kind: str = "ink",
        bold: bool = False,
        of: str | None = None,
        tip: str = "",
    ) -> None:
        """One line whose baseline is at `y`. `of` is the whole text that a broken line belongs to."""
        direction = _RLI if runs_right_to_left(of or words) else _LRI
        place: Anchor = {"start": "end", "middle": "middle", "end": "start"}[anchor] if self.mirrored else anchor  # type: ignore[assignment]
        weight = ' font-weight="600"' if bold else ""
        head = (
            f'<text class="{kind}" x="{self._x(x)}" y="{_n(y)}" font-size="{_n(size)}" text-anchor="{place}"{weight}>'
        )
        title = f"<title>{escape(one_line(tip))}</title>" if tip else ""
        line = one_line(words)
        if direction == _RLI:
            line = _ID.sub(lambda id: f"{_LRI}{id[0]}{_PDI}", line)
        self.parts.append(f"{head}{title}{direction}{escape(line)}{_PDI}</text>")

    def lines(self, x: float, y: float, words: str, *, size: float, room: float, lines: int, kind: str = "ink") -> int:
        """A text in lines of at most `room`, the first with its baseline at `y`; how many lines it took."""
        found = wrapped(words, size, room, lines)
        for at, line in enumerate(found):
            self.text(x, y + at * size * 1.5, line, size=size, kind=kind, of=words, tip=words if at == 0 else "")
        return len(found)

    def rect(self, x: float, y: float, width: float, height: float, kind: str, radius: float = 0) -> None:
        """A filled rectangle."""
        left = self.width - x - width if self.mirrored else x
        corner = f' rx="{_n(radius)}"' if radius else ""
        size = f'width="{_n(width)}" height="{_n(height)}"'
        self.parts.append(f'<rect class="{kind}" x="{_n(left)}" y="{_n(y)}" {size}{corner}/>')

    def circle(self, x: float, y: float, radius: float, kind: str, stroke: float = 0, tip: str = "") -> None:
        """A circle, filled, or a ring of this stroke."""
        ring = f' stroke-width="{_n(stroke)}"' if stroke else ""
        title = f"<title>{escape(one_line(tip))}</title>" if tip else ""
        self.parts.append(
            f'<circle class="{kind}" cx="{self._x(x)}" cy="{_n(y)}" r="{_n(radius)}"{ring}>{title}</circle>'
        )

    def line(self, points: list[tuple[float, float]], kind: str, stroke: float = 1, dashes: str = "") -> None:
        """A line through points."""
        path = " ".join(f"{self._x(x)},{_n(y)}" for x, y in points)
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(f'<polyline fill="none" class="{kind}" points="{path}" stroke-width="{_n(stroke)}"{dashed}/>')

    def curve(self, start: tuple[float, float], end: tuple[float, float], kind: str, stroke: float) -> None:
        """A line that leaves and arrives level (a cubic Bézier curve)."""
        middle = (start[0] + end[0]) / 2
        path = f"M{self._x(start[0])} {_n(start[1])}C{self._x(middle)} {_n(start[1])} "
        path += f"{self._x(middle)} {_n(end[1])} {self._x(end[0])} {_n(end[1])}"
        self.parts.append(f'<path fill="none" class="{kind}" d="{path}" stroke-width="{_n(stroke)}"/>')

    def cross(self, x: float, y: float, size: float, kind: str) -> None:
        """Two strokes that cross."""
        for lean in (size, -size):
            self.line([(x - size, y - lean), (x + size, y + lean)], kind, 2)

    def inside(self, name: str) -> str:
        """The drawing to stand in a page, which gives it its colours and its heading."""
        box = f'viewBox="0 0 {_n(self.width)} {_n(self.height)}"'
        head = f'<svg class="picture" {box} role="img" aria-label="{escape(one_line(name), quote=True)}">'
        return f"{head}{''.join(self.parts)}</svg>\n"

    def alone(self, name: str, title: str) -> str:
        """The drawing in a file of its own, on white, headed with what it shows and of which story."""
        headed = Canvas(self.width, self.mirrored)
        headed.text(_EDGE, -46, name, size=12, kind="soft")
        headed.text(_EDGE, -16, wrapped(title, 18, self.width - 2 * _EDGE, 1)[0], size=18, bold=True, of=title)
        width, height = _n(self.width), _n(self.height + _HEAD)
        box = f'viewBox="0 {-_HEAD} {width} {height}" width="{width}" height="{height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img"><title>{escape(one_line(name))}</title>'
        ground = f'<rect class="paper" y="{-_HEAD}" width="{width}" height="{height}"/>'
        return f"{head}<style>{STYLE}</style>{ground}{''.join(headed.parts + self.parts)}</svg>\n"

    def _x(self, x: float) -> str:
        return _n(self.width - x if self.mirrored else x)


def _n(value: float) -> str:
    return f"{round(value, 1):g}"
