"""Run the main job on the sample story, after setting up all it needs: `python3 scripts/demo.py`.

Writes the report to `out/demo.html` and the dossier to `out/demo.json`, then shows the dossier in the terminal.
"""

from __future__ import annotations

import subprocess

from environment import ROOT, prepare


def main() -> int:
    """Set up, run `tawatur demo` three times, once for each form of its result."""
    python, out = prepare("--no-dev", "--no-extra", "cluster"), ROOT / "out"
    out.mkdir(exist_ok=True)
    for options in ((), ("-o", str(out / "demo.json")), ("-o", str(out / "demo.html"))):
        status = subprocess.run([python, "-m", "tawatur", "demo", *options], cwd=ROOT, check=False).returncode
        if status:
            return status
    print(f"\nOpen the report in a browser: {(out / 'demo.html').as_uri()}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
