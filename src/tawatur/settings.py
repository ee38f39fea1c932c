"""Every number a result depends on, each with where it comes from. A dossier's manifest repeats them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Probabilities and thresholds, all in 0..1 unless a field says otherwise."""

    # Independence (DESIGN: "How independence is decided"): components over ties of at least `strong_tie` give n_max,
    # over ties of at least `weak_tie` give n_min.
    strong_tie: float = 0.8
    weak_tie: float = 0.3


DEFAULT = Settings()
