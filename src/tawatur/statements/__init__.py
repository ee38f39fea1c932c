"""One article → its statements, speakers, quantities and dates."""

from __future__ import annotations

from tawatur.statements.account import read_account

__all__ = ["read_account"]
