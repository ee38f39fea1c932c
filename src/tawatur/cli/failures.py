"""How an error is told: what, where and why, then what to do; a traceback only when TAWATUR_DEBUG is set."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tawatur.errors import TawaturError

DEFECT, INTERRUPTED = 1, 130


@contextmanager
def told() -> Iterator[None]:
    """Turn whatever is raised inside into plain words on stderr and the exit code that belongs to it."""
    try:
        yield
    except KeyboardInterrupt:
        say("stopped; nothing was written")
        raise SystemExit(INTERRUPTED) from None
    except TawaturError as error:
        _debug()
        say(f"{error}")
        if error.remedy:
            say(f"What to do: {error.remedy}.", prefix="")
        raise SystemExit(error.exit_code) from None
    except Exception as error:
        _debug()
        say(f"a defect of the program: {type(error).__name__}: {error}")
        say("Please report it with the output of the same command under TAWATUR_DEBUG=1.", prefix="")
        raise SystemExit(DEFECT) from None


def say(text: str, *, prefix: str = "tawatur: ") -> None:
    """One message on stderr, whatever its encoding can hold."""
    encoding = sys.stderr.encoding or "utf-8"
    print(prefix + text.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


def _debug() -> None:
    if os.environ.get("TAWATUR_DEBUG"):
        raise  # what the caller is handling
