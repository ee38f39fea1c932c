"""What is new in a story, told: lines of text for people, one JSON object each for programs and webhooks."""

from __future__ import annotations

import json
from typing import Any

from tawatur.dossier.developments import Development
from tawatur.writing.json_views import ReasonWriter
from tawatur.writing.messages import Messages
from tawatur.writing.plain import one_line


def development_text(new: Development, title: str, messages: Messages) -> str:
    """What is new, in up to four lines: the kind and the story's title, the exact words of either side, why."""
    lines = [f"{messages.text(f'new_{new.kind}')}: {messages.text('quoted', one_line(title))}"]
    lines += [f"  {messages.text('quoted', one_line(words))}" for words in (new.words, new.other_words) if words]
    lines.append(f"  {messages.reason(new.reason)} ({one_line(new.story)} {new.claim})")
    return "\n".join(lines)


def development_json(new: Development, title: str, messages: Messages) -> dict[str, Any]:
    """What is new, as plain JSON values; the text of the reason is in the language of `messages`."""
    sides = [{"claim": new.claim, "statement": new.statement, "words": new.words}]
    if new.other and new.other_statement:
        sides.append({"claim": new.other, "statement": new.other_statement, "words": new.other_words or ""})
    return {
        "kind": new.kind,
        "story": new.story,
        "title": title,
        "sides": sides,
        "reason": ReasonWriter(messages).reason(new.reason),
    }


def development_line(new: Development, title: str, messages: Messages) -> str:
    """What is new, as one line of JSON that ends in a newline."""
    return json.dumps(development_json(new, title, messages), ensure_ascii=False, sort_keys=True) + "\n"
