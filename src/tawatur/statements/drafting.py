"""The statements of one article as its sentences are read in turn; what is judged over many at once is still open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from tawatur.languages.ar.script import fold
from tawatur.model import Article, Explicitness, Mode, Quantity, Reason, Span, Statement
from tawatur.statements.ages import Aged
from tawatur.statements.asides import is_aside
from tawatur.statements.attribution import chain_of, covers, innermost, note_tellers, speakers_of
from tawatur.statements.counts import may_begin
from tawatur.statements.foreground import foreground
from tawatur.statements.frame import Frame
from tawatur.statements.hearing import outlets_own, with_heard
from tawatur.statements.judging import certainty_of, is_comment, mode_of, polarity_of
from tawatur.statements.kind_features import Place, Scene, kind_marks
from tawatur.statements.models import Shown, speaks
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.quantities import find_quantities
from tawatur.statements.said import Said
from tawatur.statements.segments import Cut, Framed, content_span
from tawatur.statements.speakers import Cast
from tawatur.statements.voice_features import voice_features
from tawatur.statements.voicing_features import read_features, voicing_features, within_features

_SHORTEST = 3  # code points of a content


@dataclass(frozen=True, slots=True)
class Voiced:
    """What a draft shows of its voice: `at`, its sentence and place there, and features (`voicing_features`).

    `said` is whether a speaker was found, `own`, where none was, whether the words tell that the outlet speaks again.
    """

    at: tuple[int, int]
    said: bool
    own: bool
    features: list[str]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement that waits for its kind, what it shows of that, and whether it tells a comment."""

    complete: Callable[..., Statement]
    shown: Shown
    comment: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposition with its speaker: what it shows of its voice, and the statement it becomes once that is settled."""

    content: Span
    voiced: Voiced
    statement: Callable[[], Waiting]


@dataclass(frozen=True, slots=True)
class Drafted:
    """The propositions of an article, each with its speaker, and who speaks there."""

    cast: Cast
    drafts: list[Draft]


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who says a proposition: the frame that gives it to them, how they speak there, their chain and why it is."""

    frame: Frame | None
    speaking: Said | None
    chain: tuple[str, ...]
    reasons: tuple[Reason, ...]
    attributed: bool
    explicitness: Explicitness
    mode: Mode


def drafted(article: Article, framed: Framed, aged: Sequence[Aged], cuts: Sequence[Sequence[Cut]]) -> Drafted:
    """Read the sentences of an article in turn; `aged` are its dates with their ages, `cuts` its propositions."""
    cast = Cast(article.outlet)
    drafts: list[Draft] = []
    paragraph = -1
    parses, frames, dates = framed
    news = foreground(parses)
    for number, (parsed, its, cut) in enumerate(zip(parses, frames, cuts, strict=True)):
        paragraph += parsed.sentence.opens_paragraph
        its = with_heard(parsed, its, cut)
        said = speakers_of(parsed, its, cast)
        note_tellers(parsed, its, said)
        for order, one in enumerate(cut):
            span = content_span(parsed, one.words)
            if span[1] - span[0] >= _SHORTEST:
                place = Place(span[0] / len(article.text), paragraph, number, len(parses))
                scene = Scene(place, its, aged, news)
                drafts.append(_draft(article, parsed, one, span, said, cast, scene, dates, (order, len(cut))))
    return Drafted(cast, drafts)


def _draft(
    article: Article,
    parse: Parse,
    cut: Cut,
    span: Span,
    said: list[Said | None],
    cast: Cast,
    scene: Scene,
    dates: Sequence[Span],
    order: tuple[int, int],
) -> Draft:
    """The statement of one proposition; `order` is its number among so many of its sentence."""
    stretch, frames = cut.words, scene.frames
    covering = [k for k, f in enumerate(frames) if covers(f.content, stretch)]
    within = next((frames[k] for k in reversed(covering) if frames[k].group != "note"), None)
    grammar = [] if within is None else voice_features(parse, stretch, within)
    over = [] if cut.voice == "own" else covering
    inner = innermost(frames, said, over, stretch)
    while (
        inner is not None
        and cut.voice is None
        and _lost(parse, stretch, frames[inner], grammar if frames[inner] is within else None, cut.said)
    ):
        over = [k for k in over if k != inner]
        inner = innermost(frames, said, over, stretch)
    chain, reasons = chain_of(frames, said, over, inner, cast)
    frame, speaking = (None, None) if inner is None else (frames[inner], said[inner])
    attributed = len(chain) > 1
    explicitness = speaking.explicitness if attributed and speaking else "none"
    mode = mode_of(parse, stretch, frame, attributed=attributed)
    features = voicing_features(parse, stretch, frames, cut.said, order)
    if within is not None:
        features += within_features(within, grammar)
    features += read_features(cut.said, explicitness, mode, reasons[0].code)
    own = not attributed and outlets_own(parse, stretch[0])
    voiced = Voiced((scene.place.sentence, order[0]), attributed, own, features)
    voice = _Voice(frame, speaking, chain, reasons, attributed, explicitness, mode)
    return Draft(span, voiced, partial(_statement, article, parse, cut, span, voice, scene, dates))


def _statement(
    article: Article, parse: Parse, cut: Cut, span: Span, voice: _Voice, scene: Scene, dates: Sequence[Span]
) -> Waiting:
    """What a proposition says and how, once it is settled who says it."""
    stretch, frame, speaking, attributed = cut.words, voice.frame, voice.speaking, voice.attributed
    told_by = frame if attributed else None
    complete = partial(
        Statement,
        id="",
        article=article.id,
        sentence=parse.sentence.span,
        content=span,
        source=speaking.source if speaking else None,
        cue=parse.span(*frame.cue) if speaking and frame is not None and frame.cue is not None else None,
        via=parse.span(*frame.via) if speaking and frame is not None and frame.via is not None else None,
        chain=voice.chain,
        explicitness=voice.explicitness,
        mode=voice.mode,
        polarity=polarity_of(parse, stretch, told_by),
        certainty=certainty_of(parse, stretch, told_by),
        quantities=_quantities(article, parse, stretch, span, dates),
        reasons=(*voice.reasons, *_sounds(cut, attributed=attributed)),
    )
    shown = (kind_marks(parse, stretch, frame, scene, attributed=attributed), cut.kinds)
    return Waiting(complete, shown, comment=not attributed and is_comment(parse))


def _lost(parse: Parse, stretch: Range, frame: Frame, grammar: list[str] | None, said: float) -> bool:
    """Whether a proposition inside a frame is not the speaker's any more; `grammar`: its `voice_features`, if known."""
    if frame.group == "around":
        return False
    return is_aside(parse, stretch, frame, said) or not speaks(grammar or voice_features(parse, stretch, frame), said)


def _quantities(
    article: Article, parse: Parse, stretch: Range, span: Span, dates: Sequence[Span]
) -> tuple[Quantity, ...]:
    """The quantities of a proposition, looked for where one of its words can begin one."""
    # A word without its conjunction may begin a quantity that it does not begin with it.
    begins = "counts" in parse.traits(*stretch) or may_begin(fold(article.text[span[0] : parse.words[stretch[0]].end]))
    return find_quantities(article.text, span, parse.words, dates) if begins else ()


def _sounds(cut: Cut, *, attributed: bool) -> tuple[Reason, ...]:
    """A word where the second look settled the voice, or where the words speak against the voice that was found."""
    if cut.settled is not None:
        told = (f"{round(100 * cut.settled)}%",)
        return (Reason(f"statements.settled_{cut.voice}", told),) if (cut.voice == "said") == attributed else ()
    told = (f"{round(100 * cut.said)}%",)
    if attributed:
        return (Reason("statements.sounds_own", told),) if cut.said < _AGREED else ()
    return (Reason("statements.sounds_said", told),) if cut.said > 1 - _AGREED else ()


_AGREED = 0.8
