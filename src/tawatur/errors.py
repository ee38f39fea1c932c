"""Every error that tawatur raises on purpose.

TawaturError            something the user can act on; its text says what, where, why and what to do
├── InputError          nothing readable was given, or a named input does not exist
├── OutputError         the result could not be written where it was asked for
├── DossierError        a file given as a dossier is not one, or has no such id
└── MissingExtraError   an optional part is not installed; the text gives the exact install command
"""

from __future__ import annotations

__all__ = ["DossierError", "InputError", "MissingExtraError", "OutputError", "TawaturError"]


class TawaturError(Exception):
    """The root of the tree. `remedy` tells the user what to do next."""

    exit_code = 1

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class InputError(TawaturError):
    """Nothing readable was given, or a named input does not exist."""

    exit_code = 3


class OutputError(TawaturError):
    """The result could not be written where it was asked for."""

    exit_code = 4


class DossierError(TawaturError):
    """A file given as a dossier is not one, or has no such id."""

    exit_code = 5


class MissingExtraError(TawaturError):
    """An optional part is not installed."""

    exit_code = 6

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(f"{purpose} needs a part that is not installed", remedy=f"pip install 'tawatur[{extra}]'")
