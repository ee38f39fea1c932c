"""What `tawatur archive` does, apart from the words of its command line."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tawatur.cli.delivery import show
from tawatur.cli.failures import CommandLineError, say
from tawatur.errors import ArchiveError, InputError

if TYPE_CHECKING:
    from tawatur.model import Reason
    from tawatur.store import Archive, Session
    from tawatur.store.ranking import Filter
    from tawatur.store.searching import Hit, StatementHit
    from tawatur.watching.taking_in import Tally
    from tawatur.writing.messages import UI


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a search asks for, as the command line gives it."""

    query: str
    within: str
    speaker: str
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    since: str | None
    until: str | None
    story: str | None
    newest: bool
    limit: int
    after: str | None
    large: bool


def add_to(where: str, inputs: list[str], statements: bool, ui: UI) -> int:
    """Take inputs in and tell what came of it; gives how many parts of the input were lost."""
    from tawatur.cli.progress import progress_bar
    from tawatur.store import hold, open_archive
    from tawatur.watching import round_of
    from tawatur.watching.taking_in import KNOWN, Tally

    stdin = sys.stdin.buffer if "-" in inputs and sys.stdin is not None else None
    tally = Tally()
    with open_archive(where) as archive, hold(archive, "tawatur archive add"), progress_bar(ui) as bar:
        try:
            made = round_of(
                archive, inputs, progress=bar, stdin=stdin, tally=tally, command="archive add", statements=statements
            )
        except KeyboardInterrupt:
            _tell(tally, 0, 0, ui)
            say(_messages(ui).text("cli_fetched_stopped"))
            raise SystemExit(130) from None
    known = sum(tally.dropped.get(code, 0) for code in KNOWN)
    if not tally.added and not tally.versions and not known:
        raise InputError("nothing could be read:" + _losses(tally, "en"), rejects=tuple(tally.first.values()))
    _tell(tally, made.read, made.dossiers, ui)
    return sum(tally.dropped.values()) - known


def search_in(where: str, wanted: Wanted, form: str, ui: UI) -> None:
    """Show a page of what is found."""
    from tawatur.store import open_archive
    from tawatur.store.searching import search, search_claims, search_statements
    from tawatur.writing.json_dossier import canonical

    order: Any = "newest" if wanted.newest else "relevance"
    filter = _filter(wanted)
    rows: list[dict[str, Any]]
    lines: list[str]
    with open_archive(where, create=False) as archive, archive.reading() as session:
        after = None
        if wanted.within == "articles":
            index = _large(archive, session) if wanted.large else None
            page = search(session, wanted.query, filter, order=order, limit=wanted.limit, after=wanted.after,
                          index=index)  # fmt: skip
            rows, lines, after = [_article_row(h) for h in page.hits], [_article_line(h) for h in page.hits], page.after
        elif wanted.within == "statements":
            found = search_statements(session, wanted.query, filter, speaker=wanted.speaker, order=order,
                                      limit=wanted.limit, after=wanted.after)  # fmt: skip
            rows, after = [_statement_row(h) for h in found.hits], found.after
            lines = [_statement_line(h) for h in found.hits]
        else:
            claims = search_claims(session, wanted.query, filter, speaker=wanted.speaker, limit=wanted.limit)
            rows = [
                {"story": c.claim.story, "claim": c.claim.id, "text": c.claim.text, "statement": c.statement,
                 "independent": [c.claim.n_min, c.claim.n_max], "outlets": c.claim.outlets}
                for c in claims
            ]  # fmt: skip
            lines = [
                f"{c.claim.text}\n  {_origins(c.claim.n_min, c.claim.n_max, ui)} · {c.claim.story} · {c.claim.id}"
                for c in claims
            ]
    if form == "json":
        show(canonical({"hits": rows, "after": after}))
        return
    if not lines:
        say(_messages(ui).text("archive_nothing_found"))
        return
    show("\n\n".join(lines) + "\n")
    if after:
        say(_messages(ui).text("archive_more", after))


def export_to(where: str, folder: Path, ui: UI) -> None:
    """Write the tables and say how many rows each has."""
    from tawatur.store import open_archive
    from tawatur.store.exporting import export

    with open_archive(where, create=False) as archive, archive.reading() as session:
        written = export(session, folder)
    say(_messages(ui).count("archive_exported", len(written), str(sum(written.values())), str(folder)))


def check_whole(where: str, ui: UI) -> None:
    """Show the counts; ArchiveError where something is wrong."""
    from tawatur.model import Reason
    from tawatur.store import open_archive
    from tawatur.store.checking import check

    with open_archive(where, create=False) as archive, archive.reading() as session:
        found = check(session)
    width = max(len(name) for name, _ in found.counts)
    show("".join(f"{name:<{width}}  {count:>10}\n" for name, count in found.counts))
    if found.problems:
        raise ArchiveError(
            f"the archive {where} is not whole: {_listed(found.problems, 'en')}",
            remedy="go back to a copy, or export what is there with `tawatur archive export`",
            told=Reason("store.check.broken", (where, _listed(found.problems, ui))),
            advice=Reason("store.check.broken_do"),
        )
    say(_messages(ui).text("archive_whole", found.revision))


def bring_up_to_date(where: str, ui: UI) -> None:
    """Upgrade the schema and say from which revision to which."""
    from tawatur.store.migrating import HEAD
    from tawatur.store.opening import open_archive, revision_of

    before = revision_of(where)
    open_archive(where, create=False).close()
    messages = _messages(ui)
    if before == HEAD:
        say(messages.text("archive_up_to_date", HEAD))
    else:
        say(messages.text("archive_upgraded", before or "", HEAD))


def _large(archive: Archive, session: Session) -> Any:
    from tawatur.store.large import LargeIndex, index_folder

    index = LargeIndex(index_folder(archive))
    index.continue_from(session)
    return index


def _filter(wanted: Wanted) -> Filter:
    from tawatur.store.ranking import Filter

    return Filter(wanted.outlets, wanted.languages, _seconds(wanted.since), _seconds(wanted.until), wanted.story)


def _seconds(time: str | None) -> int | None:
    from tawatur.model import Reason
    from tawatur.store.articles import seconds_of

    if time is None:
        return None
    found = seconds_of(time)
    if found is None:
        raise CommandLineError(
            f"'{time}' is no time",
            remedy="write it as 2031-05-02 or 2031-05-02T14:30Z; nothing was searched",
            told=Reason("store.no_time", (time,)),
            advice=Reason("store.no_time_do"),
        )
    return found


def _article_row(hit: Hit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "title": hit.title,
        "outlet": hit.outlet,
        "outlet_name": hit.outlet_name,
        "url": hit.url,
        "published": hit.published,
        "language": hit.language,
        "story": hit.story,
        "score": hit.score,
        "snippet": {
            "span": list(hit.snippet.span),
            "hits": [list(span) for span in hit.snippet.hits],
            "text": hit.text[slice(*hit.snippet.span)],
        },
    }


def _article_line(hit: Hit) -> str:
    words = " ".join(hit.text[slice(*hit.snippet.span)].split())
    about = " · ".join(part for part in (hit.outlet_name or hit.outlet, hit.published, hit.story, hit.id) if part)
    return f"{hit.title or hit.id}\n  {about}\n  {words}"


def _statement_row(hit: StatementHit) -> dict[str, Any]:
    return {
        "id": hit.id,
        "article": hit.article,
        "outlet": hit.outlet,
        "published": hit.published,
        "content": list(hit.content),
        "text": hit.words,
        "speaker": hit.speaker,
        "kind": hit.kind,
        "polarity": hit.polarity,
        "story": hit.story,
        "claim": hit.claim,
        "score": hit.score,
    }


def _statement_line(hit: StatementHit) -> str:
    parts = (hit.speaker, hit.outlet, hit.published, hit.story, hit.claim, hit.id)
    about = " · ".join(part for part in parts if part)
    return f"{' '.join(hit.words.split())}\n  {about}"


def _origins(least: int, most: int, ui: UI) -> str:
    messages = _messages(ui)
    if least == most:
        return str(messages.count("archive_origins", least))
    return str(messages.text("archive_origins_between", str(least), str(most)))


def _tell(tally: Tally, read: int, dossiers: int, ui: UI) -> None:
    messages = _messages(ui)
    text = messages.count("archive_added", tally.added)
    comma = "، " if ui == "ar" else ", "
    if tally.versions:
        text += comma + messages.count("archive_added_versions", tally.versions)
    if read:
        text += comma + messages.count("archive_read", read)
    if dossiers:
        text += comma + messages.count("archive_dossiers", dossiers)
    say(text)
    if tally.dropped:
        say(messages.count("cli_fetched_dropped", sum(tally.dropped.values())) + _losses(tally, ui))


def _losses(tally: Tally, ui: UI) -> str:
    messages = _messages(ui)
    order = sorted(tally.dropped, key=lambda code: (-tally.dropped[code], code))
    return "".join(f"\n  {tally.dropped[code]} × {messages.reason(tally.first[code].reason)}" for code in order)


def _listed(problems: tuple[Reason, ...], ui: UI) -> str:
    messages = _messages(ui)
    return ("؛ " if ui == "ar" else "; ").join(messages.reason(problem) for problem in problems)


def _messages(ui: UI) -> Any:
    from tawatur.writing.messages import Messages

    return Messages(ui, {})
