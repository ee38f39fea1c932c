"""The noun phrase that names who says it, and the channel it came through.

A subject after its verb runs from the verb to the complement; where the complement is a bare noun phrase, the subject
ends where a new indefinite noun begins after a definite phrase, for an Arabic noun phrase is definite or not as a whole
(Ryding 2005, chapters 8 and 10). A subject before its verb must be one noun phrase and agree with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.statements.channels import channel_at, skip_adjuncts
from tawatur.statements.complements import OPENING, opens_content, readings
from tawatur.statements.parsing import Parse
from tawatur.statements.phrase_breaks import given_ali, share_end
from tawatur.statements.phrases import SAYING, Range, closing_mark, may_begin, phrase_end, told_medium

_ACTING = {"anonymous", "witness", "role", "organisation", "group", "medium"}


@dataclass(frozen=True, slots=True)
class Holder:
    """A source phrase as word ranges: the name itself, and the channel (medium, occasion, network) when named."""

    source: Range | None
    via: Range | None


def subject_after(parse: Parse, start: int, stop: int, *, open_end: bool) -> tuple[Holder, int]:
    """The subject and channel between a verb's end and its complement at `stop`.

    With `open_end` the complement is a bare noun phrase: then the returned index says where it begins; otherwise that
    index is `stop`.
    """
    at = skip_adjuncts(parse, start, stop)
    if parse.keys[at : at + 1] in (["النظر"], ["الانتباه"]) and parse.keys[start - 1].startswith(
        ("لفت", "يلفت", "تلفت")
    ):
        at = skip_adjuncts(parse, at + 1, stop)  # "ولفت النظر إلى": the verb's own object
    source = via = None
    if (told := _told(parse, at, stop)) is not None:
        via, at = (at, told), skip_adjuncts(parse, told, stop)
    while at < stop and (parse.keys[at] in SAYING or _state(parse, at)):  # "وتابع قائلا:"
        at = skip_adjuncts(parse, at + 1, stop)
    if at < stop and parse.keys[at] in {"مخاطبا", "مخاطبه"}:
        return Holder(None, via), at if open_end else stop  # "وأضاف مخاطبا أنصاره «…»": whom he speaks to
    if at < stop and (may_begin(parse, at) or given_ali(parse, at)):
        ali = given_ali(parse, at)
        end = _counted(parse, at, phrase_end(parse, at + ali, stop, strict=open_end), stop)
        if end > at and all(parse.tags[k].pos == "demonstrative" for k in range(at, end)):
            at = end  # "جاء ذلك": it points back to what was told, and nobody speaks
        elif end > at:
            source, at = (at, end), end
    elif at + 1 < len(parse) and at < stop and _lone_name(parse, at):
        source, at = (at, at + 1), at + 1
    while at < stop:
        channel = channel_at(parse, at, stop)
        if channel is not None:
            via = via or channel
            at = channel[1]
            continue
        skipped = skip_adjuncts(parse, at, stop)
        if skipped == at:
            apart = parse.is_sign(at - 1, "،,") or (via is not None and parse.words[via[0]].text.startswith("ل"))
            if source is None and via is not None and apart and may_begin(parse, at):
                end = phrase_end(parse, at, stop, strict=open_end)
                source, at = (at, end), max(end, at + 1)
                continue
            if open_end:
                break
            at += 1
        else:
            at = skipped
    return Holder(source, via), at


def _counted(parse: Parse, at: int, end: int, stop: int) -> int:
    """The end of a phrase, and of those counted where it is only their number: "34,9% من المشاركين"."""
    whole = share_end(parse, at, end, stop)
    if whole - at > 3 or whole + 1 >= stop or not parse.words[at].text[0].isdigit() or parse.keys[whole] != "من":
        return whole
    return max(whole, phrase_end(parse, whole + 1, stop, strict=False))


def _state(parse: Parse, at: int) -> bool:
    """ "وكتبت مؤكدة أن": a participle in the accusative right before أن tells how somebody speaks."""
    tag = parse.tags[at]
    return (
        at + 1 < len(parse)
        and not (tag.article or tag.conjunction)
        and parse.words[at].folded.endswith(("ا", "ه"))
        and (opens_content(parse, at + 1) or parse.is_sign(at + 1, ":"))
        and any(f.shape == "participle" for f in readings(parse, at))
    )


def _told(parse: Parse, at: int, stop: int) -> int | None:
    """Where the one spoken to ends, when it stands right after the verb: "قال لـ«المدينة» المدير", "وقال لرويترز"."""
    if at >= stop or not parse.words[at].text.startswith("ل"):
        return None
    if parse.words[at].folded == "ل" and at + 1 < stop:
        close = closing_mark(parse, at + 1)
        return close + 1 if close is not None and close - at < 8 else at + 2
    end = told_medium(parse, at)
    return end if end is not None and end <= stop else None


def adjuncts_after(parse: Parse, start: int, stop: int) -> tuple[Range | None, int]:
    """The channel among the adjuncts after a verb whose subject is known, and where they end."""
    at, via = skip_adjuncts(parse, start, stop), None
    while at < stop and (channel := channel_at(parse, at, stop)) is not None:
        via = via or channel
        at = skip_adjuncts(parse, channel[1], stop)
    return via, at


def _lone_name(parse: Parse, at: int) -> bool:
    """A word the tagger took for a verb where only a name can stand: right between the verb and its complement."""
    tag, following = parse.tags[at], at + 1
    closes = (
        opens_content(parse, following)
        or parse.words[following].text in "،,:"
        or parse.keys[following] in {"الي", "علي"}
    )
    subordinator = "subordinator" in parse.grammar[at] and opens_content(parse, following)  # "وقال لو إن"
    return parse.keys[at] not in _STILL and (tag.verb or subordinator) and not tag.conjunction and closes


_STILL = {"مازال", "مازالت", "لازال", "لازالت", "لايزال", "لاتزال", "زال", "زالت", "يزال", "تزال"}


def antecedent(parse: Parse, relative: int) -> Range | None:
    """The one a relative pronoun stands for, when it names a person or a body: "فلان الذي طالب …"."""
    end = relative
    while end > 0 and parse.is_sign(end - 1, "،,"):
        end -= 1
    whole: Range | None = None
    for start in range(max(0, end - 12), end):
        if parse.tags[start].verb or not may_begin(parse, start) or phrase_end(parse, start, end, strict=True) < end:
            continue
        if parse.is_person(start) or parse.source_classes(start) & _ACTING:
            return start, end
        if whole is None and any(parse.is_person(k) or parse.tags[k].name == "organisation" for k in range(start, end)):
            whole = start, end
    return whole  # "تصريحات فلان الذي …" only where nobody of his own stands in it


def _clause(parse: Parse, verb: int) -> int:
    """Where the clause of a verb begins: after the last comma or word that opens a clause before it."""
    opens = (
        m for m in range(verb - 1, -1, -1) if parse.grammar[m] & {"that", "subordinator"} or parse.is_sign(m, "،,؛:")
    )
    return next(opens, -1) + 1


def acting_subject(parse: Parse, cue: int, gender: str) -> Range | None:
    """The subject of the nearest earlier verb of the sentence that a dropped subject can go back to.

    "تقدمت امرأة بشكوى واتهمته …".
    """
    if (named := _asked(parse, cue) or _did_before(parse, cue) or _sent(parse, cue)) is not None:
        return named
    inside = next((k for k in range(3, min(cue, len(parse))) if opens_content(parse, k)), len(parse))
    for k in range(min(cue, len(parse)) - 1, -1, -1):
        tag = parse.tags[k]
        if k > inside and parse.is_sign(cue - 1, "،,"):
            continue  # what is done inside "… على أن الجيش أجهض الخطط، مشيرا" is done by somebody else
        if (
            not tag.verb
            or tag.name is not None
            or "role" in parse.source_classes(k)
            or tag.passive
            or (gender and tag.gender and tag.gender != gender)
        ):
            continue
        if any("relative" in parse.grammar[m] for m in range(max(0, k - 3), k)) or parse.keys[k + 1 : k + 2] == [
            "الله"
        ]:
            continue  # "ولي العهد - حفظه الله -"
        before = subject_before(parse, _clause(parse, k), k)
        if before is not None and (parse.source_classes(before[0]) & _ACTING or parse.is_person(before[0])):
            return before
        at = k + 1
        if at < cue and may_begin(parse, at):
            end = phrase_end(parse, at, cue, strict=True)
            head = parse.source_classes(at)
            if "quantity" in head and at + 1 < end:
                head |= parse.source_classes(at + 1)  # "بعض الخبراء"
            person = any(parse.is_person(m) for m in range(at, end))
            issued = parse.keys[k] in _ISSUED and "document" in head and parse.tags[at].article
            if end > at and (person or head & _ACTING or issued):
                return at, end
    return None


_ISSUED = {"صدر", "صدرت", "تطرق", "تطرقت"}  # "صدر التقرير أمس. وأفاد أن"


def _asked(parse: Parse, cue: int) -> Range | None:
    """Who is asked at the head of a sentence: "وبسؤال المدير عن الموعد، قال …"."""
    at = next((k for k in range(min(3, cue)) if parse.keys[k] in {"بسوال", "سوال"} and not parse.tags[k].article), None)
    if at is None or at + 1 >= cue or not may_begin(parse, at + 1):
        return None
    end = phrase_end(parse, at + 1, cue, strict=True)
    speaks = parse.source_classes(at + 1) & _ACTING or any(parse.is_person(k) for k in range(at + 1, end))
    return (at + 1, end) if end > at + 1 and speaks else None


def _sent(parse: Parse, cue: int) -> Range | None:
    """Who sent what somebody got: "تلقى الرئيس برقية من نظيره فلان، أكد فيها …"."""
    if cue + 1 >= len(parse) or parse.keys[cue + 1] not in {"فيها", "فيه", "خلاله", "خلالها"}:
        return None
    got = next((k for k in range(cue - 1, -1, -1) if parse.keys[k] in _GETS), None)
    at = next((k + 1 for k in range(cue - 2, got if got is not None else cue, -1) if parse.keys[k] == "من"), None)
    if at is None or not may_begin(parse, at):
        return None
    end = phrase_end(parse, at, cue, strict=False)
    person = parse.source_classes(at) & _ACTING or any(parse.is_person(k) for k in range(at, end))
    return (at, end) if end > at and person else None


_GETS = {"تلقي", "تلقت", "تسلم", "تسلمت"}


def _did_before(parse: Parse, cue: int) -> Range | None:
    """Who stands between "سبق ل" and the أن of a verb: "سبق للوزير أن أعلن"."""
    if cue < 3 or parse.keys[cue - 1] != "ان":
        return None
    at = next((k + 1 for k in range(cue - 3, max(cue - 14, -1), -1) if parse.keys[k] == "سبق"), None)
    if at is None or parse.tags[at].preposition != "ل":
        return None
    return (at, cue - 1) if phrase_end(parse, at, cue - 1, strict=False) == cue - 1 else None


BEEN = frozenset({"كان", "كانت", "كانوا"})
_BEFORE_SUBJECT = {
    "كان",
    "كانت",
    "كانوا",
    "قد",
    "لكن",
    "كما",
    "ان",
    "فيما",
    "بينما",
    "هذا",
    "اما",
    "بيد",
    "الا",
    "مازال",
    "مازالت",
}


_CIRCUMSTANCE = {"رغم", "بعد", "قبل", "منذ", "عقب", "خلال", "وسط", "اثر", "فور", "مع", "بسبب", "برغم"}


def had_done(parse: Parse, verb: int, floor: int) -> int | None:
    """Where the "had" of "كان … قد" stands before a verb, a few words back at most."""
    if verb == 0 or parse.keys[verb - 1] != "قد":
        return None
    return next((k for k in range(verb - 2, max(floor, verb - _HAD) - 1, -1) if parse.keys[k] in BEEN), None)


_HAD = 20


def subject_before(parse: Parse, start: int, verb: int) -> Range | None:
    """The subject between `start` and its verb, or None when those words are no single noun phrase."""
    had_at = had_done(parse, verb, start)
    at = start if had_at is None else had_at
    while at < verb and (parse.keys[at] in _BEFORE_SUBJECT or parse.is_sign(at, '،,"“«-:')):
        at += 1
    if at >= verb or not may_begin(parse, at) or parse.keys[at] in _STILL:
        return None
    if at and parse.keys[at - 1] in _CIRCUMSTANCE:
        return None  # "ورغم تهديدات فلان، صرح …"
    if (
        parse.quoted[at] >= 0
        and at > 0
        and parse.quoted[at - 1] == parse.quoted[at]
        and not parse.is_sign(at - 1, OPENING)
    ):
        return None  # "تحت عنوان «اكتملت المهمة» أشارت الصحيفة": the last words of a quotation
    end = phrase_end(parse, at, verb, strict=False)
    if end > at and at and parse.keys[at - 1] == "اما" and parse.words[verb].folded.startswith("ف"):
        return at, end  # "أما فلان، … فقال": whatever stands between
    if end > at and all(parse.words[k].folded.endswith("ا") for k in (at, *range(end, verb))):
        return at, verb  # "مسؤولا ليبيا رفيعا قال": all in the accusative after لكن
    had = at - 1
    while had > start and parse.is_sign(had, '"“«'):
        had -= 1
    if at and had_done(parse, verb, start) == had:
        # Between "had" and its participle stands the subject, however foreign its words ("كان موقع كذا قد كشف").
        end = next(
            (k for k in range(at, verb - 1) if parse.words[k].text in "،,(" or parse.tags[k].preposition), verb - 1
        )
        return (at, end) if end > at else None
    rest = range(end, verb)
    if all(
        parse.keys[k] in {"قد", "كان", "كانت", "ايضا", "بدوره", "بدورها", "نفسه"}
        or parse.words[k].text in '،,)"”»'
        or parse.is_time(k)
        for k in rest
    ):
        return (at, end) if end > at else None
    first = next((k for k in rest if not parse.is_sign(k, "،,")), verb)
    if "relative" in parse.grammar[first] and verb - first < 16:
        return at, end
    return None
