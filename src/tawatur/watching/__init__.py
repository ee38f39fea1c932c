"""An archive kept up with what comes in: articles taken in, read, grouped, their stories' dossiers made, news told.

Each step is a function on an archive, does what is left to be done, and keeps it in transactions of its own: stopped at
any moment, the next run goes on from there. `round_of` runs them all.
"""

from __future__ import annotations

from tawatur.watching.round import Round, round_of

__all__ = ["Round", "round_of"]
