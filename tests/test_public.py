from __future__ import annotations

import subprocess
import sys

import pytest

import tawatur

PUBLIC = [
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


def test_the_public_surface_is_exactly_this() -> None:
    assert tawatur.__all__ == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(tawatur, name)
    assert found.__doc__
    assert name in dir(tawatur)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'verdict'"):
        tawatur.verdict  # noqa: B018


def test_importing_the_package_loads_no_room() -> None:
    program = "import sys, tawatur; print(sorted(m for m in sys.modules if m.startswith('tawatur.')))"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"


def test_help_loads_neither_the_rooms_nor_rich() -> None:
    program = """
import sys
from tawatur.cli import main
try:
    main()
except SystemExit:
    heavy = {"rich", "jinja2", "selectolax", "pycrfsuite", "tawatur.reading", "tawatur.statements", "tawatur.writing"}
    print("HEAVY:", sorted(heavy & set(sys.modules)))
"""
    out = subprocess.check_output([sys.executable, "-c", program, "--help"], text=True)
    assert out.strip().endswith("HEAVY: []")
