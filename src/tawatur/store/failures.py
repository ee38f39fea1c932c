"""Database errors as plain ones: what went wrong, with which archive, and what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tawatur.errors import ArchiveError
from tawatur.model import Reason

_BUSY = ("database is locked", "(55P03)")
_FULL = ("disk is full", "disk I/O error", "(53100)")
_READ_ONLY = ("readonly database", "(25006)", "(42501)")
_BROKEN = ("malformed", "not a database", "file is encrypted", "(XX001)", "(XX002)")


@contextmanager
def plain_errors(where: str) -> Iterator[None]:
    """Turn what the database raises inside into ArchiveError; a breach of the schema's rules stays a defect of ours."""
    try:
        yield
    except DBAPIError as error:
        if _is_defect(error):
            raise
        raise told(where, error) from None
    except sqlite3.DatabaseError as error:  # of a connection without SQLAlchemy
        raise told(where, DBAPIError("", None, error)) from None
    except OSError as error:
        raise _error(where, "store.cannot_open", error.strerror or str(error), "cannot open the archive {0}: {1}",
                     "store.cannot_open_do", "name a file that you may read and write") from None  # fmt: skip


def told(where: str, error: DBAPIError) -> ArchiveError:
    """The plain error for one of the database."""
    said = _said(error)
    if any(mark in said for mark in _BUSY):
        return _error(
            where,
            "store.busy",
            "",
            "another process has been writing to {0} for too long",
            "store.busy_do",
            "wait until it is done, or stop it; nothing was written by this command",
        )
    if any(mark in said for mark in _FULL):
        return _error(
            where,
            "store.full",
            said,
            "there is no room left for the archive {0} ({1})",
            "store.full_do",
            "free some room and run the command again; all that was committed is kept",
        )
    if any(mark in said for mark in _READ_ONLY):
        return _error(
            where,
            "store.read_only",
            said,
            "the archive {0} may not be written to ({1})",
            "store.read_only_do",
            "ask for the right to write, or copy the archive",
        )
    if any(mark in said for mark in _BROKEN):
        return _error(
            where,
            "store.broken",
            said,
            "the archive {0} is damaged or is no archive ({1})",
            "store.broken_do",
            "check it with `tawatur archive check`, or go back to a copy",
        )
    return _error(
        where,
        "store.failed",
        said,
        "the database of the archive {0} failed: {1}",
        "store.failed_do",
        "see whether it is there and may be used; all that was committed is kept",
    )


def _is_defect(error: DBAPIError) -> bool:
    """Whether what we asked was wrong: in PostgreSQL the class of its code (SQLSTATE) tells, in SQLite its kind."""
    code = _state(error).get("C", "")
    if code:
        return code[:2] in {"0A", "22", "23", "42"} and code != "42501"
    return isinstance(error.orig, sqlite3.IntegrityError | sqlite3.ProgrammingError | sqlite3.InterfaceError)


def _state(error: DBAPIError) -> dict[str, str]:
    """What a PostgreSQL server says of an error: "C" its code, "M" its message."""
    args = error.orig.args if error.orig else ()
    return args[0] if args and isinstance(args[0], dict) else {}


def _said(error: DBAPIError) -> str:
    state = _state(error)
    text = f"{state.get('M', '')} ({state['C']})" if "C" in state else str(error.orig)
    return " ".join(text.split())


def _error(where: str, code: str, said: str, english: str, advice: str, remedy: str) -> ArchiveError:
    text = english.replace("{0}", where).replace("{1}", said)
    return ArchiveError(text, remedy=remedy, told=Reason(code, (where, said)), advice=Reason(advice))
