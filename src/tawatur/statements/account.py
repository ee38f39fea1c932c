"""One article read whole: sentence by sentence into statements, each with the chain of speakers that vouch for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tawatur.languages.ar.script import fold, words
from tawatur.model import Account, Article, Kind, Quantity, Reason, Span, Statement, TimeExpression
from tawatur.pausing import no_garbage_search
from tawatur.settings import DEFAULT, Settings
from tawatur.statements.ages import Aged, ages
from tawatur.statements.asides import is_aside
from tawatur.statements.attribution import chain_of, covers, innermost, note_tellers, speakers_of
from tawatur.statements.confidence import numbered
from tawatur.statements.counts import may_begin
from tawatur.statements.dates import find_dates
from tawatur.statements.frames import find_frames
from tawatur.statements.hearing import with_heard
from tawatur.statements.judging import certainty_of, is_comment, mode_of, polarity_of
from tawatur.statements.kind_features import Place, Scene, kind_marks
from tawatur.statements.models import Shown, kinds_of, speaks
from tawatur.statements.parsing import Parse, parse_texts
from tawatur.statements.quantities import find_quantities
from tawatur.statements.relays import inside_account, with_relays
from tawatur.statements.said import Said
from tawatur.statements.segments import Cut, Framed, content_span, segments
from tawatur.statements.sentences import sentences
from tawatur.statements.speakers import Cast
from tawatur.statements.voice_features import voice_features

_SHORTEST = 3  # code points of a content


def read_account(article: Article, settings: Settings = DEFAULT) -> Account:
    """The statements, speakers and dates of one article.

    Page chrome is never read. The chain of a statement holds the outlet, agencies that relayed it, and the keys of the
    account's speakers, outermost first.
    """
    return read_accounts([article], settings)[0]


def read_accounts(articles: Sequence[Article], settings: Settings = DEFAULT) -> list[Account]:
    """`read_account` of several articles, which is faster: the models are asked about the words of all at once."""
    with no_garbage_search():
        return _accounts(articles, settings)


def _accounts(articles: Sequence[Article], settings: Settings) -> list[Account]:
    found_words = [words(article.text) for article in articles]
    dates = [find_dates(article, its) for article, its in zip(articles, found_words, strict=True)]
    texts = [(article.text, sentences(article), its) for article, its in zip(articles, found_words, strict=True)]
    parses = parse_texts(texts)
    frames = [[find_frames(parsed) for parsed in its] for its in parses]
    framed = list(zip(parses, frames, [[date.span for date in its] for its in dates], strict=True))
    aged = [ages(its, article.published) for article, its in zip(articles, dates, strict=True)]
    drafted = list(map(_drafted, articles, framed, aged, segments(framed)))
    kinds = kinds_of([[one.shown for one in draft.statements] for draft in drafted])
    return [_account(*one, settings) for one in zip(articles, drafted, dates, kinds, strict=True)]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A statement that waits for its kind, what it shows of that, and whether its sentence says it is a comment."""

    complete: Callable[..., Statement]
    shown: Shown
    comment: bool


@dataclass(frozen=True, slots=True)
class _Drafted:
    """The statements of an article, each waiting for its kind, and who speaks there."""

    cast: Cast
    statements: list[_Draft]


def _drafted(article: Article, framed: Framed, aged: Sequence[Aged], cuts: Sequence[Sequence[Cut]]) -> _Drafted:
    cast = Cast(article.outlet)
    drafts: list[_Draft] = []
    paragraph = -1
    parses, frames, dates = framed
    for number, (parsed, its, cut) in enumerate(zip(parses, frames, cuts, strict=True)):
        paragraph += parsed.sentence.opens_paragraph
        its = with_heard(parsed, its, cut)
        said = speakers_of(parsed, its, cast)
        note_tellers(parsed, its, said)
        for one in cut:
            stretch = one.words
            span = content_span(parsed, stretch)
            if span[1] - span[0] >= _SHORTEST:
                place = Place(span[0] / len(article.text), paragraph, number, len(parses))
                counts = "counts" in parsed.traits(*stretch)
                scene = Scene(place, its, aged)
                drafts.append(_draft(article, parsed, one, span, said, cast, scene, dates, counts=counts))
    return _Drafted(cast, drafts)


def _account(
    article: Article, drafted: _Drafted, dates: tuple[TimeExpression, ...], kinds: Sequence[Kind], settings: Settings
) -> Account:
    """The account of an article, of whose statements these are the `kinds`."""
    cast = drafted.cast
    found = [
        draft.complete(kind="comment" if draft.comment else kind)
        for draft, kind in zip(drafted.statements, kinds, strict=True)
    ]
    ordered = sorted(found, key=lambda s: (s.content, s.sentence))
    told = inside_account(with_relays(ordered, cast), cast)
    speakers = cast.speakers()
    return Account(article, tuple(numbered(article, told, speakers, settings)), speakers, dates)


def _draft(
    article: Article,
    parse: Parse,
    cut: Cut,
    span: Span,
    said: list[Said | None],
    cast: Cast,
    scene: Scene,
    dates: Sequence[Span],
    *,
    counts: bool,
) -> _Draft:
    """The statement of a stretch; `counts` says whether one of its words can begin a quantity, taken whole."""
    stretch, frames = cut.words, scene.frames
    over = [k for k, f in enumerate(frames) if covers(f.content, stretch)]
    inner = innermost(frames, said, over, stretch)
    while (
        inner is not None
        and frames[inner].group != "around"
        and (
            is_aside(parse, stretch, frames[inner], cut.said)
            or not speaks(voice_features(parse, stretch, frames[inner]), cut.said)
        )
    ):
        over = [k for k in over if k != inner]
        inner = innermost(frames, said, over, stretch)
    speaking = said[inner] if inner is not None else None
    chain, reasons = chain_of(frames, said, over, inner, cast)
    attributed = len(chain) > 1
    frame = frames[inner] if inner is not None else None
    quantities: tuple[Quantity, ...] = ()
    # A word without its conjunction may begin a quantity that it does not begin with it.
    if counts or may_begin(fold(article.text[span[0] : parse.words[stretch[0]].end])):
        quantities = find_quantities(article.text, span, parse.words, dates)
    statement = partial(
        Statement,
        id="",
        article=article.id,
        sentence=parse.sentence.span,
        content=span,
        source=speaking.source if speaking else None,
        cue=parse.span(*frame.cue) if speaking and frame is not None and frame.cue is not None else None,
        via=parse.span(*frame.via) if speaking and frame is not None and frame.via is not None else None,
        chain=chain,
        explicitness=speaking.explicitness if attributed and speaking else "none",
        mode=mode_of(parse, stretch, frame, attributed=attributed),
        polarity=polarity_of(parse, stretch, frame if attributed else None),
        certainty=certainty_of(parse, stretch, frame if attributed else None),
        quantities=quantities,
        reasons=(*reasons, *_sounds(cut.said, attributed=attributed)),
    )
    shown = (kind_marks(parse, stretch, frame, scene, attributed=attributed), cut.kinds)
    return _Draft(statement, shown, comment=not attributed and is_comment(parse))


def _sounds(said: float, *, attributed: bool) -> tuple[Reason, ...]:
    """A word where the words themselves speak against the voice that was found; `said` is how probable a speaker is."""
    told = (f"{round(100 * said)}%",)
    if attributed:
        return (Reason("statements.sounds_own", told),) if said < _AGREED else ()
    return (Reason("statements.sounds_said", told),) if said > 1 - _AGREED else ()


_AGREED = 0.8
