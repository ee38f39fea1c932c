"""Run every check and every test, after setting up all they need: `python3 scripts/check.py [PYTEST OPTIONS…]`.

Every check runs even when an earlier one fails; pytest comes last, so its closing line ends the output. The exit
status is 0 only when all passed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from environment import ROOT, prepare
from postgresql import programs

CHECKS = {
    "lexicons are compiled": ("scripts/compile_lexicons.py", "--check"),
    "ruff": ("-m", "ruff", "check", "."),
    "formatting": ("-m", "ruff", "format", "--check", "."),
    "types": ("-m", "mypy"),
}
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    """Set up, run the checks, run the tests."""
    python = prepare()
    find_browser(python)
    find_postgresql()
    failed = [name for name, arguments in CHECKS.items() if not passes(name, python, *arguments)]
    if failed:
        print(f"\nNot passed: {', '.join(failed)} (see above). The tests run all the same.", flush=True)
    tested = passes("tests", python, "-m", "pytest", *sys.argv[1:])
    return int(bool(failed) or not tested)


def passes(name: str, python: Path, *arguments: str) -> bool:
    """Run one check in the repository root and say whether it passed."""
    print(f"\n— {name}", flush=True)
    return subprocess.run([python, *arguments], cwd=ROOT, check=False).returncode == 0


def find_browser(python: Path) -> None:
    """Get a Chromium for the tests that look at the report; without one they are skipped, and say so."""
    if any(map(shutil.which, BROWSERS)):
        return
    print("No Chromium was found; trying to install one …", file=sys.stderr, flush=True)
    if may_install():
        apt_get("update")
        if apt_get("install", "--yes", "--no-install-recommends", "chromium", "fonts-noto-core"):
            return
    subprocess.run([python, "-m", "playwright", "install", "chromium"], check=False)


def find_postgresql() -> None:
    """Get a PostgreSQL for the tests of the archive; without one they are skipped, and say so."""
    if programs() or not may_install():
        return
    print("No PostgreSQL was found; trying to install one …", file=sys.stderr, flush=True)
    apt_get("update")
    apt_get("install", "--yes", "--no-install-recommends", "postgresql")


def may_install() -> bool:
    """Whether this process may install packages of Debian."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_get(*arguments: str) -> bool:
    """Run apt-get without questions and say whether it succeeded."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    raise SystemExit(main())
