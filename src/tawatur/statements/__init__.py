"""An article → its statements, speakers, quantities and dates."""

from __future__ import annotations

from tawatur.statements.account import read_account, read_accounts

__all__ = ["read_account", "read_accounts"]
