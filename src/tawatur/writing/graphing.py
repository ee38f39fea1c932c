"""Who relies on whom, laid out: three columns of boxes and the curves between them, in units of the drawing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.dossier.relying import Reliance, Relying

WIDTH = 960
_BOX, _HEIGHT, _STEP, _TOP = 216, 32, 44, 34
_COPIED_BEND = 26  # how far a curve between two outlets of one column bends out of it


@dataclass(frozen=True, slots=True)
class Box:
    """A source in the drawing; `x`, `y` are its corner."""

    id: str
    column: int
    x: float
    y: float
    width: float = _BOX
    height: float = _HEIGHT

    @property
    def middle(self) -> tuple[float, float]:
        """Where its name stands."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """A reliance as an SVG path, and how thick it is drawn."""

    of: Reliance
    path: str
    thick: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing; `columns` are the x of the middle of each column and which it is (0, 1, 2)."""

    boxes: tuple[Box, ...]
    curves: tuple[Curve, ...]
    columns: tuple[tuple[float, int], ...]
    height: float


def drawn(graph: Relying, right_to_left: bool) -> Drawing:
    """The drawing of a graph: outlets where reading begins, speakers where it ends, relays between them."""
    columns = [(at, list(ids)) for at, ids in enumerate((graph.outlets, graph.relays, graph.speakers)) if ids]
    rank = {id: n for n, id in enumerate(graph.outlets)}
    for _, ids in columns[1:]:
        ids.sort(key=lambda id: _pull(id, graph.edges, rank))
        rank |= {id: n for n, id in enumerate(ids)}
    tallest = max(len(ids) for _, ids in columns)
    boxes: dict[str, Box] = {}
    heads = []
    for nth, (column, ids) in enumerate(columns):
        x = (WIDTH - _BOX) * (nth / max(1, len(columns) - 1))
        x = WIDTH - _BOX - x if right_to_left else x
        heads.append((x + _BOX / 2, column))
        room = (tallest - len(ids)) * _STEP / 2
        boxes |= {id: Box(id, column, round(x, 1), _TOP + room + n * _STEP) for n, id in enumerate(ids)}
    most = max((edge.statements for edge in graph.edges), default=1)
    curves = [
        Curve(edge, _path(boxes[edge.who], boxes[edge.whom], right_to_left), round(1 + 4 * edge.statements / most, 1))
        for edge in graph.edges
        if edge.who in boxes and edge.whom in boxes
    ]
    return Drawing(tuple(boxes.values()), tuple(curves), tuple(heads), _TOP + tallest * _STEP)


def _pull(id: str, edges: Sequence[Reliance], rank: dict[str, int]) -> float:
    """The mean place of those who rely on it, so that curves cross little."""
    near = defaultdict[str, list[int]](list)
    for edge in edges:
        if edge.whom == id and edge.who in rank:
            near[id] += [rank[edge.who]] * edge.statements
    return sum(near[id]) / len(near[id]) if near[id] else 99.0


def _path(a: Box, b: Box, right_to_left: bool) -> str:
    """From the far side of one box to the near side of the other; within a column it bends out."""
    sign = -1 if right_to_left else 1
    start = a.x if right_to_left else a.x + a.width
    from_y, to_y = a.middle[1], b.middle[1]
    if a.column == b.column:
        out = start + sign * _COPIED_BEND
        return f"M{start:g} {from_y:g}C{out:g} {from_y:g} {out:g} {to_y:g} {start:g} {to_y:g}"
    backwards = (b.x - a.x) * sign < 0
    end = b.x + b.width if right_to_left != backwards else b.x
    start = (a.x + a.width if right_to_left else a.x) if backwards else start
    half = (start + end) / 2
    return f"M{start:g} {from_y:g}C{half:g} {from_y:g} {half:g} {to_y:g} {end:g} {to_y:g}"
