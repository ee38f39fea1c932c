"""One article read whole: sentence by sentence into statements, each with the chain of speakers that vouch for it."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.languages.ar.script import words
from tawatur.model import Account, Article, Kind, TimeExpression
from tawatur.pausing import no_garbage_search
from tawatur.settings import DEFAULT, Settings
from tawatur.statements.ages import ages
from tawatur.statements.confidence import numbered
from tawatur.statements.dates import find_dates
from tawatur.statements.drafting import Drafted, Waiting, drafted
from tawatur.statements.frames import find_frames
from tawatur.statements.models import kinds_of
from tawatur.statements.parsing import parse_texts
from tawatur.statements.relays import inside_account, with_relays
from tawatur.statements.segments import segments
from tawatur.statements.sentences import sentences
from tawatur.statements.speakers import Cast
from tawatur.statements.voicing import settled


def read_account(article: Article, settings: Settings = DEFAULT) -> Account:
    """The statements, speakers and dates of one article.

    Page chrome is never read. The chain of a statement holds the outlet, agencies that relayed it, and the keys of the
    account's speakers, outermost first.
    """
    return read_accounts([article], settings)[0]


def read_accounts(articles: Sequence[Article], settings: Settings = DEFAULT) -> list[Account]:
    """`read_account` of several articles, which is faster: the models are asked about the words of all at once."""
    with no_garbage_search():
        drafts, dates = drafts_of(articles, settle=True)
        waiting = [[draft.statement() for draft in its.drafts] for its in drafts]
        kinds = kinds_of([[one.shown for one in its] for its in waiting])
        casts = [its.cast for its in drafts]
        return [_account(*one, settings) for one in zip(articles, casts, waiting, kinds, dates, strict=True)]


def drafts_of(articles: Sequence[Article], *, settle: bool) -> tuple[list[Drafted], list[tuple[TimeExpression, ...]]]:
    """The propositions of articles with their speakers, and the dates; `settle` voices by a second look or not."""
    found_words = [words(article.text) for article in articles]
    dates = [find_dates(article, its) for article, its in zip(articles, found_words, strict=True)]
    texts = [(article.text, sentences(article), its) for article, its in zip(articles, found_words, strict=True)]
    parses = parse_texts(texts)
    frames = [[find_frames(parsed) for parsed in its] for its in parses]
    framed = list(zip(parses, frames, [[date.span for date in its] for its in dates], strict=True))
    aged = [ages(its, article.published) for article, its in zip(articles, dates, strict=True)]
    cuts = segments(framed)
    drafts = list(map(drafted, articles, framed, aged, cuts))
    if settle:
        voices = settled([[draft.voiced for draft in its.drafts] for its in drafts], cuts)
        for at, its in voices:
            drafts[at] = drafted(articles[at], framed[at], aged[at], its)
    return drafts, dates


def _account(
    article: Article,
    cast: Cast,
    waiting: Sequence[Waiting],
    kinds: Sequence[Kind],
    dates: tuple[TimeExpression, ...],
    settings: Settings,
) -> Account:
    """The account of an article, of whose statements these are the `kinds`."""
    found = [one.complete(kind="comment" if one.comment else kind) for one, kind in zip(waiting, kinds, strict=True)]
    ordered = sorted(found, key=lambda s: (s.content, s.sentence))
    told = inside_account(with_relays(ordered, cast), cast)
    speakers = cast.speakers()
    return Account(article, tuple(numbered(article, told, speakers, settings)), speakers, dates)
