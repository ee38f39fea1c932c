"""What `tawatur watch` does, apart from the words of its command line: rounds, and what is said of each."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tawatur.cli.delivery import show
from tawatur.cli.failures import INTERRUPTED, say
from tawatur.errors import InputError

if TYPE_CHECKING:
    from tawatur.store import Archive
    from tawatur.watching import Round
    from tawatur.watching.delivery import Post, Show
    from tawatur.watching.taking_in import Tally
    from tawatur.writing.messages import UI


def follow(
    inputs: Sequence[str],
    where: str,
    *,
    seconds: float,
    once: bool,
    kinds: Sequence[str],
    form: str,
    webhook: str | None,
    limit: int | None,
    ui: UI,
) -> None:
    """Run rounds until it is stopped, or one; a single one in which nothing could be read ends with exit code 3.

    Raises InputError where a file that is named is not there.
    """
    from tawatur.reading.web.limits import Limits
    from tawatur.store import hold, open_archive
    from tawatur.watching.delivery import webhook as poster
    from tawatur.writing.messages import Messages

    _all_there(inputs)
    post = poster(webhook, os.environ.get("TAWATUR_WEBHOOK_TOKEN")) if webhook else None
    limits = Limits(pages=limit) if limit is not None else Limits()
    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    try:
        with _ended_politely(), open_archive(where) as archive, hold(archive, "tawatur watch"):
            while True:
                began = time.monotonic()
                made = _round(archive, inputs, kinds, _shower(form, ui), post, ui, limits=limits, stdin=stdin)
                if once:
                    if _nothing_came(made.tally):
                        raise SystemExit(InputError.exit_code)  # why has been told
                    return
                time.sleep(max(0.0, seconds - (time.monotonic() - began)))
    except KeyboardInterrupt:
        say(Messages(ui, {}).text("watch_stopped"))
        raise SystemExit(INTERRUPTED) from None


def _all_there(inputs: Sequence[str]) -> None:
    """A feed may be down for a while, but a file that is not there is a slip, which nobody would see for days."""
    from tawatur.model import Reason, Reject

    absent = [one for one in inputs if one != "-" and "://" not in one and "\0" not in one and not Path(one).exists()]
    if absent:
        raise InputError(
            f"there is no file or folder named {', '.join(absent)}",
            remedy="check the spelling, or give the full path; nothing was read",
            rejects=tuple(Reject(one, Reason("reading.absent", (one,))) for one in absent),
        )


def _round(
    archive: Archive,
    inputs: Sequence[str],
    kinds: Sequence[str],
    shown: Show,
    post: Post | None,
    ui: UI,
    **options: Any,
) -> Round:
    from tawatur.cli.progress import progress_bar
    from tawatur.watching import round_of
    from tawatur.watching.delivery import NotPostedError, deliver
    from tawatur.writing.messages import Messages

    with progress_bar(ui) as progress:
        made = round_of(archive, inputs, progress=progress, **options)
    _tell(made, ui)
    try:
        deliver(archive, kinds, shown, post)
    except NotPostedError as error:
        say(Messages(ui, {}).text("watch_not_posted", error.why))
    return made


def _nothing_came(tally: Tally) -> bool:
    """Whether something was lost and nothing read, not even what the archive has already."""
    from tawatur.watching.taking_in import KNOWN

    return bool(tally.dropped) and not (tally.added or tally.versions or any(code in KNOWN for code in tally.dropped))


def _shower(form: str, ui: UI) -> Show:
    from tawatur.writing.development_lines import development_text

    if form == "json":
        return lambda told: show(json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n")
    return lambda told: show(development_text(told, ui) + "\n\n")


def _tell(made: Round, ui: UI) -> None:
    """One line on stderr for a round, and one for each kind of loss; what is unchanged is no loss."""
    from tawatur.watching.taking_in import KNOWN
    from tawatur.writing.messages import Messages

    messages, tally = Messages(ui, {}), made.tally
    comma = messages.pattern("comma")
    parts = [messages.count("watch_new", tally.added)]
    parts += [messages.count("cli_fetched_versions", tally.versions)] if tally.versions else []
    parts.append(messages.count("watch_dossiers", made.dossiers))
    say(f"{time.strftime('%H:%M')}  {comma.join(parts)}")
    for code in sorted(tally.dropped, key=lambda code: (-tally.dropped[code], code)):
        if code not in KNOWN:
            say(f"{tally.dropped[code]} × {messages.reason(tally.first[code].reason)}", prefix="  ")


@contextmanager
def _ended_politely() -> Iterator[None]:
    """A request to end (SIGTERM) is as if the user had stopped it: what is being written is finished or undone."""

    def stop(_number: int, _frame: Any) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
