"""What follows from a dossier, as plain JSON values: suggested credibility, series of figures, omissions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tawatur.dossier.parts import ClaimView, LeftOut
from tawatur.dossier.series import Figure, Series
from tawatur.model import Reason
from tawatur.writing.messages import Messages


class ReasonWriter:
    """Writes reasons with the text that `messages` gives them."""

    def __init__(self, messages: Messages) -> None:
        self.messages = messages

    def reasons(self, reasons: Iterable[Reason]) -> list[dict[str, Any]]:
        """Several reasons."""
        return [self.reason(reason) for reason in reasons]

    def reason(self, reason: Reason) -> dict[str, Any]:
        """A reason: its code, its values, and its text."""
        text = self.messages.reason(reason)
        return {"code": reason.code, "values": list(reason.values), "text": text}


class ViewWriter(ReasonWriter):
    """Turns the views of a dossier into JSON values."""

    def credibility(self, view: ClaimView) -> dict[str, Any]:
        """The suggested number for a claim; the letter is the reader's, and null."""
        suggested = view.credibility
        return {
            "scale": "admiralty",
            "suggested": suggested.grade,
            "reliability": None,
            "reason": self.reason(suggested.reason),
            "caveats": self.reasons(suggested.caveats),
        }

    def series(self, series: Series) -> dict[str, Any]:
        """A series of figures in order of their time, and where it stands."""
        now = series.estimate
        return {
            "counted": series.counted,
            "low": now.low,
            "best": {"low": now.best.low, "high": now.best.high, "origins": now.best_origins},
            "high": now.high,
            "open": now.open,
            "figures": [self.figure(figure, series.old(figure)) for figure in series.figures],
        }

    def figure(self, figure: Figure, superseded: bool) -> dict[str, Any]:
        """One figure of a series."""
        return {
            "statement": figure.statement.id,
            "span": list(figure.span),
            "low": figure.low,
            "high": figure.high,
            "approximate": figure.approximate,
            "outlet": figure.outlet,
            "speaker": figure.speaker,
            "time": figure.time,
            "said": figure.said,
            "origins": list(figure.origins),
            "superseded": superseded,
        }

    def left_out(self, left_out: LeftOut) -> dict[str, Any]:
        """What one outlet leaves out."""
        return {
            "outlet": left_out.outlet,
            "claims": [
                {
                    "claim": omission.claim.claim.id,
                    "instead": list(omission.instead),
                    "nearest": omission.nearest.id if omission.nearest else None,
                }
                for omission in left_out.omissions
            ],
        }
