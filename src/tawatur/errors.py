"""Every error that tawatur raises on purpose.

TawaturError            something the user can act on; its text says what, where, why and what to do
├── InputError          nothing readable was given, or a named input does not exist
├── OutputError         the result could not be written where it was asked for
├── DossierError        a file given as a dossier is not one, or has no such id
├── ArchiveError        an archive cannot be opened, read or written, or is of a newer program
├── SettingsError       a setting cannot be used, or needs another one
└── MissingExtraError   an optional part is not installed; the text gives the exact install command
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tawatur.model import Reason, Reject

__all__ = [
    "ArchiveError",
    "DossierError",
    "InputError",
    "MissingExtraError",
    "OutputError",
    "SettingsError",
    "TawaturError",
]


class TawaturError(Exception):
    """The root of the tree. `remedy` tells the user what to do next.

    `told` and `advice` are the text and the remedy as reasons, for whoever tells them in another language than English.
    """

    exit_code = 1

    def __init__(
        self, message: str, *, remedy: str = "", told: Reason | None = None, advice: Reason | None = None
    ) -> None:
        super().__init__(message)
        self.remedy = remedy
        self.told, self.advice = told, advice


class InputError(TawaturError):
    """Nothing readable was given, or a named input does not exist; `rejects` are what was tried, each with why."""

    exit_code = 3

    def __init__(
        self,
        message: str,
        *,
        remedy: str = "",
        told: Reason | None = None,
        advice: Reason | None = None,
        rejects: Sequence[Reject] = (),
    ) -> None:
        super().__init__(message, remedy=remedy, told=told, advice=advice)
        self.rejects = tuple(rejects)


class OutputError(TawaturError):
    """The result could not be written where it was asked for."""

    exit_code = 4


class DossierError(TawaturError):
    """A file given as a dossier is not one, or has no such id."""

    exit_code = 5


class ArchiveError(TawaturError):
    """An archive cannot be opened, read or written, is in use by another writer, or is of a newer program."""

    exit_code = 8


class SettingsError(TawaturError):
    """A setting cannot be used, or needs another one."""

    exit_code = 2


class MissingExtraError(TawaturError):
    """An optional part is not installed."""

    exit_code = 6

    def __init__(self, extra: str, purpose: str, *, told: Reason | None = None) -> None:
        text = f"{purpose} needs a part that is not installed"
        super().__init__(text, remedy=f"pip install 'tawatur[{extra}]'", told=told)
