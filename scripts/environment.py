"""Make the project's own environment: `.venv` with exactly the versions of `uv.lock`. Standard library only.

uv does the installing. One that is on the PATH is used; else pip fetches one into `.tools`, which leaves the machine's
own Python untouched and also works where that Python has neither `venv` nor the right to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
UV = "uv>=0.9,<1"


def prepare(*options: str) -> Path:
    """Bring the environment up to date and return its Python; `options` go to `uv sync` ("--no-dev")."""
    if sys.version_info < OLDEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SystemExit(f"tawatur needs Python {OLDEST[0]}.{OLDEST[1]} or later; this is {found} ({sys.executable}).")
    folder = ROOT / os.environ.get("TAWATUR_VENV", ".venv")
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(folder)}
    environment.pop("VIRTUAL_ENV", None)
    # Inexact: what a developer has added to the environment stays there.
    # Compiled: without it the first start of every command pays for compiling what it imports.
    chosen = ["--locked", "--inexact", "--all-extras", "--compile-bytecode", "--python", sys.executable]
    command = [_uv(), "sync", "--quiet", *chosen, *options]
    print(f"Setting up {folder} …", file=sys.stderr, flush=True)
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise SystemExit("The set-up failed; the lines above say why. Nothing outside this folder was changed.")
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _uv() -> str:
    """The uv to use: the user's own, or one that pip puts into `.tools`."""
    if own := shutil.which("uv"):
        return own
    tools = ROOT / ".tools"
    if not (found := shutil.which("uv", path=str(tools / "bin"))):
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", str(tools), UV]
        if subprocess.run(pip, check=False).returncode:
            raise SystemExit("pip could not fetch uv. Install uv (https://docs.astral.sh/uv/) and run this again.")
        found = shutil.which("uv", path=str(tools / "bin"))
    if not found:
        raise SystemExit(f"uv was installed into {tools}, yet no program is there; remove the folder and try again.")
    return found
