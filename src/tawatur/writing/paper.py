"""Terminal text line by line: wrapped, indented, perhaps coloured; rich does the wrapping and the colours."""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


class Paper:
    """The lines of one text, for a terminal of `width` columns (None: that of the terminal, 80 when there is none).

    `color` None means colour when standard output is a terminal and `NO_COLOR` is not set (https://no-color.org).
    """

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
        """A line, wrapped so that its later lines stand under its first; `bullet` stands before the first."""
        from rich.text import Text

        room = max(20, self._console.width - indent - len(bullet))
        lines = Text(text, style=style if self._color else "").wrap(self._console, room) or [Text("")]
        for at, line in enumerate(lines):
            before = bullet if at == 0 else " " * len(bullet)
            self._console.print(Text(" " * indent + before) + line, soft_wrap=True)

    def text(self) -> str:
        """All lines, each without blanks at its end."""
        return "\n".join(line.rstrip() for line in self._out.getvalue().splitlines()) + "\n"
