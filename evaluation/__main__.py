"""`python -m evaluation`."""

from __future__ import annotations

from evaluation.commands import app

app(prog_name="python -m evaluation")
