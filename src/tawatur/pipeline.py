"""The whole way from what the user names to a dossier: one explicit list of stages, each a plain function.

A stage takes the draft as the stages before it left it and returns it with its own part filled in. The rooms do the
work and are imported when their stage runs, so that naming the pipeline costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from tawatur.errors import InputError, SettingsError
from tawatur.model import Account, Article, Claim, Copy, Dossier, Finding, Intake, Reason, Reject, Relation, Source
from tawatur.settings import DEFAULT, Settings

if TYPE_CHECKING:
    from tawatur.judgement import Judged
    from tawatur.tracing import Trace

READ_LANGUAGES = ("ar",)

Progress = Callable[[str, int, int], None]
"""Told the name of a stage, how many of its steps are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A dossier in the making; `articles` stay as read, `accounts` are one for each of them, in the same order."""

    articles: tuple[Article, ...]
    rejects: tuple[Reject, ...] = ()
    accounts: tuple[Account, ...] = ()
    sources: tuple[Source, ...] = ()
    copies: tuple[Copy, ...] = ()
    claims: tuple[Claim, ...] = ()
    relations: tuple[Relation, ...] = ()
    findings: tuple[Finding, ...] = ()
    judged: tuple[Judged, ...] = ()
    unplaced: frozenset[int] = frozenset()


_TOGETHER = 96  # articles read at once: words met together find the tables warm; more cost memory

Stage = Callable[[Draft, Settings, Progress], Draft]


def build(
    inputs: Sequence[str],
    *,
    settings: Settings = DEFAULT,
    story: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Dossier:
    """The dossier of the articles that `inputs` hold, taken as one story.

    `inputs` are paths of files or folders, addresses of the web, or "-" for `stdin`. `story` names the
    story; by default the name is that of the first article. What cannot be read is in the dossier's `rejects`.
    Raises InputError when nothing at all could be read; its text names every reject and why. With `ask_url` and
    `ask_model` in the settings, article text is sent to that address (docs/second_reader.md); SettingsError or
    MissingExtraError tells what is wrong or lacking for it.
    """
    from tawatur.reading import Web, read

    told = progress or _untold
    web = Web(told=lambda done, all: told("reading", done, all))
    return build_from(read(inputs, stdin=stdin, web=web), settings=settings, story=story, progress=progress)


def build_from(
    intake: Intake,
    *,
    settings: Settings = DEFAULT,
    story: str | None = None,
    progress: Progress | None = None,
    stages: Sequence[tuple[str, Stage]] = (),
) -> Dossier:
    """`build` for articles that are already read. `stages` stand in for `STAGES`."""
    if not intake.articles:
        raise nothing_read(intake.rejects)
    draft = Draft(intake.articles, intake.rejects, findings=intake.findings)
    return _built(draft, stages or _chosen(settings), settings, story, progress)


def build_from_accounts(
    accounts: Sequence[Account],
    *,
    settings: Settings = DEFAULT,
    story: str | None = None,
    judged: Sequence[Judged] = (),
    progress: Progress | None = None,
) -> Dossier:
    """`build_from` for articles whose statements are already read with the same settings; at least one.

    `judged` is what people decided about the story, in the order of its numbers; findings tell what of it was used.
    """
    articles = tuple(account.article for account in accounts)
    draft = Draft(articles, accounts=tuple(accounts), judged=tuple(judged))
    later = tuple(stage for stage in _chosen(settings) if stage[1] is not statements)
    return _built(draft, later, settings, story, progress)


def _built(
    draft: Draft,
    stages: Sequence[tuple[str, Stage]],
    settings: Settings,
    story: str | None,
    progress: Progress | None,
) -> Dossier:
    """The dossier that the stages make of a draft."""
    from tawatur.dossier import assemble

    told = progress or _untold
    for name, stage in stages:
        told(name, 0, 1)
        draft = stage(draft, settings, told)
        told(name, 1, 1)
    return assemble(
        story or draft.articles[0].id,
        draft.accounts,
        draft.sources,
        draft.claims,
        draft.relations,
        draft.copies,
        draft.findings,
        draft.rejects,
        settings,
    )


def trace(
    sentence: str,
    inputs: Sequence[str],
    *,
    settings: Settings = DEFAULT,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Trace:
    """The passages of the articles in `inputs` that support, deny or only discuss `sentence`, and what is behind them.

    `inputs`, `stdin` and `progress` are those of `build`. Raises SettingsError when the sentence holds no word to look
    for, InputError when nothing could be read.
    """
    from tawatur.reading import read
    from tawatur.tracing import follow, read_question

    question = read_question(sentence, settings)
    if question is None:
        raise SettingsError(
            "the sentence has no word to look for",
            remedy='give a sentence of a few words in quotation marks, as in: tawatur trace "…" story/',
            told=Reason("tracing.no_words"),
            advice=Reason("tracing.no_words_do"),
        )
    intake = read(inputs, stdin=stdin)
    if not intake.articles:
        raise nothing_read(intake.rejects)
    told = progress or _untold
    draft = statements(Draft(intake.articles), settings, told)
    told("statements", 1, 1)
    return follow(question, draft.accounts, intake.rejects, settings, lambda done, all: told("tracing", done, all))


# The stages, in the order of the flow.


def statements(draft: Draft, settings: Settings, told: Progress) -> Draft:
    """Each article read for its statements; one in a language that is not read yet is kept without any."""
    from tawatur.pausing import no_garbage_search
    from tawatur.statements import read_accounts

    accounts: list[Account] = []
    with no_garbage_search():
        for first in range(0, len(draft.articles), _TOGETHER):
            some = draft.articles[first : first + _TOGETHER]
            told("statements", len(accounts), len(draft.articles))
            read = iter(read_accounts([article for article in some if article.language in READ_LANGUAGES], settings))
            accounts += (next(read) if a.language in READ_LANGUAGES else Account(a, (), (), ()) for a in some)
    return replace(draft, accounts=tuple(accounts))


def second_reading(draft: Draft, settings: Settings, told: Progress) -> Draft:
    """A language model asked who vouches for the statements whose speaker is uncertain, where one is named."""
    if settings.ask_url is None:
        return draft
    from tawatur.second_reader import read_again

    accounts, found = read_again(draft.accounts, settings, lambda done, all: told("second_reading", done, all))
    return replace(draft, accounts=accounts, findings=(*draft.findings, *found))


def judged_speakers(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
    """The speakers of statements as people judged them."""
    if not draft.judged:
        return draft
    from tawatur.judgement.speakers import with_speakers

    accounts, lost = with_speakers(draft.accounts, draft.judged)
    return replace(draft, accounts=accounts, unplaced=draft.unplaced | lost)


def copies(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
    """Wording that articles share."""
    from tawatur.stories import find_copies

    return replace(draft, copies=find_copies(draft.articles))


def sources(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
    """One id for each real source across the story; the chains then hold these ids."""
    from tawatur.stories import resolve_sources

    found, accounts = resolve_sources(draft.accounts)
    return replace(draft, sources=found, accounts=accounts)


def claims(draft: Draft, settings: Settings, _told: Progress) -> Draft:
    """Statements that say the same, joined into claims."""
    from tawatur.claims import align

    return replace(draft, claims=align(draft.accounts, draft.sources, draft.copies, settings))


def judged_claims(draft: Draft, _settings: Settings, _told: Progress) -> Draft:
    """Claims joined and parted as people judged."""
    if not draft.judged:
        return draft
    from tawatur.judgement.claims import with_claims

    found, lost = with_claims(draft.claims, draft.accounts, draft.judged)
    return replace(draft, claims=found, unplaced=draft.unplaced | lost)


def relations(draft: Draft, settings: Settings, _told: Progress) -> Draft:
    """Where claims conflict or follow each other."""
    from tawatur.claims import relate

    return replace(draft, relations=relate(draft.accounts, draft.sources, draft.claims, settings))


def origins(draft: Draft, settings: Settings, _told: Progress) -> Draft:
    """How many independent origins stand behind each claim; ties that people judged count as they did."""
    from tawatur.origins import judge

    if not draft.judged:
        return replace(draft, claims=judge(draft.claims, draft.accounts, draft.sources, draft.copies, settings))
    from tawatur.judgement.origins import judged_ties

    settled, lost = judged_ties(draft.sources, draft.judged)
    found = judge(draft.claims, draft.accounts, draft.sources, draft.copies, settings, settled)
    return replace(draft, claims=found, unplaced=draft.unplaced | lost)


def findings(draft: Draft, settings: Settings, _told: Progress) -> Draft:
    """What the reader should know about the input itself."""
    from tawatur.dossier.findings import about_articles, about_judgement, about_story
    from tawatur.stories import find_events

    about = about_story(draft.articles, find_events(draft.accounts, settings))
    about += about_judgement(draft.judged, draft.unplaced)
    lacks = about_articles(draft.accounts, READ_LANGUAGES)
    return replace(draft, findings=(*about, *draft.findings, *lacks))


STAGES: tuple[tuple[str, Stage], ...] = (
    ("statements", statements),
    ("second_reading", second_reading),
    ("judged_speakers", judged_speakers),
    ("copies", copies),
    ("sources", sources),
    ("claims", claims),
    ("judged_claims", judged_claims),
    ("relations", relations),
    ("origins", origins),
    ("findings", findings),
)


def _chosen(settings: Settings) -> tuple[tuple[str, Stage], ...]:
    """`STAGES`, without the second reading where none is asked for; else what it needs is looked at before all work."""
    if settings.ask_url is None and settings.ask_model is None:
        return tuple(stage for stage in STAGES if stage[0] != "second_reading")
    from tawatur.second_reader import check

    check(settings)
    return STAGES


_REMEDY = (
    "give addresses, feeds, sitemaps, .txt, .html, .json, .jsonl, .warc or .parquet files, a folder of them,"
    " or - for standard input"
)


def nothing_read(rejects: Sequence[Reject]) -> InputError:
    """The error to raise when an input held no article, naming every reject and why."""
    from tawatur.writing.messages import Messages

    messages = Messages("en", {})
    lines = [f"  {reject.where}: {messages.reason(reject.reason)}" for reject in rejects]
    text = "\n".join(["nothing could be read:", *lines])
    if not rejects:
        text = "nothing to read: no article was found in the input"
    return InputError(text, remedy=_REMEDY, rejects=rejects)


def _untold(_stage: str, _done: int, _total: int) -> None:
    """The progress of a caller who asks for none."""
