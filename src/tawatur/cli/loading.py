"""A dossier from a file."""

from __future__ import annotations

import sys
from pathlib import Path

from tawatur.errors import DossierError
from tawatur.model import Dossier, Reason

_REMEDY = "give a file that `tawatur dossier … -o FILE.json` wrote"
_ADVICE = Reason("cli.no_dossier_do")


def load_dossier(path: Path) -> Dossier:
    """The dossier that a .json file holds, or standard input for "-". Raises DossierError when it holds none."""
    from tawatur.writing import from_json

    try:
        raw = sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()
        return from_json(raw.decode("utf-8"))
    except OSError as error:
        why = error.strerror or str(error)
        told = Reason("cli.cannot_read", (str(path), why))
        raise DossierError(f"cannot read {path}: {why}", remedy=_REMEDY, told=told, advice=_ADVICE) from None
    except UnicodeDecodeError as error:
        text = f"{path} is not a dossier: it is not UTF-8 text ({error})"
        raise DossierError(text, remedy=_REMEDY, told=_no_dossier(path), advice=_ADVICE) from None
    except DossierError as error:
        text, remedy = f"{path}: {error}", error.remedy or _REMEDY
        raise DossierError(text, remedy=remedy, told=_no_dossier(path), advice=_ADVICE) from None


def _no_dossier(path: Path) -> Reason:
    return Reason("cli.no_dossier", (str(path),))
