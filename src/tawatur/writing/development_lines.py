"""What is new in a story, told: plain JSON values in both interface languages, and lines of text made of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tawatur.dossier.developments import Development
from tawatur.model import Dossier
from tawatur.writing.json_views import ReasonWriter
from tawatur.writing.messages import UI, Messages
from tawatur.writing.names import reader_names
from tawatur.writing.plain import one_line

Told = Mapping[str, Any]


def development_json(new: Development, title: str, dossier: Dossier) -> dict[str, Any]:
    """What is new in the story `title` of a dossier, as plain JSON values that need nothing beside them.

    `sides` are the claim, and the other one of a conflict, each with its exact words; `text` is the reason in the words
    of each interface language.
    """
    sides = [{"claim": new.claim, "statement": new.statement, "words": new.words}]
    if new.other and new.other_statement:
        sides.append({"claim": new.other, "statement": new.other_statement, "words": new.other_words or ""})
    english, arabic = (Messages(ui, reader_names(dossier, ui)) for ui in ("en", "ar"))
    return {
        "kind": new.kind,
        "story": new.story,
        "title": title,
        "sides": sides,
        "reason": ReasonWriter(english).reason(new.reason),
        "text": {"en": english.reason(new.reason), "ar": arabic.reason(new.reason)},
    }


def development_text(told: Told, ui: UI) -> str:
    """The same in up to four lines: its kind and the story's title, the exact words of either side, why."""
    messages = Messages(ui, {})
    kind = messages.text(f"new_{told['kind']}")
    lines = [f"{kind}: {messages.text('quoted', one_line(told['title']))}"]
    lines += [f"  {messages.text('quoted', one_line(side['words']))}" for side in told["sides"]]
    claims = "~".join(side["claim"] for side in told["sides"])
    lines.append(f"  {told['text'][ui]} ({one_line(told['story'])} {claims})")
    return "\n".join(lines)
