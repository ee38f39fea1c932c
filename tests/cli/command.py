"""The `tawatur` command run in this process, as a user runs it: arguments in, exit code and both streams out."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tawatur.cli import main

FIRST = """غرق قارب صيد قبالة بلدة المرجان
2 مايو 2031
قال قائد خفر السواحل سالم النوري إن القارب غرق فجر الجمعة وعلى متنه 14 صياداً. وأضاف أن 9 منهم أُنقذوا.
وذكر النوري أن الأمواج قلبت القارب على بعد ميلين من المرفأ، وأن زوارق الإنقاذ ما زالت تبحث عن المفقودين.
"""
SECOND = """إنقاذ صيادين قبالة المرجان
2 مايو 2031
أفاد قائد خفر السواحل سالم النوري بأن قارباً عليه 14 صياداً غرق قبالة بلدة المرجان، مؤكداً إنقاذ 9 صيادين.
وتواصل زوارق خفر السواحل البحث عن بقية الصيادين المفقودين قرب المرفأ رغم الأمواج العالية.
"""


@dataclass(frozen=True)
class Ran:
    """What a run of the command left."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path, stdin: bytes = b"") -> Ran:
    """Run the command; anything that escapes it as a traceback fails the test that called."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with (
        patch.object(sys, "argv", ["tawatur", *map(str, arguments)]),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
    ):
        code: object = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        for stream in (out, err):
            stream.flush()
    assert isinstance(code, int), code
    return Ran(code, *(stream.buffer.getvalue().decode("utf-8") for stream in (out, err)))  # type: ignore[attr-defined]
