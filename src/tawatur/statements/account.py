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
from tawatur.statements.drafting import Drafted, drafted
from tawatur.statements.frames import find_frames
from tawatur.statements.models import kinds_of
from tawatur.statements.parsing import parse_texts
from tawatur.statements.relays import inside_account, with_relays
from tawatur.statements.segments import segments
from tawatur.statements.sentences import sentences
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
        kinds = kinds_of([[one.shown for one in its.statements] for its in drafts])
        return [_account(*one, settings) for one in zip(articles, drafts, dates, kinds, strict=True)]


def drafts_of(articles: Sequence[Article], *, settle: bool) -> tuple[list[Drafted], list[tuple[TimeExpression, ...]]]:
    """The statements of articles without their kinds, and the dates; `settle` their voices by a second look or not."""
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
        voices = settled([[one.voiced for one in its.statements] for its in drafts], cuts)
        for at, its in voices:
            drafts[at] = drafted(articles[at], framed[at], aged[at], its)
    return drafts, dates


def _account(
    article: Article, its: Drafted, dates: tuple[TimeExpression, ...], kinds: Sequence[Kind], settings: Settings
) -> Account:
    """The account of an article, of whose statements these are the `kinds`."""
    found = [
        draft.complete(kind="comment" if draft.comment else kind)
        for draft, kind in zip(its.statements, kinds, strict=True)
    ]
    ordered = sorted(found, key=lambda s: (s.content, s.sentence))
    told = inside_account(with_relays(ordered, its.cast), its.cast)
    speakers = its.cast.speakers()
    return Account(article, tuple(numbered(article, told, speakers, settings)), speakers, dates)
