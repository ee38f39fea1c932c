"""Whose words a frame reports, and through whom they came: the speaker of a frame, the chain of a proposition."""

from __future__ import annotations

from tawatur.model import UNSPECIFIED, Reason
from tawatur.statements.acting import acting_subject, in_which
from tawatur.statements.credits import credited, only_refers, told_by_whole
from tawatur.statements.frame import HEARD, Frame
from tawatur.statements.going_on import in_relative, who_goes_on
from tawatur.statements.parsing import Parse
from tawatur.statements.phrases import Range
from tawatur.statements.said import Said, is_medium, tells_news
from tawatur.statements.speakers import Cast, Voice
from tawatur.statements.topics import taken_up, topic


def speakers_of(parse: Parse, frames: list[Frame], cast: Cast) -> list[Said | None]:
    """The speaker of every frame of a sentence, None for the outlet's own words."""
    out: list[Said | None] = []
    unled = not any(f.source is not None or (f.cue is not None and f.cue[0] <= 1) for f in frames)
    new = taken_up(parse) if unled else None
    if new is not None:
        cast.named(parse, new)
    for frame in frames:
        out.append(_speaker(parse, frame, out, cast))
    cast.goes_past(parse)
    outer = who_goes_on(parse, frames, out)
    if outer is not None:
        cast.goes_on(outer.voice)
    return out


def _quoted_aside(parse: Parse, frame: Frame, done: list[Said | None]) -> bool:
    """Whether "وفقا لـ…" stands in a quotation, as words of the one quoted."""
    if frame.group not in {"around", "relay"} or frame.cue is None or parse.quoted[frame.cue[0]] < 0:
        return False
    at, number = frame.cue[0], parse.quoted[frame.cue[0]]
    return any(
        one is not None
        and one.frame.group not in {"around", "relay"}
        and one.frame.content[0] <= at < one.frame.content[1]
        and parse.quoted[at - 1] == number
        for one in done
    )


def _quoted_there(parse: Parse, inner: Frame, frame: Frame) -> bool:
    """Whether somebody is quoted in a quotation that is closed where a later cue stands."""
    if inner.parent is None or inner.cue is None or frame.cue is None:
        return False
    return 0 <= parse.quoted[inner.cue[0]] != parse.quoted[frame.cue[0]]


def _speaker(parse: Parse, frame: Frame, done: list[Said | None], cast: Cast) -> Said | None:
    if frame.group == "note":
        return None
    if _quoted_aside(parse, frame, done):
        return None
    if frame.group == "impersonal" and frame.parent is not None and done[frame.parent] is not None:
        return None  # "قال فلان إنه من المتوقع أن": he expects it
    if frame.group == "impersonal":
        return Said(frame, cast.unspecified(), None, "explicit", Reason("statements.impersonal", (_cue(parse, frame),)))
    issued = frame.via is not None and any("document" in parse.source_classes(k) for k in range(*frame.via))
    if frame.source is not None:
        voice = cast.named(
            parse,
            frame.source,
            frame.gender if frame.relay is None and (_finite(frame) or _follows(frame)) else "",
            spoke_by_statement=issued,
            aside=frame.group in {"around", "relay"},
        )
        relay = cast.named_relay(parse, frame.relay) if frame.relay is not None else None
        if relay and relay not in voice.relays:
            voice.relays.append(relay)
        reason = Reason("statements.source_named", (parse.form(*frame.source), _cue(parse, frame)))
        return Said(frame, voice, parse.span(*frame.source), "explicit", reason)
    return _in_sentence(parse, frame, done, cast) or _carried(parse, frame, cast)


def _in_sentence(parse: Parse, frame: Frame, done: list[Said | None], cast: Cast) -> Said | None:
    """The speaker of a frame without a source, where somebody of its own sentence goes on."""
    before = [s for s in reversed(done) if s is not None and not in_relative(parse, s.frame)] or [
        s for s in reversed(done) if s is not None
    ]
    if frame.shape == "participle" and frame.cue is not None and parse.is_sign(frame.cue[0] - 1, "،,"):
        before = [_outer(s, frame, done) for s in before]
    if before and _quoted_there(parse, before[0].frame, frame):
        before = [_outer(s, frame, done) for s in before]
        cast.goes_on(before[0].voice)
    beside = [s for s in before if not tells_news(s)] or ([] if cast.has_spoken() else before)
    same_sentence = next((s for s in before if s.frame.group not in {"around", "relay"}), beside[0] if beside else None)
    acting = _acting_inside(parse, frame, same_sentence)
    if acting is not None:
        actor = cast.named(parse, acting, frame.gender if _finite(frame) else "")
        reason = Reason("statements.source_goes_on", (parse.form(*acting), _cue(parse, frame)))
        return Said(frame, actor, parse.span(*acting), "explicit", reason)
    if same_sentence is not None and (frame.shape in {"participle", "noun"} or _fits(frame, same_sentence.voice)):
        if _finite(frame) and frame.number == "d" and same_sentence.voice.number == 1:
            same_sentence.voice.number = 2  # "وكشف خال الطفل ووالدته التفاصيل، وقالا": there are two of them
        reason = _goes_on("statements.source_goes_on", same_sentence.voice, parse, frame)
        return Said(frame, same_sentence.voice, same_sentence.source, same_sentence.explicitness, reason)
    return None


def _carried(parse: Parse, frame: Frame, cast: Cast) -> Said | None:
    """The speaker of a frame without a source whose sentence names nobody: the last one, or whom it is about."""
    last = cast.dropped(frame.gender if frame.shape != "noun" else "", frame.number if _finite(frame) else "")
    if last is None:
        if frame.shape in {"participle", "noun"} or frame.opened == HEARD:
            return None
        about = topic(cast.read, frame.gender, frame.number) if not _may_be_passive(parse, frame) else None
        if about is not None:
            found = cast.named(*about, frame.gender)
            return Said(
                frame,
                found,
                None,
                "carried_over",
                Reason("statements.carried_over", (found.names[0], _cue(parse, frame))),
            )
        return Said(
            frame, cast.unspecified(), None, "explicit", Reason("statements.source_missing", (_cue(parse, frame),))
        )
    return Said(frame, last, None, "carried_over", _goes_on("statements.carried_over", last, parse, frame))


def _goes_on(code: str, voice: Voice, parse: Parse, frame: Frame) -> Reason:
    """Why a speaker goes on: a cue without a subject, or words that sound like somebody's and name nobody."""
    if frame.opened == HEARD and frame.cue is None:
        return Reason("statements.heard", (voice.names[0],))
    return Reason(code, (voice.names[0], _cue(parse, frame)))


def _acting_inside(parse: Parse, frame: Frame, told: Said | None) -> Range | None:
    """Who acts in the sentence, where a verb or participle goes on with him and not with the last one who spoke.

    "قال إن الوزير عقد جلسة، أكد فيها …" within the report; "زار الوزير الفنانة التي تقول إن …، مؤكدا أن" round it.
    """
    if told is None or frame.cue is None:
        return None
    cue = frame.cue[0]
    if _finite(frame) and in_which(parse, cue):
        acting = acting_subject(parse, cue, frame.gender)
        return acting if acting is not None and told.frame.content[0] <= acting[0] else None
    if frame.shape == "participle" and in_relative(parse, told.frame) and told.frame.cue is not None:
        acting = acting_subject(parse, told.frame.cue[0] - 1, "")
        return acting if acting is not None and acting[1] <= told.frame.start else None
    return None


def _follows(frame: Frame) -> bool:
    return frame.cue is not None and frame.source is not None and frame.cue[0] < frame.source[0]


def _finite(frame: Frame) -> bool:
    return frame.shape in {"past", "present"}


def _may_be_passive(parse: Parse, frame: Frame) -> bool:
    """ "أعلن في المدينة عن …" at the head of a sentence: nothing goes on there, so that the verb may be a passive."""
    first = frame.cue[0] if frame.cue is not None else 0
    return first <= 2 and not parse.tags[first].conjunction and frame.opened in {"object", "preposition"}


def _outer(said: Said, frame: Frame, done: list[Said | None]) -> Said:
    """The speaker a participle after a pause goes on with: the one round the report, when the participle fits him."""
    outer: Said | None = said
    while outer is not None and outer.frame.parent is not None:
        outer = done[outer.frame.parent]
    return outer if outer is not None and _fits(frame, outer.voice) else said


def _fits(frame: Frame, voice: Voice) -> bool:
    return voice.key != UNSPECIFIED and not (frame.gender and voice.gender and frame.gender != voice.gender)


def _cue(parse: Parse, frame: Frame) -> str:
    return parse.form(*frame.cue) if frame.cue is not None else ":"


def covers(content: Range, stretch: Range) -> bool:
    """Whether more than half of a stretch of words lies inside a content."""
    shared = min(content[1], stretch[1]) - max(content[0], stretch[0])
    return shared > 0.5 * (stretch[1] - stretch[0])


def innermost(frames: list[Frame], said: list[Said | None], over: list[int], stretch: Range) -> int | None:
    """The frame whose speaker vouches: the deepest reporting frame, else the phrase around the clause.

    A source named right after the clause ("… حسب الإحصاءات") vouches for that clause even inside another's report.
    """
    telling = [k for k in over if said[k] is not None]
    for k in telling:
        cue = frames[k].cue
        if (
            frames[k].group == "around"
            and cue is not None
            and 0 <= cue[0] - stretch[1] <= 1
            and not tells_news(said[k])
            and not any(frames[m].group == "said" and only_refers(said[k], said[m]) for m in telling)
        ):
            return k
    reporting = [k for k in telling if frames[k].group not in {"around", "relay"}]
    if (trailing := told_by_whole(frames, said, telling, reporting)) is not None:
        return trailing
    heading = [k for k in telling if frames[k].group == "around" and frames[k].start <= 1 and not tells_news(said[k])]
    if heading and all(frames[k].opened in {"object", "preposition"} for k in reporting):
        return heading[-1]  # "وبحسب النص، طلب الوفد …": the text tells what the delegation did
    if reporting:
        deepest = max(reporting, key=lambda k: frames[k].content[0])
        if not tells_news(said[deepest]):
            return deepest
        # "ذكرت الوكالة، نقلا عن الوزير، أن": the one after "نقلا عن" vouches, the agency passes it on.
        return next((k for k in telling if credited(frames[k], frames[deepest]) and not tells_news(said[k])), deepest)
    people = [k for k in telling if not is_medium(said[k])]
    told = people or telling
    return told[-1] if told else None


def chain_of(
    frames: list[Frame], said: list[Said | None], over: list[int], inner: int | None, cast: Cast
) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """The chain of a statement from the outlet to the one who vouches, and why."""
    if inner is None or said[inner] is None:
        return (cast.outlet,), (Reason("statements.own_voice"),)
    keys: list[str] = []
    reasons: list[Reason] = []
    for k in over:
        one = said[k]
        if one is None or k == inner:
            continue
        passed_on = frames[inner].group == "relay" and tells_news(one)
        if passed_on or frames[k].group in {"around", "relay"} or _is_parent(frames, k, inner):
            keys.append(one.voice.key)
            reasons.append(Reason("statements.told_by", (one.voice.names[0],)))
    last = said[inner]
    assert last is not None
    keys = [k for k in dict.fromkeys(keys) if k not in {last.voice.key, cast.outlet}]
    media = [k for k in keys if k.startswith(("agency:", "outlet:"))]
    tail = [last.voice.key] if last.voice.key != cast.outlet else []
    return (cast.outlet, *media, *(k for k in keys if k not in media), *tail), (last.reason, *reasons)


def note_tellers(parse: Parse, frames: list[Frame], said: list[Said | None]) -> None:
    """Remember who tells of whom ("وشدد الوفد، وفقاً للمصدر"), and which unnamed source tells of a meeting."""
    for frame, one in zip(frames, said, strict=True):
        if one is None:
            continue
        if frame.group == "around" and not is_medium(one):
            for other_frame, other in zip(frames, said, strict=True):
                inside = (
                    other is not None and other_frame.group == "said" and covers(frame.content, other_frame.content)
                )
                if (
                    inside
                    and other is not None
                    and other.voice is not one.voice
                    and one.voice.key not in other.voice.relays
                ):
                    other.voice.relays.append(one.voice.key)
        if one.voice.kind == "anonymous":
            one.voice.tells_of_meeting |= any("meeting" in parse.source_classes(k) for k in range(len(parse)))
        one.voice.has_channel |= frame.via is not None and frame.group != "around"


def _is_parent(frames: list[Frame], k: int, inner: int) -> bool:
    at = frames[inner].parent
    while at is not None:
        if at == k:
            return True
        at = frames[at].parent
    return False
