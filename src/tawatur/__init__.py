"""tawatur: who says what, on whose word, and how many independent origins stand behind it.

    >>> import tawatur
    >>> dossier = tawatur.build(["first.html", "second.txt"])  # doctest: +SKIP
    >>> print(tawatur.to_markdown(dossier))  # doctest: +SKIP

The names below are the public surface; each is loaded when it is first used. The records of `tawatur.model`
and the errors of `tawatur.errors` are public as well.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tawatur.dossier import explain
    from tawatur.errors import DossierError, InputError, MissingExtraError, OutputError, SettingsError, TawaturError
    from tawatur.model import Dossier
    from tawatur.pipeline import build
    from tawatur.settings import DEFAULT, Settings
    from tawatur.writing import from_json, to_html, to_json, to_markdown, to_terminal

__all__ = [
    "DEFAULT",
    "Dossier",
    "DossierError",
    "InputError",
    "MissingExtraError",
    "OutputError",
    "Settings",
    "SettingsError",
    "TawaturError",
    "build",
    "explain",
    "from_json",
    "to_html",
    "to_json",
    "to_markdown",
    "to_terminal",
]

_HOMES = {
    "tawatur.dossier": ("explain",),
    "tawatur.errors": (
        "DossierError",
        "InputError",
        "MissingExtraError",
        "OutputError",
        "SettingsError",
        "TawaturError",
    ),
    "tawatur.model": ("Dossier",),
    "tawatur.pipeline": ("build",),
    "tawatur.settings": ("DEFAULT", "Settings"),
    "tawatur.writing": ("from_json", "to_html", "to_json", "to_markdown", "to_terminal"),
}


def __getattr__(name: str) -> Any:
    """Load a public name from its home, so that `import tawatur` itself costs nothing."""
    for home, names in _HOMES.items():
        if name in names:
            value = globals()[name] = getattr(import_module(home), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
