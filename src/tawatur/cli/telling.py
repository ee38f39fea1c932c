"""What a command says on stderr beside its result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tawatur.cli.failures import say

if TYPE_CHECKING:
    from tawatur.model import Dossier, Reject
    from tawatur.writing.messages import UI


def tell_rejects(rejects: Sequence[Reject], read: int, ui: UI) -> None:
    """Say on stderr which parts of the input were rejected and why, and how many articles were read."""
    if not rejects:
        return
    from tawatur.writing.messages import Messages

    messages = Messages(ui, {})
    say(
        messages.count("cli_rejects", len(rejects))
        + " "
        + messages.text("cli_rejects_read", messages.count("gen_articles", read))
    )
    for reject in rejects:
        say(f"{reject.where}: {messages.reason(reject.reason)}", prefix="  ")


def tell_model(made: Dossier, ui: UI) -> None:
    """What was asked of a language model and what came of it, on stderr too: a file is not always read at once."""
    of_model = [finding.reason for finding in made.findings if finding.reason.code.startswith("second_reader.")]
    if of_model:
        from tawatur.writing.messages import Messages

        for reason in of_model:
            say(Messages(ui, {}).reason(reason))
