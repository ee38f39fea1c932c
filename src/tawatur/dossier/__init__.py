"""One story's findings as one record: assembled, looked at for a report, and explained step by step."""

from __future__ import annotations

from tawatur.dossier.assemble import assemble
from tawatur.dossier.explain import explain
from tawatur.dossier.parts import Report
from tawatur.dossier.steps import Quote, Step
from tawatur.dossier.views import report

__all__ = ["Quote", "Report", "Step", "assemble", "explain", "report"]
