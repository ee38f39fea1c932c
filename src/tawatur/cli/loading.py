"""A dossier from a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tawatur.errors import DossierError
from tawatur.model import Dossier

_REMEDY = "give a file that `tawatur dossier … -o FILE.json` wrote"


def load_dossier(path: Path) -> Dossier:
    """The dossier that a .json file holds, or standard input for "-". Raises DossierError when it holds none."""
    from tawatur.writing import from_json

    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        text = raw.decode("utf-8")
    except OSError as error:
        raise DossierError(f"cannot read {path}: {error.strerror or error}", remedy=_REMEDY) from None
    except UnicodeDecodeError as error:
        raise DossierError(f"{path} is not a dossier: it is not UTF-8 text ({error})", remedy=_REMEDY) from None
    try:
        return from_json(text)
    except DossierError as error:
        raise DossierError(f"{path}: {error}", remedy=error.remedy or _REMEDY) from None
