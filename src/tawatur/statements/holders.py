"""The noun phrase that names who says it, and the channel it came through.

A subject after its verb runs from the verb to the complement; where the complement is a bare noun phrase, the subject
ends where a new indefinite noun begins after a definite phrase, for an Arabic noun phrase is definite or not as a whole
(Ryding 2005, chapters 8 and 10). A subject before its verb must be one noun phrase and agree with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.statements.channels import channel_at, skip_adjuncts
from tawatur.statements.complements import OPENING, opens_content, readings
from tawatur.statements.listeners import told_medium
from tawatur.statements.parsing import Parse
from tawatur.statements.phrase_breaks import given_ali, share_end
from tawatur.statements.phrases import BY_SAYING, Range, closing_mark, may_begin, phrase_end

ACTING = {"anonymous", "witness", "role", "organisation", "group", "medium"}


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
    while at < stop and (parse.keys[at] in BY_SAYING or _state(parse, at)):  # "وتابع قائلا:"
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
        if parse.words[at + 1].text == "(":  # "قال لـ(المدينة) المدير"
            close = next((k for k in range(at + 2, min(at + 9, stop)) if parse.words[k].text == ")"), None)
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


_SEEMS = {"يبدو", "تبدو", "فيبدو", "فتبدو"}
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
        if parse.is_person(start) or parse.source_classes(start) & ACTING:
            return start - _those_of(parse, start, relative), end
        if whole is None and any(parse.is_person(k) or parse.tags[k].name == "organisation" for k in range(start, end)):
            whole = start, end
    return whole  # "تصريحات فلان الذي …" only where nobody of his own stands in it


def _those_of(parse: Parse, start: int, relative: int) -> bool:
    """Whether a plural right before a phrase is what "الذين" stands for: "متابعي اللاعب الذين", not the player."""
    if parse.keys[relative] != "الذين" or not start or "plural" in parse.source_classes(start):
        return False
    before = parse.tags[start - 1]
    folded = parse.words[start - 1].folded
    return (
        before.pos in {"noun", "adjective"} and not before.article and len(folded) > 4 and folded.endswith(("ي", "و"))
    )


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
_SEAT = 6  # words that may tell where a body has its seat


def subject_before(parse: Parse, start: int, verb: int) -> Range | None:
    """The subject between `start` and its verb, or None when those words are no single noun phrase."""
    had_at = had_done(parse, verb, start)
    at = start if had_at is None else had_at
    while at < verb and (parse.keys[at] in _BEFORE_SUBJECT or parse.is_sign(at, '،,"“«-:')):
        at += 1
    if at >= verb or not may_begin(parse, at) or parse.keys[at] in _STILL | _SEEMS:
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
    seat = end + parse.is_sign(end, "،,")
    if end > at and seat < len(parse) and parse.keys[seat] in {"مقره", "مقرها"} and verb - seat < _SEAT:
        return at, end  # "المعهد، ومقره لندن، أكد"
    rest = range(end, verb)
    if all(
        parse.keys[k] in {"كان", "كانت", "لا", "ايضا", "نفسه"} | _IN_TURN
        or parse.words[k].text in '،,)"”»'
        or parse.is_time(k)
        for k in rest
    ):
        return (at, end) if end > at else None
    if set_off(parse, at, end, verb):
        return at, end  # "سامي الدربي، أحد سكان الحي، أشار إلى"
    first = next((k for k in rest if not parse.is_sign(k, "،,")), verb)
    if ("relative" in parse.grammar[first] and verb - first < 16) or tells_which(parse, first, verb):
        return at, end
    return None


def set_off(parse: Parse, at: int, end: int, verb: int) -> bool:
    """Whether a person named at the head of a sentence is told of between commas that end right before the verb."""
    if at > 1 or end <= at or not parse.is_sign(end, "،,") or verb - end > _TOLD_OF or not parse.is_person(end - 1):
        return False
    close = verb - 1
    while close > end + 1 and not parse.is_sign(close, "،,"):
        if parse.keys[close] not in _IN_TURN:
            return False
        close -= 1
    if close <= end + 2 or parse.tags[verb].conjunction or not may_begin(parse, end + 1):
        return False
    if not _his_own_verb(parse, end + 1, verb):
        return False
    told = range(end + 1, close)
    if any(parse.is_sign(k, ".؛:") or "that" in parse.grammar[k] or parse.tags[k].conjunction for k in told):
        return False
    verbs = [k for k in told if parse.tags[k].verb and parse.tags[k].name is None]
    return all(any("relative" in parse.grammar[m] for m in range(max(end, k - 4), k)) for k in verbs)


def _his_own_verb(parse: Parse, told: int, verb: int) -> bool:
    """Whether a verb agrees with what a person is said to be, and tells nothing that befell him.

    "أحد المتهمين، طالبت النيابة بسجنه", "أحد القادة، أعلن عن مقتله".
    """
    woman = parse.tags[told].stem.endswith("ه") or parse.keys[told] in {"احدي", "ام", "بنت", "اخت"}
    if parse.tags[verb].gender == "f" and not woman:
        return False
    return not any(key in _BEFALLS for key in parse.keys[verb + 1 : verb + 4])


_BEFALLS = {"مقتله", "مقتلها", "وفاته", "وفاتها", "اعتقاله", "اعتقالها", "توقيفه", "توقيفها", "سجنه", "بسجنه", "بسجنها"}
_IN_TURN = {"بدوره", "بدورها", "من", "جهته", "جهتها", "جانبه", "جانبها", "قد"}


def tells_which(parse: Parse, k: int, verb: int) -> bool:
    """ "دراسة، أجرتها جامعة كذا، كشفت أن": a clause between pauses that tells of the indefinite noun before it."""
    if not (0 < verb - k < _TOLD_OF and parse.is_sign(k - 1, "،,") and parse.is_sign(verb - 1, "،,")):
        return False
    before, tag = parse.tags[k - 2], parse.tags[k]
    return (
        k > 1
        and tag.verb
        and not tag.conjunction
        and parse.words[k].folded.endswith(("ها", "ه"))
        and before.pos in {"noun", "adjective"}
        and not (before.article or before.name)
        and not any(parse.is_sign(m, "،,.؛:") and parse.quoted[m] < 0 for m in range(k, verb - 1))
    )


_TOLD_OF = 16  # words
