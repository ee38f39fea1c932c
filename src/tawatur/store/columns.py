"""Column types of the archive: text that any input may hold, and nested lists that are never asked for by themselves.

PostgreSQL's text holds no NUL and neither database holds a lone surrogate, yet an article may have both (damaged pages,
JSON escapes). They are stored as U+001A and four hexadecimal digits, U+001A itself too, so that every text comes back
exactly; all other text is stored as it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Dialect, Integer, Text, TypeDecorator

from tawatur.model import CalendarDate, InterfaceWord, Reason

_ESCAPE = "\x1a"
_UNFIT = re.compile("[\0\x1a\ud800-\udfff]")
_ESCAPED = re.compile("\x1a([0-9a-f]{4})")
_SURROGATE = re.compile("[\ud800-\udfff]")

Number = BigInteger().with_variant(Integer(), "sqlite")
"""A number of a row; in SQLite it has to be INTEGER to be the row's own key."""


def escaped(text: str) -> str:
    """A text as both databases can hold it."""
    return _UNFIT.sub(lambda found: f"{_ESCAPE}{ord(found.group()):04x}", text) if _UNFIT.search(text) else text


def unescaped(stored: str) -> str:
    """The text that `escaped` was given."""
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), stored) if _ESCAPE in stored else stored


class Plain(TypeDecorator[str]):
    """Text from an input, any code points at all."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As it is stored."""
        return None if value is None else escaped(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As it was given."""
        return None if value is None else unescaped(value)


class Nested(TypeDecorator[Any]):
    """Plain values as compact JSON; None and what is empty are one, stored as NULL, and come back as an empty list."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As JSON without spaces."""
        return packed(value) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002
        """The list."""
        return json.loads(value) if value else []


def packed(value: Any) -> str:
    """A value as compact JSON; lone surrogates and NUL are escaped, so that both databases hold it."""
    text = _ENCODE(value)
    if _SURROGATE.search(text):
        text = _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return text


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


def reason_row(reason: Reason) -> list[Any]:
    """A reason as nested lists: its code, then its values; one that is more than text is marked by its type."""
    return [reason.code, *map(_value, reason.values)]


def reason_of(row: list[Any]) -> Reason:
    """The reason that `reason_row` was given."""
    code, *values = row
    return Reason(code, tuple(map(_value_of, values)))


def reason_rows(reasons: Iterable[Reason]) -> list[list[Any]]:
    """Several reasons as nested lists."""
    return [reason_row(reason) for reason in reasons]


def reasons_of(rows: list[list[Any]]) -> tuple[Reason, ...]:
    """The reasons that `reason_rows` was given."""
    return tuple(map(reason_of, rows))


def _value(value: str) -> Any:
    if isinstance(value, InterfaceWord):
        return {"word": str(value)}
    if isinstance(value, CalendarDate):
        return {"date": str(value)}
    return value


def _value_of(value: Any) -> str:
    if isinstance(value, dict):
        return InterfaceWord(value["word"]) if "word" in value else CalendarDate(value["date"])
    return str(value)
