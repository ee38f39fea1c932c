"""The view models of the runs and of what the program does and cannot do."""

from __future__ import annotations

from typing import Any

from tawatur.serving import library
from tawatur.serving.library import Library
from tawatur.serving.pages.showing import Shown
from tawatur.writing.json_views import ReasonWriter
from tawatur.writing.messages import UI, Messages

ABOUT = ("about_1", "about_2", "about_3", "about_4", "about_5")
TERMS = ("statement", "claim", "origin", "party")
_NAMED = {"serve": "run_serve", "paste": "run_paste"}


def runs(shelf: Library, ui: UI) -> Shown:
    """What was read into the archive."""
    found = library.runs(shelf)
    messages = Messages(ui, {})
    write = ReasonWriter(messages)
    names = {command: messages.pattern(key) for command, key in _NAMED.items()}
    values: dict[str, Any] = {
        "section": "runs",
        "runs": [(run, names.get(run.command, run.command)) for run in found],
    }
    return Shown(
        "runs.html.j2",
        values,
        lambda: {
            "runs": [
                {
                    "number": run.number,
                    "command": run.command,
                    "version": run.version,
                    "started": run.started,
                    "ended": run.ended,
                    "inputs": list(run.inputs),
                    "read": run.read,
                    "added": run.added,
                    "versions": run.versions,
                    "dropped": [
                        {"n": lost.n, "where": lost.first.where, "reason": write.reason(lost.first.reason)}
                        for lost in run.dropped
                    ],
                }
                for run in found
            ]
        },
    )


def about(ui: UI) -> Shown:
    """The method and its limits in plain words."""
    from importlib.metadata import version

    messages, now = Messages(ui, {}), version("tawatur")
    return Shown(
        "about_page.html.j2",
        {"section": "about", "paragraphs": ABOUT, "terms": TERMS, "version": now},
        lambda: {
            "version": now,
            "sections": [{"title": messages.pattern(f"{key}_head"), "text": messages.pattern(key)} for key in ABOUT],
            "terms": {messages.pattern(f"term_{key}"): messages.pattern(f"term_{key}_is") for key in TERMS},
        },
    )
